import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holmAdjusted } from "#app/statistics/holm.ts";

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 });

/** Holm's procedure as he states it: in order of size, reject while p_(i) ≤ α/(n − i), and stop at the first that is not. */
function rejected(given: readonly number[], alpha: number): readonly boolean[] {
  const order = given.map((_, at) => at).sort((a, b) => (given[a] ?? 0) - (given[b] ?? 0));
  const stop = order.findIndex((at, rank) => (given[at] ?? 0) > alpha / (given.length - rank));
  const those = new Set(stop === -1 ? order : order.slice(0, stop));
  return given.map((_, at) => those.has(at));
}

describe("holmAdjusted", () => {
  it("gives what R's p.adjust gives", () => {
    // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    for (const [at, p] of holmAdjusted([0.01, 0.04, 0.03, 0.005]).entries()) {
      expect(p).toBeCloseTo([0.03, 0.06, 0.06, 0.02][at] ?? 0, 12);
    }
  });

  it("rejects exactly what the step-down procedure rejects", () => {
    fc.assert(
      fc.property(ps, fc.constantFrom(0.01, 0.05, 0.2), (given, alpha) => {
        const adjusted = holmAdjusted(given);
        for (const [at, reject] of rejected(given, alpha).entries()) {
          const p = adjusted[at] ?? 1;
          if (Math.abs(p - alpha) > 1e-9) expect(p < alpha).toBe(reject);
        }
      }),
    );
  });

  it("lowers none, keeps their order, and refuses what is no probability", () => {
    fc.assert(
      fc.property(ps, (given) => {
        const adjusted = holmAdjusted(given);
        for (const [at, p] of given.entries()) expect(adjusted[at]).toBeGreaterThanOrEqual(p);
        expect(Math.max(0, ...adjusted)).toBeLessThanOrEqual(1);
      }),
    );
    expect(holmAdjusted([])).toEqual([]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => holmAdjusted([p])).toThrow(RangeError);
  });
});
