import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstReached } from "#app/gender/first-reached.ts";
import { type Assumptions, expectedAppointments, type ProjectedPost } from "#app/gender/projected-post.ts";
import { neededShare, project, shareFromShortlists, womenNeeded } from "#app/gender/projection.ts";
import { drawPaths } from "#app/gender/projection-draws.ts";
import { postsToday } from "#app/gender/projection-posts.ts";
import { monthAfter, monthsBetween, projectionQuerySchema } from "#app/gender/projection-query.ts";
import { scenarios, settingsOf } from "#app/gender/projection-scenarios.ts";
import { expectation, poissonBinomial, quantile, upperTail } from "#app/statistics/poisson-binomial.ts";
import { bruteForce } from "./projection-brute-force.ts";

const held = (woman: boolean | null, opensAt: number): ProjectedPost => ({
  holders: [{ from: 0, woman }],
  opensAt,
});
const DRAWS = { seed: 2242, draws: 4000 };

const somePost = fc.oneof(
  fc
    .record({ woman: fc.constantFrom(true, false, null), opensAt: fc.integer({ min: 1, max: 8 }) })
    .map(({ woman, opensAt }) => held(woman, opensAt)),
  fc
    .record({
      first: fc.constantFrom(true, false, null),
      second: fc.boolean(),
      from: fc.integer({ min: 1, max: 3 }),
      lasts: fc.integer({ min: 0, max: 6 }),
    })
    .map(({ first, second, from, lasts }) => ({
      holders: [
        { from: 0, woman: first },
        { from, woman: second },
      ],
      opensAt: from + lasts,
    })),
);
const somePosts = fc.array(somePost, { minLength: 1, maxLength: 4 });
const someAssumptions = fc.record({
  renewal: fc.constantFrom(0, 0.25, 0.5, 1),
  share: fc.constantFrom(0, 0.3, 0.5, 0.8, 1),
  termMonths: fc.integer({ min: 4, max: 12 }),
  horizon: fc.integer({ min: 1, max: 9 }),
});
const someTarget = fc.constantFrom(0.25, 0.5, 0.75, 1);

describe("the Poisson-binomial distribution", () => {
  it("is the binomial where all are alike, and adds up", () => {
    expect([...poissonBinomial([0.5, 0.5, 0.5])]).toEqual([0.125, 0.375, 0.375, 0.125]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (trials) => {
        const distribution = poissonBinomial(trials);
        const sum = trials.reduce((total, one) => total + one, 0);
        expect(distribution.reduce((total, one) => total + one, 0)).toBeCloseTo(1, 10);
        expect(expectation(distribution)).toBeCloseTo(sum, 9);
        expect(upperTail(distribution, 0)).toBeCloseTo(1, 10);
      }),
    );
    expect(() => poissonBinomial([1.2])).toThrow(RangeError);
  });

  it("has its quantiles where the sum of probabilities first reaches them", () => {
    const distribution = [0.2, 0.3, 0.5];
    expect([0.1, 0.2, 0.21, 0.5, 0.51, 1].map((level) => quantile(distribution, level))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });
});

