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
}

interface Props extends ChartWords {
  readonly id: string;
  readonly legend?: ReactNode;
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: ReactNode;
    readonly cells: readonly ReactNode[];
  }[];
  readonly children: ReactNode;
}

/** A chart with its title, its key, and behind it the same figures as a table. */
export function ChartFigure(props: Props) {
  const { id, title, description, tableLabel, rowHeading, legend, headings, rows, children } = props;
  return (
    <figure aria-labelledby={`${id}-title`} className="break-inside-avoid">
      <figcaption className="mb-3">
        <p id={`${id}-title`} className="font-serif text-lg font-semibold">
          {title}
        </p>
        {description && <div className="measure text-sm text-muted">{description}</div>}
      </figcaption>
      {legend}
      {children}
      <details className="mt-3 text-sm">
        <summary className="inline-block min-h-6 text-accent">{tableLabel}</summary>
        <div className="overflow-x-auto">
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

/** One line of a chart: its name, its picture, its figures. On a phone the name stands over the picture. */
export function ChartRow({ label, note, children }: ChartRowProps) {
  return (
    <li className="grid items-center gap-x-4 py-1 sm:grid-cols-[11rem_1fr_6.5rem]">
      <span className="min-w-0 text-sm leading-tight max-sm:mb-0.5">{label}</span>
      <div className="min-w-0">{children}</div>
      <span className="figures text-sm text-muted sm:text-end">{note}</span>
    </li>
  );
}
