import { describe, expect, it } from "vitest";
import {
  answersSchema,
  askRefusal,
  askSchema,
  carriedOver,
  changesBetween,
  EXPLANATION_LENGTH,
  endOfDay,
  FILE_FIELDS,
  type FileField,
  suggestedFields,
  usualAnswerDay,
} from "#app/selection/screening/file-request.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";

const asked = (fields: readonly FileField[]) => ({ fields, explain: null, documentKind: null });
const now = new Date("2026-11-25T12:00:00Z");
const years: Requirement = { kind: "seniorYears", years: 15 };
const deployable: Requirement = { kind: "deployable", days: 30 };

describe("what a candidate is asked", () => {
  it("names fields, says something, and a day", () => {
    const asked = {
      fields: ["career"],
      question: "Which posts were at director level?",
      dueOn: "2026-12-05",
    };
    expect(askSchema.safeParse(asked).success).toBe(true);
    for (const wrong of [
      { fields: [] },
      { question: "" },
      { explain: "Why?" },
      { documentKind: "film" },
      { fields: ["gender"] },
      { question: "Why?" },
      { dueOn: "soon" },
    ])
      expect(askSchema.safeParse({ ...asked, ...wrong }).success).toBe(false);
  });

  it("may be an explanation in words or a document alone; words of one's own are wanted where nothing is to be explained", () => {
    const dueOn = "2026-12-05";
    const explain = "How many people reported to you in Juba?";
    expect(askSchema.parse({ fields: [], explain, explainFor: "", documentKind: "", dueOn })).toEqual({
      ...{ fields: [], question: "", explain, explainFor: null, documentKind: null, dueOn },
    });
    const document = { fields: [], documentKind: "cv", dueOn };
    expect(askSchema.safeParse(document).success).toBe(false);
    expect(askSchema.safeParse({ ...document, question: "A newer one, with dates, please." }).success).toBe(
      true,
    );
    const long = "x".repeat(EXPLANATION_LENGTH + 1);
    expect(askSchema.safeParse({ fields: [], explain: long, dueOn }).success).toBe(false);
  });

  it("gives between three and thirty days, of which the last counts whole", () => {
    const ask = (dueOn: string) =>
      askRefusal({ state: "consented", vacancyState: "screening", waiting: false, dueOn, now })?.code ?? null;
    expect([ask("2026-11-27"), ask("2026-11-28"), ask("2026-12-25"), ask("2026-12-26")]).toEqual([
      ...["answerPeriod", null, null, "answerPeriod"],
    ]);
    expect(ask(usualAnswerDay(now))).toBeNull();
    expect(endOfDay("2026-12-05").toISOString()).toBe("2026-12-06T00:00:00.000Z");
  });

  it("starts from what the file cannot show", () => {
    const checks = [
      { requirement: years, suggestion: "cannotTell" as const },
      { requirement: deployable, suggestion: "met" as const },
    ];
    expect(suggestedFields(checks)).toEqual(["seniorYears", "career"]);
  });
});

describe("the answer", () => {
  it("is taken for the fields asked for alone, each checked as when the file was completed", () => {
    const schema = answersSchema(asked(["seniorYears", "deployableDays"]), "2026-11-25");
    expect(
      schema.parse({
        ...{ seniorYears: "18", deployableDays: "30", fieldMissions: "9", gender: "man" },
        ...{ explanation: "Unasked", document: new File(["x"], "cv.pdf") },
      }),
    ).toEqual({
      ...{ seniorYears: 18, deployableDays: 30 },
    });
    expect(schema.safeParse({ seniorYears: "18" }).success).toBe(false);
    expect(schema.safeParse({ seniorYears: "99", deployableDays: "30" }).success).toBe(false);
    for (const field of FILE_FIELDS)
      expect(answersSchema(asked([field]), "2026-11-25").safeParse({}).success).toBe(false);
  });

  it("brings the words and the file that were asked for", () => {
    const schema = answersSchema({ fields: [], explain: "Why?", documentKind: "cv" }, "2026-11-25");
    const document = new File(["x"], "cv.pdf");
    expect(schema.parse({ explanation: " Since 2012. ", document })).toEqual({
      ...{ explanation: "Since 2012.", document },
    });
    const long = "x".repeat(EXPLANATION_LENGTH + 1);
    for (const wrong of [{ explanation: " " }, { explanation: long }, { document: new File([], "cv.pdf") }])
      expect(schema.safeParse({ explanation: "Since 2012.", document, ...wrong }).success).toBe(false);
  });

  it("keeps both versions of what changed, and nothing of what did not", () => {
    const before = { seniorYears: 12, deployableDays: 30 };
    expect(changesBetween(before, { seniorYears: 15, deployableDays: 30 })).toEqual({
      seniorYears: { before: 12, after: 15 },
    });
  });

  it("is no change where a post is only read in another order, or says nothing more", () => {
    const read = {
      title: "Head",
      employer: "UN",
      supervisor: "",
      startYear: 2010,
      endYear: null,
      peopleLed: 4,
      budgetThousands: null,
    };
    const typed = { title: "Head", employer: "UN", startYear: 2010, endYear: null, peopleLed: 4 };
    expect(changesBetween({ career: [read] }, { career: [typed] })).toEqual({});
    expect(Object.keys(changesBetween({ career: [read] }, { career: [{ ...typed, peopleLed: 5 }] }))).toEqual(
      ["career"],
    );
  });

  it("leaves a screener's findings standing that it does not bear upon", () => {
    const finding = (requirement: string) => ({ requirement, verdict: "met" as const, evidence: "" });
    const sheets = [
      { own: false, superseded: true, findings: [finding("deployable")] },
      { own: true, superseded: true, findings: [finding("seniorYears"), finding("deployable")] },
    ];
    const checks = [
      { key: "seniorYears", requirement: years },
      { key: "deployable", requirement: deployable },
    ];
    const requests = [{ answeredAt: "2026-11-20T00:00:00Z", fields: ["career" as const], explainFor: null }];
    expect(carriedOver({ sheets, requests }, checks)).toEqual([finding("deployable")]);
    expect(carriedOver({ sheets: sheets.slice(0, 1), requests }, checks)).toEqual([]);
    const explained = requests.map((one) => ({ ...one, fields: [], explainFor: "deployable" }));
    expect(carriedOver({ sheets, requests: explained }, checks)).toEqual([finding("seniorYears")]);
  });
});
