import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Requirement, requirementsOf } from "#app/selection/screening/requirement.ts";
import {
  type CandidateFacts,
  judgeRequirement,
  requirementKey,
  requirementsFrom,
  USUAL_REQUIREMENTS,
} from "#app/selection/screening/requirements.ts";

const facts = (changes: Partial<CandidateFacts> = {}): CandidateFacts => ({
  seniorYears: 15,
  fieldMissions: 2,
  deployableDays: 90,
  languages: [{ code: "fr", level: 2 }],
  nationalities: ["GH"],
  attested: true,
  currentPost: "Ambassador at large",
  posts: [],
  ...changes,
});
const silent = facts({ seniorYears: null, fieldMissions: null, deployableDays: null, languages: null });
const french = (level: number): Requirement => ({
  kind: "language",
  code: "fr",
  name: { en: "French", fr: "français" },
  level,
});

describe("what the file says of a requirement", () => {
  it("is met at the figure asked for and not one below it", () => {
    expect(judgeRequirement({ kind: "seniorYears", years: 15 }, facts())).toBe("met");
    expect(judgeRequirement({ kind: "seniorYears", years: 16 }, facts())).toBe("notMet");
    expect(judgeRequirement({ kind: "fieldMissions", missions: 2 }, facts())).toBe("met");
    expect(judgeRequirement({ kind: "fieldMissions", missions: 3 }, facts())).toBe("notMet");
    expect(judgeRequirement(french(2), facts())).toBe("met");
    expect(judgeRequirement(french(3), facts())).toBe("notMet");
  });

  it("takes fewer days' notice as better, not worse", () => {
    expect(judgeRequirement({ kind: "deployable", days: 90 }, facts())).toBe("met");
    expect(judgeRequirement({ kind: "deployable", days: 89 }, facts())).toBe("notMet");
    expect(judgeRequirement({ kind: "deployable", days: 30 }, facts({ deployableDays: 0 }))).toBe("met");
  });

  it("knows a language that a completed file does not name as not known", () => {
    expect(judgeRequirement(french(1), facts({ languages: [] }))).toBe("notMet");
  });

  it("cannot be told where the candidate has not said, and never held against them", () => {
    const asked = requirementsFrom({
      ...USUAL_REQUIREMENTS,
      languages: [{ code: "fr", nameEn: "French", nameFr: "français" }],
      hostStates: [],
    });
    const verdicts = asked
      .filter(({ kind }) => kind !== "attestation")
      .map((one) => judgeRequirement(one, silent));
    expect(new Set(verdicts)).toEqual(new Set(["cannotTell"]));
  });

  it("looks at every nationality for that of the host, and at the attestation itself", () => {
    const host: Requirement = { kind: "notHostNational", states: ["CF", "TD"] };
    expect(judgeRequirement(host, facts())).toBe("met");
    expect(judgeRequirement(host, facts({ nationalities: ["GH", "TD"] }))).toBe("notMet");
    expect(judgeRequirement({ kind: "attestation" }, facts({ attested: false }))).toBe("notMet");
  });
});

describe("the requirements of a vacancy", () => {
  const chosen = fc.record({
    seniorYears: fc.integer({ min: 0, max: 50 }),
    fieldMissions: fc.integer({ min: 0, max: 20 }),
    deployableDays: fc.integer({ min: 0, max: 365 }),
    languages: fc.uniqueArray(
      fc.constantFrom("ar", "en", "es", "fr", "ru", "zh").map((code) => ({
        code,
        nameEn: code,
        nameFr: code,
      })),
      { selector: ({ code }) => code },
    ),
    hostStates: fc.array(fc.constantFrom("CF", "TD", "SS"), { maxLength: 2 }),
  });

  it("are read back from storage as they were chosen, no two under one name, attestation always among them", () => {
    fc.assert(
      fc.property(chosen, (choice) => {
        const asked = requirementsFrom(choice);
        expect(requirementsOf(JSON.parse(JSON.stringify(asked)))).toEqual(asked);
        expect(new Set(asked.map(requirementKey)).size).toBe(asked.length);
        expect(asked.at(-1)).toEqual({ kind: "attestation" });
      }),
    );
  });

  it("ask for a level and a rank where they were chosen", () => {
    const chosenGrades = {
      ...USUAL_REQUIREMENTS,
      languages: [],
      hostStates: [],
      level: "D-2",
      rank: "colonel",
    } as const;
    expect(requirementsFrom(chosenGrades)).toEqual(
      expect.arrayContaining([
        { kind: "level", atLeast: "D-2" },
        { kind: "rank", atLeast: "colonel" },
      ]),
    );
  });

  it("ask for nothing that was set to zero or left empty", () => {
    const nothing = { seniorYears: 0, fieldMissions: 0, deployableDays: 0, languages: [], hostStates: [] };
    expect(requirementsFrom(nothing)).toEqual([{ kind: "attestation" }]);
  });

  it("are a fault where the column holds anything else", () => {
    expect(() => requirementsOf([{ kind: "charisma" }])).toThrow();
    expect(() => requirementsOf([{ kind: "seniorYears", years: 0 }])).toThrow();
    expect(() => requirementsOf({})).toThrow();
  });
});
