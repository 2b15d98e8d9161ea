import { type ReactNode, useId } from "react";
import { ChartFigure, ChartRow, type ChartWords } from "./chart-figure.tsx";
import { SeriesLegend, SeriesPatterns, seriesFill } from "./chart-pattern.tsx";
import { linearScale } from "./linear-scale.ts";

export interface BarSeries {
  readonly key: string;
  readonly label: string;
}

export interface BarRow {
  readonly key: string;
  readonly label: string;
  /** One for each series, 0 or more; null where the figure is withheld. */
  readonly values: readonly (number | null)[];
  /** Stands at the end of the line: a total, a share. */
  readonly note?: ReactNode;
}

interface Props extends ChartWords {
  /** At most four, or their fills repeat. */
  readonly series: readonly BarSeries[];
  readonly rows: readonly BarRow[];
  /** `stacked` shows the whole of a row, `grouped` compares its parts. */
  readonly layout?: "stacked" | "grouped";
  /** Puts a value, or its absence, into the reader's figures. */
  readonly format: (value: number | null) => string;
}

interface Segment {
  readonly key: string;
  readonly series: number;
  readonly value: number;
  readonly start: number;
}

const BAR_HEIGHT = 22;
const THIN_HEIGHT = 19;
/** The narrowest segment, in hundredths of the whole, that still holds its figure, and what each digit adds. */
const LABEL_ROOM = 2.5;
const DIGIT_ROOM = 1.5;

/** Counts by group, each row a line of bars. */
export function ChartBars({ series, rows, layout = "stacked", format, ...words }: Props) {
  const id = useId();
  const total = (row: BarRow) => row.values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const largest = (row: BarRow) => Math.max(0, ...row.values.map((value) => value ?? 0));
  const top = Math.max(1, ...rows.map(layout === "stacked" ? total : largest));
  const scale = linearScale([0, top], [0, 100]);
  return (
    <ChartFigure
      {...words}
      id={id}
      legend={<SeriesLegend id={id} series={series} />}
      headings={series.map(({ label }) => label)}
      rows={rows.map(({ key, label, values }) => ({ key, label, cells: values.map(format) }))}
    >
      <SeriesPatterns id={id} />
      <ul>
        {rows.map((row) => (
          <ChartRow key={row.key} label={row.label} note={row.note}>
            <Bars
              id={id}
              title={rowTitle(row, series, format)}
              segments={segmentsOf(row, series, layout)}
              scale={scale}
              layout={layout}
              format={format}
            />
          </ChartRow>
        ))}
      </ul>
    </ChartFigure>
  );
}

const rowTitle = (row: BarRow, series: readonly BarSeries[], format: Props["format"]) =>
  [row.label, ...series.map(({ label }, index) => `${label} ${format(row.values[index] ?? null)}`)].join(
    " · ",
  );

function segmentsOf(
  row: BarRow,
  series: readonly BarSeries[],
  layout: "stacked" | "grouped",
): readonly Segment[] {
  let start = 0;
  return series.map(({ key }, index) => {
    const value = row.values[index] ?? 0;
    const segment = { key, series: index, value, start };
    if (layout === "stacked") start += value;
    return segment;
  });
}

interface BarsProps {
  readonly id: string;
  readonly title: string;
  readonly segments: readonly Segment[];
  readonly scale: (value: number) => number;
  readonly layout: "stacked" | "grouped";
  readonly format: Props["format"];
}

function Bars({ id, title, segments, scale, layout, format }: BarsProps) {
  const stacked = layout === "stacked";
  const height = stacked ? BAR_HEIGHT : THIN_HEIGHT;
  return (
    <svg role="img" width="100%" height={stacked ? height : height * segments.length} className="chart block">
      <title>{title}</title>
      {segments.map(({ key, series, value, start }, index) => {
        const width = scale(value);
        const y = stacked ? 0 : index * height;
        const text = format(value);
        const inside = width >= LABEL_ROOM + text.length * DIGIT_ROOM;
        return (
          <g key={key}>
            <rect
              x={`${scale(start)}%`}
              y={y}
              width={`${width}%`}
              height={height - 2}
              fill={seriesFill(id, series)}
            />
            {stacked && value > 0 && start > 0 && (
              <rect x={`${scale(start)}%`} y={y} width="1.5" height={height - 2} className="fill-ground" />
            )}
            {value > 0 && (inside || !stacked) && (
              <FigureLabel
                x={inside ? scale(start) + width / 2 : scale(start) + width}
                y={y + (height - 2) / 2}
                outside={!inside}
                text={text}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface FigureLabelProps {
  readonly x: number;
  readonly y: number;
  readonly outside: boolean;
  readonly text: string;
}

/** A figure stands on a slip of the ground's colour, so that it reads on any fill. */
function FigureLabel({ x, y, outside, text }: FigureLabelProps) {
  const width = text.length * 7 + 6;
  const middle = outside ? width / 2 + 2 : 0;
  return (
    <svg aria-hidden="true" x={`${x}%`} y={y} overflow="visible">
      <rect x={middle - width / 2} y="-8" width={width} height="16" className="fill-ground" />
      <text
        x={middle}
        dominantBaseline="central"
        textAnchor="middle"
        className="figures fill-ink text-xs font-semibold"
      >
        {text}
      </text>
    </svg>
  );
}
