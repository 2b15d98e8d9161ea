import type { CountCell, CountSystem, SumRule } from "./disclosure-bounds.ts";
import { cheapestHiding } from "./disclosure-search.ts";

/**
 * Disclosure control of METHOD §6: what of a table of people may be shown outside the secretariat.
 *
 * **Overlapping tables.** Two tables about the same people can give away by their difference what each hides. So
 * everything released about one population is *one* system: the finest breakdown that is ever shown, every coarser
 * one as further total cells, protected together, once, and kept. A filter, a merged column or a later question is
 * then answered from that release with `sumOfShown`, which adds up published cells and so tells nothing new. Two
 * releases over time are apart only if the period of the first is closed: release closed periods, never a running
 * total.
 *
 * **What this does not hold against**: somebody who is in the table and knows their own place, other publications,
 * and somebody who reasons back from which further cells were chosen. Names of appointed leaders are public:
 * tables of them do not come here.
 */
export interface DisclosureRules {
  /** Counts from 1 to one less than this are hidden. */
  readonly smallest: number;
  /** No hidden count may be bounded to an interval narrower than this from what is shown. */
  readonly minWidth: number;
  /** What a reader knows of a hidden count: zeros are published, so it is at least 1. */
  readonly hiddenAtLeast: 0 | 1;
}

/** METHOD §6: 1 to 4 hidden, nothing bounded tighter than four wide, zeros published. */
export const DISCLOSURE_RULES: DisclosureRules = { smallest: 5, minWidth: 4, hiddenAtLeast: 1 };

/** Percentages on a smaller base are hidden (METHOD §6). */
export const SMALLEST_PERCENT_BASE = 10;

/** A count as it may be shown. Nothing tells a small count from one hidden to protect it. */
export type Shown = { readonly kind: "count"; readonly value: number } | { readonly kind: "hidden" };

/** What may be shown of a system. */
export interface Release {
  readonly shown: ReadonlyMap<string, Shown>;
  /** Whether no cheaper set of hidden cells would have done; false on large tables, where the search is cut short. */
  readonly fewest: boolean;
}

const HIDDEN: Shown = { kind: "hidden" };

/**
 * Hides what has to be hidden of a system of counts: first those from 1 to 4, totals included, then further cells
 * until no hidden one can be bounded tighter than four wide by both linear programmes. The same system gives the
 * same release whatever the order of its cells and sums.
 *
 * @throws on counts that are no whole numbers ≥ 0, on unknown or doubled cells, and on sums that do not add up
 */
