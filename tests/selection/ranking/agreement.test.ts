import { describe, expect, it } from "vitest";
import { agreement, readAlpha } from "#app/selection/ranking/agreement.ts";
import { resampleUnits } from "#app/statistics/alpha-limits.ts";
import { createGenerator } from "#app/statistics/generator.ts";

const agree = (scores: readonly (readonly (number | null)[])[]) =>
  agreement(scores, resampleUnits(scores.length, createGenerator(1)));

describe("readAlpha", () => {
  it.each([
    [0.8, "reliable"],
    [0.7999, "tentative"],
    [0.667, "tentative"],
    [0.6669, "low"],
    [-0.2, "low"],
  ])("%f is %s", (alpha, reading) => {
    expect(readAlpha(alpha)).toBe(reading);
  });
});

describe("agreement", () => {
  it("has all figures of a complete table", () => {
    const found = agree([
      [1, 1, 2],
      [2, 2, 2],
      [3, 4, 4],
      [4, 4, 4],
      [1, 1, 1],
      [3, 3, 4],
    ]);
    expect(found.candidacies).toBe(6);
    expect(found.alpha).toMatchObject({ kind: "defined", reading: "reliable", limits: expect.any(Array) });
    expect(found.icc).toMatchObject({ kind: "defined", singleLimits: expect.any(Array) });
    expect(found.concordance.kind).toBe("defined");
  });

  it("keeps to α where somebody was recused", () => {
    const found = agree([
      [1, 1, null],
      [2, 3, 2],
      [4, 4, 4],
    ]);
    expect(found.alpha.kind).toBe("defined");
    expect(found.icc).toEqual({ kind: "undefined", reason: "incomplete" });
    expect(found.concordance).toEqual({ kind: "undefined", reason: "incomplete" });
  });

  it("says undefined, never 1 or 0, where nobody's marks vary", () => {
    const found = agree([
      [3, 3],
      [3, 3],
      [3, 3],
    ]);
    expect(found).toEqual({
      candidacies: 3,
      alpha: { kind: "undefined", reason: "noVariation" },
      icc: { kind: "undefined", reason: "noVariation" },
      concordance: { kind: "undefined", reason: "noVariation" },
    });
  });

  it("says why with one member or one candidacy", () => {
    expect(agree([[1], [2]])).toMatchObject({
      alpha: { reason: "nothingScoredTwice" },
      icc: { reason: "tooFew" },
      concordance: { reason: "tooFew" },
    });
    expect(agree([[1, 2]])).toMatchObject({
      alpha: { kind: "defined", limits: null },
      icc: { reason: "tooFew" },
    });
  });
});
