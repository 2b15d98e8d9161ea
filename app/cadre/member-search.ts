import { z } from "zod";
import { LISTED_STATES, MEMBER_STANDINGS, MEMBER_STATES } from "./lifecycle.ts";
import { READINESS_LEVELS } from "./readiness.ts";

/** How long what is searched for may be. */
export const SEARCH_LENGTH = 200;

/** The genders of members, in the order in which they are offered. */
export const SEARCH_GENDERS = ["woman", "man", "another", "notStated"] as const;

/** Days within which a clearance ends soon. */
export const CLEARANCE_SOON_DAYS = 90;

/**
 * How long a clearance of a member holds: beyond ninety days, until then, or none does as far as the reader may know.
 */
export const CLEARANCE_STANDINGS = ["holds", "endsSoon", "none"] as const;
export type ClearanceStanding = (typeof CLEARANCE_STANDINGS)[number];

/** Days since the last contact up to which it is recent, and of this year. */
export const CONTACT_DAYS = { recent: 90, year: 365 } as const;

/** When a member last confirmed, was asked to or was invited: within ninety days, a year, before that, or never. */
export const CONTACT_STANDINGS = ["recent", "year", "longAgo", "never"] as const;
export type ContactStanding = (typeof CONTACT_STANDINGS)[number];

/** The least level of a language, as the scale of a person's languages has it. */
export const SEARCH_LANGUAGE_LEVELS = ["1", "2", "3"] as const;

/** A field left empty is not asked. */
const asked = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    of.optional(),
  );
const chosen = <T extends readonly [string, ...string[]]>(values: T) => asked(z.enum(values));
/** NUL is a character that no column of the database takes. */
const words = (most: number) =>
  asked(
    z
      .string()
      .trim()
      .max(most)
      .refine((text) => !text.includes("\u0000")),
  );
const named = words(80);

/**
 * A search of the cadre as an address holds it. One that holds something that makes no sense is no search: left out, it
 * would pass everybody for those who fit.
 */
export const memberSearchSchema = z.object({
  q: words(SEARCH_LENGTH),
  state: chosen(LISTED_STATES),
  role: named,
  level: chosen(READINESS_LEVELS),
  standing: chosen(MEMBER_STANDINGS),
  language: named,
  speaks: chosen(SEARCH_LANGUAGE_LEVELS),
  region: named,
  gender: chosen(SEARCH_GENDERS),
  clearance: chosen(CLEARANCE_STANDINGS),
  contact: chosen(CONTACT_STANDINGS),
});
export type MemberSearch = z.output<typeof memberSearchSchema>;

/** A search from the words of an address, or from where it is kept; null where it cannot be read. */
export const searchFrom = (words: unknown): MemberSearch | null =>
  memberSearchSchema.safeParse(words).data ?? null;

/** Members who are alike in everything that can be counted, and how many they are. */
export interface AlikeMembers {
  /** gender|state|regions|languages, as `member_index_refresh` writes it: lists by commas, a language as `fr:2`. */
  readonly facets: string;
  /** Role kinds and levels that hold today, as `srsg:now`, by commas; none of who is in post, who is not free for any. */
  readonly ready: string;
  readonly clearance: ClearanceStanding;
  readonly contact: ContactStanding;
  readonly count: number;
}

/** What a search can be narrowed by, each with its own counts. */
export const FACETS = [
  "gender",
  "state",
  "region",
  "language",
  "speaks",
  "role",
  "level",
  "clearance",
  "contact",
] as const;
export type Facet = (typeof FACETS)[number];
export type FacetCounts = { readonly [F in Facet]: Readonly<Record<string, number>> };

const listed = (text = "") => (text === "" ? [] : text.split(","));
const pair = (text: string): readonly [string, string] => {
  const at = text.lastIndexOf(":");
  return [text.slice(0, at), text.slice(at + 1)];
};

