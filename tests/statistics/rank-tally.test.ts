import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { competitionRanks, rankInterval, rankTally, shareInFirst } from "#app/statistics/rank-tally.ts";

const draws = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: size, maxLength: size }), {
    minLength: 1,
    maxLength: 20,
  }),
);

describe("rankTally", () => {
  it("gives a doubly stochastic table, ties or not, whose entries count ranks", () => {
    fc.assert(
      fc.property(draws, (rows) => {
        const size = rows[0]?.length ?? 0;
        const tally = rankTally(size);
        for (const row of rows) tally.add(Float64Array.from(row));
        const table = tally.acceptabilities();
        const sum = (cells: (k: number) => number) =>
          Array.from({ length: size }, (_, k) => table[cells(k)] ?? 0);
        for (let i = 0; i < size; i += 1) {
          expect(sum((r) => i * size + r).reduce((a, b) => a + b)).toBeCloseTo(1, 10);
          expect(sum((k) => k * size + i).reduce((a, b) => a + b)).toBeCloseTo(1, 10);
          const mean = sum((r) => i * size + r).reduce((a, b, r) => a + b * (r + 1), 0);
          const wanted = rows.reduce((total, row) => {
            const own = row[i] ?? 0;
            const above = row.filter((value) => value > own).length;
            const level = row.filter((value) => value === own).length;
            return total + (above + (level + 1) / 2) / rows.length;
          }, 0);
          expect(mean).toBeCloseTo(wanted, 10);
        }
      }),
    );
  });

  it("holds scores apart by rounding only to be tied", () => {
    const tally = rankTally(2);
    tally.add(Float64Array.of(0.1 + 0.2, 0.3));
    expect(Array.from(tally.acceptabilities())).toEqual([0.5, 0.5, 0.5, 0.5]);
  });
});

describe("rankInterval and shareInFirst", () => {
  const table = Float64Array.of(0.05, 0.9, 0.05, 0.95, 0.05, 0, 0, 0.05, 0.95);

  it("leaves out at most the tails", () => {
    expect(rankInterval(table, 3, 0, 0.9)).toEqual({ best: 1, worst: 3 });
    expect(rankInterval(table, 3, 0, 0.8)).toEqual({ best: 2, worst: 2 });
    expect(rankInterval(table, 3, 1, 0.8)).toEqual({ best: 1, worst: 1 });
    expect(rankInterval(Float64Array.of(1), 1, 0, 0.9)).toEqual({ best: 1, worst: 1 });
  });

  it("adds up the first ranks", () => {
    expect(shareInFirst(table, 3, 0, 2)).toBeCloseTo(0.95, 12);
    expect(shareInFirst(table, 3, 0, 9)).toBe(1);
    expect(shareInFirst(table, 3, 0, 0)).toBe(0);
  });
});

describe("competitionRanks", () => {
  it("lets ties share the better rank and leaves null alone", () => {
    expect(competitionRanks([3, 5, null, 0.1 + 0.2 + 2.7, 1])).toEqual([2, 1, null, 2, 4]);
    expect(competitionRanks([])).toEqual([]);
  });
});
