import { describe, expect, it } from "vitest";
import { components } from "#app/statistics/connectivity.ts";

describe("components", () => {
  it("finds what ratings join", () => {
    expect(
      components([
        [1, null, null, null],
        [null, 2, null, null],
        [3, null, 1, null],
        [null, null, null, null],
        [null, null, 1, null],
      ]),
    ).toEqual({ count: 2, ofSubject: [0, 1, 0, null, 0], ofRater: [0, 1, 0, null] });
  });

  it("joins late what seemed apart", () => {
    const found = components([
      [1, 1, null, null],
      [null, null, 1, 1],
      [null, 1, 1, null],
    ]);
    expect(found.count).toBe(1);
    expect(found.ofRater).toEqual([0, 0, 0, 0]);
  });

  it("has none without ratings", () => {
    expect(components([])).toEqual({ count: 0, ofSubject: [], ofRater: [] });
  });
});
