import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CRITERION_GROUPS, GROUP_SHARES } from "#app/selection/rubric/criterion-group.ts";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import {
  type ChosenCriterion,
  onlyStage,
  rubricFromNeeds,
  type WeightedCriterion,
  weighCriteria,
  weightSource,
} from "#app/selection/rubric/rubric.ts";
import {
  type HashedRubric,
  RUBRIC_TEXT_VERSION,
  rubricHash,
  rubricText,
} from "#app/selection/rubric/rubric-hash.ts";

const codes = DEFAULT_CRITERIA.map(({ code }) => code);
const needsOf = (levels: readonly number[]) => new Map(codes.map((code, n) => [code, levels[n] ?? 0]));
const anyNeeds = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: codes.length, maxLength: codes.length })
  .map(needsOf);
const rubric = (needs: ReadonlyMap<string, number>) => rubricFromNeeds(DEFAULT_CRITERIA, needs);
/** The hash that this rubric had when texts were of the first kind. */
const PUBLISHED = "aca280a591902de789556b4d8d8884300aa7a2d9706b5ab28623949dc2dee559";
const sum = (weights: readonly { weight: number }[]) => weights.reduce((all, { weight }) => all + weight, 0);

describe("the rubric that follows from needs", () => {
  it("gives the groups 30, 45 and 25 percent where everything is needed alike", () => {
    const weighted = rubric(needsOf(codes.map(() => 1)));
    for (const group of CRITERION_GROUPS) {
      const share = sum(weighted.filter((one) => one.group === group)) / WHOLE;
      expect(share).toBeCloseTo(GROUP_SHARES[group] / 100, 5);
    }
    const merit = weighted.filter(({ group }) => group === "merit").map(({ weight }) => weight);
    expect(Math.max(...merit) - Math.min(...merit)).toBeLessThanOrEqual(1);
  });

  it("weighs a decisive need three times one that is needed somewhat", () => {
    const weighted = rubric(new Map([...needsOf(codes.map(() => 1)), ["M1", 3]]));
    const of = (code: string) => weighted.find((one) => one.code === code)?.weight ?? 0;
    expect(of("M1") / of("M2")).toBeCloseTo(3, 4);
    expect(weighted.find(({ code }) => code === "M1")).toMatchObject({
      need: 3,
      baseWeight: 10,
      position: 1,
    });
  });

  it("adds up to the whole, exactly, whatever is needed", () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const weighted = rubric(needs);
        return sum(weighted) === WHOLE && weighted.every(({ weight }) => weight > 0);
      }),
    );
  });

  it("leaves out what is not needed, but never what has a minimum level", () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const kept = new Set(rubric(needs).map(({ code }) => code));
        return DEFAULT_CRITERIA.every(
          ({ code, minimumLevel }) =>
            kept.has(code) === ((needs.get(code) ?? 0) > 0 || minimumLevel !== null),
        );
      }),
    );
  });

  it("weighs a criterion no less when it alone is needed more", () => {
    fc.assert(
      fc.property(anyNeeds, fc.constantFrom(...codes), (needs, code) => {
        const level = needs.get(code) ?? 0;
        if (level === 3) return true;
        const weightOf = (levels: ReadonlyMap<string, number>) =>
          rubric(levels).find((one) => one.code === code)?.weight ?? 0;
        return weightOf(new Map([...needs, [code, level + 1]])) >= weightOf(needs) - 1;
      }),
    );
  });

  it("is empty where there is nothing to judge by", () => {
    expect(rubricFromNeeds([], new Map())).toEqual([]);
  });
});

/** Criteria as an officer may put them together: some of each group or of one alone, in any order. */
const anyChoice = fc
  .uniqueArray(fc.constantFrom(...DEFAULT_CRITERIA), { minLength: 1, maxLength: 15 })
  .chain((criteria) =>
    fc
      .array(
        fc.record({ baseWeight: fc.integer({ min: 1, max: 100 }), need: fc.integer({ min: 1, max: 3 }) }),
        {
          minLength: criteria.length,
          maxLength: criteria.length,
        },
      )
      .map((figures) =>
        criteria.map(
          (one, n): ChosenCriterion => ({
            ...one,
            libraryVersion: 1,
            baseWeight: 10,
            need: 1,
            ...figures[n],
          }),
        ),
      ),
  );
