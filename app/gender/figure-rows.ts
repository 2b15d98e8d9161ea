import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { linearScale } from "#app/ui/linear-scale.ts";
import { linesOf, widthOf } from "#app/ui/picture.ts";
import { type Brush, drawBox, drawLine, drawSeriesBox, drawWords } from "#app/ui/picture-brush.ts";
import { type Figure, type FigureRow, shareCell, valuesIn } from "./figure.ts";
import { cellWords, shareWords } from "./figure-words.ts";

/** The picture's measures: its names at the start, its bars between, its shares at the end. */
export const PICTURE = { width: 960, margin: 32, names: 236, shares: 214 } as const;

/** What a part is drawn from. */
export interface Drawing {
  readonly brush: Brush;
  readonly t: Translate;
  readonly format: Format;
  readonly figure: Figure;
}

/** A part as it is drawn: its elements, where it ends, and what a screen reader says of it. */
export interface Drawn {
  readonly drawn: readonly string[];
  readonly bottom: number;
  readonly spoken: readonly string[];
}

const BAR = 18;
const SIZE = 14;
const SMALL = 12;
const START = PICTURE.margin + PICTURE.names;
const END = PICTURE.width - PICTURE.margin - PICTURE.shares;
const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1];

/** The figures of a row that are no share, in words, e.g. "Women 3 · Men 4"; the picture holds every figure of its table. */
const restOf = ({ t, format, figure }: Drawing, row: FigureRow): string =>
  figure.columns
    .map((column, at) => ({ column, cell: row.cells[at] ?? null }))
    .filter(({ column }) => column.kind !== "share")
    .map(({ column, cell }) => `${column.label} ${cellWords(t, format, column, cell)}`)
    .join(" · ");

/** Bars or shares, a row each: its name, its bar with every figure under it, its share. */
export function drawRows(drawing: Drawing, top: number): Drawn {
  const { brush, t, format, figure } = drawing;
  const { chart, columns, rows } = figure;
  const key = drawLegend(drawing, top);
  const shareKey = chart.kind === "bars" ? chart.share : chart.kind === "shares" ? chart.column : null;
  const shareAt = columns.findIndex((column) => column.key === shareKey);
  const draw = chart.kind === "bars" ? barsOf(drawing) : sharesOf(drawing);
  const drawn = [...key.drawn];
  let y = key.bottom;
  for (const [index, row] of rows.entries()) {
    const names = linesOf(row.label, SIZE, PICTURE.names - 16);
    const rest = linesOf(restOf(drawing, row), SMALL, PICTURE.width - PICTURE.margin - START);
    for (const [line, words] of names.entries())
      drawn.push(drawWords(brush, words, { x: PICTURE.margin, y: y + 14 + line * 18, size: SIZE }));
    drawn.push(...draw(index, y));
    if (shareAt >= 0)
      drawn.push(
        drawWords(brush, shareWords(t, format, row.cells[shareAt]), {
          ...{ x: PICTURE.width - PICTURE.margin, y: y + 14, size: SMALL, anchor: "end" },
        }),
      );
    for (const [line, words] of rest.entries())
      drawn.push(
        drawWords(brush, words, { x: START, y: y + BAR + 14 + line * 16, size: SMALL, paint: "muted" }),
      );
    y += Math.max(names.length * 18, BAR + 4 + rest.length * 16) + 10;
  }
  const axis = chart.kind === "shares" && rows.length > 0 ? shareAxis(drawing, y) : { drawn: [], bottom: y };
  return {
    drawn: [...drawn, ...axis.drawn],
    bottom: axis.bottom,
    spoken: rows.map((row) => {
      const share = shareAt < 0 ? "" : ` · ${shareWords(t, format, row.cells[shareAt])}`;
      return `${row.label}: ${restOf(drawing, row)}${share}`;
    }),
  };
}

