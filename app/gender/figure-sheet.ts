import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { type Figure, type FigureCell, type FigureColumn, shareCell } from "./figure.ts";
import { countingWords, noteOf } from "./figure-words.ts";

/** A number as a spreadsheet reads it, to six decimals: a share is a fraction, whatever the language. */
const plain = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * A figure as a sheet: what it is and its note first, then the table, so that no figure travels without its note. Counts and
 * shares are numbers, a share in three columns: itself, its lower and its upper limit, 0 to 1.
 */
export function figureSheet(
  t: Translate,
  format: Format,
  figure: Figure,
): readonly (readonly (string | number)[])[] {
  const { title, counting, rowHeading, columns, rows } = figure;
  return [
    [title],
    [countingWords(t, format, counting)],
    [],
    [t("gender.about.title")],
    ...noteOf(t, format, figure).map((line) => [line]),
    [],
    [rowHeading, ...columns.flatMap((column) => headings(t, column))],
    ...rows.map(({ label, cells }) => [
      label,
      ...columns.flatMap((column, at) => sheetCells(t, column, cells[at] ?? null)),
    ]),
  ];
}

const headings = (t: Translate, { kind, label }: FigureColumn): readonly string[] =>
  kind === "share"
    ? [label, `${label}: ${t("gender.breakdown.low")}`, `${label}: ${t("gender.breakdown.high")}`]
    : [label];

function sheetCells(t: Translate, { kind }: FigureColumn, cell: FigureCell): readonly (string | number)[] {
  if (kind === "share") {
    const share = shareCell(cell);
    return share === null
      ? [t("gender.none"), t("gender.none"), t("gender.none")]
      : [share.share, share.low, share.high].map(plain);
  }
  if (typeof cell === "number") return [plain(cell)];
  if (typeof cell === "string") return [cell];
  return [t(kind === "count" ? "gender.withheld" : "gender.none")];
}
