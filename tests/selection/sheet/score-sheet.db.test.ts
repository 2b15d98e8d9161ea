import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readComparison } from "#app/selection/ranking/comparison.queries.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { readFinding } from "#app/selection/report/finding.queries.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { saveDraftSheet } from "#app/selection/sheet/save-draft-sheet.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { must } from "#tests/support/must.ts";
import { anInvitedPanel, anOpenPanel, aSheet, declare, scoreAll } from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;

async function aPanelToScore() {
  const story = await anOpenPanel();
  const member = story.members[1] ?? story.chair;
  const candidacyId = story.candidacyIds[0] ?? "";
  return { story, member, at: { panelId: story.panelId, candidacyId } };
}

describe("saveDraftSheet", () => {
  it("keeps what is filled in so far, and lets it be completed", async () => {
    const { story, member, at } = await aPanelToScore();
    const [first = ""] = story.criterionIds;
    const entry = {
      criterionId: first,
      level: 3,
      notObserved: false,
      evidence: "thin",
      confidence: "low" as const,
    };
    const saved = must(await saveDraftSheet(member, { ...at, sheet: { version: 0, entries: [entry] } }));
    expect(saved.version).toBe(1);
    const page = await readSheet(member, at.panelId, at.candidacyId);
    expect(page).toMatchObject({ version: 1, entries: [entry], submittedAt: null });
    const blank = { ...entry, level: null, notObserved: true, evidence: "", confidence: null };
    must(await saveDraftSheet(member, { ...at, sheet: { version: 1, entries: [blank] } }));
    expect((await readSheet(member, at.panelId, at.candidacyId))?.entries).toEqual([blank]);
  });

  it("records that a sheet was saved, with commitments in place of marks and words", async () => {
    const { story, member, at } = await aPanelToScore();
    must(await saveDraftSheet(member, { ...at, sheet: aSheet(story, [4]) }));
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "sheet.saved", actorId: member.userId },
    });
    expect(event.canonical).not.toContain("talks of 2019");
    expect(JSON.parse(event.canonical)).toMatchObject({
      facts: { ...at, version: 1 },
      committed: { entries: expect.any(String) },
    });
  });

  it("refuses the older of two tabs, gives it the newer text, and loses neither", async () => {
    const { story, member, at } = await aPanelToScore();
    must(await saveDraftSheet(member, { ...at, sheet: aSheet(story, [1]) }));
    const tabs = await Promise.all(
      [[2], [3]].map((levels) => saveDraftSheet(member, { ...at, sheet: aSheet(story, levels, 1) })),
    );
    expect(tabs.map(code).toSorted()).toEqual(["ok", "sheetChangedMeanwhile"]);
    const [lost] = tabs.filter((tab) => !tab.ok);
    const kept = await readSheet(member, at.panelId, at.candidacyId);
    expect(kept?.version).toBe(2);
    expect(lost).toMatchObject({
      refusal: { newer: { version: 2, entries: expect.arrayContaining([...(kept?.entries ?? [])]) } },
    });
  });

  it("lets one of two first saves at once begin the sheet", async () => {
    const { story, member, at } = await aPanelToScore();
    const tabs = await Promise.all(
      [1, 2].map((level) => saveDraftSheet(member, { ...at, sheet: aSheet(story, [level]) })),
    );
    expect(tabs.map(code).toSorted()).toEqual(["ok", "sheetChangedMeanwhile"]);
    const again = { ...at, sheet: aSheet(story, [1], 7) };
    expect(code(await saveDraftSheet(story.chair, again))).toBe("sheetChangedMeanwhile");
  });

  it("is refused to whom the files are closed: undeclared, recused, stranger, other roles", async () => {
    const story = await anInvitedPanel();
    const [chair, second] = story.members;
    if (!chair || !second) throw new Error("two members");
    const [first = ""] = story.candidacyIds;
    const save = (actor: typeof chair, candidacyId = first) =>
      saveDraftSheet(actor, { panelId: story.panelId, candidacyId, sheet: aSheet(story, [2]) }).then(code);
    expect(await save(chair)).toBe("notFound");
    await declare(story, chair, [first]);
    await declare(story, second);
    expect(await save(chair)).toBe("notFound");
    expect(await save(chair, story.candidacyIds[1])).toBe("ok");
    expect(await save({ ...chair, role: "secretariat" }, story.candidacyIds[1])).toBe("notFound");
    expect(await save(await anAccount("panelMember", "Stranger"))).toBe("notFound");
    const other = await anOpenPanel();
    expect(await save(second, other.candidacyIds[0])).toBe("notFound");
  });

  it("refuses marks off the rubric's scale and criteria of another rubric", async () => {
    const { story, member, at } = await aPanelToScore();
    expect(code(await saveDraftSheet(member, { ...at, sheet: aSheet(story, [5]) }))).toBe("sheetNotOfRubric");
    const other = await anOpenPanel();
    expect(code(await saveDraftSheet(member, { ...at, sheet: aSheet(other, [2]) }))).toBe("sheetNotOfRubric");
  });

  it("takes a statement to keep its version among the few it takes, however many criteria there are", async () => {
    const { story, member, at } = await aPanelToScore();
    const { queries } = await countQueries(() =>
      saveDraftSheet(member, { ...at, sheet: aSheet(story, [2]) }),
    );
    expect(queries).toBeLessThanOrEqual(7);
  });
});

