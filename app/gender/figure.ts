import type { Translate } from "#app/i18n/translate.ts";
import { type ShareFigure, shareFigure } from "./balance.ts";
import { GENDERS, shareBase, type Tally } from "./counts.ts";

/**
 * Whether people are counted on a day (in post), over a period (appointed), on many days one after the other (in post month by
 * month), or in each row as that row says. Days are ISO dates, both ends included.
 */
export type Counting =
  | { readonly kind: "stock"; readonly on: string }
  | { readonly kind: "flow"; readonly from: string; readonly to: string }
  | { readonly kind: "stocks"; readonly from: string; readonly to: string }
  | { readonly kind: "each" };

/**
 * A column of a figure's table. `count`: whole people, null where the count is withheld. `share`: women among women and
 * men with its limits, null where there is none to give. `number`: of another unit, which its label names, null where it
 * cannot be told. `text`: words.
 */
export interface FigureColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: "count" | "share" | "number" | "text";
}

/** What stands in a column of its kind. */
export type FigureCell = number | string | ShareFigure | null;

export interface FigureRow {
  readonly key: string;
  readonly label: string;
  /** Where a row of a trend lies in time where rows are not evenly apart, from 0 and in any unit. */
  readonly at?: number;
  /** One for each column of the figure. */
  readonly cells: readonly FigureCell[];
}

/**
 * What the picture shows: always columns of the table, so that picture and table cannot tell two stories.
 *
 * - `bars`: counts of each row end to end, at most four of them; `share` stands at the end of the row.
 * - `shares`: one share a row with its limits, against the target (0 to 1) of those rows that have one.
 * - `trend`: shares as lines, the rows being points in time in their order; `marks` are targets, `at` in the unit of the
 *   rows' own or, where they have none, a position among them; it may lie between two, and is null where it lies beyond
 *   them; `value` 0 to 1.
 */
export type FigureChart =
  | { readonly kind: "bars"; readonly columns: readonly string[]; readonly share: string | null }
  | {
      readonly kind: "shares";
      readonly column: string;
      readonly targets: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: "trend";
      readonly columns: readonly string[];
      readonly marks: readonly { readonly at: number | null; readonly value: number }[];
    };

/**
 * A figure as it is published: what is counted and how, the counts, and the note that goes wherever they go. Its words are
 * in the reader's language, since they are part of what is published.
 */
export interface Figure {
  /** Its address and the name of its file: lower case, words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  readonly counting: Counting;
  /** What is counted, from which list, and what is not: one sentence or two a line. */
  readonly note: readonly string[];
  /** The heading over the names of the rows. */
  readonly rowHeading: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly chart: FigureChart;
  /** Whether it shows what most may not see: such a figure is told apart in its note, and its export goes on record. */
  readonly exact: boolean;
  /** The day on which it was asked. */
  readonly taken: string;
}

/** The rows of a figure by one column, as numbers; what is withheld or cannot be told is null. */
export function valuesIn({ columns, rows }: Figure, key: string): readonly (number | null)[] {
  const at = columns.findIndex((column) => column.key === key);
  return rows.map(({ cells }) => numberOf(cells[at] ?? null));
}

/** Where the rows of a trend lie in time: evenly apart where they do not say otherwise. */
export const timesOf = ({ rows }: Figure): readonly number[] => rows.map(({ at }, index) => at ?? index);

/** The share that stands in a cell; null where it is none. */
export const shareCell = (cell: FigureCell | undefined): ShareFigure | null =>
  typeof cell === "object" ? cell : null;

const numberOf = (cell: FigureCell) => (typeof cell === "number" ? cell : (shareCell(cell)?.share ?? null));

/** Where the scale of a trend ends, 0 to 1: at the next twentieth above all that is drawn. */
export function topOf(values: readonly (number | null)[]): number {
  const highest = Math.max(0.05, ...values.map((value) => value ?? 0));
  return Math.min(1, Math.ceil(Math.round(highest * 1e9) / 5e7) / 20);
}

/** The columns of people by gender: everybody in the order of `GENDERS`, and the share of women. */
export const genderColumns = (t: Translate): readonly FigureColumn[] => [
  ...GENDERS.map((gender) => ({ key: gender, label: t(`gender.column.${gender}`), kind: "count" as const })),
  { key: "share", label: t("gender.flow.share"), kind: "share" },
];

/** The picture of such columns. */
export const GENDER_CHART: FigureChart = { kind: "bars", columns: GENDERS, share: "share" };

/** The cells of such columns; the share is null where there are neither women nor men. */
export const genderCells = (tally: Tally): readonly FigureCell[] => [
  ...GENDERS.map((gender) => tally[gender]),
  shareBase(tally) === 0 ? null : shareFigure(tally.woman, tally.man, 1),
];
