import { GENDERS } from "#app/gender/counts.ts";
import { MEMBER_STATES, MEMBERSHIP_STATES } from "./lifecycle.ts";
import {
  NOTHING,
  type Pattern,
  readingsOf,
  STANDINGS,
  type Standing,
  standingsOf,
} from "./member-readings.ts";
import {
  type Facet,
  type FacetCounts,
  type MemberSearch,
  noCounts,
  SEARCH_LANGUAGE_LEVELS,
} from "./member-search.ts";
import { listedWords, type MemberStore, type MembersToday, NONE, newestFirst } from "./member-store.ts";

/** What the database alone can say for a search. */
export interface FoundThere {
  /** 1 of the slot of whom the words find; null where none are asked. */
  readonly named: Uint8Array | null;
  /** 1 of the slot of whose clearances the reader may not know. */
  readonly hidden: Uint8Array;
}

/** Members who are alike but for their readiness, as far as one dimension asks. */
interface Alike {
  readonly gender: string;
  readonly state: string;
  readonly regions: readonly string[];
  readonly languages: readonly (readonly [code: string, level: string])[];
}

/** Where what somebody misses is more than one thing. */
const TOO_MUCH = 0b11;

/** What a search asks of members alike, each a bit where they miss it; who withdrew misses too much to be counted anywhere. */
function missedOfAlike({ gender, state, regions, languages }: Alike, search: MemberSearch): number {
  const { language, speaks } = search;
  if (state === "withdrawn") return TOO_MUCH;
  const isState = search.state ? search.state === state : MEMBER_STATES.some((one) => one === state);
  const isSpoken =
    !(language || speaks) ||
    languages.some(([code, level]) => (!language || code === language) && level >= (speaks ?? "1"));
  return bits([
    !search.gender || search.gender === gender,
    isState,
    !search.region || regions.includes(search.region),
    isSpoken,
  ]);
}
const [GENDER, STATE, REGION, LANGUAGE, CLEARANCE, CONTACT] = [1, 2, 4, 8, 16, 32] as const;

const missedOfStanding = ({ clearance, contact }: Standing, search: MemberSearch) =>
  CLEARANCE *
  bits([!search.clearance || search.clearance === clearance, !search.contact || search.contact === contact]);

const bits = (fits: readonly boolean[]) => fits.reduce((all, fit, place) => all + (fit ? 0 : 1 << place), 0);

const isAsked = (pattern: Pattern, { role, level }: MemberSearch) =>
  !(role || level) || pattern.some(([kind, at]) => (!role || kind === role) && (!level || at === level));

/**
 * Who fits a search, who entered last first, and how many members there are of each value of each facet. The counts of a
 * facet are of the members who fit all the other choices: what choosing that value instead would find. Nobody who withdrew is
 * counted, and who was only proposed or lapsed where that is asked. Who is in post is ready for nothing until the term ends,
 * unless it is asked who is in post, or whose readiness is to be renewed. A finding past its expiry counts nowhere.
 *
 * @returns `found` holds slots of the store
 */
export function searchMembers(
  members: MembersToday,
  search: MemberSearch,
  { named, hidden }: FoundThere,
): { readonly total: number; readonly counts: FacetCounts; readonly found: Uint32Array } {
  const { store, inPost } = members;
  const { state, alike } = store.columns;
  const { standing } = search;
  const [kinds, readings, standings] = [
    alikeOf(store),
    readingsOf(members, search),
    standingsOf(members, hidden),
  ];
  const missedOf = Uint8Array.from(kinds, (one) => missedOfAlike(one, search));
  const missedBy = Uint8Array.from(STANDINGS, (one) => missedOfStanding(one, search));
  const ready: boolean[] = [];
  const byPattern: number[] = [];
  const byKind = new Uint32Array(kinds.length * STANDINGS.length);
  const found = new Uint32Array(store.size);
  let total = 0;
  for (const slot of newestFirst(store)) {
    if ((named !== null && named[slot] !== 1) || state[slot] === NONE) continue;
    if (standing === "inPost" && inPost[slot] !== 1) continue;
    const kind = alike[slot] ?? 0;
    const stands = standings[slot] ?? 0;
    const missed = (missedOf[kind] ?? 0) | (missedBy[stands] ?? 0);
    if (missed & (missed - 1)) continue;
    const pattern = readings.read(slot);
    if (standing === "expiring" && pattern === NOTHING) continue;
    ready[pattern] ??= isAsked(readings.patterns[pattern] ?? [], search);
    if (missed === 0) byPattern[pattern] = (byPattern[pattern] ?? 0) + 1;
    if (!ready[pattern]) continue;
    const cell = kind * STANDINGS.length + stands;
    byKind[cell] = (byKind[cell] ?? 0) + 1;
    if (missed === 0) found[total++] = slot;
  }
  const counts = noCounts();
  const say = (facet: Facet, value: string, people: number) => {
    counts[facet][value] = (counts[facet][value] ?? 0) + people;
  };
  byKind.forEach((people, cell) => {
    if (people === 0) return;
    const [kind, stands] = [Math.floor(cell / STANDINGS.length), cell % STANDINGS.length];
    const missed = (missedOf[kind] ?? 0) | (missedBy[stands] ?? 0);
    const of = { ...kinds[kind], ...STANDINGS[stands] };
    sayAlike(of as Alike & Standing, missed, search, (facet, value) => say(facet, value, people));
  });
  byPattern.forEach((people, pattern) => {
    sayPattern(readings.patterns[pattern] ?? [], search, (facet, value) => say(facet, value, people));
  });
  return { total, counts, found: found.slice(0, total) };
}

type Say = (facet: Facet, value: string) => void;

/** The values under which members alike are counted: of what they alone miss, or of everything where they miss nothing. */
function sayAlike(one: Alike & Standing, missed: number, { language, speaks }: MemberSearch, say: Say) {
  const missesOnly = (bit: number) => (missed & ~bit) === 0;
  if (missesOnly(GENDER)) say("gender", one.gender);
  if (missesOnly(STATE)) say("state", one.state);
  if (missesOnly(REGION)) for (const region of one.regions) say("region", region);
  if (missesOnly(CLEARANCE)) say("clearance", one.clearance);
  if (missesOnly(CONTACT)) say("contact", one.contact);
  if (!missesOnly(LANGUAGE)) return;
  for (const [code, level] of one.languages) if (!speaks || level >= speaks) say("language", code);
  for (const least of SEARCH_LANGUAGE_LEVELS)
    if (one.languages.some(([code, level]) => (!language || code === language) && level >= least))
      say("speaks", least);
}

function sayPattern(pattern: Pattern, { role, level }: MemberSearch, say: Say) {
  for (const [kind, at] of pattern) if (!level || at === level) say("role", kind);
  const levels = pattern.filter(([kind]) => !role || kind === role).map(([, at]) => at);
  for (const at of new Set(levels)) say("level", at);
}

/** What is behind each code of members alike. */
function alikeOf({ codes }: MemberStore): readonly Alike[] {
  const regions = listedWords(codes.regions);
  const languages = listedWords(codes.languages).map((list) =>
    list.map((text) => [text.slice(0, -2), text.slice(-1)] as const),
  );
  return codes.alike.words.map((text) => {
    const [gender = 0, state = 0, place = 0, tongues = 0] = text.split(",").map(Number);
    return {
      ...{ gender: GENDERS[gender] ?? "notStated", state: MEMBERSHIP_STATES[state] ?? "withdrawn" },
      ...{ regions: regions[place] ?? [], languages: languages[tongues] ?? [] },
    };
  });
}
