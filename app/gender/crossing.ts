import { reportingYear } from "./balance.ts";
import type { Period } from "./balance.ts";
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

/** How a part is read: for a block, the number of each case's word. */
interface Reading {
  readonly words: readonly string[];
  readonly of: (block: CaseBlock) => (place: number) => number;
}

/** A line's number is put together of three: more words than this of one part would run into each other. */
const MOST_WORDS = 2 ** 17;

function readingOf(part: Part | Stretch, store: CaseStore, asked: Asked): Reading {
  const codes = new Codes();
  const ofBlock = (word: (block: CaseBlock) => string): Reading => ({
    words: codes.words,
    of: (block) => {
      const code = codes.of(word(block));
      return () => code;
    },
  });
  const ofField = (field: "rank" | "service" | "state", known: Codes): Reading => ({
    words: known.words,
    of: ({ cells }) => (place) => cells[place + FIELD[field]] ?? 0,
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
      return ofField("rank", store.ranks);
    case "service":
      return ofField("service", store.services);
    case "state":
      return ofField("state", store.states);
    case "region": {
      const regions = store.states.words.map((state) => codes.of(asked.regionOf(state)));
      return {
        words: codes.words,
        of: ({ cells }) => (place) => regions[cells[place + FIELD.state] ?? 0] ?? 0,
      };
    }
    case "ageBand":
      return {
        words: codes.words,
        of: ({ cells, openedAt }) => {
          const bands = new Map<number, number>();
          return (place) => {
            const born = cells[place + FIELD.born] ?? 0;
            const known = bands.get(born) ?? codes.of(ageBand(born, openedAt));
            bands.set(born, known);
            return known;
          };
        },
      };
  }
}

/**
 * The people of a period told apart by up to three parts, at each stage. Lines come in no order; there is none where nobody
 * is counted. Who declares another gender, or none, is counted like everybody.
 *
 * @throws RangeError where a part has more words than lines can be told apart by
 */
export function crossCases(
  store: CaseStore,
  parts: readonly (Part | Stretch)[],
  asked: Asked,
): readonly CrossLine[] {
  const readings = parts.map((part) => readingOf(part, store, asked));
  const lines = new Map<number, Uint32Array>();
  for (const block of blocksIn(store, asked)) {
    const codesAt = readings.map((reading) => reading.of(block));
    const { cells } = block;
    for (let place = 0; place < cells.length; place += CASE_WIDTH) {
      let line = 0;
      for (const codeAt of codesAt) line = line * MOST_WORDS + codeAt(place);
      let furthest = lines.get(line);
      if (!furthest) lines.set(line, (furthest = new Uint32Array(FUNNEL_STAGES.length * GENDERS.length)));
      const cell = (cells[place + FIELD.furthest] ?? 0) * GENDERS.length + (cells[place] ?? 0);
      furthest[cell] = (furthest[cell] ?? 0) + 1;
    }
  }
  if (readings.some(({ words }) => words.length > MOST_WORDS)) throw new RangeError("Too many words.");
  return [...lines].map(([line, furthest]) => ({
    keys: keysOf(line, readings),
    reached: reachedOf(furthest),
  }));
}

function* blocksIn({ blocks }: CaseStore, { basis, period }: Asked): Generator<CaseBlock> {
  const from = period ? Date.parse(period.startsOn) : Number.NEGATIVE_INFINITY;
  const before = period ? Date.parse(period.endsBefore) : Number.POSITIVE_INFINITY;
  for (const block of blocks.values()) {
    const moment = momentOf(block, basis);
    if (moment !== null && moment >= from && moment < before) yield block;
  }
}

function keysOf(line: number, readings: readonly Reading[]): readonly string[] {
  let rest = line;
  return readings
    .toReversed()
    .map(({ words }) => {
      const word = words[rest % MOST_WORDS] ?? "";
      rest = Math.floor(rest / MOST_WORDS);
      return word;
    })
    .toReversed();
}

/** From how many came exactly so far, how many came at least so far. */
function reachedOf(furthest: Uint32Array): readonly Tally[] {
  const width = GENDERS.length;
  for (let cell = furthest.length - width - 1; cell >= 0; cell -= 1)
    furthest[cell] = (furthest[cell] ?? 0) + (furthest[cell + width] ?? 0);
  return FUNNEL_STAGES.map((_, stage) => {
    const at = (gender: number) => furthest[stage * width + gender] ?? 0;
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
