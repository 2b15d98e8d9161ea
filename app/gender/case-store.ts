import { GENDERS } from "./counts.ts";
import { FUNNEL_STAGES } from "./funnel.ts";

/** Words by small numbers, in the order in which they first came: what is the same for many is kept once. */
export class Codes {
  readonly words: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The number of a word, a new one where it was not known. */
  of(word: string): number {
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    this.#codes.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** What stands of each case in a block, one number each. */
export const CASE_FIELDS = ["gender", "furthest", "state", "service", "rank", "born"] as const;

export type CaseField = (typeof CASE_FIELDS)[number];

/** How many numbers stand of each case. */
export const CASE_WIDTH = CASE_FIELDS.length;

/** Where a field stands, from the beginning of a case. */
export const FIELD = Object.fromEntries(CASE_FIELDS.map((name, place) => [name, place])) as Readonly<
  Record<CaseField, number>
>;

/** The cases of one vacancy that count, as numbers: a hundred thousand of them are read in a few milliseconds. */
export interface CaseBlock {
  readonly draft: boolean;
  /** When its call opened, in milliseconds since 1970; null before that. */
  readonly openedAt: number | null;
  /** When it was decided; null before that. */
  readonly decidedAt: number | null;
  readonly roleKindCode: string;
  readonly level: string;
  /** The mission's acronym. */
  readonly mission: string;
  /** The reference of the vacancy that the panel judges for; empty before there is a panel. */
  readonly panel: string;
  /** `CASE_FIELDS` of one case after the other: places in `GENDERS` and `FUNNEL_STAGES`, codes, the year of birth. */
  readonly cells: Uint32Array;
  /** How many came exactly so far: for each of `FUNNEL_STAGES` one number for each of `GENDERS`. */
  readonly counts: Uint32Array;
}

/** Numbers in the counts of a block, or of a line. */
export const COUNTS = FUNNEL_STAGES.length * GENDERS.length;

/** Where a case is counted, by the beginning of its fields. */
export const countPlace = (cells: Uint32Array, place: number): number =>
  (cells[place + FIELD.furthest] ?? 0) * GENDERS.length + (cells[place + FIELD.gender] ?? 0);

/** Cases counted, from their cells. */
export function countsOf(cells: Uint32Array): Uint32Array {
  const counts = new Uint32Array(COUNTS);
  for (let place = 0; place < cells.length; place += CASE_WIDTH) {
    const at = countPlace(cells, place);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Every case that counts, by vacancy. */
export interface CaseStore {
  /** By the vacancy. */
  readonly blocks: ReadonlyMap<string, CaseBlock>;
  /** How often something was put in: what was made of it before is out of date. */
  readonly changes: number;
  readonly states: Codes;
  readonly services: Codes;
  readonly ranks: Codes;
}

/** The same, as it is kept in step with the tables. */
export class KeptCases implements CaseStore {
  readonly blocks = new Map<string, CaseBlock>();
  changes = 0;
  readonly states = new Codes();
  readonly services = new Codes();
  readonly ranks = new Codes();

  /** Puts in what stands of a vacancy now, in the place of what stood. */
  put(vacancyId: string, block: CaseBlock) {
    this.blocks.set(vacancyId, block);
    this.changes += 1;
  }
}

const GENDER_PLACES = new Map<string, number>(GENDERS.map((gender, place) => [gender, place]));
const STAGE_PLACES = new Map<string, number>(FUNNEL_STAGES.map((stage, place) => [stage, place]));

/**
 * The numbers of some cases: the fields of `CASE_FIELDS` of one case after the other, all apart by `|`. A year of birth that
 * is not stated is 0.
 *
 * @throws RangeError on a gender or a stage that is none, and on a case with a field too few
 */
export function packCases(
  text: string,
  { states, services, ranks }: Pick<CaseStore, "states" | "services" | "ranks">,
): Uint32Array {
  const fields = text === "" ? [] : text.split("|");
  if (fields.length % CASE_WIDTH !== 0) throw new RangeError(`No whole cases: ${fields.length} fields.`);
  const cells = new Uint32Array(fields.length);
  for (let at = 0; at < fields.length; at += CASE_WIDTH) {
    const of = (field: keyof typeof FIELD) => fields[at + FIELD[field]] ?? "";
    const [gender, furthest] = [GENDER_PLACES.get(of("gender")), STAGE_PLACES.get(of("furthest"))];
    if (gender === undefined || furthest === undefined)
      throw new RangeError(`No case: "${of("gender")}", "${of("furthest")}".`);
    cells[at + FIELD.gender] = gender;
    cells[at + FIELD.furthest] = furthest;
    cells[at + FIELD.state] = states.of(of("state"));
    cells[at + FIELD.service] = services.of(of("service"));
    cells[at + FIELD.rank] = ranks.of(of("rank"));
    cells[at + FIELD.born] = Number(of("born"));
  }
  return cells;
}