const anyShares = fc
  .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
  .filter(([one, other]) => one + other < 100)
  .map(([merit, competence]) => ({ merit, competence, missionNeeds: 100 - merit - competence }));

describe("the weights of chosen criteria", () => {
  it("add up to the whole, exactly, whatever is chosen and however it is shared out", () => {
    fc.assert(
      fc.property(anyChoice, anyShares, (chosen, shares) => sum(weighCriteria(chosen, shares)) === WHOLE),
    );
  });

  it("do not hang on the order in which criteria are given", () => {
    fc.assert(
      fc.property(
        anyChoice.chain((chosen) =>
          fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })),
        ),
        anyShares,
        ([chosen, shuffled], shares) => {
          expect(weighCriteria(shuffled, shares)).toEqual(weighCriteria(chosen, shares));
        },
      ),
    );
  });

  it("are told by where they come from: product by product, they multiply out", () => {
    fc.assert(
      fc.property(anyChoice, anyShares, (chosen, shares) => {
        const weighted = weighCriteria(chosen, shares);
        return weighted.every((one) => {
          const { product, groupSum, share, shareSum } = weightSource(one, weighted, shares);
          const exact = (product / groupSum) * (share / shareSum) * WHOLE;
          return product === one.baseWeight * one.need && Math.abs(exact - one.weight) < 1 + 1e-6;
        });
      }),
    );
  });

  it("leave the share of a group without criteria to the others", () => {
    const chosen = DEFAULT_CRITERIA.filter(({ group }) => group !== "missionNeeds").map((one) => ({
      ...one,
      libraryVersion: 1,
      need: 1,
    }));
    const [first] = weighCriteria(chosen, GROUP_SHARES);
    expect(first && weightSource(first, chosen, GROUP_SHARES)).toEqual({
      product: 10,
      groupSum: 30,
      share: 30,
      shareSum: 75,
    });
    expect(first?.weight).toBe(133_333);
  });
});

describe("a rubric of one stage", () => {
  it("says which, and nothing where both are scored", () => {
    expect(onlyStage([{ stage: "desk" }, { stage: "desk" }])).toBe("desk");
    expect(onlyStage([{ stage: "interview" }])).toBe("interview");
    expect(onlyStage([{ stage: "desk" }, { stage: "interview" }])).toBeNull();
    expect(onlyStage([{ stage: "both" }])).toBeNull();
    expect(onlyStage([])).toBeNull();
  });
});

describe("the hash of a rubric", () => {
  const weighted = rubric(needsOf(codes.map((_, n) => n % 4)));
  const whole = (changes: Partial<HashedRubric> = {}): HashedRubric => ({
    ...{ levels: 4, shares: GROUP_SHARES, criteria: weighted, textVersion: RUBRIC_TEXT_VERSION },
    ...changes,
  });
  const withFirst = (changes: Partial<WeightedCriterion>) =>
    whole({ criteria: weighted.map((one, n) => (n === 0 ? { ...one, ...changes } : one)) });

  it("is the SHA-256 of the text that is published", () => {
    const published = createHash("sha256").update(rubricText(whole()), "utf8").digest("hex");
    expect(rubricHash(whole())).toBe(published);
  });

  it("changes with a weight, an anchor, a stage, a share, or the number of levels", () => {
    const others = [
      withFirst({ weight: 1 }),
      withFirst({ anchors: [] }),
      withFirst({ stage: "interview" }),
      whole({ shares: { merit: 29, competence: 46, missionNeeds: 25 } }),
      whole({ levels: 5 }),
    ];
    const hashes = [whole(), ...others].map(rubricHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("is what it was for rubrics that were published before stages and shares were kept", () => {
    const first = whole({ textVersion: 1 });
    expect(rubricHash(first)).toBe(PUBLISHED);
    expect(rubricHash({ ...withFirst({ stage: "interview" }), textVersion: 1 })).toBe(PUBLISHED);
    const kept = weighted.map((one) => ({ ...one, keptSince: "a column of a later day" }));
    expect(rubricHash({ ...first, criteria: kept })).toBe(PUBLISHED);
    expect(rubricHash(whole({ criteria: kept }))).toBe(rubricHash(whole()));
  });

  it("is of no text that was never published", () => {
    expect(() => rubricText(whole({ textVersion: 3 }))).toThrow(RangeError);
  });
});
