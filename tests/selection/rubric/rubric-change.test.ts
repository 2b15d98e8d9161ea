import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VACANCY_STATES } from "#app/selection/lifecycle.ts";
import { PANEL_PHASES } from "#app/selection/panel/phase.ts";
import {
  carriedEntries,
  fitsPanel,
  type JudgedCriterion,
  mayChangeRubric,
  phaseAfterChange,
  unchangedCriteria,
} from "#app/selection/rubric/rubric-change.ts";

const criterion = (changes: Partial<JudgedCriterion> = {}): JudgedCriterion => ({
  ...{ id: "old", code: "C1", libraryVersion: 1, name: { en: "Vision", fr: "Vision" } },
  definition: { en: "Sees far.", fr: "Voit loin." },
  anchors: [{ level: 1, en: "Little.", fr: "Peu." }],
  ...changes,
});
const rubric = (levels: number, ...criteria: readonly JudgedCriterion[]) => ({ levels, criteria });

describe("whether a published rubric can be changed", () => {
  it.each(VACANCY_STATES)("in state %s", (state) => {
    const may = ["open", "screening", "assessment", "revealed"].includes(state);
    expect(mayChangeRubric({ state, signatures: 0 }).ok).toBe(may);
    expect(mayChangeRubric({ state, signatures: 1 }).ok).toBe(false);
  });

  it("says why not", () => {
    const codeOf = (state: (typeof VACANCY_STATES)[number], signatures = 0) => {
      const may = mayChangeRubric({ state, signatures });
      return may.ok ? null : may.refusal.code;
    };
    expect(codeOf("draft")).toBe("rubricNotPublished");
    expect(codeOf("revealed", 1)).toBe("rubricReportSigned");
    expect(codeOf("reported")).toBe("rubricReportSigned");
    expect(codeOf("decided")).toBe("rubricDecided");
  });
});

it("takes whoever had begun to score back to the desk, and nobody who had not", () => {
  expect(PANEL_PHASES.filter((phase) => phaseAfterChange(phase) === "desk")).toEqual([
    ...["desk", "compared", "interview", "revealed", "reported"],
  ]);
});

it("asks for a day only where scoring begins anew", () => {
  const desk = [{ stage: "desk" as const }];
  const days = { dueOn: "", today: "2026-11-29" };
  expect(fitsPanel(null, desk, days).ok).toBe(true);
  expect(fitsPanel({ phase: "forming", interview: false }, desk, days).ok).toBe(true);
  expect(fitsPanel({ phase: "desk", interview: false }, desk, days).ok).toBe(false);
  expect(fitsPanel({ phase: "desk", interview: false }, desk, { ...days, dueOn: "2026-11-29" }).ok).toBe(
    true,
  );
  expect(fitsPanel({ phase: "forming", interview: true }, desk, days).ok).toBe(false);
});

describe("an unchanged criterion", () => {
  const now = criterion({ id: "new" });
  it("has the same words, anchors, version and scale", () => {
    expect(unchangedCriteria(rubric(4, criterion()), rubric(4, now))).toEqual(new Map([["old", "new"]]));
  });

  it.each([
    { libraryVersion: 2 },
    { name: { en: "Vision", fr: "Perspective" } },
    { definition: { en: "Sees farther.", fr: "Voit loin." } },
    { anchors: [{ level: 1, en: "None.", fr: "Peu." }] },
    { code: "C2" },
  ])("is another with %j", (changes) => {
    expect(unchangedCriteria(rubric(4, criterion()), rubric(4, { ...now, ...changes })).size).toBe(0);
  });

  it("is none on another scale", () => {
    expect(unchangedCriteria(rubric(4, criterion()), rubric(5, now)).size).toBe(0);
  });
});

it("carries answers to unchanged criteria alone, each as it was", () => {
  const entries = fc.uniqueArray(
    fc.record({ criterionId: fc.uuid(), level: fc.integer({ min: 1, max: 4 }), evidence: fc.string() }),
    { selector: ({ criterionId }) => criterionId },
  );
  fc.assert(
    fc.property(entries, fc.nat(), (all, part) => {
      const known = all.slice(0, part % (all.length + 1));
      const unchanged = new Map(known.map(({ criterionId }) => [criterionId, `new ${criterionId}`]));
      expect(carriedEntries(all, unchanged)).toEqual(
        known.map((one) => ({ ...one, criterionId: `new ${one.criterionId}` })),
      );
    }),
  );
});
