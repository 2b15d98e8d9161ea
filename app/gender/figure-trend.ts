import { linearScale } from "#app/ui/linear-scale.ts";
import { drawLine, drawWords } from "#app/ui/picture-brush.ts";
import { type FigureChart, timesOf, topOf, valuesIn } from "./figure.ts";
import { type Drawing, type Drawn, PICTURE } from "./figure-rows.ts";
import { shareWords } from "./figure-words.ts";

const HEIGHT = 260;
const START = PICTURE.margin + 56;
const END = PICTURE.width - PICTURE.margin - 8;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const SIZE = 14;
const SMALL = 12;

/** Shares over time as lines, each with its dash and, in the legend, its last figure. */
export function drawTrend(drawing: Drawing, top: number): Drawn {
  const { brush, t, format, figure } = drawing;
  const chart = figure.chart as Extract<FigureChart, { kind: "trend" }>;
  const series = chart.columns.map((key) => {
    const at = figure.columns.findIndex((column) => column.key === key);
    const last = figure.rows.at(-1);
    return {
      key,
      values: valuesIn(figure, key),
      words: `${figure.columns[at]?.label ?? key}: ${last?.label ?? ""} ${shareWords(t, format, last?.cells[at])}`,
    };
  });
  const legend = series.flatMap(({ words }, index) => [
    drawLine(
      brush,
      [
        [PICTURE.margin, top + 8 + index * 22],
        [PICTURE.margin + 40, top + 8 + index * 22],
      ],
      { series: index, width: 2.5 },
    ),
    drawWords(brush, words, { x: PICTURE.margin + 50, y: top + 13 + index * 22, size: SIZE }),
  ]);
  const ceiling = top + series.length * 22 + 20;
  const highest = topOf([
    ...series.flatMap(({ values }) => values),
    ...chart.marks.map(({ value }) => value),
  ]);
  const times = timesOf(figure);
  const along = linearScale([0, Math.max(1, times.at(-1) ?? 0)], [START, END]);
  const x = (row: number) => along(times[row] ?? 0);
  const y = linearScale([0, highest], [ceiling + HEIGHT, ceiling]);
  const grid = TICKS.flatMap((tick) => [
    drawLine(
      brush,
      [
        [START, y(tick * highest)],
        [END, y(tick * highest)],
      ],
      { paint: "rule", width: 1 },
    ),
    drawWords(brush, format.percent(tick * highest, 1), {
      ...{ x: START - 8, y: y(tick * highest) + 4, size: SMALL, anchor: "end", paint: "muted" },
    }),
  ]);
  const lines = series.flatMap(({ values }, index) =>
    stretchesOf(values).map((stretch) =>
      drawLine(
        brush,
        stretch.map(([time, value]) => [x(time), y(value)]),
        { series: index, width: 2.5 },
      ),
    ),
  );
  const marks = chart.marks.map(({ at, value }) =>
    drawLine(
      brush,
      [
        [at === null ? START : Math.max(START, along(at) - 14), y(value)],
        [at === null ? END : Math.min(END, along(at) + 14), y(value)],
      ],
      { paint: "action", width: 4 },
    ),
  );
  return {
    drawn: [...legend, ...grid, ...lines, ...marks, ...timeAxis(drawing, ceiling + HEIGHT + 20)],
    bottom: ceiling + HEIGHT + 24,
    spoken: series.map(({ words }) => words),
  };
}

/** The first and the last time under a trend, and the middle one where they are evenly apart. */
function timeAxis({ brush, figure }: Drawing, y: number): readonly string[] {
  const last = figure.rows.length - 1;
  const scale = linearScale([0, Math.max(1, last)], [START, END]);
  const even = timesOf(figure).every((time, row) => time === row);
  return [...new Set(even ? [0, Math.floor(last / 2), last] : [0, last])].flatMap((at) => {
    const row = figure.rows[at];
    const anchor = at === 0 ? "start" : at === last ? "end" : "middle";
    return row ? [drawWords(brush, row.label, { x: scale(at), y, size: SMALL, anchor, paint: "muted" })] : [];
  });
}

/** The parts of a line between which figures are missing. */
export function stretchesOf(
  values: readonly (number | null)[],
): readonly (readonly (readonly [number, number])[])[] {
  const parts: [number, number][][] = [];
  let open = false;
  for (const [time, value] of values.entries()) {
    if (value !== null) {
      if (!open) parts.push([]);
      parts.at(-1)?.push([time, value]);
    }
    open = value !== null;
  }
  return parts;
}
