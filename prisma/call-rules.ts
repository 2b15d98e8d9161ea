import { type DataRule, rule } from "./data-rule.ts";

/** Rules of calls, nominations and lists. */
export const CALL_RULES: readonly DataRule[] = [
  rule(
    "rubric-frozen",
    "A published vacancy has a frozen rubric whose weights add up to 1,000,000.",
    `select v."id", coalesce(sum(c."weight"), 0)::text as "why" from "Vacancy" v
     left join "Rubric" r on r."vacancyId" = v."id" left join "Criterion" c on c."rubricId" = r."id"
     where v."state" <> 'draft' group by v."id", r."frozenAt"
     having r."frozenAt" is null or coalesce(sum(c."weight"), 0) <> 1000000`,
  ),
  rule(
    "rubric-kept",
    "The last version that is kept of a rubric has its levels, its shares and the weights of its criteria.",
    `select r."id", v."version"::text as "why" from "Rubric" r
     join "RubricVersion" v on v."rubricId" = r."id"
       and not exists (select from "RubricVersion" n where n."rubricId" = r."id" and n."version" > v."version")
     where v."version" <> r."version" or (v."content"->>'levels')::int <> r."levels"
     or v."content"->'shares' <> jsonb_build_object('merit', r."meritShare", 'competence', r."competenceShare",
       'missionNeeds', r."needsShare")
     or (select jsonb_object_agg(k->>'code', k->'weight') from jsonb_array_elements(v."content"->'criteria') k)
       is distinct from
       (select jsonb_object_agg(c."code", c."weight") from "Criterion" c where c."rubricId" = r."id")`,
  ),
  rule(
    "cadre-rubric-frozen",
    "The rubric of a call for the cadre at large is frozen from its publication on, and only a call for the cadre has one.",
    `select r."id", c."kind"::text || ', ' || c."state"::text as "why" from "Rubric" r
     join "Call" c on c."id" = r."callId"
     where c."kind" <> 'global' or (c."state" = 'draft') <> (r."frozenAt" is null)`,
  ),
  rule(
    "one-latest-criterion",
    "Of every criterion in the library one version is the latest, and it has the highest number.",
    `select min("id"::text) as "id", "code" as "why" from "LibraryCriterion" group by "code"
     having count(*) filter (where "supersededAt" is null) <> 1
     or max("version") <> max("version") filter (where "supersededAt" is null)`,
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
    "nominations-listed",
    "The list of nominations has every one of them as it stands.",
    `select n."id", l."stage" as "why" from "Nomination" n join "Person" p on p."id" = n."personId"
     left join "Candidacy" c on c."nominationId" = n."id"
     left join "NominationListing" l on l."nominationId" = n."id"
     where l."nominationId" is null or l."gender" <> p."gender" or l."candidacyId" is distinct from c."id"
     or (c."id" is not null and l."stage" <> c."state"::text)
     or (c."id" is null and n."state" = 'submitted' and l."stage" <> (select case r."state"::text when 'consented' then 'forCadre'
       when 'entered' then 'inCadre' when 'declined' then 'declinedCadre' when 'asked' then 'nominated' else r."state"::text end
       from "PoolReview" r where r."nominationId" = n."id"))
     or l."searchName" <> name_search_key(p."familyName" || ' ' || p."givenName")`,
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
    "file-of-a-nomination-for-the-cadre",
    "The file of a nomination for the cadre begins with what its nominator stated, and its versions follow one another.",
    `select f."nominationId" as "id", count(*) || ' versions up to ' || max(f."number") as "why"
     from "PoolFileVersion" f join "Nomination" n on n."id" = f."nominationId" group by f."nominationId", n."nominator"
     having count(*) <> max(f."number") or min(f."number") <> 1
     or not bool_or(f."number" = 1 and f."author" = case n."nominator" when 'self' then 'candidate' else 'state' end::"FileAuthor")`,
  ),
  rule(
    "reviewed-for-the-cadre-by-two",
    "No review for the cadre since two officers are asked has an outcome that two of them did not find.",
    `select r."nominationId" as "id", r."state"::text as "why" from "PoolReview" r
     where r."state" in ('entered', 'notTaken') and r."basis" <> 'single' and (select count(*) from "PoolSheet" s
       where s."nominationId" = r."nominationId" and s."passed" = (r."state" = 'entered')) < 2`,
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
];
