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
    "both-accepted",
    "An engagement comes from a proposal that both sides accepted.",
    `select e."id" from "Engagement" e join "MatchProposal" p on p."id" = e."proposalId"
     where p."state" <> 'accepted' or p."mentorAcceptedAt" is null or p."menteeAcceptedAt" is null`,
  ),
  rule(
    "feedback-of-the-pair",
    "Feedback is on a session that was held, by one of its pair.",
    `select f."sessionId" as "id" from "SessionFeedback" f join "MentoringSession" s on s."id" = f."sessionId"
     join "Engagement" e on e."id" = s."engagementId" join "Mentor" m on m."id" = e."mentorId"
     where s."state" <> 'held' or f."personId" not in (m."personId", e."menteeId")`,
  ),
];
