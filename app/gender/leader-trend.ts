import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { shareFigure } from "./balance.ts";
import type { Figure, FigureColumn } from "./figure.ts";

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
const NUMBERS = ["woman", "man", "other"] as const;

/**
 * Leaders in post month by month, heads and deputies apart: the share of women as lines, with everybody counted in the
 * table.
 */
export function leaderTrend(t: Translate, format: Format, facts: Facts): Figure {
  const { from, to, taken, months } = facts;
  const days = [...new Set(months.map(({ day }) => day))];
  const counted = (day: string, list: (typeof LISTS)[number]) => {
    const own = months.find((month) => month.day === day && month.deputies === (list === "deputies"));
    return NUMBERS.map((column) => own?.[column] ?? 0);
  };
  const columns = LISTS.flatMap((list): readonly FigureColumn[] => {
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
    ...{ id: "leaders-by-month", title: t("figure.leaders.month"), counting: { kind: "stocks", from, to } },
    note: [t("figure.about.leaders"), t("figure.about.actingLeftOut"), t("figure.about.months")],
    rowHeading: t("gender.uniformed.month"),
    columns,
    rows: days.map((day) => ({
      ...{ key: day, label: format.month(day) },
      cells: LISTS.flatMap((list) => {
        const [woman = 0, man = 0, other = 0] = counted(day, list);
        return [woman, man, other, shareFigure(woman, man, 1)];
      }),
    })),
    chart: { kind: "trend", columns: LISTS.map((list) => `${list} share`), marks: [] },
    exact: false,
    taken,
  };
}
