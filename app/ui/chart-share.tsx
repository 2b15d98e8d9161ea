import { type ReactNode, useId } from "react";
import { ChartAxis } from "./chart-axis.tsx";
import { ChartFigure, ChartRow, type ChartWords } from "./chart-figure.tsx";
import { SeriesPatterns, seriesFill } from "./chart-pattern.tsx";
import { linearScale } from "./linear-scale.ts";

export interface ShareRow {
  readonly key: string;
  readonly label: string;
  /** 0 to 1; null where there is nobody to take a share of, or the figure is withheld. */
  readonly share: number | null;
  /** 0 to 1; null where no target is set. */
  readonly target?: number | null;
  /** The interval of the share, where it is an estimate. */
  readonly low?: number;
  readonly high?: number;
  readonly note?: ReactNode;
}

interface Props extends ChartWords {
  readonly rows: readonly ShareRow[];
  readonly shareHeading: string;
  readonly targetHeading: string;
  /** Puts a share of 0 to 1, or its absence, into the reader's figures. */
  readonly format: (share: number | null) => string;
}

const HEIGHT = 22;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Shares of a whole, each against the line it should reach. */
export function ChartShare({ rows, shareHeading, targetHeading, format, ...words }: Props) {
  const id = useId();
  const scale = linearScale([0, 1], [0, 100]);
  const aimed = rows.some(({ target = null }) => target !== null);
  return (
    <ChartFigure
      {...words}
      id={id}
      headings={[shareHeading, targetHeading]}
      rows={rows.map(({ key, label, share, target = null }) => ({
        key,
        label,
        cells: [format(share), format(target)],
      }))}
      legend={
        <ShareLegend id={id} shareHeading={shareHeading} targetHeading={aimed ? targetHeading : null} />
      }
    >
      <SeriesPatterns id={id} />
      <ul>
        {rows.map((row) => (
          <ChartRow key={row.key} label={row.label} note={row.note ?? format(row.share)}>
            <svg role="img" width="100%" height={HEIGHT} className="chart block overflow-visible">
              <title>
                {[
                  row.label,
                  `${shareHeading} ${format(row.share)}`,
                  ...(aimed ? [`${targetHeading} ${format(row.target ?? null)}`] : []),
                ].join(" · ")}
              </title>
              <rect y="3" width="100%" height={HEIGHT - 8} className="fill-sunken stroke-rule" />
              <rect y="3" width={`${scale(row.share ?? 0)}%`} height={HEIGHT - 8} fill={seriesFill(id, 0)} />
              {row.low !== undefined && row.high !== undefined && (
                <line
                  x1={`${scale(row.low)}%`}
                  x2={`${scale(row.high)}%`}
                  y1={HEIGHT / 2 - 1}
                  y2={HEIGHT / 2 - 1}
                  className="stroke-ink"
                  strokeWidth="2"
                />
              )}
              {row.target != null && <TargetMark x={`${scale(row.target)}%`} />}
            </svg>
          </ChartRow>
        ))}
      </ul>
      <ChartAxis ticks={TICKS.map((tick) => ({ at: scale(tick), label: format(tick) }))} />
    </ChartFigure>
  );
}

const TargetMark = ({ x }: { readonly x: string }) => (
  <g>
    <line x1={x} x2={x} y1="0" y2={HEIGHT - 2} className="stroke-surface" strokeWidth="5" />
    <line x1={x} x2={x} y1="0" y2={HEIGHT - 2} className="stroke-action" strokeWidth="2.5" />
  </g>
);

interface LegendProps {
  readonly id: string;
  readonly shareHeading: string;
  /** null: no row has a target. */
  readonly targetHeading: string | null;
}

const ShareLegend = ({ id, shareHeading, targetHeading }: LegendProps) => (
  <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
    <li className="flex items-center gap-1.5">
      <svg aria-hidden="true" width="18" height="12">
        <rect width="18" height="12" fill={seriesFill(id, 0)} />
      </svg>
      {shareHeading}
    </li>
    {targetHeading !== null && (
      <li className="flex items-center gap-1.5">
        <svg aria-hidden="true" width="18" height="14">
          <line x1="9" x2="9" y1="0" y2="14" className="stroke-action" strokeWidth="2.5" />
        </svg>
        {targetHeading}
      </li>
    )}
  </ul>
);