describe("submitScoreSheet", () => {
  it("is for good, and gives a receipt", async () => {
    const { story, member, at } = await aPanelToScore();
    must(await saveDraftSheet(member, { ...at, sheet: aSheet(story, [1]) }));
    const { eventId } = must(await submitScoreSheet(member, { ...at, sheet: aSheet(story, [4, 2], 1) }));
    const page = await readSheet(member, at.panelId, at.candidacyId);
    expect(page).toMatchObject({ submittedAt: expect.any(String), receipt: { id: eventId }, owed: 2 });
    expect(code(await saveDraftSheet(member, { ...at, sheet: aSheet(story, [1], 2) }))).toBe(
      "sheetSubmitted",
    );
    expect(
      (await readSheet(member, at.panelId, at.candidacyId))?.entries.map(({ level }) => level).toSorted(),
    ).toEqual([2, 2, 4, 4]);
  });

  it("answers a submit sent again, at once or later, with the same receipt and writes nothing", async () => {
    const { story, member, at } = await aPanelToScore();
    const submit = (levels = [3], version = 0) =>
      submitScoreSheet(member, { ...at, sheet: aSheet(story, levels, version) });
    const clicks = await Promise.all([1, 2, 3, 4].map(() => submit()));
    const receipts = new Set(clicks.map((click) => must(click).eventId));
    expect(receipts.size).toBe(1);
    const before = await readSheet(member, at.panelId, at.candidacyId);
    expect(before?.receipt).toMatchObject({
      id: [...receipts][0],
      leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(must(await submit([3], 1)).eventId).toBe([...receipts][0]);
    expect(code(await submit([2]))).toBe("sheetSubmitted");
    expect(await readSheet(member, at.panelId, at.candidacyId)).toEqual(before);
    expect(
      await database().recordEvent.count({ where: { actorId: member.userId, subjectType: "sheet" } }),
    ).toBe(1);
    expect(
      await database().scoreSheetVersion.count({
        where: { sheet: { member: { userId: member.userId ?? "" } } },
      }),
    ).toBe(1);
  });

  it("asks for every criterion", async () => {
    const { story, member, at } = await aPanelToScore();
    const sheet = aSheet(story, [3]);
    const short = { ...sheet, entries: sheet.entries.slice(1) };
    expect(code(await submitScoreSheet(member, { ...at, sheet: short }))).toBe("sheetNotOfRubric");
  });

  it("shows a sheet to nobody but its author before the reveal", async () => {
    const { story, member, at } = await aPanelToScore();
    must(await submitScoreSheet(member, { ...at, sheet: aSheet(story, [4]) }));
    expect((await readSheet(story.chair, at.panelId, at.candidacyId))?.entries).toEqual([]);
    const officer = story.officer;
    for (const actor of [officer, story.chair, await anAccount("auditor", "Auditor")]) {
      expect(await readRanking(actor, at.panelId)).toBeNull();
      expect(await readFinding(actor, at.panelId, at.candidacyId)).toBeNull();
    }
    expect(await readSheet(officer, at.panelId, at.candidacyId)).toBeNull();
  });
});

describe("how sure an assessor is", () => {
  it("stands in the comparison after the reveal and changes no figure", async () => {
    const { story, member, at } = await aPanelToScore();
    const whole = aSheet(story, [4]);
    const sheet = { ...whole, entries: whole.entries.map((one) => ({ ...one, confidence: "low" as const })) };
    must(await submitScoreSheet(member, { ...at, sheet }));
    expect(await readComparison(story.officer, at.panelId, at.candidacyId)).toBeNull();
    await scoreAll(story);
    must(await revealSheets(story.chair, story));
    const compared = await readComparison(story.officer, at.panelId, at.candidacyId);
    expect(
      compared?.sheets
        .map(({ entries }) => [...new Set(entries.map(({ confidence }) => confidence))])
        .toSorted(),
    ).toEqual([[null], [null], ["low"]].toSorted());
    const figures = await readRanking(story.officer, at.panelId);
    await database().scoreEntry.updateMany({
      where: { sheet: { candidacyId: { in: [...story.candidacyIds] } } },
      data: { confidence: "high" },
    });
    expect(await readRanking(story.officer, at.panelId)).toEqual(figures);
  });
});
