import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { StratifiedExact } from "#app/statistics/stratified-exact.ts";
import { EXACT_COLUMNS, type StageFigure } from "./balance.ts";
import type { Figure, FigureCell, FigureColumn } from "./figure.ts";
import type { SelectionQuery } from "./selection-query.ts";
import { readingOf, type StageImpact, stageImpacts } from "./stage-impact.ts";
import { stageLoss } from "./stage-loss.ts";

interface Facts {
  readonly asked: SelectionQuery;
  /** Of decided vacancies, columns as in `EXACT_COLUMNS`. */
  readonly steps: readonly StageFigure[];
  /** Of each step the comparison within vacancies. */
  readonly within: readonly (StratifiedExact | null)[];
  readonly roleName: (code: string) => string;
  readonly taken: string;
}

const columnsOf = (t: Translate): readonly FigureColumn[] => [
  { key: "womenBefore", label: t("gender.selection.column.womenBefore"), kind: "count" },
  { key: "women", label: t("gender.impact.women"), kind: "count" },
  { key: "menBefore", label: t("gender.selection.column.menBefore"), kind: "count" },
  { key: "men", label: t("gender.impact.men"), kind: "count" },
  ...(["womenRate", "menRate", "ratio", "difference", "lower", "upper"] as const).map((key) => ({
    ...{ key, label: t(`gender.selection.column.${key}`) },
    kind: "number" as const,
  })),
  { key: "p", label: t("gender.impact.p"), kind: "text" },
  { key: "midP", label: t("gender.impact.midP"), kind: "text" },
  ...(["within", "withinLower", "withinUpper"] as const).map((key) => ({
    ...{ key, label: t(`gender.selection.column.${key}`) },
    kind: "number" as const,
  })),
  { key: "withinP", label: t("gender.impact.withinP"), kind: "text" },
  { key: "adjusted", label: t("gender.impact.adjusted"), kind: "text" },
  { key: "part", label: t("gender.loss.part"), kind: "number" },
  { key: "reading", label: t("gender.impact.reading"), kind: "text" },
];

/** The steps of selection with all that is said of them, as one figure to take along: for who sees exact figures. */
export function selectionFigure(t: Translate, format: Format, facts: Facts): Figure {
  const { asked, steps, within, roleName, taken } = facts;
  const loss = stageLoss(steps, EXACT_COLUMNS);
  const partOf = (to: string) =>
    "parts" in loss ? (loss.parts.find((one) => one.to === to)?.part ?? null) : null;
  const period = { from: format.date(asked.from), to: format.date(asked.to) };
  return {
    id: "selection-steps",
    title: t("gender.impact.title"),
    counting: { kind: "flow", from: asked.from, to: asked.to },
    note: [
      t(`gender.selection.counted.${asked.basis}`, period),
      ...(asked.role ? [t("gender.selection.onlyRole", { role: roleName(asked.role) })] : []),
      ...(asked.level ? [t("gender.selection.onlyLevel", { level: asked.level })] : []),
      t("gender.impact.note"),
      t("gender.loss.note"),
    ],
    rowHeading: t("gender.impact.step"),
    columns: columnsOf(t),
    rows: stageImpacts(steps, EXACT_COLUMNS, 1, within).map((one) => ({
      key: one.to,
      label: t("gender.impact.stepOf", {
        from: t(`gender.stage.${one.from}`),
        to: t(`gender.stage.${one.to}`),
      }),
      cells: cellsOf(t, format, one, partOf(one.to)),
    })),
    chart: { kind: "bars", columns: ["women", "men"], share: null },
    exact: true,
    taken,
  };
}

function cellsOf(
  t: Translate,
  format: Format,
  step: StageImpact,
  part: number | null,
): readonly FigureCell[] {
  const { impact, adjustedP } = step;
  const figures = impact && impact.kind !== "countsOnly" ? impact.figures : null;
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined ? null : 100 * share;
  const p = (value: number | null | undefined) =>
    value === null || value === undefined ? t("gender.none") : format.number(value, 3);
  return [
    impact?.group1.total ?? 0,
    impact?.group1.selected ?? 0,
    impact?.group2.total ?? 0,
    impact?.group2.selected ?? 0,
    percent(figures?.rate1),
    percent(figures?.rate2),
    percent(figures?.impactRatio),
    percent(figures?.difference),
    percent(figures?.newcombe?.[0]),
    percent(figures?.newcombe?.[1]),
    p(figures?.fisher),
    p(figures?.midP),
    ...[step.within?.difference, step.within?.limits?.[0], step.within?.limits?.[1]].map(percent),
    p(step.within?.p),
    p(adjustedP),
    percent(part),
    t(`gender.impact.${readingOf(step)}`),
  ];
}
