import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addTallies,
  EMPTY_TALLY,
  GENDERS,
  shareBase,
  shareOfWomen,
  tallyOf,
  totalOf,
} from "#app/gender/counts.ts";

describe("tallies", () => {
  it("count everybody, and add up whichever way people are split", () => {
    const people = fc.array(fc.constantFrom(...GENDERS));
    fc.assert(
      fc.property(people, people, (some, others) => {
        const all = tallyOf([...some, ...others]);
        expect(all).toEqual(addTallies(tallyOf(some), tallyOf(others)));
        expect(totalOf(all)).toBe(some.length + others.length);
        for (const gender of GENDERS) {
          expect(all[gender]).toBe([...some, ...others].filter((one) => one === gender).length);
        }
      }),
    );
  });

  it("take women among women and men, and show the others beside", () => {
    const tally = tallyOf(["woman", "man", "man", "man", "another", "notStated"]);
    expect(tally).toEqual({ woman: 1, man: 3, another: 1, notStated: 1 });
    expect(shareBase(tally)).toBe(4);
    expect(shareOfWomen(tally)).toBe(0.25);
  });

  it("have no share where there is neither woman nor man", () => {
    expect(shareOfWomen(EMPTY_TALLY)).toBeNull();
    expect(shareOfWomen(tallyOf(["another", "notStated"]))).toBeNull();
    expect(shareOfWomen(tallyOf(["man"]))).toBe(0);
  });
});
