import { Codes } from "#app/gender/case-store.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { MEMBERSHIP_STATES } from "./lifecycle.ts";
import { READINESS_LEVELS } from "./readiness.ts";

const DAY_MS = 86_400_000;

/** Where something is not known, or is none. */
export const NONE = -(2 ** 31);
const NEVER = 2 ** 31 - 1;

/** A day as the number of days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Columns that hold codes: those of lists, of gender, state, regions and languages together, and of findings without their days. */
const LISTS = ["regions", "languages", "nationalities", "impossible", "kinds"] as const;
type CodedColumn = (typeof LISTS)[number] | "alike" | "pattern";
/** Days are `dayNumber`s. */
const NUMBERS = ["cleared", "contacted", "years", "missions", "deployable", "from", "until"] as const;
/** Agreed to be compared with vacancies, and that what panels found is used. */
const CONSENTS = ["vacancies", "assessments"] as const;
/** `ends` is the first day on which a finding ends, `NEVER` where there is none. */
const COLUMNS = ["gender", "state", ...LISTS, ...CONSENTS, ...NUMBERS, "alike", "pattern", "ends"] as const;

/** What a member was found ready for in one kind of post: place in `READINESS_LEVELS` plus one, 0 for nothing. */
export interface FindingColumns {
  level: Int32Array;
  /** The last day on which it holds. */
  expires: Int32Array;
}

/** Everybody of the cadre as numbers in columns, one slot a member for as long as the process lives. */
export interface MemberStore {
  size: number;
  readonly slots: Map<string, number>;
  readonly people: Map<string, number>;
  /** Slots by the number by which the database tells of those whom words find, and the other way round. */
  readonly numbers: Map<number, number>;
  readonly numberOf: number[];
  readonly ids: string[];
  readonly personIds: string[];
  /** Milliseconds since 1970. */
  enteredAt: Float64Array;
  /** `state` is `NONE` of who is gone. `gender` and `state` are places in `GENDERS` and `MEMBERSHIP_STATES`. */
  readonly columns: Record<(typeof COLUMNS)[number], Int32Array>;
  readonly findings: Map<string, FindingColumns>;
  /**
   * What is behind the codes. The words of lists are apart by commas; members alike are gender, state, regions and languages
   * by their numbers; a pattern is kinds of post with their levels, as `srsg:now,headOfSpm:now`.
   */
  readonly codes: Readonly<Record<CodedColumn, Codes>>;
  /** Slots, who entered last first; without those in `moved`. */
  order: Uint32Array;
  readonly moved: Set<number>;
}

export const emptyMemberStore = (): MemberStore => ({
  ...{
    size: 0,
    slots: new Map(),
    people: new Map(),
    numbers: new Map(),
    numberOf: [],
    ids: [],
    personIds: [],
    enteredAt: new Float64Array(0),
  },
  columns: Object.fromEntries(COLUMNS.map((name) => [name, new Int32Array(0)])) as MemberStore["columns"],
  findings: new Map(),
  codes: Object.fromEntries(
    [...LISTS, "alike", "pattern"].map((name) => [name, new Codes()]),
  ) as unknown as MemberStore["codes"],
  ...{ order: new Uint32Array(0), moved: new Set() },
});

const longer = <A extends Int32Array | Float64Array>(old: A, room: number): A => {
  const grown = new (old.constructor as new (room: number) => A)(room);
  grown.set(old);
  return grown;
};

/** Makes room for one more. */
function grow(store: MemberStore) {
  const room = Math.max(1024, store.size * 2);
  store.enteredAt = longer(store.enteredAt, room);
  for (const name of COLUMNS) store.columns[name] = longer(store.columns[name], room);
  for (const finding of store.findings.values()) {
    finding.level = longer(finding.level, room);
    finding.expires = longer(finding.expires, room);
  }
}

function slotOf(store: MemberStore, membershipId: string): number {
  const known = store.slots.get(membershipId);
  if (known !== undefined) return known;
  if (store.size === store.enteredAt.length) grow(store);
  const slot = store.size;
  store.size += 1;
  store.slots.set(membershipId, slot);
  store.ids[slot] = membershipId;
  store.personIds[slot] = "";
  store.enteredAt[slot] = Number.NaN;
  return slot;
}

function findingsOf(store: MemberStore, kind: string): FindingColumns {
  const known = store.findings.get(kind);
  if (known) return known;
  const room = store.enteredAt.length;
  const made = { level: new Int32Array(room), expires: new Int32Array(room) };
  store.findings.set(kind, made);
  return made;
}

const placeIn = (values: readonly string[], value: string) => {
  const place = values.indexOf(value);
  if (place < 0) throw new RangeError(`"${value}" is none of ${values.join(", ")}.`);
  return place;
};

const numberOr = (empty: number, text: string) => {
  const number = text === "" ? empty : Number(text);
  if (!Number.isInteger(number)) throw new RangeError(`"${text}" is no whole number.`);
  return number;
};

