import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WHOLE } from "#app/selection/criterion-weight.ts";
import { CRITERION_GROUPS, DEFAULT_CRITERIA, GROUP_SHARES } from "#app/selection/default-rubric.ts";
import { rubricFromNeeds } from "#app/selection/rubric.ts";
import { rubricHash, rubricText } from "#app/selection/rubric-hash.ts";

const codes = DEFAULT_CRITERIA.map(({ code }) => code);
const needsOf = (levels: readonly number[]) => new Map(codes.map((code, n) => [code, levels[n] ?? 0]));
const anyNeeds = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: codes.length, maxLength: codes.length })
  .map(needsOf);
const rubric = (needs: ReadonlyMap<string, number>) => rubricFromNeeds(DEFAULT_CRITERIA, needs);
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

describe("the hash of a rubric", () => {
  const weighted = rubric(needsOf(codes.map((_, n) => n % 4)));

  it("is the SHA-256 of the text that is published", () => {
    const published = createHash("sha256").update(rubricText(weighted, 4), "utf8").digest("hex");
    expect(rubricHash(weighted, 4)).toBe(published);
  });

  it("changes with a weight, an anchor, or the number of levels", () => {
    const [first, ...rest] = weighted;
    if (!first) throw new Error("the rubric is empty");
    const hash = rubricHash(weighted, 4);
    expect(rubricHash([{ ...first, weight: first.weight + 1 }, ...rest], 4)).not.toBe(hash);
    expect(rubricHash([{ ...first, anchors: [] }, ...rest], 4)).not.toBe(hash);
    expect(rubricHash(weighted, 5)).not.toBe(hash);
  });
});
