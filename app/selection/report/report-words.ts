import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { RankingFigures } from "#app/selection/ranking/ranking-figures.ts";
import { REASONS as SCREENING_REASONS } from "#app/selection/screening/screening-reasons.ts";
import { FINDING_REASONS, type FindingReason } from "./finding-reasons.ts";
import type { ListOutcome } from "./list-outcomes.ts";
import { findingsIn, type NewReport, type PanelReportContent, type ReportedFinding } from "./panel-report.ts";
import { reportOrder } from "./report-order.ts";
import type { ReportView } from "./report-page.ts";

/** A report's findings in the order in which its people are listed. */
export const sortedFindings = ({ content, people }: Pick<ReportView, "content" | "people">) =>
  reportOrder({ content: { candidacies: findingsIn(content), figures: content.figures }, people });

/** The figures of one candidacy in words, each with what it is; none where no sheet counts. */
export function figuresOf(
  t: Translate,
  format: Format,
  figures: RankingFigures,
  id: string,
): readonly (readonly [term: string, figure: string])[] {
  const row = figures.rows.find(({ candidacyId }) => candidacyId === id);
  if (!row) return [];
  const score = (value: number) => format.number(value, 2);
  const { observedMean, fairAverage, standardError, rank, rankInterval, shortlistShare } = row;
  const fair =
    fairAverage !== null &&
    (standardError === null
      ? score(fairAverage)
      : t("selection.report.withError", { average: score(fairAverage), error: score(standardError) }));
  return [
    [t("selection.ranking.observed"), score(observedMean)] as const,
    ...(fair === false ? [] : [[t("selection.ranking.fair"), fair] as const]),
    ...(rank === null || rankInterval === null
      ? []
      : [[t("selection.report.rank"), t("selection.report.rankWithin", { rank, ...rankInterval })] as const]),
    ...(shortlistShare === null
      ? []
      : [[t("selection.ranking.shortlistShare"), format.percent(shortlistShare)] as const]),
  ];
}

/** Why a candidacy has no figures: it was not interviewed, or no sheet on it counts. */
export const noFiguresWords = (t: Translate, { notHeard }: RankingFigures, id: string): string =>
  t(notHeard.includes(id) ? "shortlist.passedOver" : "selection.ranking.noScores");

/** The level found on a criterion, in words. */
export const levelWords = (t: Translate, level: number | null): string =>
  level === null ? t("selection.sheet.notObserved") : t("selection.sheet.levelNumber", { level });

/** A reason of a finding with its code. */
export const reasonWords = (t: Translate, reason: FindingReason): string =>
  `${FINDING_REASONS[reason].code} · ${t(`selection.finding.reason.${reason}`)}`;

const MODELS = ["estimated", "singular", "additive", "constant", "notSeparable"] as const;

/** How the figures of a report came about, one sentence each. */
export function methodWords(t: Translate, format: Format, content: PanelReportContent): readonly string[] {
  const { seed, draws, kind } = content.figures;
  const repeat = t("selection.report.repeat", { seed, draws });
  const changes = content.v === 1 ? [] : changeWords(t, format, content.rubricChanges ?? []);
  if (content.v === 1 || !content.method)
    return [...changes, ...(kind === "ranked" ? [] : [t(`selection.report.${kind}`)]), repeat];
  const { model, varianceMembers, varianceResidual, panels } = content.method;
  const known = MODELS.find((one) => one === model) ?? "notSeparable";
  const variances =
    varianceMembers === null || varianceResidual === null
      ? []
      : [
          t("selection.report.variances", {
            members: format.number(varianceMembers, 4),
            residual: format.number(varianceResidual, 4),
          }),
        ];
  return [
    ...changes,
    t(`selection.report.model.${known}`),
    ...variances,
    t("selection.report.weights"),
    t(panels === "oneMember" ? "selection.report.panels.one" : "selection.report.panels.many"),
    repeat,
  ];
}

