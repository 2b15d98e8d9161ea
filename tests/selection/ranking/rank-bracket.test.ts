import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brackets, DISTINGUISHABLE } from "#app/selection/ranking/rank-bracket.ts";

describe("brackets over neighbours that cannot be told apart", () => {
  it("run from the first to the last of each such stretch", () => {
    expect(brackets([0.5, 0.899, 0.9, 0.2], 5)).toEqual(["first", "middle", "last", "first", "last"]);
    expect(brackets([0.95, 0.5, 1], 4)).toEqual([null, "first", "last", null]);
  });

  it("are none for one row, for none, and where nothing is ranked", () => {
    expect(brackets([], 1)).toEqual([null]);
    expect(brackets([], 0)).toEqual([]);
    expect(brackets([], 3)).toEqual([null, null, null]);
  });

  it("open, run on and close in order, over exactly the doubtful neighbours", () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(shares, (holds) => {
        const parts = brackets(holds, holds.length + 1);
        holds.forEach((share, upper) => {
          const open = parts[upper] === "first" || parts[upper] === "middle";
          const runsOn = parts[upper + 1] === "middle" || parts[upper + 1] === "last";
          expect(open).toBe(share < DISTINGUISHABLE);
          expect(runsOn).toBe(share < DISTINGUISHABLE);
        });
      }),
    );
  });
});