/** Draws the counts of a row end to end; the longest row has all the room. */
function barsOf({ brush, figure }: Drawing) {
  const keys = figure.chart.kind === "bars" ? figure.chart.columns : [];
  const counts = keys.map((key) => valuesIn(figure, key).map((count) => count ?? 0));
  const totals = figure.rows.map((_, row) => counts.reduce((sum, own) => sum + (own[row] ?? 0), 0));
  const scale = linearScale([0, Math.max(1, ...totals)], [0, END - START]);
  return (row: number, y: number): readonly string[] => {
    let before = 0;
    return counts.flatMap((own, series) => {
      const count = own[row] ?? 0;
      const x = START + scale(before);
      before += count;
      return count === 0 ? [] : [drawSeriesBox(brush, { x, y, width: scale(count), height: BAR }, series)];
    });
  };
}

/** Draws the share of a row on the whole, with its limits, and its target where it has one. */
function sharesOf({ brush, figure }: Drawing) {
  const { column, targets } = figure.chart.kind === "shares" ? figure.chart : { column: "", targets: {} };
  const at = figure.columns.findIndex(({ key }) => key === column);
  const scale = linearScale([0, 1], [START, END]);
  const middle = (y: number) => y + BAR / 2;
  return (index: number, y: number): readonly string[] => {
    const row = figure.rows[index];
    const share = shareCell(row?.cells[at]);
    const target = row && (targets as Readonly<Record<string, number>>)[row.key];
    const track = { x: START, y, width: END - START, height: BAR };
    return [
      drawBox(brush, track, "sunken", "rule"),
      ...(share === null
        ? []
        : [
            drawSeriesBox(brush, { ...track, width: scale(share.share) - START }, 0),
            ...(["ground", "ink"] as const).map((paint) =>
              drawLine(
                brush,
                [
                  [scale(share.low), middle(y)],
                  [scale(share.high), middle(y)],
                ],
                { paint, width: paint === "ground" ? 6 : 2 },
              ),
            ),
          ]),
      ...(target === undefined
        ? []
        : (["ground", "action"] as const).map((paint) =>
            drawLine(
              brush,
              [
                [scale(target), y - 3],
                [scale(target), y + BAR + 3],
              ],
              { paint, width: paint === "ground" ? 6 : 3 },
            ),
          )),
    ];
  };
}

function shareAxis({ brush, format }: Drawing, y: number): Pick<Drawn, "drawn" | "bottom"> {
  const scale = linearScale([0, 1], [START, END]);
  const ticks = SHARE_TICKS.flatMap((tick) => [
    drawLine(
      brush,
      [
        [scale(tick), y],
        [scale(tick), y + 5],
      ],
      { paint: "edge", width: 1 },
    ),
    drawWords(brush, format.percent(tick), {
      ...{ x: scale(tick), y: y + 18, size: SMALL, anchor: "middle", paint: "muted" },
    }),
  ]);
  const line = drawLine(
    brush,
    [
      [START, y],
      [END, y],
    ],
    { paint: "edge", width: 1 },
  );
  return { drawn: [line, ...ticks], bottom: y + 22 };
}

/** Which fill is which, in as many lines as it takes. */
function drawLegend(drawing: Drawing, top: number): Pick<Drawn, "drawn" | "bottom"> {
  const { brush, t, figure } = drawing;
  const { chart, columns } = figure;
  const labelOf = (key: string) => columns.find((column) => column.key === key)?.label ?? key;
  const entries =
    chart.kind === "bars"
      ? chart.columns.map(labelOf)
      : [labelOf(chart.kind === "shares" ? chart.column : ""), t("gender.targets.value")];
  const shown = chart.kind === "shares" && Object.keys(chart.targets).length === 0 ? 1 : entries.length;
  const drawn: string[] = [];
  let x: number = PICTURE.margin;
  let y = top;
  for (const [series, label] of entries.slice(0, shown).entries()) {
    const room = 26 + widthOf(label, SIZE) + 18;
    if (x > PICTURE.margin && x + room > PICTURE.width - PICTURE.margin) {
      x = PICTURE.margin;
      y += 22;
    }
    drawn.push(
      chart.kind === "shares" && series === 1
        ? drawLine(
            brush,
            [
              [x + 9, y - 1],
              [x + 9, y + 15],
            ],
            { paint: "action", width: 3 },
          )
        : drawSeriesBox(brush, { x, y: y + 1, width: 18, height: 13 }, series),
      drawWords(brush, label, { x: x + 26, y: y + 12, size: SIZE }),
    );
    x += room;
  }
  return { drawn, bottom: y + 30 };
}
