import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedbackSchema, LEAST_VOICES, usefulnessOf } from "#app/mentoring/session/session-feedback.ts";

const rated = (...marks: readonly number[]) =>
  marks.map((usefulness, n) => ({ personId: `p${n}`, usefulness }));

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
  it("is the share of 3 and 4", () => {
    expect(usefulnessOf(rated(1, 2, 3, 4, 4))).toEqual({ share: 0.6, count: 5 });
  });

  it("is silent until enough people have spoken, however often a few do", () => {
    expect(usefulnessOf([])).toBeNull();
    expect(usefulnessOf(rated(4, 4, 4, 4))).toBeNull();
    const few = Array.from({ length: 20 }, (_, n) => ({ personId: `p${n % 4}`, usefulness: 4 }));
    expect(usefulnessOf(few)).toBeNull();
  });

  it("does not move with one more rating, so that nobody's can be taken from the difference", () => {
    const rating = fc.record({ personId: fc.uuid(), usefulness: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 40 }), rating, (ratings, next) => {
        const [was, is] = [usefulnessOf(ratings), usefulnessOf([...ratings, next])];
        if ((ratings.length + 1) % LEAST_VOICES !== 0) expect(is).toEqual(was);
        else if (is) expect(is.count - (was?.count ?? 0)).toBeGreaterThanOrEqual(LEAST_VOICES);
      }),
    );
  });
});
