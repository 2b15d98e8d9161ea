import { boundsOfHidden, type CellBounds, type CountCell, type CountSystem } from "./disclosure-bounds.ts";

/** What a hidden cell has to be safe from. */
export interface HidingAim {
  /** No hidden cell may be bounded to an interval narrower than this. */
  readonly minWidth: number;
  readonly hiddenAtLeast: number;
}

/** A set of further cells to hide. */
export interface Hiding {
  readonly further: readonly string[];
  /** Whether it is proven that no cheaper set would do; false where the search was cut short. */
  readonly fewest: boolean;
}

/** Sets of cells looked at before the search gives up on the cheapest and takes a good one. */
const LOOKS = 800;

/**
 * The cheapest further cells to hide so that no hidden cell can be bounded too tightly: least total weight, then
 * least total count, then first by id.
 *
 * A bound that is too tight rests on some published cells, and stands until one of *those* is hidden: so the search
 * branches over them alone, cheapest sets first, and the first set that passes is the best. Where that
 * takes too long it hides the cheapest such cell again and again, then shows again what need not be hidden. Zeros are
 * never hidden. With everything else hidden any table passes (all counts could be many times as large), so there
 * always is an answer.
 */
export function cheapestHiding(system: CountSystem, primary: readonly string[], aim: HidingAim): Hiding {
  const cells = new Map(system.cells.map((cell) => [cell.id, cell]));
  const firstWeak = (further: readonly string[]) => findWeak(system, [...primary, ...further], aim);
  return searchCheapest(cells, firstWeak) ?? { further: hideGreedily(cells, firstWeak), fewest: false };
}

type Cells = ReadonlyMap<string, CountCell>;
type FirstWeak = (further: readonly string[]) => CellBounds | undefined;

interface Candidate {
  readonly further: readonly string[];
  readonly key: string;
  readonly count: number;
}

function searchCheapest(cells: Cells, firstWeak: FirstWeak): Hiding | null {
  const levels: Candidate[][] = [[{ further: [], key: "", count: 0 }]];
  const seen = new Set<string>();
  let looks = 0;
  for (let weight = 0; weight < levels.length; weight += 1) {
    for (const candidate of (levels[weight] ?? []).sort(cheaperFirst)) {
      looks += 1;
      if (looks > LOOKS) return null;
      const weak = firstWeak(candidate.further);
      if (weak === undefined) return { further: candidate.further, fewest: true };
      for (const cell of hideable(cells, weak)) {
        const further = [...candidate.further, cell.id].sort();
        const key = JSON.stringify(further);
        if (seen.has(key)) continue;
        seen.add(key);
        const at = weight + (cell.weight ?? 1);
        while (levels.length <= at) levels.push([]);
        levels[at]?.push({ further, key, count: candidate.count + cell.value });
      }
    }
  }
  return null;
}

function hideGreedily(cells: Cells, firstWeak: FirstWeak): readonly string[] {
  let further: readonly string[] = [];
  for (let weak = firstWeak(further); weak !== undefined; weak = firstWeak(further)) {
    const cheapest = hideable(cells, weak).sort((a, b) => cost(a) - cost(b) || a.value - b.value)[0];
    if (cheapest === undefined) throw new Error("A hidden cell is bounded by no cell that could be hidden.");
    further = [...further, cheapest.id];
  }
  const dearestFirst = further.flatMap((id) => cells.get(id) ?? []).sort((a, b) => cost(b) - cost(a));
  for (const { id } of dearestFirst) {
    const without = further.filter((other) => other !== id);
    if (firstWeak(without) === undefined) further = without;
  }
  return [...further].sort();
}

/** Published cells whose hiding could loosen the bound, in order of id. */
function hideable(cells: Cells, weak: CellBounds): CountCell[] {
  const found = weak.rests.flatMap((id) => cells.get(id) ?? []);
  return found.filter((cell) => cell.value > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The first hidden cell bounded too tightly. The allowance is for systems whose arithmetic is not exact. */
function findWeak(system: CountSystem, hidden: readonly string[], aim: HidingAim): CellBounds | undefined {
  for (const bounds of boundsOfHidden(system, hidden, aim.hiddenAtLeast)) {
    if (bounds.greatest - bounds.least < aim.minWidth - 1e-7) return bounds;
  }
  return undefined;
}

const cost = (cell: CountCell): number => cell.weight ?? 1;

const cheaperFirst = (a: Candidate, b: Candidate): number => a.count - b.count || (a.key < b.key ? -1 : 1);
