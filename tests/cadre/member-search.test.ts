import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listOrderSchema } from "#app/cadre/cadre-list.ts";
import { LISTED_STATES, MEMBERSHIP_STATES } from "#app/cadre/lifecycle.ts";
import {
  type AlikeMembers,
  CLEARANCE_STANDINGS,
  CONTACT_STANDINGS,
  countFacets,
  FACETS,
  keepSearchSchema,
  type MemberSearch,
  SEARCH_GENDERS,
  SEARCH_LANGUAGE_LEVELS,
  searchFrom,
  searchParams,
} from "#app/cadre/member-search.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";

const REGIONS = ["African", "Asia-Pacific"] as const;
const LANGUAGES = ["en", "fr"] as const;
const ROLES = ["forceCommander", "srsg"] as const;

const member = fc.record({
  gender: fc.constantFrom(...SEARCH_GENDERS),
  state: fc.constantFrom(...MEMBERSHIP_STATES),
  regions: fc.subarray([...REGIONS]),
  languages: fc.dictionary(fc.constantFrom(...LANGUAGES), fc.constantFrom(...SEARCH_LANGUAGE_LEVELS)),
  ready: fc.dictionary(fc.constantFrom(...ROLES), fc.constantFrom(...READINESS_LEVELS)),
  clearance: fc.constantFrom(...CLEARANCE_STANDINGS),
  contact: fc.constantFrom(...CONTACT_STANDINGS),
});
type Member = typeof member extends fc.Arbitrary<infer M> ? M : never;

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const search: fc.Arbitrary<MemberSearch> = fc.record({
  gender: maybe(SEARCH_GENDERS),
  state: maybe(LISTED_STATES),
  region: maybe(REGIONS),
  language: maybe(LANGUAGES),
  speaks: maybe(SEARCH_LANGUAGE_LEVELS),
  role: maybe(ROLES),
  level: maybe(READINESS_LEVELS),
  clearance: maybe(CLEARANCE_STANDINGS),
  contact: maybe(CONTACT_STANDINGS),
});

const asAlike = (one: Member): AlikeMembers => ({
  facets: [
    ...[one.gender, one.state, one.regions.join(",")],
    Object.entries(one.languages)
      .map(([code, level]) => `${code}:${level}`)
      .join(","),
  ].join("|"),
  ready: Object.entries(one.ready)
    .map(([role, level]) => `${role}:${level}`)
    .join(","),
  ...{ clearance: one.clearance, contact: one.contact, count: 1 },
});

/** Whether a member fits a search, said the long way round. */
function fits(one: Member, asked: MemberSearch) {
  const { language, speaks, role, level } = asked;
  const speaking = Object.entries(one.languages).some(
    ([code, at]) => (!language || language === code) && (!speaks || Number(at) >= Number(speaks)),
  );
  const found = Object.entries(one.ready).some(
    ([kind, at]) => (!role || role === kind) && (!level || level === at),
  );
  return (
    (!asked.gender || asked.gender === one.gender) &&
    (asked.state ? asked.state === one.state : ["active", "paused"].includes(one.state)) &&
    (!asked.region || one.regions.some((region) => region === asked.region)) &&
    (!asked.clearance || asked.clearance === one.clearance) &&
    (!asked.contact || asked.contact === one.contact) &&
    (!(language || speaks) || speaking) &&
    (!(role || level) || found)
  );
}

const VALUES: Readonly<Record<(typeof FACETS)[number], readonly string[]>> = {
  gender: SEARCH_GENDERS,
  state: LISTED_STATES,
  region: REGIONS,
  language: LANGUAGES,
  speaks: SEARCH_LANGUAGE_LEVELS,
  role: ROLES,
  level: READINESS_LEVELS,
  clearance: CLEARANCE_STANDINGS,
  contact: CONTACT_STANDINGS,
};

describe("the counts of a search", () => {
  it("are what choosing each value would find, and the total what the search finds", () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 12 }), search, (members, asked) => {
        const { total, counts } = countFacets(members.map(asAlike), asked);
        expect(total).toBe(members.filter((one) => fits(one, asked)).length);
        for (const facet of FACETS)
          for (const value of VALUES[facet])
            expect([facet, value, counts[facet][value] ?? 0]).toEqual([
              facet,
              value,
              members.filter((one) => fits(one, { ...asked, [facet]: value })).length,
            ]);
      }),
    );
  });

  it("count nobody who withdrew, whatever is asked", () => {
    const one = {
      facets: "woman|withdrawn|African|fr:2",
      ready: "srsg:now",
      clearance: "none",
      contact: "never",
    } as const;
    const { total, counts } = countFacets([{ ...one, count: 3 }], {});
    expect([total, Object.values(counts).flatMap((of) => Object.keys(of))]).toEqual([0, []]);
    expect(searchFrom({ state: "withdrawn" })).toBeNull();
  });
});

describe("a search", () => {
  it("is what an address holds, but for what is left empty there", () => {
    const asked = { q: " Awa  ", gender: "woman", page: "3", role: "", level: " " };
    expect(searchParams(searchFrom(asked) ?? {})).toEqual({ q: "Awa", gender: "woman" });
    expect(searchFrom({})).toEqual({});
  });

  it("is none where something in it makes no sense, so that nobody passes for having been found", () => {
    for (const asked of [
      { q: "a".repeat(201) },
      { level: "nonsense" },
      { region: "\u0000" },
      { q: "Awa", standing: "there" },
    ]) {
      expect(searchFrom(asked)).toBeNull();
      expect(listOrderSchema.safeParse({ ...asked, list: "members", format: "csv" }).success).toBe(false);
      expect(keepSearchSchema.safeParse({ ...asked, intent: "save", name: "All" }).success).toBe(false);
    }
  });
});
