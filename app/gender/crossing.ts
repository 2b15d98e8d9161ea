import type { FlowCount } from "./balance.ts";
import { type Asked, type Part, type Reading, readingOf, type Stretch } from "./case-part.ts";
import { type CaseStore, COUNTS } from "./case-store.ts";
import { type CaseView, casesIn } from "./case-view.ts";
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

/** A part whose words stand in order, so that lines by their number stand in order too. */
function arranged(reading: Reading, order: readonly string[]): Reading {
  const places = new Map(order.map((word, place) => [word, place]));
  const ranks = Uint32Array.from(reading.words, (word) => places.get(word) ?? 0);
  const { ofBlock, field, tableOf } = reading;
  if (ofBlock) return { words: order, ofBlock: ofBlock.map((code) => ranks[code] ?? 0) };
  if (!tableOf) return { words: order, field, tableOf: () => ranks };
  const made = new Map<Uint32Array, Uint32Array>();
  return {
    ...{ words: order, field },
    tableOf: (block) => {
      const table = tableOf(block);
      const known = made.get(table) ?? table.map((code) => ranks[code] ?? 0);
      made.set(table, known);
      return known;
    },
  };
}

/** The number of the line of each case, in their order. */
function linesOfCases(view: CaseView, readings: readonly Reading[]): Float64Array {
  const { blocks, begins, fields, places } = view;
  const weights = weightsOf(readings);
  const ofBlocks = linesOfBlocks(view, readings);
  const own = readings.flatMap(({ field, tableOf }, part) =>
    field === undefined || !tableOf ? [] : [{ values: fields[field], tableOf, weight: weights[part] ?? 1 }],
  );
  const offset = begins[0] ?? 0;
  const lines = new Float64Array(places.length);
  for (const [n, block] of blocks.entries()) {
    const [begin, end] = [(begins[n] ?? 0) - offset, (begins[n + 1] ?? 0) - offset];
    lines.fill(ofBlocks[n] ?? 0, begin, end);
    for (const { values, tableOf, weight } of own) {
      const table = tableOf(block);
      for (let at = begin; at < end; at += 1)
        lines[at] = (lines[at] ?? 0) + (table[values[at] ?? 0] ?? 0) * weight;
    }
  }
  return lines;
}

/** What its vacancy makes of the number of a case's line, block by block. */
function linesOfBlocks({ blocks }: CaseView, readings: readonly Reading[]): Float64Array {
  const weights = weightsOf(readings);
  return Float64Array.from(blocks, (_, n) =>
    readings.reduce((line, { ofBlock }, part) => line + (ofBlock?.[n] ?? 0) * (weights[part] ?? 1), 0),
  );
}

/** Up to so many lines it is noted of each whether it is there; of more those that are there are sorted. */
const MOST_NOTED = 4_000_000;

/** Each number once, in order: of so many possible ones from 0 on. */
function distinct(numbers: Float64Array, possible: number): Float64Array {
  if (possible > MOST_NOTED)
    return numbers.toSorted().filter((number, at, sorted) => at === 0 || number !== sorted[at - 1]);
  const noted = new Uint8Array(possible);
  for (let at = 0; at < numbers.length; at += 1) noted[numbers[at] ?? 0] = 1;
  const found = new Float64Array(Math.min(possible, numbers.length));
  let count = 0;
  for (let at = noted.indexOf(1); at !== -1; at = noted.indexOf(1, at + 1)) {
    found[count] = at;
    count += 1;
  }
  return found.subarray(0, count);
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

/** Where the counts of a line begin, from its number; less than 0 where the line is not shown. */
function slotsOf(shown: Float64Array): (line: number) => number {
  const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? -1];
  if (last - first < MOST_NOTED) {
    const slots = new Int32Array(last - first + 1).fill(-1);
    for (const [slot, line] of shown.entries()) slots[line - first] = slot * COUNTS;
    return (line) => slots[line - first] ?? -1;
  }
  const slots = new Map(Array.from(shown, (line, slot) => [line, slot * COUNTS]));
  return (line) => slots.get(line) ?? -1;
}

interface Numbered {
  /** Of the line of each case, or of each block where `whole` is said. */
  readonly numbers: Float64Array;
  /** Of the lines to count, in their order. */
  readonly shown: Float64Array;
  readonly whole: boolean;
}

/** How many came exactly so far, for each of the lines shown one after the other: of everybody, and of decided vacancies. */
function countLines(view: CaseView, { numbers, shown, whole }: Numbered) {
  const { begins, places, counts, decided } = view;
  const reached = new Uint32Array(shown.length * COUNTS);
  const settled = new Uint32Array(shown.length * COUNTS);
  const slotOf = slotsOf(shown);
  const offset = begins[0] ?? 0;
  for (let n = 0; n < decided.length; n += 1) {
    const settles = decided[n] === 1;
    const [first, end] = whole ? [n, n + 1] : [(begins[n] ?? 0) - offset, (begins[n + 1] ?? 0) - offset];
    for (let at = first; at < end; at += 1) {
      const slot = slotOf(numbers[at] ?? 0);
      if (slot < 0) continue;
      if (whole) {
        addBlock(reached, slot, counts, n);
        if (settles) addBlock(settled, slot, counts, n);
      } else {
        const place = slot + (places[at] ?? 0);
        reached[place] = (reached[place] ?? 0) + 1;
        if (settles) settled[place] = (settled[place] ?? 0) + 1;
      }
    }
  }
  return { reached, settled };
}

/** Adds the counts of a block to those of a line. */
function addBlock(sums: Uint32Array, slot: number, counts: Uint32Array, block: number) {
  for (let n = 0; n < COUNTS; n += 1)
    sums[slot + n] = (sums[slot + n] ?? 0) + (counts[block * COUNTS + n] ?? 0);
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
  const view = casesIn(store, asked.basis, asked.period);
  const readings = parts.map((part) => {
    const reading = readingOf(part, store, view, asked);
    return arranged(reading, arrange(part, reading.words));
  });
  const whole = readings.every(({ ofBlock }) => ofBlock);
  const numbers = whole ? linesOfBlocks(view, readings) : linesOfCases(view, readings);
  const possible = readings.reduce((product, { words }) => product * Math.max(1, words.length), 1);
  const all = distinct(numbers, possible);
  const shown = all.subarray(from, Math.min(all.length, from + most));
  const counted = countLines(view, { numbers, shown, whole });
  const own = (of: Uint32Array, slot: number) => reachedOf(of.subarray(slot * COUNTS, (slot + 1) * COUNTS));
  return {
    total: all.length,
    lines: Array.from(shown, (line, slot) => ({
      keys: placesOf(line, readings).map((place, n) => readings[n]?.words[place] ?? ""),
      ...{ reached: own(counted.reached, slot), settled: own(counted.settled, slot) },
    })),
  };
}

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
