import { scaleLinear } from "d3-scale";
import { type ReactNode, useId } from "react";
import { ChartAxis } from "./chart-axis.tsx";
import { ChartFigure, ChartRow, type ChartWords } from "./chart-figure.tsx";

export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly note?: ReactNode;
  /** Above the line, among the chosen: its dot is filled, the others' are open. */
  readonly filled?: boolean;
}

interface Props extends ChartWords {
  readonly rows: readonly IntervalRow[];
  /** The ends of the scale; the first stands at the start of the line, so a rank's is [1, n]. */
  readonly domain: readonly [number, number];
  readonly valueHeading: string;
  readonly lowHeading: string;
  readonly highHeading: string;
  readonly format: (value: number) => string;
}

const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;

/** A value with the interval it may lie in, one line a row: ranks, scores, shares. */
export function ChartInterval(props: Props) {
  const { rows, domain, valueHeading, lowHeading, highHeading, format, ...words } = props;
  const id = useId();
  const scale = scaleLinear(domain, [1.5, 98.5]);
  const whole = domain.every(Number.isInteger);
  const ticks = scale.ticks(6).filter((tick) => !whole || Number.isInteger(tick));
  return (
    <ChartFigure
      {...words}
      id={id}
      headings={[valueHeading, lowHeading, highHeading]}
      rows={rows.map(({ key, label, value, low, high }) => ({
        key,
        label,
        cells: [value, low, high].map(format),
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
                ].join(" · ")}
              </title>
              <line x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} className="stroke-rule" />
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
