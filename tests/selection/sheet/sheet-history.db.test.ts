import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readComparison } from "#app/selection/ranking/comparison.queries.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { saveDraftSheet } from "#app/selection/sheet/save-draft-sheet.server.ts";
import { readSheetHistory } from "#app/selection/sheet/sheet-history.queries.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { must } from "#tests/support/must.ts";
import {
  aComparedPanel,
  anOpenPanel,
  aSheet,
  declare,
  type PanelStory,
  scoreAll,
} from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const FIRST: Parameters<typeof readSheetHistory>[3] = { sheet: null, page: 1 };

async function aPanelToScore() {
  const story = await anOpenPanel();
  const member = story.members[1] ?? story.chair;
  return { story, member, at: { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" } };
}

const historyOf = (actor: PanelStory["chair"], at: { panelId: string; candidacyId: string }, asked = FIRST) =>
  readSheetHistory(actor, at.panelId, at.candidacyId, asked);

describe("the versions of a sheet", () => {
  it("are each kept as they stood, with how they came to be and what they changed", async () => {
    const { story, member, at } = await aPanelToScore();
    const [first = "", second = ""] = story.criterionIds;
    const entry = {
      criterionId: first,
      level: 3,
      notObserved: false,
      evidence: "thin",
      confidence: "high" as const,
    };
    const other = { ...entry, criterionId: second, level: null, notObserved: true };
    const autosave = (version: number, entries: readonly (typeof entry | typeof other)[]) =>
      saveDraftSheet(member, { ...at, sheet: { version, entries: [...entries] }, how: "autosaved" });
    must(await autosave(0, [entry]));
    must(await autosave(1, [other]));
    must(await saveDraftSheet(member, { ...at, sheet: { version: 2, entries: [{ ...entry, level: 2 }] } }));
    must(await submitScoreSheet(member, { ...at, sheet: aSheet(story, [4], 3) }));
    const history = await historyOf(member, at);
    expect(history?.versions.map(({ version, how }) => [version, how])).toEqual([
      [4, "submitted"],
      [3, "saved"],
      [2, "autosaved"],
      [1, "autosaved"],
    ]);
    expect(history?.versions[0]?.changes).toHaveLength(story.criterionIds.length);
    expect(history?.versions.slice(1).map(({ changes }) => changes)).toEqual([
      [{ criterionId: first, before: entry, after: { ...entry, level: 2 } }],
      [{ criterionId: second, before: null, after: other }],
      [{ criterionId: first, before: null, after: entry }],
    ]);
  });

  it("are not made by a save that changes nothing, but by a submit always", async () => {
    const { story, member, at } = await aPanelToScore();
    for (const version of [0, 1, 2])
      must(await saveDraftSheet(member, { ...at, sheet: aSheet(story, [2], version) }));
    must(await submitScoreSheet(member, { ...at, sheet: aSheet(story, [2], 3) }));
    const history = await historyOf(member, at);
    expect(history?.versions.map(({ version, changes }) => [version, changes.length])).toEqual([
      [4, 0],
      [1, story.criterionIds.length],
    ]);
  });

  it("stay whole where two tabs save at once: one version for each save that was taken", async () => {
    const { story, member, at } = await aPanelToScore();
    const tabs = await Promise.all(
      [1, 2, 3].map((level) => saveDraftSheet(member, { ...at, sheet: aSheet(story, [level]) })),
    );
    expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await historyOf(member, at))?.total).toBe(1);
  });

  it("take an autosave one statement more, seven in all with its event", async () => {
    const { story, member, at } = await aPanelToScore();
    const { queries } = await countQueries(() =>
      saveDraftSheet(member, { ...at, sheet: aSheet(story, [2]), how: "autosaved" }),
    );
    expect(queries).toBeLessThanOrEqual(7);
  });

  it("are read in pages, each in at most twenty-one statements", async () => {
    const { story, member, at } = await aPanelToScore();
    for (let version = 0; version < 12; version += 1)
      must(await saveDraftSheet(member, { ...at, sheet: aSheet(story, [1 + (version % 2)], version) }));
    const { value, queries } = await countQueries(() => historyOf(member, at));
    expect(value).toMatchObject({ total: 12, versions: { length: 10 } });
    expect(queries).toBeLessThanOrEqual(21);
    const last = await historyOf(member, at, { sheet: null, page: 2 });
    expect(last?.versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("are their author's alone before the reveal, and the overseers' too after it", async () => {
    const { story, member, at } = await aPanelToScore();
    const auditor = await anAccount("auditor", "Auditor");
    await scoreAll(story);
    for (const actor of [story.officer, auditor, await anAccount("panelMember", "Stranger")])
      expect(await historyOf(actor, at)).toBeNull();
    const mine = await historyOf(member, at);
    expect(mine).toMatchObject({ own: true, sheets: [{ stage: "desk" }], total: 1 });
    const id = mine?.sheetId ?? "";
    expect(await historyOf(story.chair, at, { sheet: id, page: 1 })).toBeNull();
    must(await revealSheets(story.chair, story));
    for (const actor of [story.officer, auditor]) {
      expect(await historyOf(actor, at, { sheet: id, page: 1 })).toMatchObject({
        own: false,
        sheetId: id,
        total: 1,
      });
      expect((await historyOf(actor, at))?.sheets).toHaveLength(story.members.length);
    }
    expect(await historyOf(story.chair, at, { sheet: id, page: 1 })).toBeNull();
    expect(await historyOf(await anAccount("decisionMaker", "Decides"), at)).toBeNull();
  });

  it("open round by round", async () => {
    const story = await aComparedPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    expect((await historyOf(story.officer, at))?.sheets.map(({ stage }) => stage)).toEqual([
      "desk",
      "desk",
      "desk",
    ]);
    expect((await readComparison(story.officer, at.panelId, at.candidacyId))?.mayReadVersions).toBe(true);
    expect((await readComparison(story.chair, at.panelId, at.candidacyId))?.mayReadVersions).toBe(false);
  });

  it("say when a recusal withdrew the sheet, and are closed to the member meanwhile", async () => {
    const { story, member, at } = await aPanelToScore();
    must(await submitScoreSheet(member, { ...at, sheet: aSheet(story, [3]) }));
    must(await declare(story, member, [at.candidacyId]));
    expect(await historyOf(member, at)).toBeNull();
    const kept = await database().scoreSheetVersion.findMany({
      where: { sheet: { candidacyId: at.candidacyId, member: { userId: member.userId ?? "" } } },
      orderBy: { version: "asc" },
    });
    expect(kept.map(({ version, how }) => [version, how])).toEqual([
      [1, "submitted"],
      [2, "withdrawn"],
    ]);
    expect(kept[1]?.entries).toEqual(kept[0]?.entries);
  });
});
