import type { FlowCount } from "./balance.ts";
import { type Asked, blocksIn, type Part, type Reading, readingOf, type Stretch } from "./case-part.ts";
import { CASE_WIDTH, type CaseBlock, type CaseStore, COUNTS, countPlace } from "./case-store.ts";
import { GENDERS, type Tally } from "./counts.ts";
import { FUNNEL_STAGES } from "./funnel.ts";

/** The people of one line at each stage of `FUNNEL_STAGES`: a case counts at every stage up to the furthest it reached. */
export interface CrossLine {
  /** One for each part, in their order: a code, a name or a band; empty where it is not stated. */
  readonly keys: readonly string[];
  readonly reached: readonly Tally[];
  /** Of them those of vacancies that are decided: in one that runs, who has not come further may still. */
  readonly settled: readonly Tally[];
}

/** What each step of a part's words adds to the number of a line: mixed radix, the last part counting by one. */
const weightsOf = (readings: readonly Reading[]): readonly number[] =>
  readings.map((_, n) =>
    readings.slice(n + 1).reduce((product, { words }) => product * Math.max(1, words.length), 1),
  );

/** What is told of some cases of one line: those of a whole block, or one case by where it begins. */
type Visit = (line: number, block: CaseBlock, place: number | null) => void;

/** Goes through every case, or through whole blocks where nothing tells their cases apart. */
function eachCase(blocks: readonly CaseBlock[], readings: readonly Reading[], visit: Visit) {
  const weights = weightsOf(readings);
  blocks.forEach((block, n) => {
    let base = 0;
    const own: { readonly field: number; readonly table: Uint32Array | null; readonly weight: number }[] = [];
    readings.forEach(({ ofBlock, field = 0, tableOf }, part) => {
      const weight = weights[part] ?? 1;
      if (ofBlock) base += (ofBlock[n] ?? 0) * weight;
      else own.push({ field, table: tableOf?.(block) ?? null, weight });
    });
    const { cells } = block;
    if (own.length === 0) {
      if (cells.length > 0) visit(base, block, null);
      return;
    }
    for (let place = 0; place < cells.length; place += CASE_WIDTH) {
      let line = base;
      for (const { field, table, weight } of own) {
        const value = cells[place + field] ?? 0;
        line += (table ? (table[value] ?? 0) : value) * weight;
      }
      visit(line, block, place);
    }
  });
}

/** The places of a line's words, from its number. */
function placesOf(line: number, readings: readonly Reading[]): readonly number[] {
  let rest = line;
  return readings
    .toReversed()
    .map(({ words }) => {
      const place = rest % Math.max(1, words.length);
      rest = Math.floor(rest / Math.max(1, words.length));
      return place;
    })
    .toReversed();
}

/** Lines put in the order of their words' ranks, of the first part first. */
function inOrder(
  lines: ReadonlySet<number>,
  readings: readonly Reading[],
  ranks: readonly (readonly number[])[],
): readonly number[] {
  const rankOf = (line: number) => {
    let [rest, rank, weight] = [line, 0, 1];
    for (let part = readings.length - 1; part >= 0; part -= 1) {
      const size = Math.max(1, readings[part]?.words.length ?? 1);
      rank += (ranks[part]?.[rest % size] ?? 0) * weight;
      weight *= size;
      rest = Math.floor(rest / size);
    }
    return rank;
  };
  const byRank = new Map<number, number>();
  for (const line of lines) byRank.set(rankOf(line), line);
  return [...Float64Array.from(byRank.keys()).sort()].map((rank) => byRank.get(rank) ?? 0);
}

/** Which lines are wanted, in which order. */
interface Wanted {
  /** Puts the words of a part in order. */
  readonly arrange?: (part: Part | Stretch, words: readonly string[]) => readonly string[];
  readonly from?: number;
  readonly most?: number;
}

/**
 * The people of a period told apart by up to three parts, at each stage. There is no line where nobody is counted. Who
 * declares another gender, or none, is counted like everybody. Of many lines those wanted are counted alone.
 *
 * @returns the lines wanted, and how many there are
 */
export function crossCases(
  store: CaseStore,
  parts: readonly (Part | Stretch)[],
  asked: Asked,
  { arrange = (_, words) => words.toSorted(), from = 0, most = Number.POSITIVE_INFINITY }: Wanted = {},
): { readonly lines: readonly CrossLine[]; readonly total: number } {
  const blocks = blocksIn(store, asked);
  const readings = parts.map((part) => readingOf(part, store, blocks, asked));
  const seen = new Set<number>();
  eachCase(blocks, readings, (line) => seen.add(line));
  const ranks = readings.map(({ words }, n) => {
    const order = new Map(arrange(parts[n] ?? "role", words).map((word, rank) => [word, rank]));
    return words.map((word) => order.get(word) ?? 0);
  });
  const shown = inOrder(seen, readings, ranks).slice(from, from + most);
  const [counts, settled] = [new Uint32Array(shown.length * COUNTS), new Uint32Array(shown.length * COUNTS)];
  const slots = new Map(shown.map((line, slot) => [line, slot * COUNTS]));
  eachCase(blocks, readings, (line, block, place) => {
    const slot = slots.get(line);
    if (slot === undefined) return;
    for (const into of block.decidedAt === null ? [counts] : [counts, settled])
      if (place === null) for (const [at, count] of block.counts.entries()) add(into, slot + at, count);
      else add(into, slot + countPlace(block.cells, place), 1);
  });
  const own = (of: Uint32Array, slot: number) => reachedOf(of.subarray(slot * COUNTS, (slot + 1) * COUNTS));
  return {
    total: seen.size,
    lines: shown.map((line, slot) => ({
      keys: placesOf(line, readings).map((place, n) => readings[n]?.words[place] ?? ""),
      ...{ reached: own(counts, slot), settled: own(settled, slot) },
    })),
  };
}

const add = (counts: Uint32Array, at: number, more: number) => {
  counts[at] = (counts[at] ?? 0) + more;
};

/** From how many came exactly so far (as in `CaseBlock`), how many came at least so far: one for each of `FUNNEL_STAGES`. */
export function reachedOf(furthest: Uint32Array): readonly Tally[] {
  const sums = furthest.slice();
  for (let cell = sums.length - GENDERS.length - 1; cell >= 0; cell -= 1)
    sums[cell] = (sums[cell] ?? 0) + (sums[cell + GENDERS.length] ?? 0);
  return FUNNEL_STAGES.map((_, stage) => {
    const at = (gender: number) => sums[stage * GENDERS.length + gender] ?? 0;
    return { woman: at(0), man: at(1), another: at(2), notStated: at(3) };
  });
}

/** Lines by role, level and region as counts of who came exactly so far: of everybody, or of decided vacancies. */
export const flowCounts = (
  lines: readonly CrossLine[],
  of: "reached" | "settled" = "reached",
): readonly FlowCount[] =>
  lines.flatMap(({ keys: [roleKindCode = "", level = "", regionalGroup = ""], [of]: tallies }) =>
    FUNNEL_STAGES.flatMap((furthest, place) =>
      GENDERS.flatMap((gender) => {
        const people = (tallies[place]?.[gender] ?? 0) - (tallies[place + 1]?.[gender] ?? 0);
        return people === 0 ? [] : [{ roleKindCode, level, regionalGroup, gender, furthest, people }];
      }),
    ),
  );
