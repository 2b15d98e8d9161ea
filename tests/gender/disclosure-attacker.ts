import type { Shown, TwoWayCounts, TwoWayShown } from "#app/gender/disclosure.ts";

/** More than any count in a test: stands for "no limit". */
const ENDLESS = 1_000_000;

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly hidden: boolean;
}

/**
 * The narrowest interval an attacker gets for any hidden cell or margin of a two-way table, without a linear
 * programme.
 *
 * A two-way table with its margins is a flow that goes round: grand total → row totals → cells → column totals →
 * grand total. A hidden cell can grow by what flows back from its head to its foot, and shrink by what flows round
 * it, through the other hidden cells. So two maximum flows a cell give the interval in whole numbers, and a table
 * that shows each end exists.
 */
export function narrowestInterval(table: TwoWayCounts, shown: TwoWayShown, hiddenAtLeast: number): number {
  const arcs = arcsOf(table, shown);
  const widths = arcs.flatMap((arc, i) => {
    if (!arc.hidden) return [];
    const others = arcs.filter((_, k) => k !== i);
    const up = maximumFlow(others, hiddenAtLeast, arc.to, arc.from);
    const down = Math.min(arc.value - hiddenAtLeast, maximumFlow(others, hiddenAtLeast, arc.from, arc.to));
    return [up + down];
  });
  return Math.min(ENDLESS, ...widths);
}

function arcsOf({ rows, columns, counts }: TwoWayCounts, shown: TwoWayShown): Arc[] {
  const [rowSums, columnSums] = [rows.length + columns.length, rows.length + columns.length + 1];
  const isHidden = (one: Shown | undefined) => one?.kind !== "count";
  const arcs: Arc[] = [];
  let total = 0;
  rows.forEach((_, i) => {
    const row = counts[i] ?? [];
    const value = row.reduce((sum, count) => sum + count, 0);
    total += value;
    arcs.push({ from: rowSums, to: i, value, hidden: isHidden(shown.rowTotals[i]) });
    row.forEach((count, j) => {
      arcs.push({ from: i, to: rows.length + j, value: count, hidden: isHidden(shown.cells[i]?.[j]) });
    });
  });
  columns.forEach((_, j) => {
    const value = counts.reduce((sum, row) => sum + (row[j] ?? 0), 0);
    arcs.push({ from: rows.length + j, to: columnSums, value, hidden: isHidden(shown.columnTotals[j]) });
  });
  arcs.push({ from: columnSums, to: rowSums, value: total, hidden: isHidden(shown.total) });
  return arcs;
}

/** Edmonds and Karp, on the hidden arcs: forwards without limit, backwards down to the least a hidden cell can be. */
function maximumFlow(arcs: readonly Arc[], least: number, source: number, sink: number): number {
  const open = arcs
    .filter((arc) => arc.hidden)
    .flatMap(({ from, to, value }) => [
      { from, to, room: ENDLESS },
      { from: to, to: from, room: value - least },
    ]);
  let flow = 0;
  while (flow < ENDLESS) {
    const path = shortestPath(open, source, sink);
    if (path === null) return flow;
    const step = Math.min(...path.map((k) => open[k]?.room ?? 0));
    for (const k of path) {
      const [arc, back] = [open[k], open[k ^ 1]];
      if (arc && back) [arc.room, back.room] = [arc.room - step, back.room + step];
    }
    flow += step;
  }
  return ENDLESS;
}

function shortestPath(
  arcs: readonly { from: number; to: number; room: number }[],
  source: number,
  sink: number,
): number[] | null {
  const paths = new Map<number, number[]>([[source, []]]);
  for (const [node, path] of paths) {
    if (node === sink) return path;
    arcs.forEach((arc, k) => {
      if (arc.from === node && arc.room > 0 && !paths.has(arc.to)) paths.set(arc.to, [...path, k]);
    });
  }
  return null;
}
