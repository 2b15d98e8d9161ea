import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { caseFile, checkCase } from "./check-case.ts";

describe.each(["published.json", "public-R.json", "public-generated.json", "mentor-matching.json"])(
  "%s",
  (file) => {
    const cases = caseFile.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")));

    it.each(cases.map((known) => [known.name, known] as const))("%s", (_name, known) => {
      expect(checkCase(known)).toEqual([]);
    });
  },
);

describe("a case that does not hold", () => {
  const tea = {
    name: "tea",
    routine: "fisherExact",
    input: {
      table: [
        [3, 1],
        [1, 3],
      ],
    },
    tolerance: 1e-9,
  };

  it("is named with its numbers", () => {
    expect(checkCase({ ...tea, expected: { p: 0.5 } })).toEqual([
      expect.stringContaining("expected 0.5, got 0.4857"),
    ]);
  });

  it("fails for an unknown routine and for a value no routine gives", () => {
    expect(checkCase({ ...tea, routine: "toString", expected: {} })).toEqual([
      "no routine is called toString",
    ]);
    expect(checkCase({ ...tea, expected: { q: 1 } })).toEqual(["q: fisherExact does not give it"]);
  });

  it("fails for input the routine refuses", () => {
    expect(
      checkCase({
        ...tea,
        input: {
          table: [
            [3, -1],
            [1, 3],
          ],
        },
        expected: { p: 1 },
      }),
    ).toHaveLength(1);
  });

  it.each([
    ["a row short of a mentor", { weights: [[1]], capacity: [1, 1], forbidden: [] }],
    ["a negative weight", { weights: [[-1]], capacity: [1], forbidden: [] }],
    ["half a place", { weights: [[1]], capacity: [0.5], forbidden: [] }],
    ["no weights", { capacity: [1], forbidden: [] }],
  ])("fails for a matching with %s", (_what, input) => {
    const known = { name: "bad", routine: "mentorMatching", input, expected: { matched: 0 }, tolerance: 0 };
    expect(checkCase(known)).toEqual([expect.stringContaining("mentorMatching failed")]);
  });
});
