import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AHEAD_MONTHS,
  freePlaces,
  type PoolMentor,
  placesOf,
  yearAhead,
} from "#app/mentoring/health/pool-capacity.ts";
import { gapKey, gapOf, poolGaps, poolRows } from "#app/mentoring/matching/pool-gap.ts";
import { daysAfter } from "#app/platform/utc-day.ts";

const TODAY = "2027-01-20";

const mentor = (changes: Partial<PoolMentor> = {}): PoolMentor => ({
  gender: "man",
  region: "African",
  languages: ["en"],
  capacity: 2,
  availableFrom: "2026-01-01",
  availableTo: "2030-01-01",
  pairsEndOn: [],
  ...changes,
});

const facts = (changes: Partial<Parameters<typeof poolGaps>[0]> = {}) => ({
  mentors: [mentor(), mentor({ gender: "woman" })],
  terms: [],
  waiting: [],
  months: [],
  regions: ["African"],
  today: TODAY,
  ...changes,
});

describe("free places", () => {
  it("are those of somebody there for a whole programme, less the pairs that still run", () => {
    expect(freePlaces(mentor(), TODAY)).toBe(2);
    expect(freePlaces(mentor({ pairsEndOn: ["2027-01-20"] }), TODAY)).toBe(1);
    expect(freePlaces(mentor({ pairsEndOn: ["2027-01-19"] }), TODAY)).toBe(2);
    expect(freePlaces(mentor({ availableTo: "2028-01-19" }), TODAY)).toBe(0);
    expect(freePlaces(mentor({ availableTo: "2028-01-20" }), TODAY)).toBe(2);
    expect(freePlaces(mentor({ availableFrom: "2027-01-21" }), TODAY)).toBe(0);
    expect(freePlaces(mentor({ capacity: 0, pairsEndOn: ["2027-12-01"] }), TODAY)).toBe(0);
  });
});

describe("the year ahead", () => {
  it("adds up who waits and who will come, month by month", () => {
    const terms = ["2027-01-19", "2027-01-31", "2027-03-01", "2027-12-31", "2028-01-01"].map((endsOn) => ({
      endsOn,
      languages: ["en"],
    }));
    const months = yearAhead([mentor({ availableFrom: "2027-03-01" })], terms, 1, TODAY);
    expect(months).toHaveLength(AHEAD_MONTHS);
    expect(months[0]).toEqual({ day: TODAY, leaders: 1, need: 2, places: 0, missing: 2 });
    expect(months[2]).toEqual({ day: "2027-03-01", leaders: 1, need: 3, places: 2, missing: 1 });
    expect(months.at(-1)).toMatchObject({ day: "2027-12-01", leaders: 1, need: 4 });
  });

  it("counts every term of the year once, whatever the day", () => {
    const days = fc.array(fc.integer({ min: -40, max: 420 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), days, (start, ends) => {
        const today = daysAfter("2027-01-01", start);
        const terms = ends.map((day) => ({ endsOn: daysAfter(today, day), languages: [] }));
        const months = yearAhead([], terms, 0, today);
        const [year = 0, month = 1] = today.split("-").map(Number);
        const over = `${year + 1}-${String(month).padStart(2, "0")}-01`;
        const within = terms.filter(({ endsOn }) => endsOn >= today && endsOn < over).length;
        expect(months.reduce((sum, { leaders }) => sum + leaders, 0)).toBe(within);
        expect(months.at(-1)?.need).toBe(within);
      }),
    );
  });
});

describe("what the pool lacks", () => {
  it("is nothing where nothing is missing", () => {
    expect(poolGaps(facts())).toEqual([]);
  });

  it("is said in places, women, languages and regions", () => {
    const terms = [{ endsOn: "2027-05-01", languages: ["fr"] }];
    const waiting = [["fr", "en"]];
    const mentors = [mentor(), mentor({ languages: ["fr"], capacity: 1 }), mentor({ gender: "notStated" })];
    const months = yearAhead(mentors, terms, 9, TODAY);
    expect(
      poolGaps(facts({ mentors, terms, waiting, months, regions: ["African", "Asia-Pacific"] })),
    ).toEqual([
      { kind: "places", of: "", missing: 5 },
      { kind: "women", of: "", missing: 2 },
      { kind: "language", of: "fr", missing: 1 },
      { kind: "region", of: "Asia-Pacific", missing: 1 },
    ]);
  });

  it("takes a region's mentor without a free place for none", () => {
    const mentors = [mentor({ gender: "woman", capacity: 0 }), mentor({ region: "Asia-Pacific" })];
    expect(poolGaps(facts({ mentors })).map(gapKey)).toEqual(["region:African"]);
  });

  it("is kept under a key that is read back, and nothing else is", () => {
    for (const gap of [
      { kind: "places", of: "" },
      { kind: "women", of: "" },
      { kind: "language", of: "fr" },
      { kind: "region", of: "Latin American and Caribbean" },
    ] as const)
      expect(gapOf(gapKey(gap))).toEqual(gap);
    for (const key of ["", "language", "region:", "women:fr", "men", ":fr"]) expect(gapOf(key)).toBeNull();
  });

  it("is closed by as many women or places as it says", () => {
    const pool = fc.array(
      fc.record({
        gender: fc.constantFrom("woman", "man", "another", "notStated"),
        capacity: fc.nat({ max: 3 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pool, fc.nat({ max: 20 }), (people, waiting) => {
        const mentors = people.map((one) => mentor(one as Partial<PoolMentor>));
        const gaps = (all: readonly PoolMentor[]) =>
          poolGaps(facts({ mentors: all, months: yearAhead(all, [], waiting, TODAY), regions: [] }));
        const missing = (kind: string, all = mentors) =>
          gaps(all).find((gap) => gap.kind === kind)?.missing ?? 0;
        const women = Array.from({ length: missing("women") }, () =>
          mentor({ gender: "woman", capacity: 0 }),
        );
        expect(missing("women", [...mentors, ...women])).toBe(0);
        if (women.length > 0) expect(missing("women", [...mentors, ...women.slice(1)])).toBe(1);
        const places = Array.from({ length: missing("places") }, () => mentor({ capacity: 1 }));
        expect(missing("places", [...mentors, ...places])).toBe(0);
        expect(Math.max(0, waiting - placesOf(mentors, TODAY))).toBe(places.length);
      }),
    );
  });
});

it("mentors are counted under every language, and a group of nobody is a row of zeros", () => {
  const mentors = [mentor({ languages: ["en", "fr"], pairsEndOn: ["2027-06-01"] }), mentor()];
  expect(poolRows(mentors, ({ languages }) => languages, ["fr", "ar"], TODAY)).toEqual([
    { key: "fr", mentors: 1, capacity: 2, free: 1 },
    { key: "ar", mentors: 0, capacity: 0, free: 0 },
    { key: "en", mentors: 2, capacity: 4, free: 3 },
  ]);
});
