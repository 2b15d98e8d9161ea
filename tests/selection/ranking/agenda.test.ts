import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agenda } from "#app/selection/ranking/agenda.ts";

const CRITERIA = [
  { id: "a", weight: 600_000 },
  { id: "b", weight: 400_000 },
];
const sheet = (candidacyId: string, memberId: string, a: number | null, b: number | null) => ({
  candidacyId,
  memberId,
  scores: { a, b },
});
type Sheet = ReturnType<typeof sheet>;
const ask = (sheets: readonly Sheet[], shortlistSize = 1) =>
  agenda({ criteria: CRITERIA, levels: 4, sheets, shortlistSize });
const rowOf = (made: ReturnType<typeof agenda>, id: string) =>
  made.rows.find(({ candidacyId }) => candidacyId === id);

/** Everybody scores everybody in full: 2 to 4 members, 2 to 6 candidacies. */
const complete = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 6 }))
  .chain(([members, candidacies]) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
        minLength: members * candidacies,
        maxLength: members * candidacies,
      })
      .map((marks) =>
        marks.map(([a, b], n) => sheet(`c${n % candidacies}`, `m${Math.floor(n / candidacies)}`, a, b)),
      ),
  );

const meanOf = (sheets: readonly Sheet[], id: string) => {
  const own = sheets.filter(({ candidacyId }) => candidacyId === id);
  return own.reduce((sum, { scores }) => sum + 0.6 * (scores.a ?? 0) + 0.4 * (scores.b ?? 0), 0) / own.length;
};

describe("agenda", () => {
  it("reaches from the lowest to the highest mark on each criterion, by hand", () => {
    // x: 3 and 4 on a, 3 on b. y: 3 on a, 2 and 4 on b. z: 1 throughout.
    const made = ask([
      ...[sheet("x", "m", 3, 3), sheet("x", "n", 4, 3)],
      ...[sheet("y", "m", 3, 2), sheet("y", "n", 3, 4)],
      ...[sheet("z", "m", 1, 1), sheet("z", "n", 1, 1)],
    ]);
    expect(made.kind).toBe("ranked");
    expect(rowOf(made, "x")?.reach).toMatchObject({ listed: true });
    expect(rowOf(made, "x")?.reach?.fairAverage).toBeCloseTo(3.3, 12);
    expect(rowOf(made, "x")?.reach?.low).toBeCloseTo(3, 12);
    expect(rowOf(made, "x")?.reach?.high).toBeCloseTo(3.6, 12);
    // x stands 0.3 above y and can fall by 0.3: all of it would be needed. y can rise by 0.4: three quarters.
    expect(rowOf(made, "x")?.reach?.moves).toBeCloseTo(1, 9);
    expect(rowOf(made, "y")?.reach?.moves).toBeCloseTo(0.75, 9);
    expect(rowOf(made, "z")?.reach?.moves).toBeNull();
    expect(made.rows.map(({ candidacyId }) => candidacyId)).toEqual(["y", "x", "z"]);
    expect(rowOf(made, "y")).toMatchObject({
      sheets: 2,
      differences: [{ criterionId: "b", lowest: 2, highest: 4, share: 1 }],
    });
    expect(rowOf(made, "y")?.spread).toBeCloseTo(0.8, 12);
  });

  it("never moves whom all agree on, and puts them after all that can move", () => {
    fc.assert(
      fc.property(complete, (sheets) => {
        const own = sheets.filter(({ candidacyId }) => candidacyId === "c0");
        const agreed = sheets.map((one) =>
          one.candidacyId === "c0" && own[0] ? { ...one, scores: own[0].scores } : one,
        );
        const made = ask(agreed, 1);
        const row = rowOf(made, "c0");
        expect(row).toMatchObject({ spread: 0, differences: [], reach: { moves: null } });
        expect(row?.reach?.low).toBe(row?.reach?.high);
        const after = made.rows.slice(made.rows.findIndex(({ candidacyId }) => candidacyId === "c0"));
        expect(after.every(({ reach }) => reach?.moves === null)).toBe(true);
      }),
    );
  });

  it("says that a shortlist can change exactly where the settled marks change it", () => {
    fc.assert(
      fc.property(complete, fc.integer({ min: 1, max: 3 }), (sheets, size) => {
        const made = ask(sheets, size);
        for (const { candidacyId: id, reach } of made.rows) {
          if (!reach || (reach.moves !== null && Math.abs(reach.moves - 1) < 1e-6)) continue;
          const own = sheets.filter(({ candidacyId }) => candidacyId === id);
          const end = reach.listed ? Math.min : Math.max;
          const settled = {
            a: end(...own.map(({ scores }) => scores.a ?? 0)),
            b: end(...own.map(({ scores }) => scores.b ?? 0)),
          };
          const score = 0.6 * settled.a + 0.4 * settled.b;
          const others = made.rows.filter(
            (row) => row.candidacyId !== id && row.reach?.listed !== reach.listed,
          );
          const crosses = others.some((other) => {
            const mean = meanOf(sheets, other.candidacyId);
            return reach.listed ? score < mean - 1e-9 : score > mean + 1e-9;
          });
          expect(reach.moves !== null && reach.moves < 1).toBe(crosses);
        }
      }),
    );
  });

  it("does not depend on the order in which sheets are read", () => {
    fc.assert(
      fc.property(complete, (sheets) => {
        expect(ask(sheets.toReversed(), 2)).toEqual(ask(sheets, 2));
      }),
    );
  });

  it("leaves a mark that was not observed as it is, and counts the members who observed", () => {
    const made = agenda({
      criteria: [
        ...CRITERIA.map((one) => ({ ...one, weight: one.weight * 4 })),
        { id: "c", weight: 1_000_000 },
      ],
      levels: 4,
      shortlistSize: 1,
      sheets: [
        { candidacyId: "x", memberId: "m", scores: { a: 3, b: 3, c: null } },
        { candidacyId: "x", memberId: "n", scores: { a: 3, b: 3, c: 1 } },
      ],
    });
    expect(made.rows[0]).toMatchObject({ spread: 0, reach: { moves: null, listed: true } });
    expect(made.rows[0]?.reach?.low).toBe(made.rows[0]?.reach?.fairAverage);
  });

  it("has no order but by spread where candidacies share no member, and none without sheets", () => {
    const apart = ask([
      ...[sheet("x", "m", 3, 3), sheet("x", "n", 4, 3)],
      ...[sheet("y", "o", 1, 2), sheet("y", "p", 4, 4)],
    ]);
    expect(apart.kind).toBe("notConnected");
    expect(apart.rows.map(({ candidacyId, reach }) => [candidacyId, reach])).toEqual([
      ["y", null],
      ["x", null],
    ]);
    const none = agenda({ criteria: CRITERIA, levels: 4, sheets: [], candidacyIds: ["x"], shortlistSize: 1 });
    expect(none).toEqual({
      kind: "noScores",
      rows: [{ candidacyId: "x", sheets: 0, spread: 0, reach: null, differences: [] }],
    });
  });
});
