import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGenerator } from "#app/statistics/generator.ts";
import { expectedLevel, type RaschFit, type RaschSize, type Rating, rasch } from "#app/statistics/rasch.ts";
import guilford from "#tests/cases/reference/P09_mfrm_guilford_creativity.json";

function fitted(ratings: readonly Rating[], size: RaschSize, corrected = true): RaschFit {
  const found = rasch(ratings, size, corrected);
  if (found.kind !== "fitted") throw new Error("There is no fit.");
  return found;
}

/** Ratings of everybody by everybody on everything. */
const complete = (size: RaschSize, level: (subject: number, rater: number, item: number) => number) =>
  Array.from({ length: size.subjects * size.raters * size.items }, (_, at): Rating => {
    const item = at % size.items;
    const rater = Math.floor(at / size.items) % size.raters;
    const subject = Math.floor(at / (size.items * size.raters));
    return { subject, rater, item, level: level(subject, rater, item) };
  });

describe("Guilford's creativity ratings, 3 judges × 7 persons × 5 traits", () => {
  const { input, expected, tolerance } = guilford;
  const ratings = input.records.map(({ rater, person, item, y }) => ({
    subject: person - 1,
    rater: rater - 1,
    item: item - 1,
    level: y,
  }));
  const found = fitted(ratings, { subjects: 7, raters: 3, items: 5 }, false);
  const near = (values: readonly (number | undefined)[], known: readonly number[]) => {
    expect(values).toHaveLength(known.length);
    for (const [at, value] of values.entries())
      expect(Math.abs((value ?? Number.NaN) - (known[at] ?? Number.NaN))).toBeLessThan(tolerance);
  };

  it("have the likelihood and measures of an independent fit", () => {
    expect(found.converged).toBe(true);
    expect(found.logLikelihood).toBeCloseTo(expected.logLik, 6);
    near(
      found.subjects.map((one) => one?.measure),
      expected.person,
    );
    near(
      found.raters.map((one) => one?.measure),
      expected.rater,
    );
    near(
      found.items.map((one) => one?.measure),
      expected.item,
    );
    near(found.thresholds, expected.thresholds);
  });

  it("have its standard errors but for the share that the other facets' being estimated adds", () => {
    found.subjects.forEach((one, at) => {
      const whole = expected.person_se[at] ?? 0;
      expect(one?.standardError).toBeLessThanOrEqual(whole);
      expect(one?.standardError).toBeGreaterThan(whole * 0.85);
    });
  });

  it("have its fair averages and order of severity", () => {
    near(
      found.subjects.map((one) => one?.fairAverage),
      expected.fairAveragePerson,
    );
    const severest = found.raters
      .map((one, at) => ({ name: input.raters[at], measure: one?.measure ?? 0 }))
      .toSorted((a, b) => b.measure - a.measure);
    expect(severest.map(({ name }) => name)).toEqual(expected.severityOrderMostToLeast);
  });
});

