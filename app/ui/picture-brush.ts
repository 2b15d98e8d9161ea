import { element, xmlText } from "./picture.ts";

/** The paints of a picture by light and by dark, as the pages have them (app.css). */
const PAINTS = {
  ground: ["#fffdf9", "#1d2024"],
  sunken: ["#efeae0", "#101214"],
  ink: ["#1b2027", "#ece8df"],
  muted: ["#545b64", "#b3b0a8"],
  rule: ["#dbd4c6", "#343940"],
  edge: ["#7f7b70", "#7c828a"],
  action: ["#97450c", "#f0a963"],
  series0: ["#0f5480", "#86c5ec"],
  series1: ["#b4651c", "#dd9148"],
  series2: ["#5d7467", "#93ab9d"],
  series3: ["#7f7b70", "#8d9299"],
} as const;
type Paint = keyof typeof PAINTS;

/**
 * How many series a picture tells apart without colour: four fills, solid, hatched, dotted and ruled; six lines, whole, dashed,
 * dotted, both, and dashes longer and shorter.
 */
const SERIES = ["series0", "series1", "series2", "series3"] as const;
const DASHES = [undefined, "9 5", "2 5", "12 4 2 4", "18 5", "5 3"] as const;
/** How wide a point that stands alone is drawn: a dash would leave nothing of it. */
const DOT = 8;

/** What a picture is drawn with. */
export interface Brush {
  /** A word without spaces, so that several pictures can stand on one page. */
  readonly id: string;
  /** In the picture's own unit, as every length here. */
  readonly width: number;
  /** Whether its language is written from right to left: then everything is drawn from the other side. */
  readonly rightToLeft: boolean;
}

const across = ({ width, rightToLeft }: Brush, x: number) => (rightToLeft ? width - x : x);

interface Words {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly paint?: Paint;
  /** Which of their edges stands at `x`, in the direction of the language. */
  readonly anchor?: "start" | "middle" | "end";
}

/** A line of words. */
export function drawWords(brush: Brush, words: string, style: Words): string {
  const { x, y, size, bold = false, paint = "ink", anchor = "start" } = style;
  const flipped = anchor === "middle" ? anchor : anchor === "start" ? "end" : "start";
  return element(
    "text",
    {
      ...{ x: across(brush, x), y, "font-size": size, "font-weight": bold ? 700 : undefined },
      "text-anchor": brush.rightToLeft ? flipped : anchor,
      ...painted("fill", paint),
    },
    [xmlText(words)],
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box in one paint. */
export const drawBox = (brush: Brush, box: Box, paint: Paint, edge?: Paint): string =>
  element("rect", {
    ...placed(brush, box),
    ...painted("fill", paint),
    ...(edge ? { stroke: PAINTS[edge][0] } : {}),
    class: [`f-${paint}`, ...(edge ? [`s-${edge}`] : [])].join(" "),
  });

/** A box in the fill of a series, with an edge that parts it from the next. */
export const drawSeriesBox = (brush: Brush, box: Box, series: number): string =>
  element("rect", {
    ...placed(brush, box),
    fill: `url(#${patternId(brush, series)})`,
    ...painted("stroke", "ground"),
    "stroke-width": 1,
  });

const placed = (brush: Brush, { x, y, width, height }: Box) => ({
  x: brush.rightToLeft ? brush.width - x - width : x,
  ...{ y, width, height },
});

type Point = readonly [number, number];

/** A line through points; one point alone is a dot. A series' line has its dash. */
export function drawLine(
  brush: Brush,
  points: readonly Point[],
  style: { readonly paint?: Paint; readonly series?: number; readonly width: number },
): string {
  const { series, width, paint = SERIES[(series ?? 0) % SERIES.length] ?? "ink" } = style;
  const alone = points.length === 1;
  const all = alone ? [...points, ...points] : points;
  return element("polyline", {
    points: all.map(([x, y]) => `${across(brush, x).toFixed(2)},${y.toFixed(2)}`).join(" "),
    fill: "none",
    "stroke-width": alone ? DOT : width,
    "stroke-linecap": series === undefined ? undefined : "round",
    "stroke-dasharray": series === undefined || alone ? undefined : DASHES[series % DASHES.length],
    ...painted("stroke", paint),
  });
}

/** A colour as an attribute, for whoever knows no style sheets, and as a class, for the dark. */
const painted = (what: "fill" | "stroke", paint: Paint) => ({
  [what]: PAINTS[paint][0],
  class: `${what === "fill" ? "f" : "s"}-${paint}`,
});

const patternId = ({ id }: Brush, series: number) => `${id}-series-${series % SERIES.length}`;

/** The fills of the series, and the dark's paints, once in a picture. On paper the light ones stand. */
export function definitions(brush: Brush): string {
  const dark = (Object.keys(PAINTS) as Paint[]).flatMap((paint) => [
    `#${brush.id} .f-${paint}{fill:${PAINTS[paint][1]}}`,
    `#${brush.id} .s-${paint}{stroke:${PAINTS[paint][1]}}`,
  ]);
  const mark = (series: number) => {
    const paint = painted("fill", "ground");
    if (series === 1) return [element("rect", { width: 2, height: 6, ...paint })];
    if (series === 2) return [element("circle", { cx: 3, cy: 3, r: 1.25, ...paint })];
    return series === 3 ? [element("rect", { width: 6, height: 1.5, ...paint })] : [];
  };
  const patterns = SERIES.map((paint, series) =>
    element(
      "pattern",
      {
        ...{ id: patternId(brush, series), width: 6, height: 6, patternUnits: "userSpaceOnUse" },
        patternTransform: series === 1 ? "rotate(45)" : undefined,
      },
      [element("rect", { width: 6, height: 6, ...painted("fill", paint) }), ...mark(series)],
    ),
  );
  return element("defs", {}, [
    element("style", {}, [`@media screen and (prefers-color-scheme:dark){${dark.join("")}}`]),
    ...patterns,
  ]);
}
