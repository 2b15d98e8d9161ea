interface Props {
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** The figures under a chart; `at` is in hundredths of its width. */
export const ChartAxis = ({ ticks }: Props) => (
  <div className="grid gap-x-4 @lg:grid-cols-[9.5rem_1fr_5.5rem]">
    <svg aria-hidden="true" width="100%" height="22" className="chart block overflow-visible @lg:col-start-2">
      <line x1="0" x2="100%" y1="0.5" y2="0.5" className="stroke-edge" />
      {ticks.map(({ at, label }) => (
        <g key={at}>
          <line x1={`${at}%`} x2={`${at}%`} y1="0" y2="5" className="stroke-edge" />
          <text
            x={`${at}%`}
            y="17"
            textAnchor={at < 3 ? "start" : at > 97 ? "end" : "middle"}
            className="figures fill-muted text-xs"
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  </div>
);
