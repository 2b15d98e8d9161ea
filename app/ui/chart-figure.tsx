import type { ReactNode } from "react";

/** The words of a chart; every chart takes them. */
export interface ChartWords {
  readonly title: string;
  /** What is counted, on which day or over which time, and from where. */
  readonly description?: ReactNode;
  /** The word that opens the table behind the chart. */
  readonly tableLabel: string;
  /** The heading over the names of the rows, in that table. */
  readonly rowHeading: string;
  /** The table is in sight from the start. */
  readonly tableOpen?: boolean;
  /** The table, where it says more than the chart draws. */
  readonly table?: ChartTable;
}

/** The figures behind a chart. */
export interface ChartTable {
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: ReactNode;
    readonly cells: readonly ReactNode[];
  }[];
}

interface Props extends ChartWords, ChartTable {
  readonly id: string;
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its title, its key, and behind it the same figures as a table. */
export function ChartFigure(props: Props) {
  const { id, title, description, tableLabel, rowHeading, legend, children } = props;
  const { headings, rows } = props.table ?? props;
  return (
    <figure aria-labelledby={`${id}-title`} className="@container break-inside-avoid">
      <figcaption className="mb-3">
        <p id={`${id}-title`} className="font-serif text-lg font-semibold">
          {title}
        </p>
        {description && <div className="measure text-sm text-muted">{description}</div>}
      </figcaption>
      {legend}
      {children}
      <details className="mt-3 text-sm" open={props.tableOpen}>
        <summary className="min-h-6 w-fit text-accent">{tableLabel}</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: a landmark for every table would crowd the page, and a fieldset is for controls */}
        <div
          role="group"
          aria-labelledby={`${id}-title`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="overflow-x-auto"
        >
          <table className="mt-2 border-y border-ink">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr className="border-b border-ink">
                <th scope="col" className="py-1 pe-6 text-start font-semibold">
                  {rowHeading}
                </th>
                {headings.map((heading) => (
                  <th key={heading} scope="col" className="px-3 py-1 text-end font-semibold">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-rule">
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row" className="py-1 pe-6 text-start font-normal">
                    {row.label}
                  </th>
                  {row.cells.map((cell, index) => (
                    <td key={headings[index]} className="figures px-3 py-1 text-end">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

interface ChartRowProps {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** One line of a chart: its name, its picture, its figures. Where there is little room the name stands over the picture. */
export function ChartRow({ label, note, children }: ChartRowProps) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 py-1 @lg:grid-cols-[9.5rem_1fr_5.5rem]">
      <span className="min-w-0 text-sm leading-tight">{label}</span>
      <div className="col-span-2 row-start-2 min-w-0 @lg:col-span-1 @lg:col-start-2 @lg:row-start-1">
        {children}
      </div>
      <span className="figures col-start-2 row-start-1 text-end text-sm leading-tight text-muted @lg:col-start-3">
        {note}
      </span>
    </li>
  );
}
