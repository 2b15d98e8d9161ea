import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CriterionFinding,
  checkFinding,
  departs,
  findingSchema,
  type MarkedCriterion,
} from "#app/selection/report/finding.ts";
import { findingChanges, type KeptFinding } from "#app/selection/report/finding-changes.ts";
import { FINDING_REASONS, unfoundedReason } from "#app/selection/report/finding-reasons.ts";

const criterion = (
  id: string,
  marks: readonly number[],
  minimumLevel: number | null = null,
): MarkedCriterion => ({
  id,
  group: "competence",
  minimumLevel,
  marks,
});
const found = (criterionId: string, level: number | null, reason = ""): CriterionFinding => ({
  criterionId,
  level,
  notObserved: level === null,
  text: "The file shows it in the talks of 2019.",
  reason,
});
const WHY = "The members heard the referee out and agreed.";

describe("departs", () => {
  it("asks for a reason outside the members' range and a level or more from their median", () => {
    expect(departs(3, [2, 3, 4])).toBe(false);
    expect(departs(3, [3, 4])).toBe(false);
    expect(departs(2, [2, 3])).toBe(false);
    expect(departs(4, [2, 3, 3])).toBe(true);
    expect(departs(1, [1, 3, 3])).toBe(true);
    expect(departs(1, [1, 2, 2])).toBe(true);
  });

  it("asks for one where nobody observed and the panel did, and the other way round", () => {
    expect(departs(3, [])).toBe(true);
    expect(departs(null, [])).toBe(false);
    expect(departs(null, [1])).toBe(true);
  });

  it("never asks for one where all agree and the panel with them", () => {
    const same = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 7 }));
    fc.assert(
      fc.property(same, ([level, members]) => !departs(level, new Array<number>(members).fill(level))),
    );
  });
});

describe("checkFinding", () => {
  const rubric = { levels: 4, criteria: [criterion("a", [3, 3]), criterion("b", [2, 3], 3)] };
  const check = (
    criteria: readonly CriterionFinding[],
    outcome: "recommended" | "suitable" | "notRecommended",
    reasonCodes: readonly (keyof typeof FINDING_REASONS)[] = [],
  ) => {
    const answer = checkFinding({ criteria: [...criteria], outcome, reasonCodes: [...reasonCodes] }, rubric);
    return answer.ok ? "ok" : [answer.refusal.code, answer.refusal.field];
  };

  it("binds a recommendation to every minimum, whatever the total; not observed is below it", () => {
    expect(check([found("a", 3), found("b", 3)], "recommended", ["meetsAll"])).toBe("ok");
    expect(check([found("a", 4, WHY), found("b", 2)], "recommended")).toEqual(["belowMinimum", "outcome"]);
    expect(check([found("a", 3), found("b", null, WHY)], "recommended")).toEqual(["belowMinimum", "outcome"]);
    expect(check([found("a", 3), found("b", 2)], "suitable", ["belowMinimum"])).toBe("ok");
  });

  it("wants each criterion of the rubric once, within its scale", () => {
    const no = ["findingNotOfRubric", undefined];
    expect(check([found("a", 3)], "suitable")).toEqual(no);
    expect(check([found("a", 3), found("a", 3)], "suitable")).toEqual(no);
    expect(check([found("a", 3), found("b", 5, WHY)], "suitable")).toEqual(no);
    expect(check([found("a", 3), found("b", 3), found("c", 3)], "suitable")).toEqual(no);
  });

  it("points to the row whose departure is unexplained", () => {
    expect(check([found("a", 3), found("b", 4)], "suitable")).toEqual([
      "departureReasonMissing",
      "criteria[1].reason",
    ]);
    expect(check([found("a", 3), found("b", 4, WHY)], "suitable", ["othersStronger"])).toBe("ok");
  });

  it("takes no reason that outcome or levels do not bear out", () => {
    const rows = [found("a", 3), found("b", 3)];
    const no = ["findingReasonUnfounded", "reasonCodes"];
    expect(check(rows, "suitable", ["belowMinimum"])).toEqual(no);
    expect(check(rows, "notRecommended", ["provenRecord"])).toEqual(no);
    expect(check(rows, "notRecommended", ["competenceShort"])).toEqual(no);
    expect(check(rows, "suitable", ["notShown"])).toEqual(no);
  });
});

describe("reasons of a finding", () => {
  it("each has a code of its own", () => {
    const codes = Object.values(FINDING_REASONS).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("calls the lower half of a scale short: 2 of four, 2 of five", () => {
    const at = (level: number) => [{ group: "merit" as const, minimumLevel: null, level }];
    const short = (level: number, levels: number) =>
      unfoundedReason(["meritShort"], "suitable", at(level), levels) === null;
    expect([short(2, 4), short(3, 4), short(2, 5), short(3, 5)]).toEqual([true, false, true, false]);
  });
});

describe("findingChanges", () => {
  const version = (changes: Partial<KeptFinding>): KeptFinding => ({
    version: 1,
    outcome: "suitable",
    reasonCodes: ["othersStronger"],
    text: "As it was.",
    criteria: [found("a", 3), found("b", 3)],
    ...changes,
  });

  it("is empty between a version and itself, and tells a level from its words", () => {
    expect(findingChanges(version({}), version({}))).toEqual({
      outcome: false,
      reasonCodes: false,
      text: false,
      criteria: [],
    });
    const after = version({ criteria: [found("a", 3), found("b", 2)] });
    expect(findingChanges(version({}), after).criteria).toEqual([
      { criterionId: "b", before: found("b", 3), after: found("b", 2) },
    ]);
    expect(findingChanges(version({ criteria: [] }), after).criteria[0]?.before).toBeNull();
  });
});

describe("findingSchema", () => {
  it("asks of a criterion left empty for its level and its words, in so many words", () => {
    const id = "0199d2c4-0000-7000-8000-000000000001";
    const empty = findingSchema.safeParse({ version: "0", criteria: [{ criterionId: id }] });
    const said = empty.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];
    expect(said).toEqual(
      expect.arrayContaining(["criteria.0.mark markMissing", "criteria.0.text criterionFindingShort"]),
    );
    const whole = findingSchema.parse({
      version: "3",
      criteria: [{ criterionId: id, mark: "notObserved", text: "Nobody could tell it from the file." }],
      outcome: "suitable",
      reasonCodes: ["notShown"],
      text: "x".repeat(60),
    });
    expect(whole.criteria).toEqual([
      {
        ...{ criterionId: id, level: null, notObserved: true, reason: "" },
        text: "Nobody could tell it from the file.",
      },
    ]);
  });
});
