type Cell = string | number | null;

/** Columns of a table as text: words begin at the left, figures end at the right. */
export function tableOf(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [headings, ...rows.map((row) => row.map(textOf))];
  const widths = headings.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join("  ");
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(headings), rule, ...texts.slice(1).map(line)].join("\n");
}

const textOf = (cell: Cell) => (typeof cell === "number" ? cell.toFixed(1) : (cell ?? ""));

/** A figure's aim and whether it was reached. */
export const aimOf = (figure: number, most: number, unit: string): string =>
  `${figure <= most ? "✓" : "✗"} ${most === 0 ? `0 ${unit}` : `under ${most} ${unit}`}`;
