import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { shareFigure } from "./balance.ts";
import type { Figure, FigureChart, FigureColumn } from "./figure.ts";
import type { ReferenceTarget } from "./target.ts";
import { positionOf } from "./uniformed-trend.ts";

/** Heads, or deputies, in post on a day. */
export interface CountedMonth {
  readonly day: string;
  readonly deputies: boolean;
  readonly woman: number;
  readonly man: number;
  /** Another gender or not stated. */
  readonly other: number;
}

interface Facts {
  readonly from: string;
  readonly to: string;
  readonly taken: string;
  readonly months: readonly CountedMonth[];
}

const LISTS = ["heads", "deputies"] as const;
type Columns = (typeof LISTS)[number] | "headsAndDeputies";
const NUMBERS = ["woman", "man", "other"] as const;

/**
 * Leaders in post month by month, heads and deputies apart: the share of women as lines, with everybody counted in the
 * table.
 */
export function leaderTrend(t: Translate, format: Format, facts: Facts): Figure {
  return trendFigure(t, format, facts, {
    ...{ id: "leaders-by-month", title: t("figure.leaders.month"), lists: LISTS, marks: [] },
  });
}

/** The same of the list that a target is for, with the target as a line all along. */
export function targetTrend(
  t: Translate,
  format: Format,
  facts: Facts,
  { subject, value, due }: Pick<ReferenceTarget, "value" | "due"> & { readonly subject: Columns },
): Figure {
  const at = positionOf(
    facts.months.map(({ day }) => day),
    due,
  );
  return trendFigure(t, format, facts, {
    ...{ id: "target-trend", lists: [subject] },
    title: t("figure.targetTrend", { subject: t(`gender.subject.${subject}`) }),
    marks: [{ at, value: value / 100 }],
  });
}

interface Shape {
  readonly id: string;
  readonly title: string;
  readonly lists: readonly Columns[];
  readonly marks: Extract<FigureChart, { kind: "trend" }>["marks"];
}

function trendFigure(t: Translate, format: Format, facts: Facts, shape: Shape): Figure {
  const { from, to, taken, months } = facts;
  const days = [...new Set(months.map(({ day }) => day))];
  const counted = (day: string, list: Columns) => {
    const own = months.filter(
      (month) =>
        month.day === day && (list === "headsAndDeputies" || month.deputies === (list === "deputies")),
    );
    return NUMBERS.map((column) => own.reduce((sum, month) => sum + month[column], 0));
  };
  const columns = shape.lists.flatMap((list): readonly FigureColumn[] => {
    const name = t(`gender.leaders.${list}`);
    return [
      ...NUMBERS.map((column) => ({
        ...{ key: `${list} ${column}`, kind: "count" as const },
        label: t("figure.columnOf", { list: name, column: t(`gender.column.${column}`) }),
      })),
      {
        ...{ key: `${list} share`, kind: "share" },
        label: t("figure.columnOf", { list: name, column: t("gender.flow.share") }),
      },
    ];
  });
  return {
    ...{ id: shape.id, title: shape.title, counting: { kind: "stocks", from, to } },
    note: [t("figure.about.leaders"), t("figure.about.actingLeftOut"), t("figure.about.months")],
    rowHeading: t("gender.uniformed.month"),
    columns,
    rows: days.map((day) => ({
      ...{ key: day, label: format.month(day) },
      cells: shape.lists.flatMap((list) => {
        const [woman = 0, man = 0, other = 0] = counted(day, list);
        return [woman, man, other, shareFigure(woman, man, 1)];
      }),
    })),
    chart: { kind: "trend", columns: shape.lists.map((list) => `${list} share`), marks: shape.marks },
    exact: false,
    taken,
  };
}
