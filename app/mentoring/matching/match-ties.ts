import { type Arena, at, marginal, slack } from "./match-arena.ts";

/**
 * Among all assignments that are equally good, turns the arena's into the one of the stated order: mentees by id,
 * each in turn gets the first mentor by id that any best assignment still gives, having no mentor coming last.
 *
 * The duals name every best assignment at once (those that use only tight pairs and loads), so a change that follows
 * tight arcs costs nothing. For each mentee a search backwards from the present place finds the columns from which
 * the displaced could be led back to it, without touching a mentee already settled.
 */
export function settleTies(arena: Arena): void {
  const tightRows = tightRowsByColumn(arena);
  for (let row = 0; row < arena.rowIds.length; row += 1) {
    const columns = arena.columnIds.length;
    const present = at(arena.mate, row);
    const target = present < 0 ? columns : present;
    const earlier = earlierTight(arena, row, target);
    if (earlier.length === 0) continue;
    const steps = searchBack(arena, tightRows, row, target);
    const better = earlier.find((column) => steps[column] !== undefined);
    if (better === undefined) continue;
    follow(arena, steps, better, target);
    arena.mate[row] = better;
    arena.load.fill(0);
    for (const column of arena.mate) if (column >= 0) arena.load[column] = at(arena.load, column) + 1;
  }
}

/**
 * One step of the way from a column that has one row too many; node `columns` is the outside, "unassigned" and
 * spare places.
 */
interface Step {
  readonly to: number;
  /** The row that moves, or −1 where only a load changes. */
  readonly mover: number;
}

function tightRowsByColumn(arena: Arena): readonly (readonly number[])[] {
  return arena.columnIds.map((_, column) =>
    Array.from(arena.rowIds.keys()).filter((row) => slack(arena, row, column) === 0),
  );
}

function earlierTight(arena: Arena, row: number, before: number): number[] {
  const found: number[] = [];
  for (let column = 0; column < before; column += 1) if (slack(arena, row, column) === 0) found.push(column);
  return found;
}

function searchBack(
  arena: Arena,
  tightRows: readonly (readonly number[])[],
  row: number,
  target: number,
): readonly (Step | undefined)[] {
  const outside = arena.columnIds.length;
  const steps: (Step | undefined)[] = new Array(outside + 1).fill(undefined);
  const queue = [target];
  const reach = (from: number, step: Step) => {
    if (from === target || steps[from] !== undefined) return;
    steps[from] = step;
    queue.push(from);
  };
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] ?? outside;
    if (node === outside) reachOutside(arena, row, reach);
    else reachColumn(arena, tightRows[node] ?? [], row, node, reach);
  }
  return steps;
}

function reachOutside(arena: Arena, row: number, reach: (from: number, step: Step) => void): void {
  const outside = arena.columnIds.length;
  for (let column = 0; column < outside; column += 1) {
    const load = at(arena.load, column);
    const spare = load < at(arena.room, column);
    if (spare && at(arena.price, column) === marginal(arena, column, load + 1)) {
      reach(column, { to: outside, mover: -1 });
    }
  }
  for (let mover = row + 1; mover < arena.rowIds.length; mover += 1) {
    const from = at(arena.mate, mover);
    if (from >= 0 && at(arena.gain, mover) === 0) reach(from, { to: outside, mover });
  }
}

function reachColumn(
  arena: Arena,
  tightRows: readonly number[],
  row: number,
  column: number,
  reach: (from: number, step: Step) => void,
): void {
  const outside = arena.columnIds.length;
  const load = at(arena.load, column);
  if (load > 0 && at(arena.price, column) === marginal(arena, column, load)) {
    reach(outside, { to: column, mover: -1 });
  }
  for (const mover of tightRows) {
    const from = at(arena.mate, mover);
    if (mover > row && from !== column) reach(from < 0 ? outside : from, { to: column, mover });
  }
}

function follow(arena: Arena, steps: readonly (Step | undefined)[], start: number, target: number): void {
  let node = start;
  while (node !== target) {
    const step = steps[node];
    if (step === undefined) throw new Error("A tight path ends before its target.");
    if (step.mover >= 0) arena.mate[step.mover] = step.to === arena.columnIds.length ? -1 : step.to;
    node = step.to;
  }
}
