import { inLanguage } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { shareFigure } from "./balance.ts";
import type { Figure, FigureCell, FigureColumn, FigureRow } from "./figure.ts";
import type { OpenBalance } from "./open-balance.ts";

/** The charts that other sites can show, by the name in their address. */
export const OPEN_CHARTS = ["leaders", "levels", "stages", "regions"] as const;
export type OpenChart = (typeof OPEN_CHARTS)[number];

export const isOpenChart = (name: string | null): name is OpenChart =>
  OPEN_CHARTS.some((chart) => chart === name);

/** What a chart is made of: the public figures, and how it is said. */
interface Made {
  readonly t: Translate;
  readonly locale: string;
  readonly data: OpenBalance;
  /** The share of women to reach among heads and deputies, 0 to 1; null where no target is in force. */
  readonly target: number | null;
}

const PARTS = ["woman", "man", "other"] as const;

const columnsIn = (t: Translate): readonly FigureColumn[] => [
  ...PARTS.map((key) => ({ key, label: t(`gender.column.${key}`), kind: "count" as const })),
  { key: "share", label: t("gender.flow.share"), kind: "share" },
];

/** One of the public charts, drawn from the figures that machines get: a withheld count stays withheld. */
export function openFigure(chart: OpenChart, { t, locale, data, target }: Made): Figure {
  const shared = { columns: columnsIn(t), exact: false, taken: data.leaders.on };
  if (chart === "leaders" || chart === "levels") {
    const lists = chart === "leaders";
    return {
      ...shared,
      id: `public-${chart}`,
      title: t(lists ? "figure.leadersByList" : "openData.levels"),
      counting: { kind: "stock", on: data.leaders.on },
      note: [t("figure.about.leaders"), t(lists ? "figure.about.acting" : "figure.about.actingLeftOut")],
      rowHeading: t(lists ? "gender.leaders.list" : "gender.leaders.level"),
      rows: lists
        ? data.leaders.lists
            .filter(({ women, men, other }) => women + men + other > 0)
            .map((line) => inPost(line.list, t(`gender.leaders.${line.list}`), line))
        : data.leaders.levels.map((line) => inPost(line.level, line.level, line)),
      chart: lists
        ? { kind: "shares", column: "share", targets: target === null ? {} : { headsAndDeputies: target } }
        : { kind: "bars", columns: PARTS, share: "share" },
    };
  }
  const stages = chart === "stages";
  return {
    ...shared,
    id: `public-${chart}`,
    title: t(stages ? "gender.flow.chart" : "openData.regionsChart"),
    counting: { kind: "flow", from: data.year.from, to: data.year.to },
    note: [t("openData.protection.release"), t("openData.protection.small")],
    rowHeading: t(stages ? "gender.flow.stage" : "gender.breakdown.line"),
    rows: stages ? stageRows(t, data) : regionRows(locale, data),
    chart: { kind: "bars", columns: PARTS, share: "share" },
  };
}

interface InPost {
  readonly women: number;
  readonly men: number;
  readonly other: number;
}

const inPost = (key: string, label: string, { women, men, other }: InPost): FigureRow => ({
  ...{ key, label },
  cells: [women, men, other, shareFigure(women, men, 1)],
});

type Stage = OpenBalance["year"]["lines"][number]["stages"][number];

const releasedCells = ({ women, men, other }: Stage): readonly FigureCell[] => [
  ...[women.value, men.value, other.value],
  shareFigure(women.value, men.value),
];

const stageRows = (t: Translate, { year }: OpenBalance): readonly FigureRow[] =>
  (year.lines.find(({ breakdown }) => breakdown === "all")?.stages ?? []).map((stage) => ({
    ...{ key: stage.stage, label: t(`gender.stage.${stage.stage}`) },
    cells: releasedCells(stage),
  }));

const regionRows = (locale: string, { year }: OpenBalance): readonly FigureRow[] =>
  year.lines
    .filter(({ breakdown }) => breakdown === "region")
    .flatMap(({ key, name, stages }) => {
      const nominated = stages.find(({ stage }) => stage === "nominated");
      return nominated ? [{ key, label: inLanguage(locale, name), cells: releasedCells(nominated) }] : [];
    });
