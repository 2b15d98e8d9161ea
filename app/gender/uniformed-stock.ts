import type { Format } from "#app/i18n/format.ts";
import { nameIn } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { shareFigure } from "./balance.ts";
import type { Figure, FigureCell, FigureColumn } from "./figure.ts";
import { lastDayOf, UNIFORMED_CATEGORIES, type UniformedCategory } from "./uniformed.ts";
import { positionOf, type TrendRow, type UniformedQuery } from "./uniformed-trend.ts";

interface WomenAndMen {
  readonly women: number;
  readonly men: number;
}

interface Facts {
  readonly asked: UniformedQuery;
  readonly taken: string;
  /** The month shown, by its first day; null where none is told. */
  readonly month: string | null;
  readonly trend: readonly TrendRow[];
  readonly missions: readonly (WomenAndMen & { readonly mission: string })[];
  readonly states: readonly (WomenAndMen & {
    readonly code: string;
    readonly nameEn: string;
    readonly nameFr: string;
  })[];
  /** Targets of the category that is asked for. */
  readonly marks: readonly { readonly due: string; readonly value: number }[];
}

const ABOUT = ["source", "stock", "cuts", "experts"] as const;

const cellsOf = ({ women, men }: WomenAndMen): readonly FigureCell[] => [
  women,
  men,
  shareFigure(women, men, 1),
];

const columnsOf = (t: Translate): readonly FigureColumn[] => [
  { key: "woman", label: t("gender.column.woman"), kind: "count" },
  { key: "man", label: t("gender.column.man"), kind: "count" },
  { key: "share", label: t("gender.flow.share"), kind: "share" },
];

/** The UN's figures of uniformed personnel as they are asked for: by month, and one month by category, mission and state. */
export function uniformedFigures(t: Translate, format: Format, facts: Facts): readonly Figure[] {
  const { asked, month, trend, missions, states } = facts;
  if (month === null) return [];
  const categoryName = (category: UniformedCategory) => t(`gender.uniformed.${category}`);
  const ofMonth = (part: "byCategory" | "byMission" | "byState", id: string, heading: string) => ({
    ...{ id, title: t(`gender.uniformed.${part}`, { month: format.month(month) }), rowHeading: heading },
    ...{ counting: { kind: "stock" as const, on: lastDayOf(month) }, columns: columnsOf(t) },
    chart: { kind: "bars" as const, columns: ["woman", "man"], share: "share" },
    ...{ note: noteOf(t, asked), exact: false, taken: facts.taken },
  });
  const inMonth = trend.filter(
    (row) => row.month === month && (!asked.category || row.category === asked.category),
  );
  return [
    trendFigure(t, format, facts),
    {
      ...ofMonth("byCategory", "uniformed-by-category", t("gender.uniformed.category")),
      rows: UNIFORMED_CATEGORIES.flatMap((category) =>
        inMonth
          .filter((row) => row.category === category)
          .map((row) => ({ key: category, label: categoryName(category), cells: cellsOf(row) })),
      ),
    },
    {
      ...ofMonth("byMission", "uniformed-by-mission", t("gender.uniformed.mission")),
      rows: missions.map((row) => ({ key: row.mission, label: row.mission, cells: cellsOf(row) })),
    },
    {
      ...ofMonth("byState", "uniformed-by-state", t("gender.uniformed.state")),
      rows: states.map((row) => ({
        ...{ key: row.code, label: nameIn(format.locale, row), cells: cellsOf(row) },
      })),
    },
  ];
}

/** What the figures count and what they are narrowed to. */
const noteOf = (t: Translate, { category, mission, state }: UniformedQuery): readonly string[] => [
  ...ABOUT.map((one) => t(`gender.uniformed.about.${one}`)),
  ...(category ? [t("figure.narrowed", { to: t(`gender.uniformed.${category}`) })] : []),
  ...[mission, state].flatMap((one) => (one ? [t("figure.narrowed", { to: one })] : [])),
];

function trendFigure(t: Translate, format: Format, { asked, taken, trend, marks }: Facts): Figure {
  const months = [...new Set(trend.map(({ month }) => month))].toSorted();
  const categories = UNIFORMED_CATEGORIES.filter(
    (one) => (!asked.category || asked.category === one) && trend.some(({ category }) => category === one),
  );
  const label = (category: UniformedCategory, column: string) =>
    t("figure.columnOf", { list: t(`gender.uniformed.${category}`), column });
  return {
    ...{ id: "uniformed-by-month", title: t("gender.uniformed.trendChart") },
    counting: {
      ...{ kind: "stocks", from: lastDayOf(months[0] ?? taken), to: lastDayOf(months.at(-1) ?? taken) },
    },
    note: noteOf(t, asked),
    rowHeading: t("gender.uniformed.month"),
    columns: categories.flatMap((category): readonly FigureColumn[] => [
      { key: `${category} woman`, label: label(category, t("gender.column.woman")), kind: "number" },
      { key: `${category} man`, label: label(category, t("gender.column.man")), kind: "number" },
      { key: `${category} share`, label: label(category, t("gender.flow.share")), kind: "share" },
    ]),
    rows: months.map((month) => ({
      ...{ key: month, label: format.month(month), at: positionOf(months, month) ?? 0 },
      cells: categories.flatMap((category) => {
        const row = trend.find((one) => one.month === month && one.category === category);
        return row ? cellsOf(row) : [null, null, null];
      }),
    })),
    chart: {
      ...{ kind: "trend", columns: categories.map((category) => `${category} share`) },
      marks: marks.flatMap(({ due, value }) => {
        const at = positionOf(months, due);
        return at === null ? [] : [{ at, value: value / 100 }];
      }),
    },
    exact: false,
    taken,
  };
}