/**
 * Keeps what the database says of a member; what was kept before is forgotten.
 *
 * @param facts apart by `|`, as `member_facts` writes them: number and person, when they entered in milliseconds since 1970, gender
 *   and state, `LISTS`, `CONSENTS`, `NUMBERS`, findings as `srsg:now:21186` with the last day on which they hold, expired ones
 *   too: who asks leaves them out. Lists are apart by commas, languages stand as `fr:2`. Null of who is gone.
 * @throws RangeError where a fact is none
 */
export function keepMember(store: MemberStore, membershipId: string, facts: string | null) {
  const slot = slotOf(store, membershipId);
  forget(store, slot);
  if (facts === null) return;
  const { columns, codes } = store;
  const fields = facts.split("|");
  let next = 0;
  const field = () => fields[next++] ?? "";
  const number = numberOr(NONE, field());
  store.numberOf[slot] = number;
  store.numbers.set(number, slot);
  const personId = field();
  store.personIds[slot] = personId;
  store.people.set(personId, slot);
  const enteredAt = numberOr(0, field());
  if (store.enteredAt[slot] !== enteredAt) store.moved.add(slot);
  store.enteredAt[slot] = enteredAt;
  columns.gender[slot] = placeIn(GENDERS, field());
  columns.state[slot] = placeIn(MEMBERSHIP_STATES, field());
  for (const name of LISTS) columns[name][slot] = codes[name].of(field());
  for (const name of CONSENTS) columns[name][slot] = numberOr(0, field());
  for (const name of NUMBERS) columns[name][slot] = numberOr(NONE, field());
  const alike = ["gender", "state", "regions", "languages"] as const;
  columns.alike[slot] = codes.alike.of(alike.map((name) => columns[name][slot]).join());
  keepFindings(store, slot, wordsOf(field()));
}

function keepFindings(store: MemberStore, slot: number, findings: readonly string[]) {
  const { columns, codes } = store;
  let ends = NEVER;
  for (const text of findings) {
    const [kind = "", level = "", day = ""] = text.split(":");
    const finding = findingsOf(store, kind);
    const expires = numberOr(0, day);
    finding.level[slot] = placeIn(READINESS_LEVELS, level) + 1;
    finding.expires[slot] = expires;
    ends = Math.min(ends, expires);
  }
  columns.ends[slot] = ends;
  columns.pattern[slot] = codes.pattern.of(
    findings.map((text) => text.slice(0, text.lastIndexOf(":"))).join(),
  );
}

/** Of whom nothing is kept, nobody hears. */
function forget(store: MemberStore, slot: number) {
  const personId = store.personIds[slot] ?? "";
  if (store.people.get(personId) === slot) store.people.delete(personId);
  store.numbers.delete(store.numberOf[slot] ?? NONE);
  store.personIds[slot] = "";
  store.columns.state[slot] = NONE;
  for (const name of CONSENTS) store.columns[name][slot] = 0;
  for (const finding of store.findings.values()) finding.level[slot] = 0;
}

const wordsOf = (text: string): readonly string[] => (text === "" ? [] : text.split(","));

/** The words of a list by its code; none where it is empty. */
export const listedWords = (codes: Codes): readonly (readonly string[])[] => codes.words.map(wordsOf);

/** Slots, who entered last first and of one moment by their id; who moved since is put into place. */
export function newestFirst(store: MemberStore): Uint32Array {
  if (store.moved.size === 0) return store.order;
  const { enteredAt, ids, moved } = store;
  const before = (a: number, b: number) =>
    (enteredAt[b] ?? 0) - (enteredAt[a] ?? 0) || ((ids[a] ?? "") < (ids[b] ?? "") ? -1 : 1);
  const stayed = store.order.filter((slot) => !moved.has(slot));
  const came = Uint32Array.from(moved).sort(before);
  const merged = new Uint32Array(stayed.length + came.length);
  let [s, c] = [0, 0];
  for (let n = 0; n < merged.length; n += 1) {
    const takesStayed = c === came.length || (s < stayed.length && before(stayed[s] ?? 0, came[c] ?? 0) < 0);
    merged[n] = (takesStayed ? stayed[s++] : came[c++]) ?? 0;
  }
  store.order = merged;
  moved.clear();
  return merged;
}

/** Everybody of the cadre as they are on a day. */
export interface MembersToday {
  readonly store: MemberStore;
  /** ISO day. */
  readonly day: string;
  /** 1 of the slot of who is in post on that day. */
  readonly inPost: Uint8Array;
}

/** 1 in the slot of each of some people. */
export function markPeople(store: MemberStore, personIds: readonly string[]): Uint8Array {
  const marks = new Uint8Array(store.size);
  for (const id of personIds) mark(marks, store.people.get(id));
  return marks;
}

/** 1 in the slot of each member by their number; numbers are apart by commas. */
export function markNumbers(store: MemberStore, numbers: string): Uint8Array {
  const marks = new Uint8Array(store.size);
  for (const number of wordsOf(numbers)) mark(marks, store.numbers.get(Number(number)));
  return marks;
}

const mark = (marks: Uint8Array, slot: number | undefined) => {
  if (slot !== undefined) marks[slot] = 1;
};
