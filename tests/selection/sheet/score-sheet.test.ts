import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftSheetSchema, sheetFits, submittedSheetSchema } from "#app/selection/sheet/score-sheet.ts";
import { sheetKey } from "#app/selection/sheet/score-sheet-keys.ts";
import { newerIn, readAutosaveAnswer, rowsIn } from "#app/selection/sheet/score-sheet-page.ts";
import { keptEntry, markOf, sheetProgress } from "#app/selection/sheet/sheet-entry.ts";

const id = (n: number) => `0199d2c4-0000-7000-8000-00000000000${n}`;
const evidence = "Led the talks of 2019 to a text that both sides signed.";
const sheet = (...entries: object[]) => ({
  version: "3",
  entries: entries.map((entry, n) => ({ criterionId: id(n), ...entry })),
});
const problems = (value: unknown) =>
  submittedSheetSchema.safeParse(value).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("a score sheet as posted", () => {
  it("is a draft with anything missing", () => {
    const draft = draftSheetSchema.parse(sheet({}, { mark: "notObserved" }, { mark: "2", evidence: "thin" }));
    expect(draft.entries.map(({ level, notObserved }) => [level, notObserved])).toEqual([
      [null, false],
      [null, true],
      [2, false],
    ]);
    expect(draftSheetSchema.parse({ version: "0" }).entries).toEqual([]);
  });

  it("is submitted with a mark on every criterion and evidence for every level", () => {
    expect(
      submittedSheetSchema.safeParse(sheet({ mark: "4", evidence }, { mark: "notObserved" })).success,
    ).toBe(true);
    expect(problems(sheet({ mark: "", evidence }, { mark: "1", evidence: " ".repeat(40) }))).toEqual([
      ["entries.0.mark", "markMissing"],
      ["entries.1.evidence", "evidenceShort"],
    ]);
  });

  it("does not take one criterion twice, nor a mark that is none", () => {
    const twice = { version: "0", entries: [0, 0].map((n) => ({ criterionId: id(n), mark: "1", evidence })) };
    expect(draftSheetSchema.safeParse(twice).success).toBe(false);
    for (const mark of ["0", "11", "-1", "1.5", "best"])
      expect(draftSheetSchema.safeParse(sheet({ mark })).success).toBe(false);
  });

  it("keeps how sure the assessor is, asks it of nobody, and takes no other word for it", () => {
    const sure = (confidence?: string) =>
      submittedSheetSchema.safeParse(sheet({ mark: "3", evidence, confidence })).data?.entries[0]?.confidence;
    expect(["low", "medium", "high", "", undefined].map(sure)).toEqual(["low", "medium", "high", null, null]);
    expect(draftSheetSchema.safeParse(sheet({ confidence: "0.8" })).success).toBe(false);
  });

  it("gives back each mark as it was chosen", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "notObserved", "1", "2", "3", "4"), (mark) => {
        expect(markOf(draftSheetSchema.parse(sheet({ mark })).entries[0])).toBe(mark);
      }),
    );
    expect(markOf(undefined)).toBe("");
  });
});

describe("sheetFits", () => {
  const rubric = { levels: 4, criterionIds: [id(0), id(1)] };
  const entry = (criterionId: string, level: number | null) => ({
    criterionId,
    level,
    notObserved: false,
    evidence: "",
  });

  it("refuses criteria of another rubric and levels off the scale", () => {
    expect(sheetFits([entry(id(0), 4)], rubric, false)).toBe(true);
    expect(sheetFits([entry(id(0), 5)], rubric, false)).toBe(false);
    expect(sheetFits([entry(id(2), 1)], rubric, false)).toBe(false);
  });

  it("asks of a complete sheet every criterion", () => {
    expect(sheetFits([entry(id(0), 4)], rubric, true)).toBe(false);
    expect(sheetFits([entry(id(0), 4), entry(id(1), null)], rubric, true)).toBe(true);
  });
});

