import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

export interface ColumnSort {
  /** The address of this page sorted by the column, the other way round where it is sorted by it already. */
  readonly to: string;
  /** How it is sorted now; null where it is sorted by another column. */
  readonly direction: "ascending" | "descending" | null;
}

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** Figures stand at the end, words at the start. */
  readonly align?: "start" | "end" | "center";
  /** The cell that names the row; the first column unless another says so. */
  readonly rowHeader?: boolean;
  readonly sort?: ColumnSort;
  /** Its text never breaks: dates, codes, symbols. */
  readonly nowrap?: boolean;
  /** Its content is placed against the edges of the cell: a line that runs on from row to row. */
  readonly fills?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: ReactNode;
  /** Where a heading right above says the same already. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What stands there instead when there are no rows: an `EmptyState`. */
  readonly empty: ReactNode;
  /** Keeps the first column in sight while the others scroll. */
  readonly stickyFirst?: boolean;
  /**
   * On a phone each row stands by itself, its cells below one another under their headers, instead of scrolling sideways;
   * `pairs`: two cells beside each other, where all of them are short.
   */
  readonly stacks?: boolean | "pairs";
  /** Rows that stand out, the reader's own for example; say in a cell why. */
  readonly highlight?: (row: Row) => boolean;
  readonly note?: ReactNode;
}

const ALIGN = { start: "text-start", end: "text-end figures", center: "text-center" } as const;
const STICKY = "sticky start-0 z-1 bg-inherit print:static";

/** Rows of like things. On a phone it scrolls sideways by itself, by keyboard too, unless its rows are stacked there. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    captionHidden = false,
    columns,
    rows,
    rowKey,
    stickyFirst = false,
    stacks = false,
    highlight,
    note,
  } = props;
  const captionId = useId();
  if (rows.length === 0) return <>{props.empty}</>;
  const headed = columns.some((column) => column.rowHeader);
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a landmark for every table would crowd the page, and a fieldset is for controls */}
      <div
        role="group"
        aria-labelledby={captionId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="relative overflow-x-auto print:overflow-visible"
      >
        <table className={classNames("w-full border-collapse text-sm", stacks && "max-sm:block")}>
          <caption
            id={captionId}
            className={captionHidden ? "sr-only" : "pb-1.5 text-start text-sm text-muted"}
          >
            {caption}
          </caption>
          <thead className={classNames("bg-sunken", stacks && "max-sm:sr-only")}>
            <tr className="border-y border-ink bg-inherit">
              {columns.map((column, index) => (
                <HeaderCell key={column.key} column={column} sticky={stickyFirst && index === 0} />
              ))}
            </tr>
          </thead>
          <tbody
            className={classNames(
              "divide-y divide-rule border-b border-ink",
              stacks && "max-sm:block max-sm:border-t",
            )}
          >
            {rows.map((row, rowIndex) => (
              <tr
                key={rowKey(row)}
                className={classNames(
                  highlight?.(row) ? "bg-accent-soft" : "bg-surface hover:bg-sunken print:bg-surface",
                  stacks && (stacks === "pairs" ? "max-sm:grid max-sm:grid-cols-2" : "max-sm:block"),
                  stacks && "max-sm:py-2",
                )}
              >
                {columns.map((column, index) => (
                  <BodyCell
                    key={column.key}
                    column={column}
                    header={headed ? column.rowHeader === true : index === 0}
                    sticky={stickyFirst && index === 0}
                    stacks={stacks !== false}
                  >
                    {column.cell(row, rowIndex)}
                  </BodyCell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p className="measure mt-1.5 text-sm text-muted">{note}</p>}
    </div>
  );
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sticky: boolean;
}

function HeaderCell<Row>({ column, sticky }: HeaderCellProps<Row>) {
  const { header, align = "start", sort } = column;
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
      className={classNames(
        "px-3 py-1.5 align-bottom font-semibold first:ps-2 last:pe-2",
        ALIGN[align],
        sticky && STICKY,
      )}
    >
      {sort ? (
        <Link to={sort.to} preventScrollReset className="inline-flex min-h-6 items-center gap-1 text-ink">
          {header}
          <span aria-hidden="true" className="w-2 text-xs text-accent">
            {sort.direction === null ? "" : sort.direction === "ascending" ? "▲" : "▼"}
          </span>
        </Link>
      ) : (
        header
      )}
    </th>
  );
}

interface BodyCellProps<Row> extends HeaderCellProps<Row> {
  readonly header: boolean;
  readonly stacks: boolean;
  readonly children: ReactNode;
}

function BodyCell<Row>({ column, header, sticky, stacks, children }: BodyCellProps<Row>) {
  const classes = classNames(
    "px-3 py-1.5 align-top first:ps-2 last:pe-2",
    ALIGN[column.align ?? "start"],
    column.fills && "relative",
    column.nowrap && "whitespace-nowrap",
    sticky && STICKY,
    stacks && "max-sm:block max-sm:px-2 max-sm:text-start",
  );
  return header ? (
    <th scope="row" className={classNames(classes, "col-span-full min-w-32 font-semibold")}>
      {children}
    </th>
  ) : (
    <td className={classes}>
      {stacks && <span className="block text-xs font-semibold text-muted sm:hidden">{column.header}</span>}
      {children}
    </td>
  );
}