function read({ facets, ready, clearance, contact }: AlikeMembers) {
  const [gender = "", state = "", regions, languages] = facets.split("|");
  return {
    ...{ gender, state, clearance, contact, regions: listed(regions) },
    languages: listed(languages).map(pair),
    ready: listed(ready).map(pair),
  };
}

type Read = ReturnType<typeof read>;

/** Values of a facet that a member stands under, as far as the rest of the search lets its parts belong together. */
const valuesOf: { readonly [F in Facet]: (member: Read, search: MemberSearch) => readonly string[] } = {
  gender: ({ gender }) => [gender],
  state: ({ state }) => [state],
  region: ({ regions }) => regions,
  clearance: ({ clearance }) => [clearance],
  contact: ({ contact }) => [contact],
  language: ({ languages }, { speaks }) =>
    languages.filter(([, level]) => !speaks || level >= speaks).map(([code]) => code),
  speaks: ({ languages }, { language }) =>
    SEARCH_LANGUAGE_LEVELS.filter((least) =>
      languages.some(([code, level]) => (!language || code === language) && level >= least),
    ),
  role: ({ ready }, { level }) => ready.filter(([, one]) => !level || one === level).map(([role]) => role),
  level: ({ ready }, { role }) => [
    ...new Set(ready.filter(([one]) => !role || one === role).map(([, level]) => level)),
  ],
};

/** Whether somebody stands under what is chosen of a facet. Where no state is, only who is in the cadre does. */
const fits = (search: MemberSearch, facet: Facet, has: readonly string[]) => {
  const asked = search[facet];
  if (asked !== undefined) return has.includes(asked);
  return facet !== "state" || MEMBER_STATES.some((state) => has.includes(state));
};

/**
 * Counts members by each value of each facet, and those who fit the whole search. The counts of a facet are of the
 * members who fit all the other choices: what choosing that value instead would find. Nobody who withdrew is counted, and
 * who was only proposed or lapsed where that is asked.
 */
export function countFacets(alike: readonly AlikeMembers[], search: MemberSearch) {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as {
    [F in Facet]: Record<string, number>;
  };
  let total = 0;
  for (const group of alike) {
    const member = read(group);
    if (member.state === "withdrawn") continue;
    const values = FACETS.map((facet) => [facet, valuesOf[facet](member, search)] as const);
    const missed = values.filter(([facet, has]) => !fits(search, facet, has));
    if (missed.length === 0) total += group.count;
    for (const [facet, has] of values) {
      if (missed.some(([other]) => other !== facet && !together(facet, other))) continue;
      for (const value of has) counts[facet][value] = (counts[facet][value] ?? 0) + group.count;
    }
  }
  return { total, counts: counts satisfies FacetCounts };
}

/** Facets whose counts already take the other's choice into account. */
const PAIRS: readonly (readonly [Facet, Facet])[] = [
  ["role", "level"],
  ["language", "speaks"],
];
const together = (one: Facet, other: Facet) =>
  PAIRS.some((both) => both.includes(one) && both.includes(other));

/** The facets in words of the address, without what is not asked. */
export const searchParams = (search: MemberSearch): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value ? [[key, value]] : [])));

export const SAVED_NAME_LENGTH = 80;
/** How many searches one officer may keep. */
export const MOST_SAVED = 50;

const savedName = z.string().trim().min(1).max(SAVED_NAME_LENGTH);

/**
 * What an officer does with the searches that they keep. Who says that they have seen whom one found says until when: who
 * was found after the page was opened stays new.
 */
export const keepSearchSchema = z.discriminatedUnion("intent", [
  memberSearchSchema.extend({ intent: z.literal("save"), name: savedName }),
  z.object({ intent: z.literal("rename"), id: z.uuid(), name: savedName }),
  z.object({ intent: z.literal("remove"), id: z.uuid() }),
  z.object({ intent: z.literal("seen"), id: z.uuid(), until: z.iso.datetime() }),
]);
export type KeepSearch = Exclude<z.output<typeof keepSearchSchema>, { readonly intent: "save" }>;
