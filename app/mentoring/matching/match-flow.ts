import { type Arena, at, marginal } from "./match-arena.ts";

/**
 * Gives the arena's rows their columns: most rows matched, then the highest score, then the most even load.
 *
 * Dense shortest augmenting paths (Jonker & Volgenant 1987, Computing 38:325–340), with column capacities and a
 * convex cost on each column's load (successive shortest paths of a minimum convex cost flow: Ahuja, Magnanti &
 * Orlin 1993, §9.7 and §14). Each row may also end in a sink of its own, "unassigned", worth 0. Time O(rows² ×
 * columns). Leaves the duals in `gain` and `price`.
 *
 * @param onPlaced told after each row how many have been looked at
 */
export function placeEverybody(arena: Arena, onPlaced: (placed: number) => void = () => {}): void {
  const members: number[][] = arena.columnIds.map(() => []);
  for (let row = 0; row < arena.rowIds.length; row += 1) {
    place(arena, members, row);
    onPlaced(row + 1);
  }
}

interface Search {
  readonly distance: Float64Array;
  readonly via: Int32Array;
  readonly settled: Uint8Array;
  /** The cheapest end found so far: a column with a free place, or a row that stays without. */
  end: { readonly cost: number; readonly column: number; readonly row: number };
}

function place(arena: Arena, members: readonly number[][], row: number): void {
  arena.gain[row] = highestGain(arena, row);
  const columns = arena.columnIds.length;
  const search: Search = {
    distance: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    via: new Int32Array(columns).fill(-1),
    settled: new Uint8Array(columns),
    end: { cost: at(arena.gain, row), column: -1, row },
  };
  relax(arena, search, row, 0);
  for (;;) {
    const column = nearest(search);
    // A free column at the same distance ends the search: tied costs would otherwise settle them all.
    if (column < 0 || at(search.distance, column) >= search.end.cost) break;
    search.settled[column] = 1;
    const distance = at(search.distance, column);
    for (const member of members[column] ?? []) {
      const cost = distance + at(arena.gain, member);
      if (cost < search.end.cost) search.end = { cost, column: -1, row: member };
      relax(arena, search, member, distance);
    }
  }
  updateDuals(arena, members, search, row);
  augment(arena, members, search, row);
}

/** The most the row could gain at today's prices, so that no slack is negative. */
function highestGain(arena: Arena, row: number): number {
  const columns = arena.columnIds.length;
  let highest = 0;
  for (let column = 0; column < columns; column += 1) {
    highest = Math.max(highest, at(arena.value, row * columns + column) - at(arena.price, column));
  }
  return highest;
}

function relax(arena: Arena, search: Search, row: number, base: number): void {
  const columns = arena.columnIds.length;
  const start = base + at(arena.gain, row);
  for (let column = 0; column < columns; column += 1) {
    const distance = start + at(arena.price, column) - at(arena.value, row * columns + column);
    if (search.settled[column] === 1 || !(distance < at(search.distance, column))) continue;
    search.distance[column] = distance;
    search.via[column] = row;
    const load = at(arena.load, column);
    if (load >= at(arena.room, column)) continue;
    const cost = distance + marginal(arena, column, load + 1) - at(arena.price, column);
    if (cost < search.end.cost) search.end = { cost, column, row: -1 };
  }
}

function nearest(search: Search): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let column = 0; column < search.distance.length; column += 1) {
    const distance = at(search.distance, column);
    if (search.settled[column] === 0 && distance < least) {
      best = column;
      least = distance;
    }
  }
  return best;
}

function updateDuals(arena: Arena, members: readonly number[][], search: Search, row: number): void {
  const { cost } = search.end;
  arena.gain[row] = at(arena.gain, row) - cost;
  search.settled.forEach((settled, column) => {
    if (settled === 0) return;
    const rise = cost - at(search.distance, column);
    arena.price[column] = at(arena.price, column) + rise;
    for (const member of members[column] ?? []) arena.gain[member] = at(arena.gain, member) - rise;
  });
}

/** Walks back from the end of the path, moving each row on it one column along. */
function augment(arena: Arena, members: readonly number[][], search: Search, row: number): void {
  let column = search.end.column;
  if (column >= 0) {
    arena.load[column] = at(arena.load, column) + 1;
  } else {
    column = at(arena.mate, search.end.row);
    move(arena, members, search.end.row, -1);
    if (search.end.row === row) return;
  }
  for (;;) {
    const mover = at(search.via, column);
    const left = at(arena.mate, mover);
    move(arena, members, mover, column);
    if (mover === row) return;
    column = left;
  }
}

function move(arena: Arena, members: readonly number[][], row: number, to: number): void {
  const from = members[at(arena.mate, row)];
  from?.splice(from.indexOf(row), 1);
  members[to]?.push(row);
  arena.mate[row] = to;
}