export function protectCounts(system: CountSystem, rules: DisclosureRules = DISCLOSURE_RULES): Release {
  checkSystem(system);
  const cells = [...system.cells].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sums = system.sums
    .map((sum) => ({ ...sum, key: JSON.stringify([sum.total, [...sum.parts].sort()]) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const primary = cells
    .filter((cell) => cell.value > 0 && cell.value < rules.smallest)
    .map((cell) => cell.id);
  const hiding = cheapestHiding({ cells, sums }, primary, rules);
  const hidden = new Set([...primary, ...hiding.further]);
  const shown = cells.map(({ id, value }): [string, Shown] => [
    id,
    hidden.has(id) ? HIDDEN : { kind: "count", value },
  ]);
  return { shown: new Map(shown), fewest: hiding.fewest };
}

/** Counts by two keys, rows × columns. Keys name the same thing in every table, and are each used once. */
export interface TwoWayCounts {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** A two-way table as it may be shown, in the order in which it came. */
export interface TwoWayShown {
  readonly cells: readonly (readonly Shown[])[];
  readonly rowTotals: readonly Shown[];
  readonly columnTotals: readonly Shown[];
  readonly total: Shown;
}

const cellId = (row: string | null, column: string | null): string => JSON.stringify([row, column]);

/**
 * A two-way table with its row, column and grand totals as one system; more totals may be added to its cells and
 * sums. Hiding a row or column total costs as much as three cells, the grand total as much as nine: Cadre's own
 * choice.
 */
export function twoWaySystem({ rows, columns, counts }: TwoWayCounts): CountSystem {
  const inner = rows.map((row, i) =>
    columns.map((column, j): CountCell => ({ id: cellId(row, column), value: counts[i]?.[j] ?? Number.NaN })),
  );
  const sumOf = (cells: readonly CountCell[]) => cells.reduce((sum, cell) => sum + cell.value, 0);
  const rowTotals = inner.map(
    (cells, i): CountCell => ({ id: cellId(rows[i] ?? "", null), value: sumOf(cells), weight: 3 }),
  );
  const columnTotals = columns.map(
    (column, j): CountCell => ({
      id: cellId(null, column),
      value: sumOf(inner.flatMap((cells) => cells.slice(j, j + 1))),
      weight: 3,
    }),
  );
  const total: CountCell = { id: cellId(null, null), value: sumOf(rowTotals), weight: 9 };
  const sums: SumRule[] = [
    ...rows.map((row) => ({ total: cellId(row, null), parts: columns.map((column) => cellId(row, column)) })),
    ...columns.map((column) => ({
      total: cellId(null, column),
      parts: rows.map((row) => cellId(row, column)),
    })),
    { total: total.id, parts: rowTotals.map((cell) => cell.id) },
    { total: total.id, parts: columnTotals.map((cell) => cell.id) },
  ];
  return { cells: [...inner.flat(), ...rowTotals, ...columnTotals, total], sums };
}

/** A two-way table with its margins, protected. See `protectCounts`. */
export function protectTable(table: TwoWayCounts, rules: DisclosureRules = DISCLOSURE_RULES): TwoWayShown {
  const { shown } = protectCounts(twoWaySystem(table), rules);
  const of = (row: string | null, column: string | null) => shown.get(cellId(row, column)) ?? HIDDEN;
  return {
    cells: table.rows.map((row) => table.columns.map((column) => of(row, column))),
    rowTotals: table.rows.map((row) => of(row, null)),
    columnTotals: table.columns.map((column) => of(null, column)),
    total: of(null, null),
  };
}

/** A list of counts by one key with its total, protected. See `protectCounts`. */
export function protectList(
  keys: readonly string[],
  counts: readonly number[],
  rules: DisclosureRules = DISCLOSURE_RULES,
): { readonly cells: readonly Shown[]; readonly total: Shown } {
  const cells = keys.map((key, i): CountCell => ({ id: cellId(key, null), value: counts[i] ?? Number.NaN }));
  const total = {
    id: cellId(null, null),
    value: cells.reduce((sum, cell) => sum + cell.value, 0),
    weight: 3,
  };
  const sums = [{ total: total.id, parts: cells.map((cell) => cell.id) }];
  const { shown } = protectCounts({ cells: [...cells, total], sums }, rules);
  return {
    cells: cells.map((cell) => shown.get(cell.id) ?? HIDDEN),
    total: shown.get(total.id) ?? HIDDEN,
  };
}

/** A coarser figure from a release: the sum where every part is shown, otherwise hidden. It tells nothing new. */
export function sumOfShown(parts: readonly Shown[]): Shown {
  let sum = 0;
  for (const part of parts) {
    if (part.kind === "hidden") return HIDDEN;
    sum += part.value;
  }
  return { kind: "count", value: sum };
}

/** A share in percent, not rounded; `null` where either count is hidden or the base is below ten. */
export function percentShown(part: Shown, base: Shown): number | null {
  if (part.kind === "hidden" || base.kind === "hidden" || base.value < SMALLEST_PERCENT_BASE) return null;
  return (100 * part.value) / base.value;
}

function checkSystem({ cells, sums }: CountSystem): void {
  const value = new Map(cells.map((cell) => [cell.id, cell.value]));
  if (value.size !== cells.length) throw new RangeError("Disclosure control: a cell stands twice.");
  for (const cell of cells) {
    const weight = cell.weight ?? 1;
    if (!Number.isSafeInteger(cell.value) || cell.value < 0 || !Number.isSafeInteger(weight) || weight < 1) {
      throw new RangeError("Disclosure control: counts are whole numbers, 0 or more; weights 1 or more.");
    }
  }
  for (const { total, parts } of sums) {
    const sum = parts.reduce((sofar, id) => sofar + (value.get(id) ?? Number.NaN), 0);
    if (sum !== value.get(total)) throw new RangeError("Disclosure control: a sum does not add up.");
  }
}
