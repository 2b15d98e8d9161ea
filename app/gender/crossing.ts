import type { FlowCount } from "./balance.ts";
import { type Asked, blocksIn, type Part, type Reading, readingOf, type Stretch } from "./case-part.ts";
import { CASE_WIDTH, type CaseBlock, type CaseStore, FIELD } from "./case-store.ts";
import { GENDERS, type Tally } from "./counts.ts";
import { FUNNEL_STAGES } from "./funnel.ts";

/** The people of one line at each stage of `FUNNEL_STAGES`: a case counts at every stage up to the furthest it reached. */
export interface CrossLine {
  /** One for each part, in their order: a code, a name or a band; empty where it is not stated. */
  readonly keys: readonly string[];
  readonly reached: readonly Tally[];
}

/** Goes through every case: the number of its line and where it begins in its block. Lines are numbered by mixed radix. */
function eachCase(
  blocks: readonly CaseBlock[],
  readings: readonly Reading[],
  visit: (line: number, cells: Uint32Array, place: number) => void,
) {
  const weights = readings.map((_, n) =>
    readings.slice(n + 1).reduce((product, { words }) => product * Math.max(1, words.length), 1),
  );
  blocks.forEach((block, n) => {
    let base = 0;
    const own: { readonly field: number; readonly table: Uint32Array | null; readonly weight: number }[] = [];
    readings.forEach(({ ofBlock, field = 0, tableOf }, part) => {
      const weight = weights[part] ?? 1;
      if (ofBlock) base += (ofBlock[n] ?? 0) * weight;
      else own.push({ field, table: tableOf?.(block) ?? null, weight });
    });
    const { cells } = block;
    for (let place = 0; place < cells.length; place += CASE_WIDTH) {
      let line = base;
      for (const { field, table, weight } of own) {
        const value = cells[place + field] ?? 0;
        line += (table ? (table[value] ?? 0) : value) * weight;
      }
      visit(line, cells, place);
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
  const rankOf = (line: number) =>
    placesOf(line, readings).reduce(
      (rank, place, n) => rank * Math.max(1, readings[n]?.words.length ?? 1) + (ranks[n]?.[place] ?? 0),
      0,
    );
  const ranked = new Map<number, number>();
  for (const line of seen) ranked.set(rankOf(line), line);
  const shown = [
    ...Float64Array.from(ranked.keys())
      .sort()
      .slice(from, from + most),
  ].map((rank) => ranked.get(rank) ?? 0);
  const width = FUNNEL_STAGES.length * GENDERS.length;
  const counts = new Uint32Array(shown.length * width);
  const slots = new Map(shown.map((line, slot) => [line, slot * width]));
  eachCase(blocks, readings, (line, cells, place) => {
    const slot = slots.get(line);
    if (slot === undefined) return;
    const at = slot + (cells[place + FIELD.furthest] ?? 0) * GENDERS.length + (cells[place] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  });
  return {
    total: seen.size,
    lines: shown.map((line, slot) => ({
      keys: placesOf(line, readings).map((place, n) => readings[n]?.words[place] ?? ""),
      reached: reachedOf(counts.subarray(slot * width, (slot + 1) * width)),
    })),
  };
}

/** From how many came exactly so far, how many came at least so far. */
function reachedOf(furthest: Uint32Array): readonly Tally[] {
  const sums = furthest.slice();
  for (let cell = sums.length - GENDERS.length - 1; cell >= 0; cell -= 1)
    sums[cell] = (sums[cell] ?? 0) + (sums[cell + GENDERS.length] ?? 0);
  return FUNNEL_STAGES.map((_, stage) => {
    const at = (gender: number) => sums[stage * GENDERS.length + gender] ?? 0;
    return { woman: at(0), man: at(1), another: at(2), notStated: at(3) };
  });
}

/** Lines by role, level and region as counts of who came exactly so far. */
export const flowCounts = (lines: readonly CrossLine[]): readonly FlowCount[] =>
  lines.flatMap(({ keys: [roleKindCode = "", level = "", regionalGroup = ""], reached }) =>
    FUNNEL_STAGES.flatMap((furthest, place) =>
      GENDERS.flatMap((gender) => {
        const people = (reached[place]?.[gender] ?? 0) - (reached[place + 1]?.[gender] ?? 0);
        return people === 0 ? [] : [{ roleKindCode, level, regionalGroup, gender, furthest, people }];
      }),
    ),
  );
