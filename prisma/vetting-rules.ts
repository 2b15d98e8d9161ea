import { type DataRule, rule } from "./data-rule.ts";

/** Rules of screening and clearances. */
export const VETTING_RULES: readonly DataRule[] = [
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
];
