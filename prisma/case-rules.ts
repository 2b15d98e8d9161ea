import { type DataRule, rule } from "./data-rule.ts";

/** Stages that a candidacy in a state must have passed. */
const PASSED = `(values
  ('nominated', 'nominated'),
  ('consented', 'consented'), ('screenedIn', 'consented'), ('screenedIn', 'screenedIn'),
  ('recommended', 'screenedIn'), ('recommended', 'recommended'),
  ('suitable', 'screenedIn'), ('notRecommended', 'screenedIn'),
  ('selected', 'recommended'), ('selected', 'selected'),
  ('appointed', 'selected'), ('appointed', 'appointed')
) as passed(state, stage)`;

/** Rules of candidacies, their files and the people behind them. */
export const CASE_RULES: readonly DataRule[] = [
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
     where c."state" not in ('merged', 'withdrawn', 'declined', 'screenedOut')
     and o."state" not in ('merged', 'withdrawn', 'declined', 'screenedOut')`,
  ),
  rule(
    "counted-as-it-is",
    "What is counted of a candidacy is what the tables hold of it.",
    `select c."id" from "Candidacy" c join "Nomination" n on n."id" = c."nominationId"
     join "Person" own on own."id" = c."personId" join "Person" p on p."id" = coalesce(own."mergedIntoId", own."id")
     left join "BalanceFact" f on f."candidacyId" = c."id"
     where (f."vacancyId", f."counted", f."gender"::text, f."furthest"::text, f."stateCode", f."service", f."born")
       is distinct from (c."vacancyId", c."state" <> 'merged', p."gender"::text, coalesce((select s."stage"::text
         from "StageEvent" s where s."candidacyId" = c."id" order by s."stage" desc limit 1), 'nominated'),
         coalesce(n."stateCode", ''), coalesce(p."service"::text, ''),
         coalesce(extract(year from p."birthDate")::int, p."birthYear", 0))`,
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
    `select "id" from "Candidacy" where "state" in ('withdrawn', 'declined') and "withdrawnAt" is null`,
  ),
  rule(
    "withdrawn-before-the-decision",
    "Nobody was let withdraw from a case that had been decided.",
    `select c."id" from "Candidacy" c join "Decision" d on d."vacancyId" = c."vacancyId"
     where c."state" = 'withdrawn' and c."withdrawnAt" > d."decidedAt"`,
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
    "kept-as-it-is",
    "What each process keeps of a member is what the tables hold of them, and nothing of who is gone.",
    `select coalesce(f."membershipId", k."membershipId") as "id" from "MemberFact" f
     full join member_facts(array(select "id" from "CadreMembership")) k on k."membershipId" = f."membershipId"
     where f."facts" is distinct from k."facts"`,
  ),
];
