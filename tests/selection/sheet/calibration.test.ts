import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  APART,
  SAMPLE_TEXT,
  sampleCaseSchema,
  spreadOf,
  unsettled,
} from "#app/selection/sheet/calibration.ts";
import { SAMPLE_CASES } from "#app/selection/sheet/sample-cases.ts";

const entry = (criterionId: string, level: number | null) => ({ criterionId, level });

describe("the spread of the sample sheets", () => {
  it("gives each member's level, the range, and where two are two levels or more apart", () => {
    const sheets = [
      { memberId: "a", entries: [entry("x", 2), entry("y", 3)] },
      { memberId: "b", entries: [entry("x", 4), entry("y", null)] },
      { memberId: "c", entries: [entry("x", 3)] },
    ];
    expect(spreadOf(["x", "y", "z"], sheets)).toEqual([
      {
        criterionId: "x",
        given: [
          { memberId: "a", level: 2 },
          { memberId: "b", level: 4 },
          { memberId: "c", level: 3 },
        ],
        ...{ lowest: 2, highest: 4, apart: true },
      },
      {
        criterionId: "y",
        given: [
          { memberId: "a", level: 3 },
          { memberId: "b", level: null },
          { memberId: "c", level: null },
        ],
        ...{ lowest: 3, highest: 3, apart: false },
      },
      {
        criterionId: "z",
        given: ["a", "b", "c"].map((memberId) => ({ memberId, level: null })),
        ...{ lowest: null, highest: null, apart: false },
      },
    ]);
  });

  it("does not hang on the order of the sheets, and is apart exactly where some two members are", () => {
    const levels = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(levels, (given) => {
        const sheets = given.map((level, n) => ({ memberId: `m${n}`, entries: [entry("x", level)] }));
        const [spread] = spreadOf(["x"], sheets);
        const [back] = spreadOf(["x"], sheets.toReversed());
        const known = given.flatMap((level) => level ?? []);
        const apart = known.some((one) => known.some((other) => Math.abs(one - other) >= APART));
        expect(spread?.apart).toBe(apart);
        expect([back?.lowest, back?.highest, back?.apart]).toEqual([spread?.lowest, spread?.highest, apart]);
      }),
    );
  });

  it("is unsettled wherever members lie apart and nothing is agreed", () => {
    const sheets = [
      { memberId: "a", entries: [entry("x", 1), entry("y", 1), entry("z", 2)] },
      { memberId: "b", entries: [entry("x", 3), entry("y", 4), entry("z", 3)] },
    ];
    const spreads = spreadOf(["x", "y", "z"], sheets);
    expect(unsettled(spreads, [])).toEqual(["x", "y"]);
    expect(unsettled(spreads, [{ criterionId: "x", text: "Two commands." }])).toEqual(["y"]);
    expect(unsettled(spreads, [{ criterionId: "y", text: "" }])).toEqual(["x", "y"]);
  });
});

describe("the cases that Cadre brings", () => {
  it.each(SAMPLE_CASES.map((sample) => [sample.title.en, sample] as const))(
    "%s fits the form",
    (_, sample) => {
      const posted = {
        version: "0",
        ...{ titleEn: sample.title.en, titleFr: sample.title.fr },
        ...{ textEn: sample.text.en, textFr: sample.text.fr },
      };
      expect(sampleCaseSchema.safeParse(posted).success).toBe(true);
      const short = { ...posted, textFr: "x".repeat(SAMPLE_TEXT.least - 1) };
      expect(sampleCaseSchema.safeParse(short).success).toBe(false);
    },
  );
});
