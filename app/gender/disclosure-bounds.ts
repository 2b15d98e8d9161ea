import { extreme, findVertex, type Polytope } from "./disclosure-simplex.ts";

/** One count of a table, totals included. */
export interface CountCell {
  readonly id: string;
  /** A whole number, 0 or more. */
  readonly value: number;
  /**
   * What hiding it costs the reader, a whole number ≥ 1; 1 unless said. Totals are dearer than the cells they sum.
   */
  readonly weight?: number;
}

/** That some cells add up to another: known to every reader. */
export interface SumRule {
  readonly total: string;
  readonly parts: readonly string[];
}

/** All that is released about one population: its counts and how they add up. */
export interface CountSystem {
  readonly cells: readonly CountCell[];
  readonly sums: readonly SumRule[];
}

/** What a reader can work out about one hidden cell. */
export interface CellBounds {
  readonly id: string;
  readonly least: number;
  readonly greatest: number;
  /** The published cells the two bounds rest on: as long as none of them is hidden, the bounds stand. */
  readonly rests: readonly string[];
}

/** Works the bounds of hidden cells out one at a time, in the order of `hidden`. */
export function* boundsOfHidden(
  system: CountSystem,
  hidden: readonly string[],
  hiddenAtLeast: number,
): Generator<CellBounds, void, undefined> {
  const view = readersView(system, hidden, hiddenAtLeast);
  if (view === null) {
    for (const id of hidden) {
      yield { id, least: hiddenAtLeast, greatest: Number.POSITIVE_INFINITY, rests: [] };
    }
    return;
  }
  for (const [variable, id] of hidden.entries()) {
    const high = extreme(view.polytope, variable, 1);
    const low = extreme(view.polytope, variable, -1);
    const rests = new Set([...view.resting(high.multipliers), ...view.resting(low.multipliers)]);
    yield {
      id,
      least: hiddenAtLeast - low.value,
      greatest: hiddenAtLeast + high.value,
      rests: [...rests],
    };
  }
}

/**
 * What a reader can work out about every hidden cell from the published cells and the sums: the least and greatest
 * of the two linear programmes (Federal Committee on Statistical Methodology, Working Paper 22, 2005, ch. IV). For
 * one- and two-way tables both ends are whole numbers some table reaches; with three and more ways, counting in
 * whole numbers can be a little tighter.
 *
 * @param hiddenAtLeast what the reader knows a hidden count to be at least: 1 where zeros are always published,
 *   else 0
 */
export function attackersBounds(
  system: CountSystem,
  hidden: readonly string[],
  hiddenAtLeast: number,
): readonly CellBounds[] {
  return [...boundsOfHidden(system, hidden, hiddenAtLeast)];
}

interface ReadersView {
  readonly polytope: Polytope;
  readonly resting: (multipliers: readonly number[]) => readonly string[];
}

/** The equations a reader is left with; `null` where the hidden cells stand in none. */
function readersView(
  system: CountSystem,
  hidden: readonly string[],
  hiddenAtLeast: number,
): ReadersView | null {
  const position = new Map(hidden.map((id, variable) => [id, variable]));
  const value = new Map(system.cells.map((cell) => [cell.id, cell.value]));
  const equations = system.sums
    .map((sum) => [...sum.parts.map((id): Term => [id, 1]), [sum.total, -1] satisfies Term])
    .filter((terms) => terms.some(([id]) => position.has(id)));
  if (equations.length === 0) return null;
  const left = equations.map((terms) => {
    const row = new Array<number>(hidden.length).fill(0);
    for (const [id, sign] of terms) {
      const variable = position.get(id);
      if (variable !== undefined) row[variable] = (row[variable] ?? 0) + sign;
    }
    return row;
  });
  const right = equations.map((terms) =>
    terms.reduce(
      (sum, [id, sign]) => sum - sign * (position.has(id) ? hiddenAtLeast : (value.get(id) ?? 0)),
      0,
    ),
  );
  const resting = (multipliers: readonly number[]): string[] => {
    const share = new Map<string, number>();
    multipliers.forEach((multiplier, e) => {
      for (const [id, sign] of equations[e] ?? []) {
        if (!position.has(id)) share.set(id, (share.get(id) ?? 0) + multiplier * sign);
      }
    });
    return [...share].filter(([, total]) => Math.abs(total) > 1e-7).map(([id]) => id);
  };
  return { polytope: findVertex(left, right), resting };
}

type Term = [id: string, sign: 1 | -1];
