import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { shareFigure } from "./balance.ts";
import type { Stretch } from "./case-part.ts";
import type { Basis } from "./case-view.ts";
import type { Tally } from "./counts.ts";
import type { CrossLine } from "./crossing.ts";
import type { CrossRow } from "./crossing-row.ts";
import type { Figure, FigureCell, FigureColumn } from "./figure.ts";
import type { Dimension } from "./flow-query.ts";
import { crossingTitle, type FlowNames, keyWords, stretchWords } from "./flow-words.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/** In whose words, for whom, and of when a figure of the flow is. */
export interface FlowFacts {
  readonly t: Translate;
  readonly format: Format;
  readonly names: FlowNames;
  /** Whether the reader sees another gender and not stated apart. */
  readonly sensitive: boolean;
  readonly basis: Basis;
  /** ISO dates, both counted. */
  readonly from: string;
  readonly to: string;
  readonly taken: string;
}

/** The part of some rows that stands on a page. */
export interface Shown {
  readonly from: number;
  readonly of: number;
}

/** Another gender and not stated, apart or together. */
const others = (sensitive: boolean) =>
  sensitive ? (["another", "notStated"] as const) : (["other"] as const);
const countOf = (tally: Tally, column: keyof Tally | "other"): number =>
  column === "other" ? tally.another + tally.notStated : tally[column];

function flowColumns({ t, sensitive }: FlowFacts, arrows: boolean): readonly FigureColumn[] {
  return [
    ...(["woman", "man", ...others(sensitive)] as const).map((key) => ({
      ...{ key, label: t(`gender.column.${key}`) },
      kind: "count" as const,
    })),
    { key: "share", label: t("gender.flow.share"), kind: "share" },
    ...(arrows
      ? [
          ...(["rateWoman", "rateMan"] as const).map((key) => ({
            ...{ key, label: t(`flow.column.${key}`) },
            kind: "number" as const,
          })),
          ...(["lossWoman", "lossMan", "lossOther"] as const).map((key) => ({
            ...{ key, label: t(`flow.column.${key}`) },
            kind: "count" as const,
          })),
        ]
      : []),
  ];
}

const percentOf = (rate: number | null) => (rate === null ? null : rate * 100);

function flowCells({ sensitive }: FlowFacts, { tally, rate, loss }: CrossRow, arrows: boolean) {
  const cells: FigureCell[] = [
    ...[tally.woman, tally.man, ...others(sensitive).map((column) => countOf(tally, column))],
    shareFigure(tally.woman, tally.man, 1),
  ];
  return arrows
    ? [
        ...cells,
        ...[percentOf(rate.woman), percentOf(rate.man)],
        ...[loss.woman, loss.man, countOf(loss, "other")],
      ]
    : cells;
}

const aboutFlow = ({ t, basis }: FlowFacts, arrows: boolean): readonly string[] => [
  t(`flow.about.${basis}`),
  t("flow.about.once"),
  t("flow.about.stages"),
  ...(arrows ? [t("flow.about.arrows")] : []),
];

const ABOUT_PART = new Set<Dimension>(["ageBand", "rank", "panel", "stage"]);
const aboutParts = ({ t }: FlowFacts, dimensions: readonly Dimension[]): readonly string[] => [
  t("flow.about.missing"),
  ...dimensions.flatMap((one) =>
    ABOUT_PART.has(one) ? [t(`flow.about.${one as "ageBand" | "rank" | "panel" | "stage"}`)] : [],
  ),
];

interface Crossing {
  /** Its address and the name of its file. */
  readonly id: string;
  readonly title?: string;
  readonly dimensions: readonly Dimension[];
  /** Null where the stages are rows. */
  readonly stage: FunnelStage | null;
  readonly rows: readonly CrossRow[];
  readonly shown: Shown;
}

/**
 * A crossing as a figure: people by gender, the share of women, and, but at the first stage, how many of the stage before
 * went on and were lost.
 */
export function crossingFigure(facts: FlowFacts, crossing: Crossing): Figure {
  const { t } = facts;
  const { id, dimensions, stage, rows, shown } = crossing;
  const arrows = stage !== FUNNEL_STAGES[0];
  const part =
    shown.of > rows.length
      ? [t("flow.rows", { from: shown.from + 1, to: shown.from + rows.length, of: shown.of })]
      : [];
  return {
    id,
    title: crossing.title ?? crossingTitle(t, stage, dimensions),
    counting: { kind: "flow", from: facts.from, to: facts.to },
    note: [...part, ...aboutFlow(facts, arrows), ...aboutParts(facts, dimensions)],
    rowHeading: dimensions.map((one) => t(`flow.dimension.${one}`)).join(" · "),
    columns: flowColumns(facts, arrows),
    rows: rows.map((row) => ({
      key: JSON.stringify(row.keys),
      label: dimensions.map((one, n) => keyWords(facts, facts.names, one, row.keys[n] ?? "")).join(" · "),
      cells: flowCells(facts, row, arrows),
    })),
    chart: { kind: "shares", column: "share", targets: {} },
    exact: true,
    taken: facts.taken,
  };
}

/** The stages whose lines are drawn: more of them could not be told apart. All are in the table. */
const DRAWN: readonly FunnelStage[] = ["nominated", "screenedIn", "shortlisted", "recommended", "appointed"];

/** The share of women at every stage, one stretch of time after the other. */
export function trendFigure(facts: FlowFacts, stretch: Stretch, lines: readonly CrossLine[]): Figure {
  const { t } = facts;
  return {
    id: "share-by-stage-over-time",
    title: t(`flow.trend.${stretch}`),
    counting: { kind: "flow", from: facts.from, to: facts.to },
    note: [...aboutFlow(facts, false), t("flow.about.trend")],
    rowHeading: t(`flow.each.${stretch}`),
    columns: FUNNEL_STAGES.map((stage) => ({ key: stage, label: t(`gender.stage.${stage}`), kind: "share" })),
    rows: lines.map(({ keys: [key = ""], reached }) => ({
      ...{ key, label: stretchWords(t, stretch, key) },
      cells: reached.map(({ woman, man }) => shareFigure(woman, man, 1)),
    })),
    chart: { kind: "trend", columns: DRAWN, marks: [] },
    exact: true,
    taken: facts.taken,
  };
}
