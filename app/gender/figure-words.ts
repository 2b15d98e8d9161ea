import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { Counting, Figure, FigureCell, FigureColumn } from "./figure.ts";
import { shareCell } from "./figure.ts";

/** What a figure is: a stock on a day, a flow over a period, a stock at each of many days, or what each of its rows says. */
export function countingWords(t: Translate, format: Format, counting: Counting): string {
  if (counting.kind === "each") return t("figure.each");
  if (counting.kind === "stock") return t("figure.stock", { on: format.date(counting.on) });
  const period = { from: format.date(counting.from), to: format.date(counting.to) };
  return t(`figure.${counting.kind}`, period);
}

/** The columns of those who are in no share. */
const OTHERS: ReadonlySet<string> = new Set(["other", "another", "notStated"]);

/**
 * All that a figure says of itself, line by line, the same on the page, in a sheet and inside a picture: its own note, how
 * a share is taken, whether it is for some alone, and when it was asked.
 */
export const noteOf = (t: Translate, format: Format, figure: Figure): readonly string[] => [
  ...figure.note,
  ...(figure.columns.some(({ kind }) => kind === "share")
    ? [
        t(
          figure.columns.some(({ key }) => OTHERS.has(key.split(" ").at(-1) ?? ""))
            ? "gender.flow.shareNote"
            : "figure.shareOfTwo",
        ),
      ]
    : []),
  t(figure.exact ? "figure.exact" : "figure.public"),
  t("figure.taken", { on: format.date(figure.taken) }),
];

/** A share with its limits, e.g. "33 % (12 % to 60 %)". */
export const shareWords = (t: Translate, format: Format, cell: FigureCell | undefined): string => {
  const share = shareCell(cell);
  return share === null
    ? t("gender.none")
    : t("figure.share", {
        share: format.percent(share.share, 1),
        low: format.percent(share.low, 1),
        high: format.percent(share.high, 1),
      });
};

/** A cell as people read it. */
export function cellWords(t: Translate, format: Format, { kind }: FigureColumn, cell: FigureCell): string {
  if (kind === "share") return shareWords(t, format, cell);
  if (typeof cell === "number") return format.number(cell);
  if (typeof cell === "string") return cell;
  return t(kind === "count" ? "gender.withheld" : "gender.none");
}

/** A figure in one paragraph, for whoever does not see its picture: title, what is counted, every row. */
export function spokenFigure(t: Translate, format: Format, figure: Figure): string {
  const rows = figure.rows.map(({ label, cells }) => {
    const said = figure.columns.map(
      (column, at) => `${column.label} ${cellWords(t, format, column, cells[at] ?? null)}`,
    );
    return `${label}: ${said.join(" · ")}`;
  });
  return [figure.title, countingWords(t, format, figure.counting).replace(/\.$/, ""), ...rows].join(". ");
}
