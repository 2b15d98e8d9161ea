import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombeDifference } from "#app/statistics/newcombe.ts";
import { wilsonLimits } from "#app/statistics/wilson.ts";

const proportion = fc
  .integer({ min: 1, max: 200 })
  .chain((total) => fc.integer({ min: 0, max: total }).map((count) => ({ count, total })));

describe("wilsonLimits", () => {
  it("gives what Newcombe prints for 81 of 263 (1998, Statistics in Medicine 17:857–872, method 3)", () => {
    const found = wilsonLimits({ count: 81, total: 263 });
    expect(found?.[0]).toBeCloseTo(0.2553, 4);
    expect(found?.[1]).toBeCloseTo(0.3662, 4);
  });

  it("encloses the share, stays within 0 … 1, reaches its ends exactly, and mirrors", () => {
    fc.assert(
      fc.property(proportion, ({ count, total }) => {
        const [lower, upper] = wilsonLimits({ count, total }) ?? [2, -1];
        const [mirrored] = wilsonLimits({ count: total - count, total }) ?? [2];
        expect(lower).toBeLessThanOrEqual(count / total);
        expect(upper).toBeGreaterThanOrEqual(count / total);
        expect(lower === 0).toBe(count === 0);
        expect(upper === 1).toBe(count === total);
        expect(1 - mirrored).toBeCloseTo(upper, 12);
      }),
    );
  });

  it("has none of nothing and refuses more than all", () => {
    expect(wilsonLimits({ count: 0, total: 0 })).toBeNull();
    expect(() => wilsonLimits({ count: 3, total: 2 })).toThrow(RangeError);
  });
});

describe("newcombeDifference", () => {
  it("encloses the difference within −1 … 1 and changes sign with the groups", () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const there = newcombeDifference(first, second);
        const back = newcombeDifference(second, first);
        if (there === null || back === null) throw new Error("Both groups have members.");
        expect(there.limits[0]).toBeGreaterThanOrEqual(-1);
        expect(there.limits[1]).toBeLessThanOrEqual(1);
        expect(there.limits[0]).toBeLessThanOrEqual(there.difference);
        expect(there.limits[1]).toBeGreaterThanOrEqual(there.difference);
        expect(back.difference + there.difference).toBeCloseTo(0, 14);
        expect(back.limits[0] + there.limits[1]).toBeCloseTo(0, 12);
      }),
    );
  });

  it("is undefined for an empty group", () => {
    expect(newcombeDifference({ count: 0, total: 0 }, { count: 1, total: 2 })).toBeNull();
  });
});
