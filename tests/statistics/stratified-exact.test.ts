import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FourfoldTable, fisherExact } from "#app/statistics/fisher-exact.ts";
import { stratifiedExact } from "#app/statistics/stratified-exact.ts";

/**
 * Penicillin and rabbits: cured and died by whether it was injected at once or an hour and a half later, at five doses (Agresti
 * 1990, Categorical Data Analysis, pp. 231–237). The help page of R's `mantelhaen.test` prints p = 0.040 for the exact test.
 */
const RABBITS: readonly FourfoldTable[] = [
  [
    [0, 6],
    [0, 5],
  ],
  [
    [3, 3],
    [0, 6],
  ],
  [
    [6, 0],
    [2, 4],
  ],
  [
    [5, 1],
    [6, 0],
  ],
  [
    [2, 0],
    [5, 0],
  ],
];

/** Admissions at Berkeley by department, women first (Bickel, Hammel and O'Connell 1975, Science 187:398–404). */
const BERKELEY: readonly FourfoldTable[] = [
  [
    [89, 19],
    [512, 313],
  ],
  [
    [17, 8],
    [353, 207],
  ],
  [
    [202, 391],
    [120, 205],
  ],
  [
    [131, 244],
    [138, 279],
  ],
  [
    [94, 299],
    [53, 138],
  ],
  [
    [24, 317],
    [22, 351],
  ],
];

const count = fc.integer({ min: 0, max: 6 });
const table = fc.tuple(fc.tuple(count, count), fc.tuple(count, count));

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

/** Every way in which the chosen of each stratum could have been women, one stratum after the other. */
function bySums(tables: readonly FourfoldTable[]) {
  let sums = new Map([[0, 1]]);
  for (const [[a, b], [c, d]] of tables) {
    const next = new Map<number, number>();
    for (const [sum, ways] of sums)
      for (let x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x += 1) {
        const more = choose(a + b, x) * choose(c + d, a + c - x);
        next.set(sum + x, (next.get(sum + x) ?? 0) + ways * more);
      }
    sums = next;
  }
  const observed = sums.get(tables.reduce((sum, [[a]]) => sum + a, 0)) ?? 0;
  const total = [...sums.values()].reduce((sum, ways) => sum + ways, 0);
  const rare = [...sums.values()].filter((ways) => ways <= observed * (1 + 1e-9));
  return rare.reduce((sum, ways) => sum + ways, 0) / total;
}

describe("two groups compared within strata", () => {
  it("gives the published p of penicillin and rabbits", () => {
    expect(stratifiedExact(RABBITS)?.p.toFixed(3)).toBe("0.040");
  });

  it("finds at Berkeley what the sum of all departments hides", () => {
    const sum = ([row, cell]: readonly [0 | 1, 0 | 1]) =>
      BERKELEY.reduce((total, one) => total + one[row][cell], 0);
    const women = sum([0, 0]) / (sum([0, 0]) + sum([0, 1]));
    const men = sum([1, 0]) / (sum([1, 0]) + sum([1, 1]));
    expect(women - men).toBeLessThan(-0.1);
    const within = stratifiedExact(BERKELEY);
    expect(within?.difference).toBeGreaterThan(0);
    expect(within?.p).toBeGreaterThan(0.2);
  });

  it("is Fisher's test where there is one stratum, and the plain difference", () => {
    fc.assert(
      fc.property(table, (one) => {
        const [[a, b], [c, d]] = one;
        const within = stratifiedExact([one]);
        if (a + b === 0 || c + d === 0) {
          expect(within).toBeNull();
          return;
        }
        const { p, midP } = fisherExact(one);
        expect(within?.p).toBeCloseTo(p, 12);
        expect(within?.midP).toBeCloseTo(midP, 12);
        expect(within?.difference).toBeCloseTo(a / (a + b) - c / (c + d), 12);
      }),
    );
  });

  it("agrees with adding up every way there is, stratum by stratum, in any order", () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 5 }), (tables) => {
        const compared = tables.filter(([[a, b], [c, d]]) => a + b > 0 && c + d > 0);
        const within = stratifiedExact(tables);
        if (compared.length === 0) {
          expect(within).toBeNull();
          return;
        }
        expect(within?.p).toBeCloseTo(bySums(compared), 9);
        expect(stratifiedExact(tables.toReversed())?.p).toBeCloseTo(within?.p ?? -1, 9);
      }),
      { numRuns: 200 },
    );
  });

  it("is the normal approximation for thousands of people, which the exact test comes to", () => {
    const strata = (count: number): readonly FourfoldTable[] =>
      Array.from({ length: count }, (_, n) => [
        [10 + (n % 20 === 0 ? 1 : 0), 10 - (n % 20 === 0 ? 1 : 0)],
        [20, 20],
      ]);
    // Each stratum has a variance of about 3.4: 700 are just below the bound, 800 above it.
    const [below, above] = [stratifiedExact(strata(700)), stratifiedExact(strata(800))];
    expect(Math.abs((below?.p ?? 0) - (above?.p ?? 1))).toBeLessThan(0.05);
    expect(above?.p).toBe(above?.midP);
    expect(below?.p).not.toBe(below?.midP);
    const none = stratifiedExact(
      Array.from(
        { length: 900 },
        (): FourfoldTable => [
          [10, 10],
          [20, 20],
        ],
      ),
    );
    expect(none?.p).toBeCloseTo(1, 6);
    // 1.96 standard deviations: 800 strata of 10 of 20 women, 20 of 40 men, so many women more.
    const variance = 800 * ((20 * 40 * 30 * 30) / (60 * 60 * 59));
    const more = Math.round((1.959964 * Math.sqrt(variance) * 60) / 40);
    const moved = Array.from({ length: 800 }, (_, n): FourfoldTable => {
      const one = n < more ? 1 : 0;
      return [
        [10 + one, 10 - one],
        [20, 20],
      ];
    });
    expect(stratifiedExact(moved)?.p).toBeCloseTo(0.05, 2);
  });

  it("refuses what is no count", () => {
    const bad: FourfoldTable = [
      [0.5, 1],
      [1, 1],
    ];
    expect(() => stratifiedExact([bad])).toThrow(RangeError);
  });
});
