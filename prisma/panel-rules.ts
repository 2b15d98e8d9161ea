import { type DataRule, rule } from "./data-rule.ts";

/** Rules of panels, decisions and appointments. */
export const PANEL_RULES: readonly DataRule[] = [
  rule(
    "panel-in-step",
    "A panel is in the phase that its vacancy is in.",
    `select p."id", v."state"::text || ' and ' || p."phase"::text as "why" from "Panel" p
     join "Vacancy" v on v."id" = p."vacancyId" where (v."state"::text, p."phase"::text) not in (
       ('screening', 'forming'), ('assessment', 'calibration'), ('assessment', 'desk'), ('assessment', 'compared'), ('assessment', 'interview'),
       ('revealed', 'revealed'), ('reported', 'reported'),
       ('reopened', 'reported'), ('decided', 'reported'), ('closed', 'closed'), ('draft', 'forming'), ('open', 'forming'))`,
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
    "passed-over-not-heard",
    "Whoever a panel does not hear is not counted as in its last round.",
    `select o."candidacyId" from "PassedOver" o
     join "StageEvent" s on s."candidacyId" = o."candidacyId" and s."stage" = 'shortlisted'`,
  ),
  rule(
    "recused-judges-not",
    "No member has a sheet on a candidacy they are recused from, but one begun before.",
    `select s."id" from "ScoreSheet" s join "Conflict" x on x."memberId" = s."memberId"
     and x."candidacyId" = s."candidacyId" where s."submittedAt" > x."createdAt"`,
  ),
  rule(
    "withdrawn-when-recused",
    "A sheet is withdrawn exactly where its member is recused from the candidacy.",
    `select s."id" from "ScoreSheet" s where (s."withdrawnAt" is not null) <> exists (
       select from "Conflict" x where x."memberId" = s."memberId" and x."candidacyId" = s."candidacyId")`,
  ),
  rule(
    "recusal-from-the-register",
    "Every recusal is drawn from a conflict of the register.",
    `select x."id" from "Conflict" x join "PanelMember" m on m."id" = x."memberId"
     left join "KnownConflict" k on k."id" = x."knownId" and k."userId" = m."userId" and k."source" = x."source"
     where k."id" is null`,
  ),
  rule(
    "pinned-with-a-reason",
    "An officer's word on a conflict says who gave it, when and why; what was declared is not set aside.",
    `select k."id" from "KnownConflict" k where (k."pin" <> 'none' and (k."pinReason" is null or k."pinnedById" is null
       or k."pinnedAt" is null)) or (k."standing" = 'declared' and k."pin" = 'setAside')`,
  ),
  rule(
    "declared-before-scoring",
    "Nobody has submitted a sheet before declaring conflicts of interest.",
    `select s."id" from "ScoreSheet" s join "PanelMember" m on m."id" = s."memberId"
     where s."submittedAt" is not null and (m."declaredAt" is null or m."declaredAt" > s."submittedAt")`,
  ),
  rule(
    "scored-alone",
    "No sheet was submitted after the sheets of its round were opened to each other.",
    `select s."id" from "ScoreSheet" s join "PanelMember" m on m."id" = s."memberId"
     join "Panel" p on p."id" = m."panelId" where s."submittedAt" >
       case when s."stage" = 'desk' then coalesce(p."comparedAt", p."revealedAt") else p."revealedAt" end`,
  ),
  rule(
    "rounds-in-step",
    "Only a panel that interviews has interview sheets, and none was submitted before its desk sheets were opened.",
    `select s."id" from "ScoreSheet" s join "PanelMember" m on m."id" = s."memberId"
     join "Panel" p on p."id" = m."panelId" where s."stage" = 'interview' and s."supersededById" is null
     and (not p."interview" or p."comparedAt" is null or s."submittedAt" < p."comparedAt")`,
  ),
  rule(
    "sheet-of-its-round",
    "A sheet of a panel that interviews is on the criteria of its round alone.",
    `select distinct s."id" from "ScoreSheet" s join "PanelMember" m on m."id" = s."memberId"
     join "Panel" p on p."id" = m."panelId" and p."interview" join "ScoreEntry" e on e."sheetId" = s."id"
     join "Criterion" k on k."id" = e."criterionId"
     where k."stage" <> 'both' and k."stage"::text <> s."stage"::text`,
  ),
  rule(
    "phase-open",
    "A panel's period that is open is that of the phase it is in.",
    `select p."id", x."phase"::text as "why" from "PanelPeriod" x join "Panel" p on p."id" = x."panelId"
     where x."openedAt" is not null and x."closedAt" is null and x."phase" <> p."phase"`,
  ),
  rule(
    "report-signed",
    "A complete report bears the signature of every member of its panel.",
    `select r."id" from "PanelReport" r join "Panel" p on p."vacancyId" = r."vacancyId"
     join "PanelMember" m on m."panelId" = p."id" where r."completedAt" is not null
     and not exists (select from "ReportSignature" g where g."reportId" = r."id" and g."memberId" = m."id")`,
  ),
  rule(
    "minimums-bind",
    "Nobody is recommended whom the panel found below the minimum of a criterion.",
    `select f."id", k."code" as "why" from "Finding" f
     join "FindingCriterion" x on x."candidacyId" = f."candidacyId" join "Criterion" k on k."id" = x."criterionId"
     where f."outcome" = 'recommended' and k."minimumLevel" is not null
     and (x."level" is null or x."level" < k."minimumLevel")`,
  ),
  rule(
    "found-on-every-criterion",
    "A finding on criteria is one on every criterion of the rubric, and stands among its versions.",
    `select f."id" from "Finding" f join "Candidacy" c on c."id" = f."candidacyId"
     join "Rubric" r on r."vacancyId" = c."vacancyId"
     where exists (select from "FindingCriterion" x where x."candidacyId" = f."candidacyId")
     and (exists (select from "Criterion" k where k."rubricId" = r."id" and not exists (
         select from "FindingCriterion" x where x."candidacyId" = f."candidacyId" and x."criterionId" = k."id"))
       or not exists (
         select from "FindingVersion" v where v."candidacyId" = f."candidacyId" and v."version" = f."version"))`,
  ),
  rule(
    "passed-over-unheard",
    "Nobody whom a panel did not interview is recommended by it, nor interviewed any more.",
    `select o."candidacyId" as "id" from "PassedOver" o left join "Finding" f on f."candidacyId" = o."candidacyId"
     left join "InterviewSlot" t on t."candidacyId" = o."candidacyId" join "Shortlist" s on s."panelId" = o."panelId"
     where f."outcome" = 'recommended' or t."cancelledAt" is null and t."startsAt" > s."decidedAt"`,
  ),
  rule(
    "sample-before-the-desk",
    "A panel that scores a sample case opened its desk once the sample sheets were open, and none was handed in after.",
    `select p."id" from "Panel" p left join "Calibration" k on k."panelId" = p."id"
     where p."calibrates" and p."phase" not in ('forming', 'calibration', 'closed') and k."openedAt" is null
     union all select k."panelId" from "Calibration" k join "PanelMember" m on m."panelId" = k."panelId"
     join "SampleSheet" s on s."memberId" = m."id" where s."submittedAt" > k."openedAt"`,
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
    "letter-stands",
    "A letter that waits says what is so; whoever was selected was told before the appointment.",
    `select l."id", l."outcome"::text || ' to ' || c."state"::text as "why" from "Letter" l
     join "Candidacy" c on c."id" = l."candidacyId" join "Vacancy" v on v."id" = l."vacancyId"
     where l."state" = 'awaitingReview' and (
       v."state" not in ('decided', 'reopened', 'closed')
       or v."state" = 'reopened' and c."state" = 'recommended' or v."state" = 'closed' and c."state" = 'selected'
       or (l."outcome"::text, c."state"::text) not in (('selected', 'selected'), ('selected', 'appointed'),
         ('suitable', 'recommended'), ('suitable', 'suitable'), ('notSelected', 'notRecommended'))
       or l."audience" = 'candidate' and c."state" = 'appointed')`,
  ),
  rule(
    "feedback-after-letter",
    "Feedback was released to whom a letter was sent, and says the level that the panel found.",
    `select f."candidacyId" as "id" from "Feedback" f where f."state" = 'released' and not exists (
       select from "Letter" l where l."candidacyId" = f."candidacyId" and l."audience" = 'candidate' and l."state" = 'sent')
     union all select p."candidacyId" from "FeedbackPoint" p left join "FindingCriterion" c
       on c."candidacyId" = p."candidacyId" and c."criterionId" = p."criterionId" where c."level" is distinct from p."level"`,
  ),
  rule(
    "declined-has-left",
    "Whoever declined a post that they were selected for stands as such, and no decision names them any more.",
    `select c."id" from "Candidacy" c left join "DeclinedSelection" s on s."candidacyId" = c."id"
     where (c."state" = 'declined') <> (s."id" is not null) or s."id" is not null and exists (select from "Decision" d where d."candidacyId" = c."id")`,
  ),
  rule(
    "appointed-from-a-closed-case",
    "An appointment from a candidacy closes its vacancy, is to that vacancy's post, and goes to the candidate.",
    `select a."id" from "Appointment" a join "Candidacy" c on c."id" = a."candidacyId"
     join "Vacancy" v on v."id" = c."vacancyId" where c."state" <> 'appointed' or v."state" <> 'closed'
     or v."postId" <> a."postId" or c."personId" <> a."personId"`,
  ),
];
