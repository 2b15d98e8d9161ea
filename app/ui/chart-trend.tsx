import { useId } from "react";
import { ChartFigure, type ChartWords } from "./chart-figure.tsx";
import { SeriesPatterns, seriesFill } from "./chart-pattern.tsx";
import { linearScale } from "./linear-scale.ts";

export interface TrendSeries {
  readonly key: string;
  readonly label: string;
  /** One for each point in time; null where there is no figure: the line breaks there. */
  readonly values: readonly (number | null)[];
}

/** The stretch between two lines; the first of several is the widest. */
export interface TrendBand {
  readonly key: string;
  readonly label: string;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A value to reach by a point in time; `at` is a position among the times, which may lie between two; null: beyond them. */
export interface TrendTarget {
  readonly key: string;
  readonly at: number | null;
  readonly value: number;
}

interface Props extends ChartWords {
  /** `at`: where each lies where they are not evenly apart, from 0; targets are placed in the same unit. */
  readonly times: readonly {
    readonly key: string;
    readonly label: string;
    readonly at?: number | undefined;
  }[];
  readonly series: readonly TrendSeries[];
  readonly bands?: readonly TrendBand[];
  readonly targets?: readonly TrendTarget[];
  readonly targetLabel?: string;
  /** The top of the scale, which begins at 0. */
  readonly top: number;
  readonly lowWord?: string;
  readonly highWord?: string;
  readonly format: (value: number | null) => string;
}

const HEIGHT = 220;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** Lines that are told apart without colour: whole, dashed, dotted, dash and dot. */
const DASHES = ["none", "9 5", "2 4", "11 4 2 4", "16 4", "4 2"] as const;
const STROKES = ["stroke-series-1", "stroke-series-2", "stroke-series-3", "stroke-series-4"] as const;

/** How wide a value that stands alone is drawn. */
const DOT = 7;

const dash = (index: number) => DASHES[index % DASHES.length];
const stroke = (index: number) => STROKES[index % STROKES.length];

/** Figures over time as lines, with the bands they may lie in and the targets they should reach. */
export function ChartTrend(props: Props) {
  const { times, series, bands = [], targets = [], targetLabel, top, format, ...rest } = props;
  const { lowWord = "", highWord = "", ...words } = rest;
  const id = useId();
  const place = (time: number) => times[time]?.at ?? time;
  const scale = linearScale([0, Math.max(1, place(times.length - 1))], [0, 100]);
  const x = (time: number) => scale(place(time));
  const y = linearScale([0, top], [100, 0]);
  const bounds = bands.flatMap(({ label }) => [`${label} ${lowWord}`, `${label} ${highWord}`]);
  const rows = times.map(({ key, label }, time) => ({
    key,
    label,
    cells: [
      ...series.map(({ values }) => format(values[time] ?? null)),
      ...bands.flatMap(({ low, high }) => [low[time] ?? null, high[time] ?? null].map(format)),
    ],
  }));
  const spoken = series.map(({ label, values }) => `${label} ${format(values.at(-1) ?? null)}`);
  return (
    <ChartFigure
      {...words}
      id={id}
      headings={[...series.map(({ label }) => label), ...bounds]}
      rows={rows}
      legend={
        <TrendLegend
          id={id}
          series={series}
          bands={bands}
          targetLabel={targets.length > 0 ? targetLabel : undefined}
        />
      }
    >
      <SeriesPatterns id={id} />
      <div className="flex">
        <div aria-hidden="true" className="relative w-12 shrink-0" style={{ height: HEIGHT }}>
          {TICKS.map((tick) => (
            <span
              key={tick}
              className="figures absolute end-2 -translate-y-1/2 text-xs text-muted"
              style={{ insetBlockStart: `${y(tick * top)}%` }}
            >
              {format(tick * top)}
            </span>
          ))}
        </div>
        <svg
          role="img"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          className="chart block min-w-0 grow overflow-visible"
        >
          <title>{[words.title, ...spoken].join(" · ")}</title>
          {TICKS.map((tick) => (
            <Line key={tick} x={[0, 100]} y={y(tick * top)} className="stroke-rule" width={1} />
          ))}
          {bands.map((band, index) => (
            <polygon
              key={band.key}
              points={outline(band, x, y)}
              fill={seriesFill(id, 0)}
              opacity={0.16 + index * 0.14}
            />
          ))}
          {series.map((one, index) => (
            <g key={one.key} className={stroke(index)}>
              {stretches(one.values).map((stretch) => (
                <polyline
                  key={stretch[0]?.time}
                  points={points(stretch, x, y)}
                  fill="none"
                  strokeWidth={stretch.length === 1 ? DOT : 2.25}
                  strokeDasharray={stretch.length === 1 ? undefined : dash(index)}
                  strokeLinecap="round"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </g>
          ))}
          {targets.map(({ key, at, value }) => (
            <Line
              key={key}
              x={at === null ? [0, 100] : [Math.max(0, scale(at) - 2.5), Math.min(100, scale(at) + 2.5)]}
              y={y(value)}
              className="stroke-action"
              width={at === null ? 2 : 4}
            />
          ))}
        </svg>
      </div>
      <TimeAxis times={times} />
    </ChartFigure>
  );
}

interface LineProps {
  readonly x: readonly [number, number];
  readonly y: number;
  readonly className: string;
  readonly width: number;
}

const Line = ({ x, y, className, width }: LineProps) => (
  <line
    {...{ x1: x[0], x2: x[1], y1: y, y2: y, className, strokeWidth: width }}
    vectorEffect="non-scaling-stroke"
  />
);

/** The first and the last time under the chart, and the middle one where they are evenly apart. */
function TimeAxis({ times }: Pick<Props, "times">) {
  const last = times.length - 1;
  const even = times.every(({ at = null }, time) => at === null || at === time);
  const shown = [...new Set(even ? [0, Math.floor(last / 2), last] : [0, last])].flatMap(
    (time) => times[time] ?? [],
  );
  return (
    <div aria-hidden="true" className="mt-1 flex justify-between ps-12 text-xs text-muted">
      {shown.map(({ key, label }) => (
        <span key={key} className="figures">
          {label}
        </span>
      ))}
    </div>
  );
}

interface Point {
  readonly time: number;
  readonly value: number;
}
type Scale = (value: number) => number;

const at = (time: number, value: number, x: Scale, y: Scale) =>
  `${x(time).toFixed(2)},${y(value).toFixed(2)}`;

/** A value that stands alone is drawn as a dot: a line from itself to itself, with round ends. */
const points = (stretch: readonly Point[], x: Scale, y: Scale) =>
  (stretch.length === 1 ? [...stretch, ...stretch] : stretch)
    .map(({ time, value }) => at(time, value, x, y))
    .join(" ");

const outline = ({ low, high }: TrendBand, x: Scale, y: Scale) =>
  [
    ...high.map((value, time) => at(time, value, x, y)),
    ...low.map((value, time) => at(time, value, x, y)).toReversed(),
  ].join(" ");

/** The parts of a line between which figures are missing. */
function stretches(values: readonly (number | null)[]): readonly (readonly Point[])[] {
  const parts: Point[][] = [];
  for (const [time, value] of values.entries()) {
    if (value === null) continue;
    const last = parts.at(-1);
    if (last?.at(-1)?.time === time - 1) last.push({ time, value });
    else parts.push([{ time, value }]);
  }
  return parts;
}

interface LegendProps extends Pick<Props, "series"> {
  readonly id: string;
  readonly bands: readonly TrendBand[];
  readonly targetLabel: string | undefined;
}

const TrendLegend = ({ id, series, bands, targetLabel }: LegendProps) => (
  <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
    {series.map(({ key, label }, index) => (
      <li key={key} className="flex items-center gap-1.5">
        <svg aria-hidden="true" width="34" height="12" className={stroke(index)}>
          <line x1="1" x2="33" y1="6" y2="6" strokeWidth="2.25" strokeDasharray={dash(index)} />
        </svg>
        {label}
      </li>
    ))}
    {bands.map(({ key, label }, index) => (
      <li key={key} className="flex items-center gap-1.5">
        <svg aria-hidden="true" width="18" height="12">
          <rect
            width="18"
            height="12"
            fill={seriesFill(id, 0)}
            opacity={0.16 + index * 0.14}
            className="stroke-ink"
          />
        </svg>
        {label}
      </li>
    ))}
    {targetLabel && (
      <li className="flex items-center gap-1.5">
        <svg aria-hidden="true" width="18" height="12" className="stroke-action">
          <line x1="1" x2="17" y1="6" y2="6" strokeWidth="4" />
        </svg>
        {targetLabel}
      </li>
    )}
  </ul>
);
