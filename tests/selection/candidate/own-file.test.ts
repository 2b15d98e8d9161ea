import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attestationSchema, attestedOnFile, unableIn } from "#app/selection/candidate/attestation.ts";
import {
  type CandidateFileContent,
  correctionsIn,
  differencesOf,
} from "#app/selection/candidate/candidate-file.ts";
import { type CaseDates, caseClock } from "#app/selection/candidate/case-clock.ts";
import { caseHistory } from "#app/selection/candidate/case-history.ts";
import { blindName } from "#app/selection/document/document.ts";
import { CANDIDACY_STATES, takeApart, VACANCY_STATES } from "#app/selection/lifecycle.ts";
import { NOMINATION_STATUSES } from "#app/selection/nomination/nomination-status.ts";
import { consentSchema } from "#app/selection/nomination/profile.ts";

const file: CandidateFileContent = {
  ...{ givenName: "Ama", familyName: "Mensah", gender: "woman", nationalities: ["GH", "CH"] },
  ...{ birthDate: null, currentPost: "Envoy", seniorYears: 20, fieldMissions: 3, deployableDays: 45 },
  visionStatement: null,
  languages: [
    { code: "en", level: 3 },
    { code: "fr", level: 2 },
  ],
  career: [],
  ...{ service: "civilian", rank: "Ambassador", missions: [], education: [], courses: [] },
};

describe("two versions of a file", () => {
  it("differ where they say otherwise, not where a list is in another order", () => {
    const turned = { ...file, nationalities: ["CH", "GH"], languages: file.languages.toReversed() };
    expect(differencesOf(file, turned)).toEqual([]);
    const after = { ...file, familyName: "Owusu", birthDate: "1970-05-06", nationalities: ["GH"] };
    expect(differencesOf(file, after).map(({ field }) => field)).toEqual([
      ...["familyName", "nationalities", "birthDate"],
    ]);
    const corrected = correctionsIn(differencesOf(file, after)).map(({ field }) => field);
    expect(corrected).toEqual(["familyName", "nationalities"]);
  });
});

describe("an attestation", () => {
  const full = {
    ...{ noConviction: "attest", nothingPending: "attest", noViolation: "attest", noRepatriation: "attest" },
    ...{ update: "on", checks: "on", truth: "on", signedName: "Ama Mensah" },
  };
  const problems = (changes: Record<string, string | undefined>) =>
    attestationSchema.safeParse({ ...full, ...changes }).error?.issues.map(({ path }) => path.join(".")) ??
    [];

  it("answers each element, undertakes all, is signed, and explains what it cannot attest", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ noViolation: undefined })).toEqual(["noViolation"]);
    expect(problems({ checks: undefined })).toEqual(["checks"]);
    expect(problems({ signedName: "" })).toEqual(["signedName"]);
    expect(problems({ noViolation: "unable" })).toEqual(["explanation"]);
    const explained = attestationSchema.parse({
      ...full,
      noViolation: "unable",
      explanation: "An inquiry of 2011 named my unit.",
    });
    expect(unableIn(explained)).toEqual(["noViolation"]);
  });

  it("is met, to be read by a person, or missing", () => {
    expect(attestedOnFile(new Date(), [])).toBe(true);
    expect(attestedOnFile(new Date(), ["noViolation"])).toBeNull();
    expect(attestedOnFile(null, [])).toBe(false);
  });
});

describe("a date of birth", () => {
  it("may be left out, and may not be a slip of the hand", () => {
    const { birthDate } = consentSchema("2026-11-25").shape;
    expect(birthDate.parse("")).toBeUndefined();
    expect(birthDate.parse("1970-05-06")).toBe("1970-05-06");
    for (const day of ["2024-01-01", "1870-01-01", "1970-02-30", "soon"])
      expect(birthDate.safeParse(day).success).toBe(false);
  });
});

const dates: CaseDates = {
  nominatedAt: "2026-11-01T10:00:00.000Z",
  consentedAt: "2026-11-05T10:00:00.000Z",
  screenedAt: null,
  decidedAt: null,
  withdrawnAt: null,
  reopenedAt: null,
  answerBy: "2026-12-14T22:00:00.000Z",
  closesAt: "2026-11-30T22:00:00.000Z",
  decisionDueOn: "2027-02-01",
};

