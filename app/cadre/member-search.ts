import { z } from "zod";
import { LISTED_STATES, MEMBER_STANDINGS } from "./lifecycle.ts";
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

/** Nobody of any value of any facet. */
export const noCounts = () =>
  Object.fromEntries(FACETS.map((facet) => [facet, {}])) as { [F in Facet]: Record<string, number> };

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