describe("a projection", () => {
  it("says what adding up every path says", () => {
    fc.assert(
      fc.property(somePosts, someAssumptions, someTarget, (posts, assumptions, target) => {
        const truth = bruteForce(posts, assumptions, target);
        const { months, firstBy } = project(posts, assumptions, target, DRAWS);
        for (const [month, told] of months.entries()) {
          expect(told.expected).toBeCloseTo(truth[month]?.expected ?? -1, 9);
          expect(told.atTarget).toBeCloseTo(truth[month]?.atTarget ?? -1, 9);
          const first = truth[month]?.everAtTarget ?? -1;
          expect(told.everAtTarget).toBeGreaterThanOrEqual(told.atTarget);
          if (firstBy === "exact") expect(told.everAtTarget).toBeCloseTo(first, 9);
          else expect(Math.abs(told.everAtTarget - first)).toBeLessThan(0.05);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is the same drawn as computed, within what chance allows", () => {
    const posts = Array.from({ length: 30 }, (_, n) => held(n % 3 === 0, 1 + (n % 20)));
    const assumptions: Assumptions = { renewal: 0.4, share: 0.55, termMonths: 40, horizon: 36 };
    const needed = Array.from({ length: 37 }, () => womenNeeded(0.5, 30));
    const drawn = drawPaths(posts, assumptions, needed, { seed: 7, draws: 20_000 }, "horizon");
    const exact = firstReached(posts, assumptions, needed);
    const { months, bandsBy, firstBy } = project(posts, assumptions, 0.5, DRAWS);
    expect([bandsBy, firstBy]).toEqual(["exact", "exact"]);
    for (const [month, told] of months.entries()) {
      const women = drawn.women[month] ?? [];
      expect(Math.abs(expectation(women) / 30 - told.expected)).toBeLessThan(0.005);
      expect(Math.abs(upperTail(women, needed[month] ?? 0) - told.atTarget)).toBeLessThan(0.02);
      expect(Math.abs((drawn.everReached[month] ?? 0) - (exact?.[month] ?? -1))).toBeLessThan(0.02);
    }
  });

  it("of more than two hundred posts is drawn, and repeats to the last digit from its seed", () => {
    const posts = Array.from({ length: 201 }, (_, n) => held(n % 4 === 0, 1 + (n % 12)));
    const assumptions: Assumptions = { renewal: 0.5, share: 0.5, termMonths: 24, horizon: 24 };
    const once = project(posts, assumptions, 0.5, { seed: 1, draws: 500 });
    expect(once.bandsBy).toBe("drawn");
    expect(project(posts, assumptions, 0.5, { seed: 1, draws: 500 })).toEqual(once);
    expect(project(posts, assumptions, 0.5, { seed: 2, draws: 500 })).not.toEqual(once);
    const exact = project(posts.slice(0, 200), assumptions, 0.5, DRAWS).months.at(-1)?.expected ?? 0;
    expect(Math.abs((once.months.at(-1)?.expected ?? 0) - exact)).toBeLessThan(0.02);
  });

  it("has narrower bands within wider ones, and the median in all", () => {
    fc.assert(
      fc.property(somePosts, someAssumptions, someTarget, (posts, assumptions, target) => {
        for (const { bands, median } of project(posts, assumptions, target, DRAWS).months) {
          const [wide = [0, 0], middle = [0, 0], narrow = [0, 0]] = bands;
          expect(wide[0]).toBeLessThanOrEqual(middle[0]);
          expect(middle[0]).toBeLessThanOrEqual(narrow[0]);
          expect(narrow[0]).toBeLessThanOrEqual(median);
          expect(median).toBeLessThanOrEqual(narrow[1]);
          expect(narrow[1]).toBeLessThanOrEqual(middle[1]);
          expect(middle[1]).toBeLessThanOrEqual(wide[1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("never has a lower share of women for a higher share among appointments", () => {
    fc.assert(
      fc.property(somePosts, someAssumptions, someTarget, (posts, assumptions, target) => {
        const more = { ...assumptions, share: Math.min(1, assumptions.share + 0.2) };
        const [low, high] = [assumptions, more].map((one) =>
          project(posts, one, target, DRAWS).months.at(-1),
        );
        expect(high?.expected ?? 0).toBeGreaterThanOrEqual((low?.expected ?? 1) - 1e-12);
        expect(high?.atTarget ?? 0).toBeGreaterThanOrEqual((low?.atTarget ?? 1) - 1e-9);
      }),
      { numRuns: 80 },
    );
  });

  it("of nobody in post reaches nothing", () => {
    const { months, medianReaches } = project(
      [held(null, 12)],
      { renewal: 0.5, share: 1, termMonths: 12, horizon: 3 },
      0.5,
      DRAWS,
    );
    expect(medianReaches).toBeNull();
    expect(months.at(-1)).toMatchObject({ filled: 0, atTarget: 0, everAtTarget: 0 });
  });
});

describe("the share it takes", () => {
  const posts = [held(true, 2), held(false, 3), held(false, 4), held(false, 30)];
  const assumptions: Assumptions = { renewal: 0, share: 0.1, termMonths: 60, horizon: 12 };

  it("is the smallest with which the target is as likely reached as not", () => {
    const { share, appointments } = neededShare(posts, assumptions, 0.5, 12);
    expect(appointments).toBe(3);
    // Two of three appointments must be women: P(X ≥ 2) = 3p² − 2p³ = ½ at p = ½.
    expect(share).toBeCloseTo(0.5, 4);
  });

  it("is not there where nobody's appointment would do, and 0 where it is reached anyway", () => {
    expect(neededShare(posts, assumptions, 0.5, 1)).toEqual({ appointments: 0, share: null });
    expect(neededShare(posts, { ...assumptions, renewal: 1 }, 0.5, 12).share).toBeNull();
    expect(neededShare([held(true, 30), held(false, 30)], assumptions, 0.5, 12).share).toBe(0);
  });

  it("reaches the target, and a little less does not", () => {
    fc.assert(
      fc.property(somePosts, someAssumptions, someTarget, (some, given, target) => {
        const { share } = neededShare(some, given, target, given.horizon);
        const likely = (p: number) => bruteForce(some, { ...given, share: p }, target).at(-1)?.atTarget ?? 0;
        if (share === null) expect(likely(1)).toBeLessThan(0.5);
        else expect(likely(share)).toBeGreaterThanOrEqual(0.5 - 1e-6);
        if (share !== null && share > 0.001) expect(likely(share - 0.001)).toBeLessThan(0.5);
      }),
      { numRuns: 60 },
    );
  });

  it("counts a vacant post as an appointment for certain", () => {
    expect(expectedAppointments([held(null, 2)], { ...assumptions, renewal: 0.5 }, 12)).toBe(1);
    expect(expectedAppointments([held(null, 2)], { ...assumptions, renewal: 0.5, termMonths: 5 }, 12)).toBe(
      2,
    );
  });

  it("follows from shortlists by how likely women on them are chosen", () => {
    expect(shareFromShortlists(0.4, 1)).toBeCloseTo(0.4);
    expect(shareFromShortlists(0.5, 3)).toBeCloseTo(0.75);
    expect(shareFromShortlists(0, 10)).toBe(0);
  });
});

describe("posts as they are today", () => {
  const term = (startsOn: string, endsOn: string, gender: "woman" | "man" | "notStated" = "woman") => ({
    ...{ startsOn, endsOn, gender },
  });

  it("are held, followed by whom is appointed already, or vacant", () => {
    const today = "2026-11-29";
    const { posts, ...counts } = postsToday(
      [
        [term("2025-01-01", "2027-02-10", "man")],
        [term("2025-01-01", "2026-12-15", "man"), term("2027-02-01", "2029-02-01")],
        [],
        [term("2027-01-10", "2029-01-10")],
        [term("2025-01-01", "2027-02-10", "notStated")],
        [term("2025-01-01", "2026-11-29")],
      ],
      today,
      6,
    );
    expect(counts).toEqual({ women: 1, men: 2, vacant: 2, others: 1 });
    expect(posts).toEqual([
      { holders: [{ from: 0, woman: false }], opensAt: 3 },
      {
        holders: [
          { from: 0, woman: false },
          { from: 1, woman: null },
          { from: 3, woman: true },
        ],
        opensAt: 27,
      },
      { holders: [{ from: 0, woman: null }], opensAt: 6 },
      {
        holders: [
          { from: 0, woman: null },
          { from: 2, woman: true },
        ],
        opensAt: 26,
      },
      { holders: [{ from: 0, woman: true }], opensAt: 1 },
    ]);
  });

  it("count months across years", () => {
    expect(monthsBetween("2026-11-29", "2028-12-31")).toBe(25);
    expect(monthAfter("2026-11-29", 25)).toBe("2028-12-01");
  });
});

describe("scenarios", () => {
  const today = "2026-11-29";
  const asked = projectionQuerySchema(today).parse({});
  const figures = { share: 0.3, bench: 0.4, target: 0.5, due: "2028-12-31" };

  it("stand side by side, each with what it changes; the bench only where it is known", () => {
    const posts = [held(true, 3), held(false, 9), held(false, 14)];
    const told = scenarios(posts, asked, figures, today);
    expect(told.map(({ key, renewal, share }) => [key, renewal, share])).toEqual([
      ["asNow", 0.5, 0.3],
      ["turnover", 0.2, 0.3],
      ["shortlists", 0.5, 0.5],
      ["bench", 0.5, 0.4],
    ]);
    expect(scenarios(posts, asked, { ...figures, bench: null }, today)).toHaveLength(3);
    expect(scenarios(posts, asked, { ...figures, share: null }, today)[0]?.share).toBe(0.5);
  });

  it("look as far ahead as the target's date", () => {
    expect(settingsOf({ ...asked, horizon: 12 }, figures, today)).toMatchObject({
      dueMonth: 25,
      horizon: 25,
    });
  });

  it("are asked within bounds", () => {
    const wrong = (changes: object) => projectionQuerySchema(today).safeParse(changes).success;
    expect(
      [{ renewal: "101" }, { term: "5" }, { horizon: "121" }, { due: "2026-11-01" }, { list: "x" }].map(
        wrong,
      ),
    ).toEqual([false, false, false, false, false]);
  });
});
