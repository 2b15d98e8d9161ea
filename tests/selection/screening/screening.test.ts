import { describe, expect, it } from "vitest";
import { clearanceAnswerSchema } from "#app/selection/clearance/clearance-answer.ts";
import { screeningSchema } from "#app/selection/screening/screening.ts";

const posted = (changes: Record<string, unknown> = {}) => ({
  version: "1",
  findings: [{ requirement: "seniorYears", verdict: "met", evidence: "" }],
  passed: "yes",
  reasons: [],
  ...changes,
});
const issuesOf = (form: unknown) => screeningSchema.safeParse(form).error?.issues ?? [];

describe("a screener's form", () => {
  it("asks for no words where a requirement is met, and for some where it is not or cannot be told", () => {
    expect(issuesOf(posted())).toEqual([]);
    for (const verdict of ["notMet", "cannotTell"]) {
      const without = posted({ findings: [{ requirement: "seniorYears", verdict, evidence: "    " }] });
      expect(issuesOf(without)).toMatchObject([{ path: ["findings", 0, "evidence"] }]);
      const withWords = posted({
        findings: [{ requirement: "seniorYears", verdict, evidence: "Nine years" }],
      });
      expect(issuesOf(withWords)).toEqual([]);
    }
  });

  it("takes an outcome only as yes or no, a reason only from the list, and something to find on", () => {
    expect(issuesOf(posted({ passed: "maybe" }))).not.toEqual([]);
    expect(issuesOf(posted({ reasons: ["tooOld"] }))).not.toEqual([]);
    expect(issuesOf(posted({ reasons: ["requirementsNotMet"] }))).not.toEqual([]);
    expect(issuesOf(posted({ findings: [] }))).not.toEqual([]);
    expect(screeningSchema.parse(posted({ passed: "no", reasons: ["ineligible"] }))).toMatchObject({
      version: 1,
      passed: false,
      reasons: ["ineligible"],
    });
  });
});

describe("the outcome of a gate as posted", () => {
  it("needs its last day where it is clear, and keeps none where it is not", () => {
    expect(clearanceAnswerSchema.safeParse({ version: "0", outcome: "clear", validUntil: "" }).success).toBe(
      false,
    );
    expect(
      clearanceAnswerSchema.parse({ version: "0", outcome: "notClear", validUntil: "2027-01-31" }),
    ).toEqual({ version: 0, outcome: "notClear", validUntil: null, receivedOn: null, note: "" });
  });

  it("has room for a short note alone, and cannot be put back to pending", () => {
    const answer = { version: "0", outcome: "notClear", validUntil: "" };
    expect(clearanceAnswerSchema.parse({ ...answer, finding: "He was" })).not.toHaveProperty("finding");
    expect(clearanceAnswerSchema.safeParse({ ...answer, note: "x".repeat(501) }).success).toBe(false);
    expect(clearanceAnswerSchema.safeParse({ ...answer, outcome: "pending" }).success).toBe(false);
    expect(
      clearanceAnswerSchema.safeParse({ ...answer, outcome: "clear", validUntil: "2027-02-30" }).success,
    ).toBe(false);
  });
});
