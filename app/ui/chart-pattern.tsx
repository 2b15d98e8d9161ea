/** How many series a chart can tell apart without colour. */
const SERIES_LIMIT = 4;

const COLOURS = ["text-series-1", "text-series-2", "text-series-3", "text-series-4"] as const;

/** The fills of the series: solid, hatched, dotted, ruled. `id` keeps those of several charts apart. */
export function SeriesPatterns({ id }: { readonly id: string }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        {COLOURS.map((colour, index) => (
          <pattern
            key={colour}
            id={patternId(id, index)}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform={index === 1 ? "rotate(45)" : undefined}
            className={colour}
          >
            <rect width="6" height="6" fill="currentColor" />
            {index === 1 && <rect width="2" height="6" className="fill-surface" />}
            {index === 2 && <circle cx="3" cy="3" r="1.25" className="fill-surface" />}
            {index === 3 && <rect width="6" height="1.5" className="fill-surface" />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

const patternId = (id: string, series: number) => `${id}-series-${series % SERIES_LIMIT}`;

/** The paint of a series, for a `fill` attribute. */
export const seriesFill = (id: string, series: number): string => `url(#${patternId(id, series)})`;

interface LegendProps {
  readonly id: string;
  readonly series: readonly { readonly key: string; readonly label: string }[];
}

/** Which fill is which. */
export function SeriesLegend({ id, series }: LegendProps) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {series.map(({ key, label }, index) => (
        <li key={key} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="18" height="12" className="shrink-0">
            <rect width="18" height="12" fill={seriesFill(id, index)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
