import { type FlowCount, type Period, reportingYear } from "./balance.ts";
import { CASE_WIDTH, type CaseBlock, type CaseStore, Codes, FIELD } from "./case-store.ts";
import { EMPTY_TALLY, GENDERS, mapGenders, type Tally, totalOf } from "./counts.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/** By which day a case falls in a period: its call opened, or the vacancy was decided. */
export const BASES = ["opened", "decided"] as const;
export type Basis = (typeof BASES)[number];

/** What cases are told apart by, besides the stage they reached. */
export const PARTS = [
  ...(["role", "level", "mission", "panel", "rank", "service"] as const),
  ...(["region", "state", "ageBand"] as const),
] as const;
export type Part = (typeof PARTS)[number];

/** When a case was: the reporting year or the quarter of the calendar, by its first day. */
export const STRETCHES = ["year", "quarter"] as const;
export type Stretch = (typeof STRETCHES)[number];

/**
 * Ages in years, from the youngest; ten years each. Cadre's own choice: no reporting rule of the United Nations sets any
 * for leaders.
 */
export const AGE_BANDS = ["under40", "40to49", "50to59", "60to69", "70andOver"] as const;

/**
 * The band of the age that somebody reaches in the year in which the call opened; empty where either is not stated. Of
 * many the year of birth alone is known, so days are not taken into account: the age is up to a year too high.
 */
export function ageBand(born: number, openedAt: number | null): string {
  if (born === 0 || openedAt === null) return "";
  const age = new Date(openedAt).getUTCFullYear() - born;
  return AGE_BANDS[Math.min(4, Math.max(0, Math.floor(age / 10) - 3))] ?? "";
}

/** The first day of the reporting year, or of the quarter, that a moment lies in; an ISO date. */
export function stretchOf(stretch: Stretch, moment: number): string {
  const day = new Date(moment).toISOString().slice(0, 10);
  if (stretch === "year") return reportingYear(day).startsOn;
  const month = 1 + 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}

/** What is counted. */
export interface Asked {
  readonly basis: Basis;
  /** All time where it is left out. */
  readonly period?: Period;
  /** The regional group of a state, empty where it has none. */
  readonly regionOf: (stateCode: string) => string;
}

/** The people of one line at each stage of `FUNNEL_STAGES`: a case counts at every stage up to the furthest it reached. */
export interface CrossLine {
  /** One for each part, in their order: a code, a name or a band; empty where it is not stated. */
  readonly keys: readonly string[];
  readonly reached: readonly Tally[];
}

/** The moment that puts a vacancy's cases in a period; null where they are in none. A draft has not been opened. */
const momentOf = ({ draft, openedAt, decidedAt }: CaseBlock, basis: Basis): number | null =>
  basis === "decided" ? decidedAt : draft ? null : openedAt;

function blocksIn({ blocks }: CaseStore, { basis, period }: Asked): readonly CaseBlock[] {
  const from = period ? Date.parse(period.startsOn) : Number.NEGATIVE_INFINITY;
  const before = period ? Date.parse(period.endsBefore) : Number.POSITIVE_INFINITY;
  return [...blocks.values()].filter((block) => {
    const moment = momentOf(block, basis);
    return moment !== null && moment >= from && moment < before;
  });
}

/**
 * How a part is read: the word of a whole block, or that of each case, which stands in a field; `tableOf` gives the word
 * for what stands there, where it is not the word itself.
 */
interface Reading {
  readonly words: readonly string[];
  readonly ofBlock?: readonly number[];
  readonly field?: number;
  readonly tableOf?: (block: CaseBlock) => Uint32Array;
}

function readingOf(
  part: Part | Stretch,
  store: CaseStore,
  blocks: readonly CaseBlock[],
  asked: Asked,
): Reading {
  const codes = new Codes();
  const ofBlock = (word: (block: CaseBlock) => string): Reading => ({
    words: codes.words,
    ofBlock: blocks.map((block) => codes.of(word(block))),
  });
  switch (part) {
    case "role":
      return ofBlock(({ roleKindCode }) => roleKindCode);
    case "level":
    case "mission":
    case "panel":
      return ofBlock((block) => block[part]);
    case "year":
    case "quarter":
      return ofBlock((block) => stretchOf(part, momentOf(block, asked.basis) ?? 0));
    case "rank":
      return { words: store.ranks.words, field: FIELD.rank };
    case "service":
      return { words: store.services.words, field: FIELD.service };
    case "state":
      return { words: store.states.words, field: FIELD.state };
    case "region": {
      const table = Uint32Array.from(store.states.words, (state) => codes.of(asked.regionOf(state)));
      return { words: codes.words, field: FIELD.state, tableOf: () => table };
    }
    case "ageBand":
      return { words: ["", ...AGE_BANDS], field: FIELD.born, tableOf: bandsByBirth() };
  }
}

/** Later years of birth than this are none. */
const LAST_BIRTH = 2200;

/** For each block the bands by year of birth, as places among the empty one and `AGE_BANDS`; made once a year of opening. */
function bandsByBirth() {
  const made = new Map<number | null, Uint32Array>();
  const places = new Map<string, number>(["", ...AGE_BANDS].map((band, place) => [band, place]));
  return ({ openedAt }: CaseBlock): Uint32Array => {
    const year = openedAt === null ? null : new Date(openedAt).getUTCFullYear();
    const table =
      made.get(year) ??
      Uint32Array.from({ length: LAST_BIRTH }, (_, born) => places.get(ageBand(born, openedAt)) ?? 0);
    made.set(year, table);
    return table;
  };
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

/** One row of a crossing: the people of a line at a stage, and how they came there from the stage before. */
export interface CrossRow {
  readonly keys: readonly string[];
  readonly stage: FunnelStage;
  readonly tally: Tally;
  /** Of those at the stage before, the share that came this far, 0 to 1; null at the first stage and where nobody was. */
  readonly rate: Readonly<Record<keyof Tally, number | null>>;
  /** Of those at the stage before, how many did not come this far; nobody at the first stage. */
  readonly loss: Tally;
}

/** A line at a stage. */
export function rowAt({ keys, reached }: CrossLine, stage: FunnelStage): CrossRow {
  const place = FUNNEL_STAGES.indexOf(stage);
  const tally = reached[place] ?? EMPTY_TALLY;
  const before = place === 0 ? null : (reached[place - 1] ?? EMPTY_TALLY);
  return {
    ...{ keys, stage, tally },
    rate: mapGenders((gender) => (before && before[gender] > 0 ? tally[gender] / before[gender] : null)),
    loss: before ? mapGenders((gender) => before[gender] - tally[gender]) : EMPTY_TALLY,
  };
}

/** Whether anybody came to the stage before: a line on which nobody did says nothing of it. */
export const tellsOf = ({ tally, loss }: CrossRow): boolean => totalOf(tally) + totalOf(loss) > 0;

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
