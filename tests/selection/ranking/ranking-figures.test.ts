import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "#app/selection/ranking/ranking.ts";
import {
  figuresSchema,
  orderIsSure,
  type RankingFigures,
  rankingFigures,
} from "#app/selection/ranking/ranking-figures.ts";
import { drawsFor, rankingText, seedOf } from "#app/selection/ranking/ranking-input.ts";

const id = (n: number) => `0199d2c4-0000-7000-8000-${String(n).padStart(12, "0")}`;
const criteria = [
  { id: "k1", weight: 600_000 },
  { id: "k2", weight: 400_000 },
];
const sheets = [0, 1, 2].flatMap((i) =>
  ["m1", "m2", "m3"].map((memberId, j) => ({
    candidacyId: id(i),
    memberId,
    scores: { k1: 4 - i, k2: ((i + j) % 2) + 1 },
  })),
);
const input = {
  criteria,
  levels: 4,
  sheets,
  candidacyIds: [0, 1, 2, 3].map(id),
  shortlistSize: 2,
  draws: 200,
};

describe("rankingFigures", () => {
  it("keeps the order, the intervals, and who was not scored, in a shape that survives the database", () => {
    const figures = rankingFigures(rank({ ...input, seed: 1 }), {
      inputsHash: "ff",
      shortlistSize: 2,
      notHeard: [],
    });
    expect(figuresSchema.parse(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
    expect(figures.rows.map(({ candidacyId }) => candidacyId)).toEqual([0, 1, 2].map(id));
    expect(figures.notScored).toEqual([id(3)]);
    expect(figures.orderHolds).toHaveLength(2);
  });

  it("gives no rank where candidacies cannot be compared, and no row where nothing was scored", () => {
    const apart = sheets.filter(
      ({ candidacyId, memberId }) => (candidacyId === id(0)) === (memberId === "m1"),
    );
    const basis = { inputsHash: "ff", shortlistSize: 2, notHeard: [] };
    const split = rankingFigures(rank({ ...input, sheets: apart, seed: 1 }), basis);
    expect(split.kind).toBe("notConnected");
    expect(split.rows.every(({ rank: place, fairAverage }) => place === null && fairAverage === null)).toBe(
      true,
    );
    expect(rankingFigures(rank({ ...input, sheets: [], seed: 1 }), basis)).toMatchObject({
      kind: "noScores",
      rows: [],
      agreement: null,
    });
  });
});

describe("orderIsSure", () => {
  const figures = (orderHolds: readonly number[]): RankingFigures => {
    const made = rankingFigures(rank({ ...input, seed: 1 }), {
      inputsHash: "ff",
      shortlistSize: 2,
      notHeard: [],
    });
    return { ...made, orderHolds: [...orderHolds] };
  };

  it("holds for one alone, and for neighbours from 90 % on", () => {
    expect(orderIsSure(figures([0, 0]), [id(1)])).toBe(true);
    expect(orderIsSure(figures([0.9, 0]), [id(1), id(0)])).toBe(true);
    expect(orderIsSure(figures([0.89, 1]), [id(0), id(1)])).toBe(false);
  });

  it("takes the doubts between two that are not neighbours together", () => {
    expect(orderIsSure(figures([0.95, 0.95]), [id(0), id(2)])).toBe(true);
    expect(orderIsSure(figures([0.95, 0.94]), [id(0), id(2)])).toBe(false);
  });

  it("never holds for somebody without a rank", () => {
    expect(orderIsSure(figures([1, 1]), [id(0), id(3)])).toBe(false);
    expect(orderIsSure({ ...figures([1, 1]), kind: "notConnected" }, [id(0), id(1)])).toBe(false);
  });
});

describe("the inputs of a ranking", () => {
  it("make the same text, and so the same seed, in whatever order they were read", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sheets, { minLength: sheets.length }), (shuffled) => {
        expect(rankingText({ ...input, sheets: shuffled, criteria: criteria.toReversed() })).toBe(
          rankingText(input),
        );
      }),
    );
  });

  it("make another text when one mark, weight or recusal differs", () => {
    const [first, ...rest] = sheets;
    const texts = [
      rankingText(input),
      rankingText({
        ...input,
        sheets: first ? [{ ...first, scores: { ...first.scores, k1: 1 } }, ...rest] : rest,
      }),
      rankingText({ ...input, criteria: criteria.map((one) => ({ ...one, weight: 500_000 })) }),
      rankingText({ ...input, recusals: [{ candidacyId: id(0), memberId: "m1" }] }),
      rankingText({ ...input, shortlistSize: 3 }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("give a seed of 32 bits", () => {
    expect(seedOf("ffffffff00")).toBe(2 ** 32 - 1);
    expect(seedOf(`00000010${"a".repeat(56)}`)).toBe(16);
  });

  it("take fewer draws where there are many", () => {
    expect([1, 50, 51, 200].map(drawsFor)).toEqual([10_000, 10_000, 2_000, 2_000]);
  });
});
