import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchOf, coverOf, endsWithinYear, isShort, peopleIn, placeOnTimeline } from "#app/cadre/bench.ts";
import { candidateFactsOf, figuresOf, verdictsOn } from "#app/cadre/demand.ts";
import { FIT_WEIGHTS, type FitFacts, fitScore } from "#app/cadre/fit.ts";
import { memberProfileSchema } from "#app/cadre/member-profile.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";

const facts: fc.Arbitrary<FitFacts> = fc
  .record({
    level: fc.constantFrom(...READINESS_LEVELS),
    met: fc.nat({ max: 4 }),
    unknown: fc.nat({ max: 4 }),
    notMet: fc.nat({ max: 4 }),
    languages: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    evidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    available: fc.option(fc.boolean()),
  })
  .map(({ notMet, ...rest }) => ({ ...rest, asked: rest.met + rest.unknown + notMet }));

describe("the order of fit", () => {
  it("goes from 0 to 100, and only what is known to fit in everything reaches the top", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const score = fitScore(one);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(100);
        const whole = one.met === one.asked && one.languages === 1 && one.evidence === 1 && one.available;
        expect(score > 99.999999).toBe(Boolean(whole) && one.level === "now");
      }),
    );
    expect(Object.values(FIT_WEIGHTS).reduce((sum: number, weight) => sum + weight, 0)).toBe(100);
  });

  it("never falls when something more is met, and puts what is not known between met and not met", () => {
    fc.assert(
      fc.property(facts, (one) => {
        if (one.unknown > 0) {
          const known = { ...one, unknown: one.unknown - 1 };
          expect(fitScore({ ...known, met: one.met + 1 })).toBeGreaterThan(fitScore(one));
          expect(fitScore(known)).toBeLessThan(fitScore(one));
        }
        const free = (available: boolean | null) => fitScore({ ...one, available });
        expect(free(true)).toBeGreaterThan(free(null));
        expect(free(null)).toBeGreaterThan(free(false));
      }),
    );
  });

  it("puts who is ready now before who is not yet, other things alike", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const [now, soon, later] = READINESS_LEVELS.map((level) => fitScore({ ...one, level }));
        expect((now ?? 0) > (soon ?? 0) && (soon ?? 0) > (later ?? 0)).toBe(true);
      }),
    );
  });
});

const requirements: readonly Requirement[] = [
  { kind: "seniorYears", years: 15 },
  { kind: "level", atLeast: "D-2" },
  { kind: "language", code: "fr", name: { en: "French", fr: "français" }, level: 2 },
  { kind: "deployable", days: 60 },
  { kind: "notHostNational", states: ["ML"] },
  { kind: "attestation" },
];
const nothing = {
  ...{ seniorYears: null, fieldMissions: null, deployableWithin: null, languages: [], nationalities: ["FR"] },
  ...{ rank: null, currentPost: null, titles: [] },
};

describe("what a post asks", () => {
  it("is what figures answer; host states are barred even where no requirement says so", () => {
    expect(figuresOf({ requirements, hostCodes: ["CF"] })).toEqual({
      ...{ years: 15, missions: null, days: 60, barred: ["ML", "CF"] },
      languages: [{ code: "fr", level: 2 }],
    });
  });

  it("cannot be told of a member who said nothing, and is never taken for not met", () => {
    expect(verdictsOn({ requirements }, nothing).map(({ verdict }) => verdict)).toEqual([
      "cannotTell",
      "cannotTell",
      "cannotTell",
      "cannotTell",
      "met",
    ]);
    const said = {
      ...nothing,
      ...{ seniorYears: 14, deployableWithin: 60, languages: [{ code: "fr", level: 3 }] },
      ...{ titles: ["Director (D-2)"], nationalities: ["ML"] },
    };
    expect(verdictsOn({ requirements }, said).map(({ verdict }) => verdict)).toEqual([
      "notMet",
      "met",
      "met",
      "met",
      "notMet",
    ]);
    expect(candidateFactsOf(nothing).languages).toBeNull();
  });
});

describe("the bench", () => {
  const count = (changes: object) => ({
    ...{ postId: "p", level: "now", gender: "woman", meets: true, people: 2 },
    ...changes,
  });

  it("counts by readiness and gender whoever is known to meet what is asked, and the unknown beside", () => {
    const counts = [
      count({}),
      count({ gender: "notStated", people: 1 }),
      count({ level: "oneToTwoYears", gender: "man" }),
      count({ meets: null, people: 5 }),
      count({ level: "oneToTwoYears", gender: "man", meets: null, people: 1 }),
      count({ level: "threeToFiveYears", meets: null, people: 3 }),
      count({ meets: false, people: 7 }),
      count({ postId: "q" }),
    ] as Parameters<typeof benchOf>[0];
    const bench = benchOf(counts, "p");
    expect(bench.now).toEqual({ woman: 2, man: 0, another: 0, notStated: 1 });
    expect([peopleIn(bench.now), peopleIn(bench.soon), peopleIn(bench.later)]).toEqual([3, 2, 0]);
    expect(bench.unknown).toEqual({ now: 5, soon: 1, later: 3 });
  });

  it("is covered by a person a post; where no term ends there is nothing to cover, which is not zero", () => {
    const cover = (posts: number, people: number) =>
      coverOf({ roleKindCode: "srsg", posts, people, unknown: 0 });
    expect(isShort(cover(3, 2))).toBe(true);
    expect(isShort(cover(2, 2))).toBe(false);
    expect(cover(0, 4)).toMatchObject({ cover: null });
    expect(isShort(cover(0, 0))).toBe(false);
  });

  it("looks a year ahead for covers, and two for the timeline", () => {
    expect(["2027-11-29", "2027-11-30", null].map((day) => endsWithinYear(day, "2026-11-29"))).toEqual([
      true,
      false,
      true,
    ]);
    expect(placeOnTimeline("2026-11-29", "2026-11-29")).toBe(0);
    expect(placeOnTimeline("2025-01-01", "2026-11-29")).toBe(0);
    expect(placeOnTimeline("2028-11-29", "2026-11-29")).toBe(100);
    expect(placeOnTimeline("2028-12-01", "2026-11-29")).toBeNull();
  });
});

describe("the member's profile", () => {
  it("takes what is said, keeps out what is not, and refuses an end before the beginning", () => {
    const empty = { roleKindCodes: [], impossibleStates: [], languages: [], consents: [] };
    expect(memberProfileSchema.parse({ version: "3", availableFrom: "2027-01-01" })).toEqual({
      version: 3,
      availableFrom: "2027-01-01",
      ...empty,
    });
    const soon = { version: "3", availableFrom: "2027-01-01", deployableWithin: "60" };
    expect(memberProfileSchema.parse(soon)).toMatchObject({ deployableWithin: 60 });
    for (const wrong of [
      {},
      { availableFrom: "2027-02-30" },
      { availableFrom: "2027-01-02", availableUntil: "2027-01-01" },
      { availableFrom: "2027-01-02", deployableWithin: "45" },
      { availableFrom: "2027-01-02", consents: ["everything"] },
    ])
      expect(memberProfileSchema.safeParse({ version: "0", ...wrong }).success).toBe(false);
    expect(memberProfileSchema.safeParse({ availableFrom: "2027-01-01" }).success).toBe(false);
  });
});
