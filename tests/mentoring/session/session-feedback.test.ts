import { describe, expect, it } from "vitest";
import { feedbackSchema, LEAST_VOICES, usefulnessOf } from "#app/mentoring/session/session-feedback.ts";

describe("feedbackSchema", () => {
  it("takes 1 to 4 and a comment that may stay empty", () => {
    expect(feedbackSchema.parse({ usefulness: "3", comment: "  Clear. " })).toEqual({
      usefulness: 3,
      comment: "Clear.",
    });
    expect(feedbackSchema.parse({ usefulness: "1" })).toEqual({ usefulness: 1, comment: "" });
    for (const usefulness of ["0", "5", "2.5", "", "very"])
      expect(feedbackSchema.safeParse({ usefulness }).success).toBe(false);
    expect(feedbackSchema.safeParse({ usefulness: "2", comment: "x".repeat(2001) }).success).toBe(false);
  });
});

describe("usefulnessOf", () => {
  const tally = (counts: readonly [number, number, number, number], voices: number) => {
    const [a, b, c, d] = counts;
    const counted = a + b + c + d;
    return { given: counted, counted, voices, counts: { 1: a, 2: b, 3: c, 4: d } };
  };

  it("is the share of 3 and 4", () => {
    expect(usefulnessOf(tally([1, 1, 1, 2], 5))).toEqual({ share: 0.6, count: 5 });
  });

  it("is silent until enough people have spoken, however often a few do", () => {
    expect(usefulnessOf(tally([0, 0, 0, 0], 0))).toBeNull();
    expect(usefulnessOf(tally([0, 0, 0, 20], LEAST_VOICES - 1))).toBeNull();
  });
});