describe("a many-facet Rasch fit", () => {
  const size = { subjects: 12, raters: 4, items: 5 };
  const someRatings = fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: 240, maxLength: 240 })
    .map((levels) => complete(size, (s, r, i) => levels[(s * 4 + r) * 5 + i] ?? 1));

  it("foretells the totals of every element that is not extreme", () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const { subjects, raters, items, thresholds, levels } = fitted(ratings, size, false);
        for (const of of ["subject", "rater", "item"] as const) {
          const all = { subject: subjects, rater: raters, item: items }[of];
          all.forEach((one, at) => {
            if (!one || one.extreme) return;
            const own = ratings.filter((rating) => rating[of] === at);
            const lacking = own.reduce((sum, { subject, rater, item, level }) => {
              const distance =
                (subjects[subject]?.measure ?? 0) -
                (raters[rater]?.measure ?? 0) -
                (items[item]?.measure ?? 0);
              return sum + level - expectedLevel(distance, thresholds, levels);
            }, 0);
            expect(Math.abs(lacking)).toBeLessThan(1e-6);
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it("does not depend on the order of the ratings", () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const [one, other] = [fitted(ratings, size), fitted(ratings.toReversed(), size)];
        for (const [at, subject] of one.subjects.entries())
          expect(subject?.measure).toBeCloseTo(other.subjects[at]?.measure ?? Number.NaN, 7);
      }),
      { numRuns: 10 },
    );
  });

  it("finds the assessor who marks by chance, and the severe one", () => {
    const generator = createGenerator(7);
    const large = { subjects: 60, raters: 5, items: 6 };
    const ratings = complete(large, (subject, rater) => {
      if (rater === 4) return 1 + generator.nextBelow(4);
      const leaning = (subject / 60) * 6 - 3 - (rater === 0 ? 1 : 0) + generator.next() * 2 - 1;
      return Math.min(4, Math.max(1, Math.round(leaning + 2.5)));
    });
    const { raters } = fitted(ratings, large);
    expect(raters[4]?.infit).toBeGreaterThan(1.5);
    for (const steady of [0, 1, 2, 3]) expect(raters[steady]?.infit).toBeLessThan(1.5);
    for (const other of [1, 2, 3]) expect(raters[0]?.measure).toBeGreaterThan(raters[other]?.measure ?? 0);
  });

  it("flags who got only the lowest or only the highest, and puts them at the ends", () => {
    const generator = createGenerator(3);
    const { subjects, converged } = fitted(
      complete(size, (subject) => (subject === 0 ? 1 : subject === 1 ? 4 : 1 + generator.nextBelow(4))),
      size,
    );
    expect(converged).toBe(true);
    expect(subjects.filter((one) => one?.extreme)).toHaveLength(2);
    const middle = subjects.slice(2).map((one) => one?.measure ?? 0);
    expect(subjects[0]?.measure).toBeLessThan(Math.min(...middle));
    expect(subjects[1]?.measure).toBeGreaterThan(Math.max(...middle));
  });

  it("shrinks by (n − 1)/n where it is corrected, and leaves fit as it was", () => {
    const generator = createGenerator(5);
    const ratings = complete(size, () => 1 + generator.nextBelow(4));
    const [raw, corrected] = [fitted(ratings, size, false), fitted(ratings, size)];
    raw.raters.forEach((one, at) => {
      expect(corrected.raters[at]?.measure).toBeCloseTo(((one?.measure ?? 0) * 19) / 20, 10);
      expect(corrected.raters[at]?.infit).toBe(one?.infit);
    });
  });

  it("leaves levels nobody gave out of the scale, and those without ratings out of the measures", () => {
    const ratings = complete({ subjects: 4, raters: 2, items: 2 }, (subject, rater) =>
      (subject + rater) % 2 === 0 ? 2 : 4,
    );
    const found = fitted([...ratings, { subject: 0, rater: 0, item: 0, level: 7 }], {
      subjects: 5,
      raters: 3,
      items: 2,
    });
    expect(found.levels).toEqual([2, 4, 7]);
    expect(found.thresholds).toHaveLength(2);
    expect(found.subjects[4]).toBeNull();
    expect(found.raters[2]).toBeNull();
  });

  it("settles raters and items where candidacies drift apart, since nobody's ratings join all levels", () => {
    const generator = createGenerator(11);
    const ratings = complete(size, (subject) => 1 + Math.floor(subject / 4) + generator.nextBelow(2));
    const found = fitted(ratings, size);
    expect(found).toMatchObject({ converged: false, settled: true, levels: [1, 2, 3, 4] });
    for (const rater of found.raters) expect(rater?.infit).toBeLessThan(1.5);
  });

  it("is not there without variation, and refuses what is no rating", () => {
    expect(
      rasch(
        complete(size, () => 3),
        size,
      ),
    ).toEqual({ kind: "noVariation" });
    expect(rasch([], size)).toEqual({ kind: "noVariation" });
    const stranger = [{ subject: 12, rater: 0, item: 0, level: 1 }];
    expect(() => rasch(stranger, size)).toThrow(RangeError);
    expect(() => rasch([{ subject: 0, rater: 0, item: 0, level: 1.5 }], size)).toThrow(RangeError);
  });
});
