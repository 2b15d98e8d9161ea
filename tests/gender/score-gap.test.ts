import { describe, expect, it } from "vitest";
import { scoreGap } from "#app/gender/score-gap.ts";

const some = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + (i % 3) / 10);

describe("the gap between two groups' scores", () => {
  it("is counts alone where a group has fewer than five", () => {
    expect(scoreGap(some(4, 3), some(40, 2))).toEqual({ kind: "countsOnly", first: 4, second: 40 });
    expect(scoreGap([], [])).toEqual({ kind: "countsOnly", first: 0, second: 0 });
  });

  it("is not judged below thirty together", () => {
    expect(scoreGap(some(5, 3), some(24, 2)).kind).toBe("tooFew");
    expect(scoreGap(some(5, 3), some(25, 2)).kind).toBe("judged");
  });

  it("is the first group's mean less the second's, and says whether its limits leave out 0", () => {
    expect(scoreGap(some(15, 3), some(15, 2))).toMatchObject({
      difference: expect.closeTo(1, 12),
      leavesOutZero: true,
    });
    expect(scoreGap(some(15, 3), some(15, 3))).toMatchObject({
      difference: 0,
      leavesOutZero: false,
    });
  });

  it("has no limits where no score varies, and leaves out nothing", () => {
    const flat = (value: number) => new Array<number>(20).fill(value);
    expect(scoreGap(flat(3), flat(2))).toMatchObject({ difference: 1, limits: null, leavesOutZero: false });
  });
});
