import { type DataRule, rule } from "./data-rule.ts";

/** Rules of mentoring. */
export const MENTORING_RULES: readonly DataRule[] = [
  rule(
    "pairs-counted",
    "A mentor's count of live pairs is the number of engagements that are active.",
    `select m."id", m."activePairs"::text as "why" from "Mentor" m
     where m."activePairs" <> (select count(*) from "Engagement" e where e."mentorId" = m."id" and e."state" = 'active')`,
  ),
  rule(
    "rests-from-the-pool",
    "A mentor who rests has been available: who left before that stands where the state pledged them.",
    `select m."id" from "Mentor" m where m."state" = 'resting' and (
       select e."canonical"::jsonb -> 'facts' ->> 'from' from "RecordEvent" e where e."subjectType" = 'mentor'
         and e."subjectId" = m."id"::text and e."kind" = 'mentor.left' order by e."sequence" desc limit 1
     ) in ('pledged', 'confirmed', 'briefed') and not exists (
       select from "RecordEvent" e where e."subjectType" = 'mentor' and e."subjectId" = m."id"::text
         and e."kind" = 'mentor.updated' and e."canonical"::jsonb -> 'facts' ->> 'to' = 'available')`,
  ),
  rule(
    "both-accepted",
    "An engagement comes from a proposal that both sides accepted.",
    `select e."id" from "Engagement" e join "MatchProposal" p on p."id" = e."proposalId"
     where p."state" <> 'accepted' or p."mentorAcceptedAt" is null or p."menteeAcceptedAt" is null`,
  ),
  rule(
    "ended-said",
    "An engagement that has ended has a day and a way in which it did, and no session to come.",
    `select e."id" from "Engagement" e
     where (e."state" = 'ended') <> (e."endedOn" is not null and e."ending" is not null)
        or e."state" = 'ended' and exists (select from "MentoringSession" s where s."engagementId" = e."id"
          and s."state" = 'scheduled' and s."startsAt" > greatest(now(), e."endedOn" + interval '1 day'))`,
  ),
  rule(
    "needs-matched-once",
    "A need has one pair at work at most, and is matched while it has.",
    `select n."id" from "MentorshipNeed" n join "MatchProposal" p on p."needId" = n."id"
     join "Engagement" e on e."proposalId" = p."id" where e."state" = 'active'
     group by n."id", n."state" having count(*) > 1 or n."state" <> 'matched'`,
  ),
  rule(
    "rated-by-the-pair",
    "Goals are rated, and reviews given, by one of their pair.",
    `select r."goalId" as "id" from "GoalRating" r join "EngagementGoal" g on g."id" = r."goalId"
     join "Engagement" e on e."id" = g."engagementId" join "Mentor" m on m."id" = e."mentorId"
     where r."personId" not in (m."personId", e."menteeId")
     union all
     select a."reviewId" from "ReviewAnswer" a join "PairReview" v on v."id" = a."reviewId"
     join "Engagement" e on e."id" = v."engagementId" join "Mentor" m on m."id" = e."mentorId"
     where a."personId" not in (m."personId", e."menteeId")`,
  ),
  rule(
    "seats-of-planned-sessions",
    "A planned session takes the time of both its people, and no other session does.",
    `select s."id" from "MentoringSession" s
     where (select count(*) from "SessionSeat" t where t."sessionId" = s."id" and t."startsAt" = s."startsAt"
       and t."endsAt" = s."startsAt" + make_interval(mins => s."durationMinutes"))
       <> case s."state" when 'scheduled' then 2 else 0 end`,
  ),
  rule(
    "notes-of-the-pair",
    "A note on a session is by one of its pair, and what is sealed has its keys.",
    `select n."sessionId" as "id" from "SessionNote" n join "MentoringSession" s on s."id" = n."sessionId"
     join "Engagement" e on e."id" = s."engagementId" join "Mentor" m on m."id" = e."mentorId"
     left join "EngagementKey" k on k."engagementId" = e."id"
     left join "AuthorKey" a on a."engagementId" = e."id" and a."personId" = n."authorId"
     where n."authorId" not in (m."personId", e."menteeId") or (n."kind" <> 'programme' and k."engagementId" is null)
       or (n."kind" = 'mine' and a."personId" is null)`,
  ),
  rule(
    "feedback-of-the-pair",
    "Feedback is on a session that was held, by one of its pair, and its comment is sealed and has its keys.",
    `select f."sessionId" as "id" from "SessionFeedback" f join "MentoringSession" s on s."id" = f."sessionId"
     join "Engagement" e on e."id" = s."engagementId" join "Mentor" m on m."id" = e."mentorId"
     left join "EngagementKey" k on k."engagementId" = e."id"
     left join "AuthorKey" a on a."engagementId" = e."id" and a."personId" = f."personId"
     where s."state" <> 'held' or f."personId" not in (m."personId", e."menteeId") or f."clearComment" is not null
       or (f."sealedComment" is not null and (k."engagementId" is null or a."personId" is null))`,
  ),
];
