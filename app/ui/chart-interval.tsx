import { ticks as ticksIn } from "d3-array";
import { type ReactNode, useId } from "react";
import { ChartAxis } from "./chart-axis.tsx";
import { ChartFigure, ChartRow, type ChartWords } from "./chart-figure.tsx";
import { linearScale } from "./linear-scale.ts";

export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly note?: ReactNode;
  /** Above the line, among the chosen: its dot is filled, the others' are open. */
  readonly filled?: boolean;
  /** A second value of the same row, drawn as an open square behind the first. */
  readonly other?: number;
}

interface Props extends ChartWords {
  readonly rows: readonly IntervalRow[];
  /** The ends of the scale; the first stands at the start of the line, so a rank's is [1, n]. */
  readonly domain: readonly [number, number];
  readonly valueHeading: string;
  readonly lowHeading: string;
  readonly highHeading: string;
  /** The heading of the second values, where rows have them. */
  readonly otherHeading?: string;
  readonly format: (value: number) => string;
}

const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;

/** A value with the interval it may lie in, one line a row: ranks, scores, shares. */
export function ChartInterval(props: Props) {
  const { rows, domain, valueHeading, lowHeading, highHeading, otherHeading, format, ...words } = props;
  const id = useId();
  const scale = linearScale(domain, [1.5, 98.5]);
  const whole = domain.every(Number.isInteger);
  const ticks = ticksIn(...domain, 6).filter((tick) => !whole || Number.isInteger(tick));
  return (
    <ChartFigure
      {...words}
      id={id}
      headings={[valueHeading, lowHeading, highHeading, ...(otherHeading ? [otherHeading] : [])]}
      rows={rows.map(({ key, label, value, low, high, other }) => ({
        key,
        label,
        cells: [value, low, high, ...(other === undefined ? [] : [other])].map(format),
      }))}
    >
      <ul>
        {rows.map((row) => (
          <ChartRow key={row.key} label={row.label} note={row.note}>
            <svg role="img" width="100%" height={HEIGHT} className="chart block overflow-visible">
              <title>
                {[
                  row.label,
                  `${valueHeading} ${format(row.value)}`,
                  `${format(row.low)}–${format(row.high)}`,
                  ...(row.other === undefined ? [] : [`${otherHeading ?? ""} ${format(row.other)}`]),
                ].join(" · ")}
              </title>
              <line x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} className="stroke-rule" />
              {row.other !== undefined && (
                <rect
                  x={`${scale(row.other)}%`}
                  y={MIDDLE - 7}
                  width="14"
                  height="14"
                  transform="translate(-7)"
                  strokeWidth="1.5"
                  className="fill-surface stroke-ink"
                />
              )}
              <g className="stroke-series-1" strokeWidth="2">
                <line
                  x1={`${scale(row.low)}%`}
                  x2={`${scale(row.high)}%`}
                  y1={MIDDLE}
                  y2={MIDDLE}
                  strokeWidth="3"
                />
                {[row.low, row.high].map((end, index) => (
                  <line
                    key={index === 0 ? "low" : "high"}
                    x1={`${scale(end)}%`}
                    x2={`${scale(end)}%`}
                    y1={MIDDLE - 5}
                    y2={MIDDLE + 5}
                  />
                ))}
                <circle
                  cx={`${scale(row.value)}%`}
                  cy={MIDDLE}
                  r="5"
                  className={row.filled === false ? "fill-surface" : "fill-series-1"}
                />
              </g>
            </svg>
          </ChartRow>
        ))}
      </ul>
      <ChartAxis ticks={ticks.map((tick) => ({ at: scale(tick), label: format(tick) }))} />
    </ChartFigure>
  );
}
