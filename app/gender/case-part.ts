import { type Period, reportingYear } from "./balance.ts";
import { type CaseBlock, type CaseField, type CaseStore, Codes } from "./case-store.ts";
import type { Basis, BlockWords, CaseView } from "./case-view.ts";

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

/** The reporting year, or the quarter, that a moment lies in. */
export function stretchAt(stretch: Stretch, moment: number): Period {
  const day = new Date(moment).toISOString().slice(0, 10);
  if (stretch === "year") return reportingYear(day);
  const [year, quarter] = [Number(day.slice(0, 4)), Math.floor((Number(day.slice(5, 7)) - 1) / 3)];
  const firstDay = (months: number) => new Date(Date.UTC(year, months, 1)).toISOString().slice(0, 10);
  return { startsOn: firstDay(3 * quarter), endsBefore: firstDay(3 * quarter + 3) };
}

/** The code of the stretch of each moment, where they come in their order. */
function stretchesOf(stretch: Stretch, moments: Float64Array, codes: Codes): Uint32Array {
  let [ends, code] = [Number.NEGATIVE_INFINITY, 0];
  return Uint32Array.from(moments, (moment) => {
    if (moment >= ends) {
      const { startsOn, endsBefore } = stretchAt(stretch, moment);
      [ends, code] = [Date.parse(endsBefore), codes.of(startsOn)];
    }
    return code;
  });
}

/** What is counted. */
export interface Asked {
  readonly basis: Basis;
  /** All time where it is left out. */
  readonly period?: Period;
  /** The regional group of a state, empty where it has none. */
  readonly regionOf: (stateCode: string) => string;
}

/**
 * How a part is read: the word of a whole block, or that of each case, which stands in a field; `tableOf` gives the word
 * for what stands there, where it is not the word itself.
 */
export interface Reading {
  readonly words: readonly string[];
  readonly ofBlock?: Uint32Array;
  readonly field?: CaseField;
  readonly tableOf?: (block: CaseBlock) => Uint32Array;
}

/** The words of some blocks, without those that only others have. */
function wordsThere({ codes, words }: BlockWords): Reading {
  const places = new Int32Array(words.length).fill(-1);
  const there: string[] = [];
  const ofBlock = codes.map((code) => {
    if (places[code] === -1) places[code] = there.push(words[code] ?? "") - 1;
    return places[code] ?? 0;
  });
  return { words: there, ofBlock };
}

/** How a part, or a stretch of time, is read from some cases. */
export function readingOf(
  part: Part | Stretch,
  store: CaseStore,
  { moments, parts }: Pick<CaseView, "moments" | "parts">,
  { regionOf }: Pick<Asked, "regionOf">,
): Reading {
  const codes = new Codes();
  switch (part) {
    case "role":
    case "level":
    case "mission":
    case "panel":
      return wordsThere(parts[part]);
    case "year":
    case "quarter":
      return { words: codes.words, ofBlock: stretchesOf(part, moments, codes) };
    case "rank":
      return { words: store.ranks.words, field: "rank" };
    case "service":
      return { words: store.services.words, field: "service" };
    case "state":
      return { words: store.states.words, field: "state" };
    case "region": {
      const table = Uint32Array.from(store.states.words, (state) => codes.of(regionOf(state)));
      return { words: codes.words, field: "state", tableOf: () => table };
    }
    case "ageBand":
      return { words: ["", ...AGE_BANDS], field: "born", tableOf: bandsByBirth() };
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