describe("the clock of a case", () => {
  const at = (status: (typeof NOMINATION_STATUSES)[number], now: string, changes: Partial<CaseDates> = {}) =>
    caseClock(status, { ...dates, ...changes }, new Date(now));

  it("counts whole days since the case came to where it stands, and says what is due", () => {
    expect(at("awaitingConsent", "2026-11-03T09:59:00Z")).toEqual({
      since: dates.nominatedAt,
      days: 1,
      next: { step: "consent", dueAt: dates.answerBy },
    });
    expect(at("awaitingScreening", "2026-11-10T10:00:00Z").next).toEqual({
      step: "closing",
      dueAt: dates.closesAt,
    });
    expect(at("awaitingScreening", "2026-12-10T10:00:00Z").next).toEqual({
      step: "screening",
      dueAt: "2026-12-28",
    });
    expect(at("inAssessment", "2026-12-10T10:00:00Z", { screenedAt: "2026-12-05T00:00:00Z" })).toEqual({
      since: "2026-12-05T00:00:00Z",
      days: 5,
      next: { step: "decision", dueAt: "2027-02-01" },
    });
  });

  it("never runs backwards; a case that has ended, or is for the cadre, waits for no day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NOMINATION_STATUSES),
        fc.date({ noInvalidDate: true }),
        (status, now) => {
          const { days, next } = caseClock(status, dates, now);
          const still = [
            "screenedOut",
            "withdrawn",
            "declined",
            "suitable",
            "notSelected",
            "joined",
            "forCadre",
            "inCadre",
            "notTaken",
            "declinedCadre",
          ];
          return days >= 0 && (next === null) === still.includes(status);
        },
      ),
    );
  });
});

describe("the history of a case", () => {
  it("tells what followed consent, the latest first, and not twice what was part of it", () => {
    const consented = "2026-11-05T10:00:00.000Z";
    const told = caseHistory({
      stages: [
        { stage: "nominated", reachedAt: "2026-11-01T10:00:00.000Z" },
        { stage: "consented", reachedAt: consented },
      ],
      corrections: [{ at: "2026-11-06T10:00:00.000Z", fields: ["currentPost"] }],
      documents: [
        { name: "a.pdf", createdAt: "2026-11-07T10:00:00.000Z", removedAt: "2026-11-08T10:00:00.000Z" },
      ],
      consentChanges: [
        { purpose: "cadre", given: true, changedAt: consented },
        { purpose: "cadre", given: false, changedAt: "2026-11-09T10:00:00.000Z" },
        { purpose: "vacancy", given: false, changedAt: "2026-11-10T10:00:00.000Z" },
      ],
      attestedAt: [consented],
      screenedOutAt: null,
      withdrawnAt: "2026-11-10T10:00:00.000Z",
      declined: null,
    });
    expect(told.map(({ kind }) => kind)).toEqual([
      ...["withdrawn", "consent", "documentRemoved", "documentAdded", "corrected", "stage", "stage"],
    ]);
  });
});

describe("a blind name", () => {
  it("says what a document is and which, whatever its kind is called", () => {
    expect(blindName("cv", 1, "pdf")).toBe("cv-1.pdf");
    expect(blindName("../Ama", 2, "docx")).toBe("other-2.docx");
  });
});

describe("a merged case", () => {
  it("comes back to the state it rested in, but not alive among those a panel judges", () => {
    for (const vacancy of VACANCY_STATES)
      for (const from of CANDIDACY_STATES) {
        const back = takeApart("merged", from, vacancy);
        const early = vacancy === "open" || vacancy === "screening";
        const live = ["nominated", "consented", "screenedIn", "recommended", "suitable"].includes(from);
        expect(back.ok).toBe(early || !live);
        if (back.ok) expect(back.value).toBe(from);
      }
    expect(takeApart("consented", "consented", "open").ok).toBe(false);
    expect(takeApart("merged", null, "open").ok).toBe(false);
  });
});
