import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseEffect } from "#app/cadre/course-effect.ts";

describe("courseEffect", () => {
  it("gives counts and share where none is small", () => {
    expect(courseEffect(40, 10)).toEqual({
      reached: { kind: "count", value: 10 },
      notReached: { kind: "count", value: 30 },
      all: { kind: "count", value: 40 },
      percent: 25,
    });
  });

  it("never shows a count from 1 to 4, nor two of which the third follows", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (completed, some) => {
        const effect = courseEffect(completed, Math.min(completed, some));
        const shown = [effect.reached, effect.notReached, effect.all].flatMap((one) =>
          one.kind === "count" ? [one.value] : [],
        );
        expect(shown.every((value) => value === 0 || value >= 5)).toBe(true);
        expect(shown.length).not.toBe(2);
        if (shown.length < 3 || completed < 10) expect(effect.percent).toBeNull();
      }),
    );
  });

  it("shows nobody as zero and no share of nobody", () => {
    expect(courseEffect(0, 0)).toMatchObject({ all: { kind: "count", value: 0 }, percent: null });
  });
});
