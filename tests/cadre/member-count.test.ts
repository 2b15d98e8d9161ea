import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LISTED_STATES, MEMBER_STANDINGS } from "#app/cadre/lifecycle.ts";
import { searchMembers } from "#app/cadre/member-count.ts";
import {
  CLEARANCE_STANDINGS,
  CONTACT_STANDINGS,
  FACETS,
  type MemberSearch,
  SEARCH_GENDERS,
  SEARCH_LANGUAGE_LEVELS,
} from "#app/cadre/member-search.ts";
import { dayNumber, emptyMemberStore, keepMember } from "#app/cadre/member-store.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import {
  DAY,
  idOf,
  KINDS,
  keptOf,
  LANGUAGES,
  lineOf,
  REGIONS,
  readyOf,
  type SomeMember,
  someMember,
} from "./some-members.ts";

const TODAY = dayNumber(DAY);

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });
const search: fc.Arbitrary<MemberSearch> = fc.record({
  gender: maybe(SEARCH_GENDERS),
  state: maybe(LISTED_STATES),
  region: maybe(REGIONS),
  language: maybe([...LANGUAGES, "zz"]),
  speaks: maybe(SEARCH_LANGUAGE_LEVELS),
  role: maybe([...KINDS, "none"]),
  level: maybe(READINESS_LEVELS),
  clearance: maybe(CLEARANCE_STANDINGS),
  contact: maybe(CONTACT_STANDINGS),
  standing: maybe(MEMBER_STANDINGS),
});

const clearanceOf = ({ cleared, hidden }: SomeMember) =>
  hidden || cleared === null || cleared < TODAY ? "none" : cleared <= TODAY + 90 ? "endsSoon" : "holds";
const contactOf = ({ contacted }: SomeMember) => {
  if (contacted === null) return "never";
  return contacted >= TODAY - 90 ? "recent" : contacted >= TODAY - 365 ? "year" : "longAgo";
};

/** Whether a member fits a search, said the long way round. */
function fits(one: SomeMember, asked: MemberSearch) {
  const { language, speaks, role, level, standing } = asked;
  const speaking = Object.entries(one.languages).some(
    ([code, at]) => (!language || language === code) && (!speaks || Number(at) >= Number(speaks)),
  );
  const held = readyOf(one, standing === "expiring" ? TODAY + 90 : undefined);
  const free = standing || !one.inPost ? held : [];
  const found = free.some(([kind, of]) => (!role || role === kind) && (!level || level === of.level));
  return (
    (!asked.gender || asked.gender === one.gender) &&
    (asked.state ? asked.state === one.state : ["active", "paused"].includes(one.state)) &&
    (!asked.region || one.regions.some((region) => region === asked.region)) &&
    (!asked.clearance || asked.clearance === clearanceOf(one)) &&
    (!asked.contact || asked.contact === contactOf(one)) &&
    (!(language || speaks) || speaking) &&
    (!(role || level) || found) &&
    (standing !== "expiring" || held.length > 0) &&
    (standing !== "inPost" || one.inPost)
  );
}

const VALUES: Readonly<Record<(typeof FACETS)[number], readonly string[]>> = {
  gender: SEARCH_GENDERS,
  state: LISTED_STATES,
  region: REGIONS,
  language: LANGUAGES,
  speaks: SEARCH_LANGUAGE_LEVELS,
  role: KINDS,
  level: READINESS_LEVELS,
  clearance: CLEARANCE_STANDINGS,
  contact: CONTACT_STANDINGS,
};

const marks = (members: readonly SomeMember[], of: (one: SomeMember) => boolean) =>
  Uint8Array.from(members, (one) => Number(of(one)));

describe("a search of the cadre as it is kept", () => {
  it("finds whom the long way round finds, in their order, and counts what choosing each value would find", () => {
    fc.assert(
      fc.property(fc.array(someMember, { maxLength: 14 }), search, fc.boolean(), (all, asked, words) => {
        const members = keptOf(all);
        const named = words ? marks(all, (one) => one.named) : null;
        const hidden = marks(all, (one) => one.hidden);
        const { total, counts, found } = searchMembers(members, asked, { named, hidden });
        const finds = (of: MemberSearch) =>
          all.map((one, n) => ({ one, n })).filter(({ one }) => (!words || one.named) && fits(one, of));
        const expected = finds(asked).toSorted((a, b) => b.one.entered - a.one.entered || a.n - b.n);
        expect([...found].map((slot) => members.store.ids[slot])).toEqual(expected.map(({ n }) => idOf(n)));
        expect(total).toBe(expected.length);
        for (const facet of FACETS)
          for (const value of VALUES[facet])
            expect([facet, value, counts[facet][value] ?? 0]).toEqual([
              facet,
              value,
              finds({ ...asked, [facet]: value }).length,
            ]);
        expect(counts.state).not.toHaveProperty("withdrawn");
      }),
      { numRuns: 400 },
    );
  });

  it("is of what was kept last, in any order, and of nobody who is gone", () => {
    const change = fc.record({ n: fc.nat(6), one: fc.option(someMember, { nil: null }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const store = emptyMemberStore();
        const last = new Map<number, SomeMember>();
        for (const { n, one } of changes) {
          keepMember(store, idOf(n), one && lineOf(one, n));
          if (one) last.set(n, one);
          else last.delete(n);
          const nobody = new Uint8Array(store.size);
          const { found } = searchMembers(
            { store, day: DAY, inPost: nobody },
            { role: "srsg" },
            { named: null, hidden: nobody },
          );
          const expected = [...last]
            .filter(([, one]) => fits({ ...one, inPost: false }, { role: "srsg" }))
            .toSorted(([a, x], [b, y]) => y.entered - x.entered || a - b);
          expect([...found].map((slot) => store.ids[slot])).toEqual(expected.map(([n]) => idOf(n)));
        }
      }),
    );
  });
});
