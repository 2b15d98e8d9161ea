/** One rule that the data must keep and that no constraint of the database can hold. */
export interface DataRule {
  readonly name: string;
  /** What must hold, in a sentence. */
  readonly holds: string;
  /** Finds the rows that break it: each with its `id` and, where it helps, `why`. */
  readonly breaches: string;
}

const rule = (name: string, holds: string, breaches: string): DataRule => ({ name, holds, breaches });

/** Stages that a candidacy in a state must have passed. */
const PASSED = `(values
  ('nominated', 'nominated'),
  ('consented', 'consented'), ('screenedIn', 'consented'), ('screenedIn', 'screenedIn'),
  ('recommended', 'screenedIn'), ('recommended', 'recommended'),
  ('suitable', 'screenedIn'), ('notRecommended', 'screenedIn'),
  ('selected', 'recommended'), ('selected', 'selected'),
  ('appointed', 'selected'), ('appointed', 'appointed')
) as passed(state, stage)`;

/** Every such rule, by part of the work. */
export const DATA_RULES: readonly DataRule[] = [
  rule(
    "rubric-frozen",
    "A published vacancy has a frozen rubric whose weights add up to 1,000,000.",
    `select v."id", coalesce(sum(c."weight"), 0)::text as "why" from "Vacancy" v
     left join "Rubric" r on r."vacancyId" = v."id" left join "Criterion" c on c."rubricId" = r."id"
     where v."state" <> 'draft' group by v."id", r."frozenAt"
     having r."frozenAt" is null or coalesce(sum(c."weight"), 0) <> 1000000`,
  ),
  rule(
    "call-in-step",
    "A vacancy is open only while its call is, and beyond once its call has closed.",
    `select v."id", v."state"::text || ' by a call ' || c."state"::text as "why" from "Vacancy" v
     join "Call" c on c."id" = v."callId" where (v."state" = 'draft') <> (c."state" = 'draft')
     or (v."state" = 'open') <> (c."state" = 'open')`,
  ),
  rule(
    "one-live-vacancy",
    "A post has at most one vacancy under way.",
    `select "postId" as "id", count(*)::text as "why" from "Vacancy" where "state" <> 'closed'
     group by "postId" having count(*) > 1`,
  ),
  rule(
    "one-holder",
    "Nobody's term in a post overlaps another's, acting holders aside.",
    `select a."id", b."id"::text as "why" from "Appointment" a join "Appointment" b
     on a."postId" = b."postId" and a."id" < b."id" and not a."acting" and not b."acting"
     and a."startsOn" <= b."endsOn" and b."startsOn" <= a."endsOn"`,
  ),
  rule(
    "nominated-in-time",
    "A nomination came while its call took nominations; in the grace only if it is marked so.",
    `select n."id" from "Nomination" n join "Call" c on c."id" = n."callId"
     where n."submittedAt" < c."opensAt" or n."submittedAt" >= c."takesUntil"
     or (n."submittedAt" >= c."closesAt" and not n."inGrace")`,
  ),
  rule(
    "nominated-by-its-call",
    "A nomination is for a vacancy of its call; by a call for the cadre at large it is for none, and has no candidacy.",
    `select n."id" from "Nomination" n join "Call" c on c."id" = n."callId"
     left join "Vacancy" v on v."id" = n."vacancyId" left join "Candidacy" k on k."nominationId" = n."id"
     where (c."kind" = 'global' and (n."vacancyId" is not null or k."id" is not null))
     or (c."kind" = 'vacancies' and (v."callId" is distinct from c."id" or k."vacancyId" is distinct from v."id"))`,
  ),
  rule(
    "call-of-its-kind",
    "A published call has vacancies, or is one for the cadre at large: then it has a title and none.",
    `select c."id" from "Call" c where c."state" <> 'draft' and case c."kind"
       when 'global' then c."title" is null or exists (select from "Vacancy" v where v."callId" = c."id")
       else not exists (select from "Vacancy" v where v."callId" = c."id") end`,
  ),
  rule(
    "start-noted",
    "Whoever nominated is among those who are told of what changes in the call.",
    `select n."id" from "Nomination" n where not exists (
       select from "CallStart" s where s."callId" = n."callId" and s."userId" = n."nominatedById")`,
  ),
  rule(
    "draft-submitted",
    "A draft is submitted when a nomination came of it, and only then.",
    `select d."id" from "NomineeDraft" d where (d."submittedAt" is not null)
     <> exists (select from "Nomination" n where n."draftId" = d."id")`,
  ),
  rule(
    "listed",
    "A state's nomination stands on a list of that state that was submitted for its call.",
    `select n."id" from "Nomination" n where n."nominator" = 'state' and not exists (
       select from "ListSubmission" l where l."callId" = n."callId" and l."stateCode" = n."stateCode")`,
  ),
  rule(
    "list-reasoned",
    "A list that departed from the rule of its call says why.",
    `select "id" from "ListSubmission" where not "ruleMet" and length(coalesce("reason", '')) < 20`,
  ),
  rule(
    "oneself-for-civilian-posts",
    "Nobody stands nominated by themself for a post of seconded officers.",
    `select n."id" from "Nomination" n join "Vacancy" v on v."id" = n."vacancyId"
     join "Post" p on p."id" = v."postId" join "RoleKind" k on k."code" = p."roleKindCode"
     where n."nominator" = 'self' and k."component" <> 'civilian'`,
  ),
  rule(
    "imported-whole",
    "Of a sheet of nominations every row was entered, or none.",
    `select i."id", i."state"::text as "why" from "NominationImport" i where i."stateCode" is null
     and (select count(distinct n."personId") from "Nomination" n where n."importId" = i."id")
       <> case i."state" when 'done' then i."rows" else 0 end`,
  ),
  rule(
    "withdrawn-together",
    "A nomination is withdrawn only with its candidacy.",
    `select n."id" from "Nomination" n join "Candidacy" c on c."nominationId" = n."id"
     where n."state" = 'withdrawn' and coalesce(c."mergedFrom", c."state") <> 'withdrawn'`,
  ),
  rule(
    "stages-passed",
    "A candidacy has passed every stage that its state stands on: the gender figures count from them.",
    `select c."id", passed.stage as "why" from "Candidacy" c join ${PASSED} on passed.state = c."state"::text
     where not exists (select from "StageEvent" s where s."candidacyId" = c."id" and s."stage"::text = passed.stage)`,
  ),
  rule(
    "consent-given",
    "A candidacy beyond consent has a consent to be considered and an attestation.",
    `select c."id" from "Candidacy" c where c."state" not in ('nominated', 'withdrawn', 'merged') and (c."attestedAt" is null
     or not exists (select from "Consent" k where k."candidacyId" = c."id" and k."purpose" = 'vacancy' and k."given"))`,
  ),
  rule(
    "screening-recorded",
    "A candidacy screened in or out has its screening, with the same outcome.",
    `select c."id" from "Candidacy" c left join "Screening" s on s."candidacyId" = c."id"
     where (c."state" in ('screenedIn', 'recommended', 'suitable', 'notRecommended', 'selected', 'appointed')
       and s."passed" is not true) or (c."state" = 'screenedOut' and s."passed" is not false)`,
  ),
  rule(
    "screened-by-two",
    "Whatever two or three screeners concluded was found by at least two people, in the round that stands.",
    `select s."candidacyId" as "id", count(distinct t."screenerId")::text as "why" from "Screening" s
     join "Candidacy" c on c."id" = s."candidacyId"
     left join "ScreeningSheet" t on t."candidacyId" = s."candidacyId" and t."supersededAt" is null
       and t."round" = c."screeningRound" and t."passed" = s."passed"
     where s."basis" <> 'single' group by s."id", s."candidacyId" having count(distinct t."screenerId") < 2`,
  ),
  rule(
    "screened-by-others",
    "Nobody has screened their own case, nor one that they nominated.",
    `select t."id" from "ScreeningSheet" t join "Candidacy" c on c."id" = t."candidacyId"
     join "Nomination" n on n."id" = c."nominationId" join "Person" p on p."id" = c."personId"
     where t."screenerId" in (p."userId", n."nominatedById")`,
  ),
  rule(
    "told-why",
    "Whoever was screened out is given a reason, and nobody screened in is.",
    `select "id" from "Screening" where "passed" <> (cardinality("reasonCodes") = 0)`,
  ),
  rule(
    "asked-once-at-a-time",
    "No candidate was asked for more while an earlier question could still be answered.",
    `select b."id" from "FileRequest" a join "FileRequest" b on b."candidacyId" = a."candidacyId"
     where b."askedAt" > a."askedAt" and b."askedAt" < coalesce(a."answeredAt", a."dueAt")`,
  ),
  rule(
    "clearances-asked",
    "Whoever is under way beyond screening has all clearances asked for; the host State once the panel recommends.",
    `select c."id", count(k."id")::text as "why" from "Candidacy" c join "Screening" s on s."candidacyId" = c."id"
     join "Vacancy" v on v."id" = c."vacancyId" left join "Clearance" k on k."candidacyId" = c."id"
     where s."passed" and v."state" <> 'closed' and c."state" in ('screenedIn', 'recommended', 'suitable', 'selected')
     group by c."id" having count(k."id") filter (where k."kind" <> 'hostState') <> 4
     or (c."state" in ('recommended', 'selected') and count(k."id") filter (where k."kind" = 'hostState') <> 1)`,
  ),
  rule(
    "host-consulted-on-the-recommended",
    "The host State's answer was recorded only on somebody whom the panel had recommended by then.",
    `select s."id" from "ClearanceStep" s join "Clearance" k on k."id" = s."clearanceId"
     where k."kind" = 'hostState' and s."kind" = 'recorded' and not exists (select from "StageEvent" e
       where e."candidacyId" = k."candidacyId" and e."stage" = 'recommended' and e."reachedAt" <= s."at")`,
  ),
  rule(
    "clear-until-a-day",
    "A clear gate says until when, and one that is not says nothing of the kind.",
    `select "id" from "Clearance" where ("outcome" = 'clear') <> ("validUntil" is not null)`,
  ),
  rule(
    "two-references",
    "References were found clear only after two referees had answered.",
    `select k."id", count(r."id")::text as "why" from "Clearance" k
     left join "Reference" r on r."clearanceId" = k."id" and r."answeredAt" is not null
     where k."kind" = 'references' and k."outcome" = 'clear' and k."receivedOn" is not null
     group by k."id" having count(r."id") < 2`,
  ),
  rule(
    "decided-when-cleared",
    "When a decision was made, no gate of whoever it names had been refused or had run out.",
    `select d."id", k."kind"::text as "why" from "Decision" d join "Clearance" k on k."candidacyId" = d."candidacyId"
     join lateral (select t."outcome", t."validUntil" from "ClearanceStep" t where t."clearanceId" = k."id"
       and t."kind" = 'recorded' and t."at" <= d."decidedAt" order by t."at" desc limit 1) last on true
     where last."outcome" <> 'clear' or last."validUntil" < (d."decidedAt" at time zone 'UTC')::date`,
  ),
  rule(
    "nominations-listed",
    "The list of nominations has every one of them as it stands.",
    `select n."id", l."stage" as "why" from "Nomination" n join "Person" p on p."id" = n."personId"
     left join "Candidacy" c on c."nominationId" = n."id"
     left join "NominationListing" l on l."nominationId" = n."id"
     where l."nominationId" is null or l."gender" <> p."gender" or l."candidacyId" is distinct from c."id"
     or (c."id" is not null and l."stage" <> c."state"::text)
     or l."searchName" <> name_search_key(p."familyName" || ' ' || p."givenName")`,
  ),
  rule(
    "panel-in-step",
    "A panel is in the phase that its vacancy is in.",
    `select p."id", v."state"::text || ' and ' || p."phase"::text as "why" from "Panel" p
     join "Vacancy" v on v."id" = p."vacancyId" where (v."state"::text, p."phase"::text) not in (
       ('screening', 'forming'), ('assessment', 'desk'), ('revealed', 'revealed'), ('reported', 'reported'),
       ('decided', 'reported'), ('closed', 'closed'), ('draft', 'forming'), ('open', 'forming'))`,
  ),
  rule(
    "one-chair",
    "A panel that was opened has a chair.",
    `select p."id" from "Panel" p where p."phase" <> 'forming'
     and not exists (select from "PanelMember" m where m."panelId" = p."id" and m."chair")`,
  ),
  rule(
    "judge-is-no-candidate",
    "Nobody sits on a panel at work who is, or was, a candidate for its post.",
    `select m."id", c."id"::text as "why" from "PanelMember" m
     join "Panel" p on p."id" = m."panelId" and p."phase" not in ('forming', 'closed')
     join "Candidacy" c on c."vacancyId" = p."vacancyId" join "Person" o on o."id" = c."personId"
     left join "Person" k on k."id" = o."mergedIntoId"
     where m."userId" in (o."userId", k."userId")`,
  ),
  rule(
    "recused-judges-not",
    "No member has a sheet on a candidacy they are recused from, but one begun before.",
    `select s."id" from "ScoreSheet" s join "Conflict" x on x."memberId" = s."memberId"
     and x."candidacyId" = s."candidacyId" where s."submittedAt" > x."createdAt"`,
  ),
  rule(
    "declared-before-scoring",
    "Nobody has submitted a sheet before declaring conflicts of interest.",
    `select s."id" from "ScoreSheet" s join "PanelMember" m on m."id" = s."memberId"
     where s."submittedAt" is not null and (m."declaredAt" is null or m."declaredAt" > s."submittedAt")`,
  ),
  rule(
    "scored-alone",
    "No sheet was submitted after the panel's sheets were opened to each other.",
    `select s."id" from "ScoreSheet" s join "PanelMember" m on m."id" = s."memberId"
     join "Panel" p on p."id" = m."panelId" where s."submittedAt" > p."revealedAt"`,
  ),
  rule(
    "report-signed",
    "A complete report bears the signature of every member of its panel.",
    `select r."id" from "PanelReport" r join "Panel" p on p."vacancyId" = r."vacancyId"
     join "PanelMember" m on m."panelId" = p."id" where r."completedAt" is not null
     and not exists (select from "ReportSignature" g where g."reportId" = r."id" and g."memberId" = m."id")`,
  ),
  rule(
    "decided-on-a-report",
    "A decision rests on a complete report of its vacancy and selects somebody the panel recommended.",
    `select d."id" from "Decision" d left join "PanelReport" r on r."id" = d."reportId"
     left join "Finding" f on f."candidacyId" = d."candidacyId"
     where r."completedAt" is null or r."vacancyId" <> d."vacancyId" or f."outcome" is distinct from 'recommended'`,
  ),
  rule(
    "selected-by-decision",
    "Exactly the candidacy that a decision names is selected or appointed.",
    `select c."id" from "Candidacy" c left join "Decision" d on d."candidacyId" = c."id"
     where (c."state" in ('selected', 'appointed')) <> (d."id" is not null)`,
  ),
  rule(
    "declined-is-withdrawn",
    "Whoever declined a post that they were selected for has withdrawn, and no decision names them any more.",
    `select s."candidacyId" as "id" from "DeclinedSelection" s join "Candidacy" c on c."id" = s."candidacyId"
     where c."state" <> 'withdrawn' or exists (select from "Decision" d where d."candidacyId" = c."id")`,
  ),
  rule(
    "appointed-from-a-closed-case",
    "An appointment from a candidacy closes its vacancy, is to that vacancy's post, and goes to the candidate.",
    `select a."id" from "Appointment" a join "Candidacy" c on c."id" = a."candidacyId"
     join "Vacancy" v on v."id" = c."vacancyId" where c."state" <> 'appointed' or v."state" <> 'closed'
     or v."postId" <> a."postId" or c."personId" <> a."personId"`,
  ),
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
  rule(
    "member-agreed",
    "An active member of the cadre has agreed to be one: by confirming, or by consent when nominated.",
    `select m."id" from "CadreMembership" m where m."state" = 'active' and m."confirmedAt" is null
     and not exists (select from "Candidacy" c join "Consent" k on k."candidacyId" = c."id"
       where c."personId" = m."personId" and k."purpose" = 'cadre' and k."given")
     and not exists (select from "PoolReview" r where r."membershipId" = m."id")`,
  ),
  rule(
    "reviewed-for-the-cadre",
    "Every nomination for the cadre has its review, and whom it let in is a member with a finding by an officer.",
    `select n."id", r."state"::text as "why" from "Nomination" n left join "PoolReview" r on r."nominationId" = n."id"
     left join "CadreMembership" m on m."id" = r."membershipId"
     where (n."vacancyId" is null) <> (r."nominationId" is not null) or (r."state" = 'entered' and (m."id" is null
       or not exists (select from "Readiness" f where f."membershipId" = m."id")))`,
  ),
  rule(
    "rests-behind-a-case",
    "A merged candidacy rests behind another for the same vacancy, and knows the state to come back to.",
    `select c."id" from "Candidacy" c left join "Candidacy" k on k."id" = c."mergedIntoId"
     where (c."state" = 'merged') <> (c."mergedFrom" is not null) or (c."state" = 'merged'
       and (k."id" is null or k."vacancyId" <> c."vacancyId" or k."state" = 'merged'))`,
  ),
  rule(
    "merged-once",
    "Nobody was merged into somebody who was merged, and every merge is a pair's decision.",
    `select p."id" from "Person" p join "Person" k on k."id" = p."mergedIntoId" where k."mergedIntoId" is not null
     or not exists (select from "DuplicatePair" d where d."state" = 'merged' and d."keptId" = k."id"
       and p."id" in (d."firstId", d."secondId"))`,
  ),
  rule(
    "counted-once",
    "One human being has one live case for a vacancy, under however many addresses they are on file.",
    `select c."id" from "Candidacy" c join "Person" p on p."id" = c."personId"
     join "Candidacy" o on o."personId" = p."mergedIntoId" and o."vacancyId" = c."vacancyId"
     where c."state" not in ('merged', 'withdrawn', 'screenedOut')
     and o."state" not in ('merged', 'withdrawn', 'screenedOut')`,
  ),
  rule(
    "document-has-its-file",
    "A document that was not removed has its file, with the hash that the record commits to.",
    `select d."id" from "CandidacyDocument" d left join "StoredFile" f on f."id" = d."fileId"
     where (d."removedAt" is null) <> (d."fileId" is not null) or f."sha256" <> d."sha256"`,
  ),
  rule(
    "consent-has-a-history",
    "How a consent stands is what its latest change says.",
    `select k."id" from "Consent" k where k."given" is distinct from (select h."given" from "ConsentChange" h
       where h."candidacyId" = k."candidacyId" and h."purpose" = k."purpose"
       order by h."changedAt" desc, h."id" desc limit 1)`,
  ),
  rule(
    "withdrawn-when",
    "Of a withdrawn candidacy it is known when.",
    `select "id" from "Candidacy" where "state" = 'withdrawn' and "withdrawnAt" is null`,
  ),
  rule(
    "withdrawn-before-the-decision",
    "Nobody was let withdraw from a case that had been decided.",
    `select c."id" from "Candidacy" c join "Decision" d on d."vacancyId" = c."vacancyId"
     where c."state" = 'withdrawn' and c."withdrawnAt" > d."decidedAt"`,
  ),
  rule(
    "role-of-a-state",
    "A focal point's role is bound to a state, and no other role is.",
    `select "id" from "RoleGrant" where ("role" = 'focalPoint') <> ("stateCode" is not null)`,
  ),
  rule(
    "account-of-a-person",
    "A person and their account have one address.",
    `select p."id" from "Person" p join "User" u on u."id" = p."userId" where p."email" <> u."email"`,
  ),
  rule(
    "event-names-what-is-there",
    "Every nomination, decision and appointment from a case is in the record.",
    `select n."id" from "Nomination" n where not exists (select from "RecordEvent" e
       where e."kind" = 'nomination.submitted' and e."subjectId" = n."id"::text)
     union all select d."id" from "Decision" d where not exists (select from "RecordEvent" e
       where e."kind" = 'decision.made' and e."subjectId" in (d."id"::text, d."vacancyId"::text))
     union all select a."id" from "Appointment" a where a."candidacyId" is not null and not exists (
       select from "RecordEvent" e where e."kind" = 'appointment.made' and e."subjectId" = a."id"::text)`,
  ),
  rule(
    "event-hashed",
    "The hash of an event is that of its text.",
    `select "id" from "RecordEvent"
     where "leafHash" <> encode(sha256('\\x00'::bytea || convert_to("canonical", 'UTF8')), 'hex')`,
  ),
  rule(
    "tree-of-events",
    "The leaves of the record's tree are numbered without a gap, and its nodes are the hashes of what lies below them.",
    `select coalesce(event."id"::text, leaf."index"::text) as "id", 'leaf ' || leaf."index" as "why"
     from (select l.*, row_number() over (order by "index") - 1 as "due" from "RecordLeaf" l) leaf
     left join "RecordEvent" event on event."sequence" = leaf."eventSequence"
     left join "RecordNode" node on node."level" = 0 and node."position" = leaf."index"
     where leaf."index" <> leaf."due" or node."hash" is distinct from event."leafHash"
     union all select n."level" || ':' || n."position", 'node'
     from "RecordNode" n
     left join "RecordNode" l on l."level" = n."level" - 1 and l."position" = 2 * n."position"
     left join "RecordNode" r on r."level" = n."level" - 1 and r."position" = 2 * n."position" + 1
     where n."level" > 0 and n."hash" is distinct from
       encode(sha256('\\x01'::bytea || decode(l."hash", 'hex') || decode(r."hash", 'hex')), 'hex')`,
  ),
  rule(
    "head-of-the-tree",
    "Every head of the record is the root of the tree it had then, and the newest covers every leaf.",
    `with recursive fold as (
       select "treeSize" as n, 0 as height, null::bytea as root from "RecordHead"
       union all
       select n, height + 1, case
         when (n >> height) & 1 = 0 then root
         when root is null then decode(peak."hash", 'hex')
         else sha256('\\x01'::bytea || decode(peak."hash", 'hex') || root) end
       from fold left join "RecordNode" peak
         on peak."level" = height and peak."position" = (n >> height) - 1
       where n >> height > 0)
     select head."treeSize"::text as "id" from "RecordHead" head join fold on fold.n = head."treeSize"
     where fold.n >> fold.height = 0 and head."rootHash" is distinct from encode(fold.root, 'hex')
     union all select leaves."count"::text from (select count(*) as "count" from "RecordLeaf") leaves
     where leaves."count" <> coalesce((select max("treeSize") from "RecordHead"), 0)`,
  ),
];
