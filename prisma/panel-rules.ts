import { type DataRule, rule } from "./data-rule.ts";

/** Rules of panels, decisions and appointments. */
export const PANEL_RULES: readonly DataRule[] = [
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
];