describe("sheetProgress", () => {
  const criteria = [
    { id: id(0), weight: 800_000 },
    { id: id(1), weight: 200_000 },
  ];
  const observed = (...levels: (number | null)[]) =>
    sheetProgress(
      levels.map((level, n) => ({ criterionId: id(n), level, notObserved: level === null, evidence: "" })),
      criteria,
      4,
    );

  it("counts a sheet from exactly 80 % of the weight on", () => {
    expect(observed(3, null)).toMatchObject({ answered: 2, observedShare: 0.8, counts: true });
    expect(observed(null, 3)).toMatchObject({ observedShare: 0.2, counts: false });
  });
});

describe("sheetKey", () => {
  const size = { criteria: 3, levels: 4 };

  it("scores by digit, within the scale, with 0 for not observed", () => {
    expect(sheetKey("4", 0, size)).toEqual({ kind: "mark", mark: "4" });
    expect(sheetKey("0", 0, size)).toEqual({ kind: "mark", mark: "notObserved" });
    expect(sheetKey("c", 0, size)).toEqual({ kind: "confidence" });
    expect(sheetKey("5", 0, size)).toBeNull();
    expect(sheetKey("a", 0, size)).toBeNull();
  });

  it("moves between criteria and stops at both ends", () => {
    expect(sheetKey("ArrowDown", 0, size)).toEqual({ kind: "move", to: 1 });
    expect(sheetKey("ArrowDown", 2, size)).toEqual({ kind: "move", to: 2 });
    expect(sheetKey("ArrowUp", 0, size)).toEqual({ kind: "move", to: 0 });
  });
});

describe("what a browser reads of the sheet", () => {
  it("a row of the form is kept as the server keeps it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "notObserved", "1", "4", "10"),
        fc.string({ maxLength: 40 }),
        (mark, evidence) => {
          const row = { criterionId: id(1), mark, evidence };
          const { entries } = draftSheetSchema.parse({ version: 0, entries: [row] });
          expect([keptEntry(row)]).toEqual(entries);
        },
      ),
    );
  });

  it("the rows of a refused form come back as typed; anything else is none", () => {
    expect(
      rowsIn({
        version: "1",
        entries: [{ criterionId: "a", mark: "2", evidence: "x" }, { criterionId: "b" }],
      }),
    ).toEqual([
      { criterionId: "a", mark: "2", evidence: "x", confidence: "" },
      { criterionId: "b", mark: "", evidence: "", confidence: "" },
    ]);
    expect(rowsIn(undefined)).toBeNull();
    expect(rowsIn({ entries: "none" })).toBeNull();
  });
});

describe("the answers to a sheet saved while it is written", () => {
  const newer = {
    version: 3,
    entries: [{ criterionId: "a", level: null, notObserved: true, evidence: "Not asked." }],
  };

  it.each([
    { kind: "saved", version: 2, savedAt: "2026-03-01T09:00:00.000Z" },
    { kind: "changed", newer },
    { kind: "refused", words: "It is not open." },
  ])("are read where they say $kind", (answer) => {
    expect(readAutosaveAnswer({ ...answer })).toEqual(answer);
  });

  it.each([
    null,
    [],
    "saved",
    { kind: "saved", version: 2 },
    { kind: "saved", version: 2.5, savedAt: "" },
    { kind: "changed", newer: { version: 3, entries: [{ criterionId: "a" }] } },
    { kind: "refused" },
    { kind: "lost", words: "x" },
  ])("are refused where they are none: %j", (answer) => {
    expect(() => readAutosaveAnswer(answer)).toThrow(TypeError);
  });

  it("give the sheet of another tab out of a form's refusal, and nothing out of any other", () => {
    expect(newerIn({ refusal: { code: "changedMeanwhile", newer } })).toEqual(newer);
    expect(newerIn({ refusal: { code: "wrongState" } })).toBeNull();
    expect(newerIn(undefined)).toBeNull();
  });
});
