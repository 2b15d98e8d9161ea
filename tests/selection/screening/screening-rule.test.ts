import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { take } from "#app/access/transition.ts";
import { candidacyTransitions } from "#app/selection/lifecycle.ts";
import { sheetRefusal } from "#app/selection/screening/screening.ts";
import {
  SCREENING_REASONS,
  type ScreeningReason,
  suggestedReasons,
  unfounded,
} from "#app/selection/screening/screening-reasons.ts";
import { conclude, joinFindings, type SheetFacts } from "#app/selection/screening/screening-rule.ts";

const passing = (screenerId: string): SheetFacts => ({ screenerId, passed: true, reasons: [], findings: [] });
const failing = (screenerId: string, ...reasons: ScreeningReason[]): SheetFacts => ({
  ...{ screenerId, passed: false, reasons, findings: [] },
});

describe("what screeners' sheets come to", () => {
  it("waits for a second, and for a third only where two disagree", () => {
    expect(conclude([])).toEqual({ kind: "waits", for: "first" });
    expect(conclude([failing("a", "yearsShort")])).toEqual({ kind: "waits", for: "second" });
    expect(conclude([passing("a"), failing("b", "yearsShort")])).toEqual({ kind: "waits", for: "third" });
    expect(conclude([failing("a", "yearsShort"), failing("b", "languageShort")])).toEqual({
      ...{ kind: "waits", for: "third" },
    });
  });

  it("is a consensus where both screen in, or both out for a reason they share; that reason alone is told", () => {
    expect(conclude([passing("a"), passing("b")])).toMatchObject({
      basis: "consensus",
      passed: true,
      reasons: [],
    });
    const two = [failing("a", "yearsShort", "languageShort"), failing("b", "languageShort", "notAvailable")];
    expect(conclude(two)).toMatchObject({ basis: "consensus", passed: false, reasons: ["languageShort"] });
  });

  it("is what two of three found, told with what two said, or all they said where nothing was said twice", () => {
    const [a, b] = [failing("a", "yearsShort"), failing("b", "languageShort")];
    expect(conclude([a, passing("b"), passing("c")])).toMatchObject({ basis: "majority", passed: true });
    expect(conclude([a, passing("b"), failing("c", "yearsShort", "notAvailable")])).toMatchObject({
      ...{ passed: false, reasons: ["yearsShort"] },
    });
    expect(conclude([a, b, passing("c")])).toMatchObject({
      ...{ passed: false, reasons: ["yearsShort", "languageShort"] },
    });
  });

  const anySheet = fc.record({
    passed: fc.boolean(),
    reasons: fc.uniqueArray(fc.constantFrom(...SCREENING_REASONS), { minLength: 1, maxLength: 4 }),
  });

  it("never rejects anybody, nor lets anybody pass, on fewer than two people's word", () => {
    fc.assert(
      fc.property(fc.array(anySheet, { maxLength: 3 }), (drawn) => {
        const sheets = drawn.map(
          ({ passed, reasons }, n): SheetFacts => ({
            ...{ screenerId: String(n), passed, findings: [] },
            reasons: passed ? [] : reasons,
          }),
        );
        const conclusion = conclude(sheets);
        if (conclusion.kind === "waits") return;
        expect(sheets.filter(({ passed }) => passed === conclusion.passed).length).toBeGreaterThanOrEqual(2);
        expect(conclusion.reasons.length > 0).toBe(!conclusion.passed);
        const given = sheets.flatMap(({ reasons }) => reasons);
        expect(conclusion.reasons.every((reason) => given.includes(reason))).toBe(true);
      }),
    );
  });

  it("joins findings by what most found, with the words of the first who found it", () => {
    const found = (verdict: "met" | "notMet", evidence: string): SheetFacts => ({
      ...passing(evidence),
      findings: [{ requirement: "seniorYears", verdict, evidence }],
    });
    expect(joinFindings([found("met", ""), found("notMet", "b"), found("met", "c")])).toEqual([
      { requirement: "seniorYears", verdict: "met", evidence: "c" },
    ]);
    expect(joinFindings([found("met", "a"), found("notMet", "b")])).toEqual([
      { requirement: "seniorYears", verdict: "cannotTell", evidence: "" },
    ]);
  });
});

describe("the arrows out of screening", () => {
  it("are taken by two people's findings in a closed call, and by nothing else", () => {
    const facts = { vacancyState: "screening" as const, screeners: 2, reasons: 1 };
    expect(take(candidacyTransitions.screenOut, "consented", facts)).toMatchObject({ value: "screenedOut" });
    for (const arrow of [candidacyTransitions.screenIn, candidacyTransitions.screenOut]) {
      const alone = take(arrow, "consented", { ...facts, screeners: 1 });
      expect(alone).toMatchObject({ refusal: { code: "secondScreenerNeeded" } });
      const early = take(arrow, "consented", { ...facts, vacancyState: "open" });
      expect(early).toMatchObject({ refusal: { code: "callStillOpen" } });
    }
    expect(take(candidacyTransitions.screenOut, "consented", { ...facts, reasons: 0 })).toMatchObject({
      refusal: { code: "reasonMissing" },
    });
    const others = Object.entries(candidacyTransitions).filter(([name]) => name !== "screenOut");
    expect(others.map(([, { to }]) => to)).not.toContain("screenedOut");
  });
});

describe("the reasons for setting a candidacy aside", () => {
  it("have each a code of its own, and none is offered that is not told apart", () => {
    expect(SCREENING_REASONS).not.toContain("requirementsNotMet");
    expect(new Set(SCREENING_REASONS).size).toBe(13);
  });

  it("must each be borne out by a finding of its kind", () => {
    const verdicts = [
      { kind: "seniorYears", verdict: "notMet" },
      { kind: "language", verdict: "cannotTell" },
      { kind: "deployable", verdict: "met" },
    ] as const;
    const founded = (...reasons: ScreeningReason[]) => unfounded(reasons, { verdicts, unanswered: false });
    expect(founded("yearsShort", "notShown", "notAvailable", "ineligible")).toBeNull();
    expect(founded("yearsShort", "languageShort")).toBe("languageShort");
    expect(founded("noticeTooLong")).toBe("noticeTooLong");
    expect(founded("noAnswer")).toBe("noAnswer");
    expect(unfounded(["noAnswer"], { verdicts, unanswered: true })).toBeNull();
    expect(suggestedReasons(verdicts)).toEqual(["yearsShort"]);
  });

  it("are asked of a sheet that rejects, never of one that does not", () => {
    const requirements = [{ kind: "seniorYears", years: 15 } as const];
    const sheet = (verdict: "met" | "notMet", passed: boolean, reasons: ScreeningReason[] = []) =>
      sheetRefusal(
        {
          passed,
          reasons,
          findings: [{ requirement: "seniorYears", verdict, evidence: "" }],
        },
        requirements,
        false,
      )?.code ?? null;
    expect(sheet("met", true)).toBeNull();
    expect(sheet("notMet", true)).toBe("requirementsNotMet");
    expect(sheet("notMet", false)).toBe("reasonMissing");
    expect(sheet("met", false, ["yearsShort"])).toBe("reasonUnfounded");
    expect(sheet("notMet", false, ["yearsShort"])).toBeNull();
    expect(sheetRefusal({ passed: true, reasons: [], findings: [] }, requirements, false)?.code).toBe(
      "screeningIncomplete",
    );
  });
});
