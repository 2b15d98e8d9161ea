import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StageFigure } from "#app/gender/balance.ts";
import { FUNNEL_STAGES } from "#app/gender/funnel.ts";
import { stageLoss } from "#app/gender/stage-loss.ts";

const COLUMNS = ["woman", "man"] as const;
const line = (counts: readonly (readonly [number | null, number | null])[]): readonly StageFigure[] =>
  counts.map(([woman, man], at) => ({ stage: FUNNEL_STAGES[at] ?? "appointed", counts: [woman, man] }));

/** Counts that never rise, for both groups. */
const falling = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 2,
    maxLength: 6,
  })
  .map((steps) => {
    const sorted = [0, 1].map((group) => steps.map((step) => step[group] ?? 0).sort((a, b) => b - a));
    return steps.map((_, at): [number, number] => [sorted[0]?.[at] ?? 0, sorted[1]?.[at] ?? 0]);
  });

/** Every order in which so many steps can be put. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
  );
}

/** The Shapley values by their definition: the change at each step, averaged over all orders. */
function byOrders(women: readonly number[], men: readonly number[]): readonly number[] {
  const all = orders(women.length);
  const totals = women.map(() => 0);
  const product = (changed: ReadonlySet<number>) =>
    women.reduce((value, rate, at) => value * (changed.has(at) ? rate : (men[at] ?? 0)), 1);
  for (const order of all) {
    const changed = new Set<number>();
    for (const at of order) {
      const before = product(changed);
      changed.add(at);
      totals[at] = (totals[at] ?? 0) + (product(changed) - before) / all.length;
    }
  }
  return totals;
}

describe("at which step women are lost", () => {
  it("is shared out by the definition of the Shapley value, and adds up exactly", () => {
    fc.assert(
      fc.property(falling, (counts) => {
        const found = stageLoss(line(counts), COLUMNS);
        if (found.kind !== "tooFew" && found.kind !== "decomposed") return;
        const rates = (group: 0 | 1) =>
          found.parts.map((_, at) => (counts[at + 1]?.[group] ?? 0) / (counts[at]?.[group] ?? 1));
        const expected = byOrders(rates(0), rates(1));
        for (const [at, { part }] of found.parts.entries()) expect(part).toBeCloseTo(expected[at] ?? 9, 10);
        const sum = found.parts.reduce((total, { part }) => total + part, 0);
        expect(sum).toBeCloseTo(found.womenThrough - found.menThrough, 10);
      }),
    );
  });

  it("tells nothing of a step before which fewer than five women or men are left", () => {
    const found = stageLoss(
      line([
        [40, 40],
        [20, 30],
        [4, 20],
        [2, 4],
        [1, 1],
      ]),
      COLUMNS,
    );
    if (!("parts" in found)) throw new Error(found.kind);
    expect(found.parts.map(({ to }) => to)).toEqual(["consented", "screenedIn"]);
    expect([found.until, found.womenThrough, found.menThrough]).toEqual(["screenedIn", 0.1, 0.5]);
  });

  it("turns round with women and men", () => {
    fc.assert(
      fc.property(falling, (counts) => {
        const [one, other] = [
          stageLoss(line(counts), COLUMNS),
          stageLoss(line(counts.map(([a, b]): [number, number] => [b, a])), COLUMNS),
        ];
        if (!("parts" in one) || !("parts" in other)) return;
        for (const [at, { part }] of one.parts.entries())
          expect(other.parts[at]?.part).toBeCloseTo(-part, 10);
      }),
    );
  });

  it("names the step that adds most, and no step where women are not behind", () => {
    const found = stageLoss(
      line([
        [40, 40],
        [38, 38],
        [12, 30],
        [11, 28],
      ]),
      COLUMNS,
    );
    expect(found).toMatchObject({
      kind: "decomposed",
      until: "scored",
      most: { from: "consented", to: "screenedIn" },
    });
    // 38 women at the men's rate of 30/38 would have been 30.
    expect("most" in found && found.most?.women).toBeCloseTo(18, 12);
    expect(
      stageLoss(
        line([
          [40, 40],
          [30, 20],
        ]),
        COLUMNS,
      ),
    ).toMatchObject({ most: null });
    expect(
      stageLoss(
        line([
          [40, 40],
          [30, 30],
        ]),
        COLUMNS,
      ),
    ).toMatchObject({ most: null });
  });

  it("says what it cannot say: too few, not enough, withheld, and nothing after a step that nobody came through", () => {
    expect(
      stageLoss(
        line([
          [4, 90],
          [1, 80],
        ]),
        COLUMNS,
      ),
    ).toEqual({ kind: "notEnough", women: 4, men: 90 });
    expect(
      stageLoss(
        line([
          [9, 9],
          [1, 8],
        ]),
        COLUMNS,
      ).kind,
    ).toBe("tooFew");
    expect(
      stageLoss(
        line([
          [40, 40],
          [null, 8],
        ]),
        COLUMNS,
      ),
    ).toEqual({ kind: "withheld" });
    expect(stageLoss([], COLUMNS)).toEqual({ kind: "withheld" });
    const none = stageLoss(
      line([
        [20, 20],
        [0, 10],
        [0, 5],
      ]),
      COLUMNS,
    );
    expect(none).toMatchObject({
      until: "consented",
      womenThrough: 0,
      menThrough: 0.5,
      most: { part: -0.5 },
    });
    expect("parts" in none && none.parts).toHaveLength(1);
  });
});