/** How the rubric was changed after its publication, one sentence each. */
const changeWords = (
  t: Translate,
  format: Format,
  changes: NonNullable<NewReport["rubricChanges"]>,
): readonly string[] =>
  changes.map(({ hashBefore, hashAfter, publishedBefore, at, reason }) =>
    t("rubricChange.inReport", {
      ...{ before: hashBefore, after: hashAfter, reason },
      ...{ from: format.date(publishedBefore.slice(0, 10)), date: format.date(at.slice(0, 10)) },
    }),
  );

/** The rounds that a panel went through, one sentence each; none in reports from before they were told. */
export function roundsWords(
  t: Translate,
  format: Format,
  { content, people }: Pick<ReportView, "content" | "people">,
): readonly string[] {
  if (content.v === 1 || !content.rounds) return [];
  const { calibration, blind, interview, heard, passedOver, balanceReason, phases } = content.rounds;
  const nameOf = (id: string) => people[id]?.name ?? "–";
  const day = (at: string) => format.date(at.slice(0, 10));
  const dates = phases.map(({ phase, openedAt, closedAt }) =>
    closedAt
      ? t("rounds.phase", { phase: t(`phase.name.${phase}`), from: day(openedAt), until: day(closedAt) })
      : t("rounds.phaseOpen", { phase: t(`phase.name.${phase}`), from: day(openedAt) }),
  );
  return [
    ...(calibration ? [sampleWords(t, calibration)] : []),
    t(blind ? "rounds.blind" : "rounds.named"),
    t(interview ? "rounds.interviewed" : "rounds.fileAlone", { names: format.list(heard.map(nameOf)) }),
    ...passedOver.map(({ candidacyId, reason }) =>
      t("rounds.passedOver", { name: nameOf(candidacyId), reason }),
    ),
    ...(balanceReason ? [t("shortlist.balanceWas", { reason: balanceReason })] : []),
    ...dates,
  ];
}

function sampleWords(t: Translate, { held, reason, sheets }: Calibration) {
  if (!held) return t("calibration.skipped", { reason });
  return reason
    ? t("rounds.calibratedEarly", { count: sheets, reason })
    : t("rounds.calibrated", { count: sheets });
}
type Calibration = NonNullable<NonNullable<NewReport["rounds"]>["calibration"]>;

const SCREENED = new Map<string, keyof typeof SCREENING_REASONS>(
  (Object.keys(SCREENING_REASONS) as (keyof typeof SCREENING_REASONS)[]).map((reason) => [
    SCREENING_REASONS[reason].code,
    reason,
  ]),
);

/** An outcome of somebody whom the panel did not judge, and the code of a reason for it, in words. */
export const outcomeWords = (t: Translate, outcome: ListOutcome): string =>
  t(`selection.report.ended.${outcome}`);
export function codeWords(t: Translate, code: string): string {
  const screened = SCREENED.get(code);
  if (screened) return `${code} · ${t(`vetting.reason.${screened}`)}`;
  if (code === "W1") return `${code} · ${t("selection.report.code.withdrew")}`;
  if (code === "W2") return `${code} · ${t("selection.report.code.noConsent")}`;
  return `${code} · ${t("selection.report.code.sameCase")}`;
}

/** A member's recusals by source: "declared 1, same nationality 2". */
export const conflictWords = (
  t: Translate,
  format: Format,
  conflicts: NewReport["conflicts"],
  memberId: string,
): string =>
  format.list(
    conflicts
      .filter((one) => one.memberId === memberId)
      .map(({ source, count }) =>
        t("selection.report.conflict", { source: t(`selection.conflict.source.${source}`), count }),
      ),
  );

/** The criteria of a finding in the rubric's order, each with its name. */
export function criteriaOf({ rubric }: PanelReportContent, finding: ReportedFinding) {
  return rubric.criteria.flatMap(({ id, name }) => {
    const found = finding.criteria.find(({ criterionId }) => criterionId === id);
    return found ? [{ ...found, name }] : [];
  });
}
