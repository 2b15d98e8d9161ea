import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { readAgenda } from "#app/selection/ranking/agenda.queries.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { readFinding, readFindingHistory } from "#app/selection/report/finding.queries.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { must } from "#tests/support/must.ts";
import {
  anInvitedPanel,
  anOpenPanel,
  aRevealedPanel,
  declare,
  type PanelStory,
  scoreAll,
} from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const titles = async (actor: PanelStory["chair"]) => (await panelTasks(actor)).map(({ title }) => title);
/** A revealed panel whose second member is recused from the first candidacy. */
async function aPanelWithRecusal() {
  const story = await anInvitedPanel();
  const [chair, second, third] = story.members;
  const withheld = story.candidacyIds[0] ?? "";
  if (!chair || !second || !third) throw new Error("three members");
  must(await declare(story, chair));
  must(await declare(story, second, [withheld]));
  must(await declare(story, third));
  await scoreAll(story);
  must(await revealSheets(chair, story));
  return { ...story, recused: second, withheld };
}

describe("revealSheets", () => {
  it("waits for everybody's declarations and sheets, and is the chair's alone", async () => {
    const story = await anInvitedPanel();
    expect(code(await revealSheets(story.chair, story))).toBe("declarationsOutstanding");
    for (const member of story.members) must(await declare(story, member));
    expect(await revealSheets(story.chair, story)).toMatchObject({
      refusal: { code: "sheetsOutstanding", params: { count: 9 } },
    });
    await scoreAll(story);
    expect(await titles(story.chair)).toEqual(["selection.task.reveal"]);
    expect(code(await revealSheets(story.members[1] ?? story.chair, story))).toBe("notFound");
    expect(code(await revealSheets(story.officer, story))).toBe("notFound");
    expect(code(await revealSheets(story.chair, story))).toBe("ok");
  });

  it("happens once, with its stages, its event and a message to each member", async () => {
    const story = await anOpenPanel();
    await scoreAll(story);
    const answers = await Promise.all([1, 2, 3].map(() => revealSheets(story.chair, story)));
    expect(answers.map(code).toSorted()).toEqual(["ok", "wrongState", "wrongState"]);
    expect(
      await database().recordEvent.count({ where: { kind: "panel.revealed", subjectId: story.panelId } }),
    ).toBe(1);
    expect(
      await database().outgoingMail.count({
        where: { dedupeKey: { startsWith: `sheetsRevealed:${story.panelId}` } },
      }),
    ).toBe(3);
    const stages = await database().stageEvent.count({
      where: { stage: "scored", candidacyId: { in: [...story.candidacyIds] } },
    });
    expect(stages).toBe(3);
  });

  it("does not let a chair reveal who is recused from a candidacy", async () => {
    const story = await anOpenPanel();
    must(await declare(story, story.chair, [story.candidacyIds[0] ?? ""]));
    await scoreAll(story);
    expect(code(await revealSheets(story.chair, story))).toBe("chairRecused");
    expect(await titles(story.chair)).not.toContain("selection.task.reveal");
    expect(await titles(story.officer)).toContain("selection.task.mendPanel");
  });
});

describe("readRanking", () => {
  it("ranks after the reveal, with severities for the chair and the secretariat alone", async () => {
    const story = await aRevealedPanel();
    const asChair = await readRanking(story.chair, story.panelId);
    const asMember = await readRanking(story.members[1] ?? story.chair, story.panelId);
    expect(asChair?.figures.kind).toBe("ranked");
    expect(asChair?.figures.rows.map(({ candidacyId }) => candidacyId)).toEqual(story.candidacyIds);
    expect(asChair?.severities?.members).toHaveLength(3);
    expect(Object.keys(asChair?.severities ?? {}).toSorted()).toEqual(["fit", "members"]);
    expect(asMember?.severities).toBeNull();
    expect(asMember?.agreementBy.map(({ criterionId }) => criterionId)).toEqual(
      asMember?.criteria.map(({ id }) => id),
    );
    for (const { rank, acceptabilities, rankWithout } of asMember?.grounds ?? []) {
      expect(rank).toBeGreaterThan(0);
      expect(acceptabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(rankWithout).toHaveLength(3);
    }
    expect(asMember?.figures).toEqual(asChair?.figures);
    expect(asMember?.gaps).toBeNull();
    expect(asChair?.gaps?.[0]).toMatchObject({
      of: { kind: "gender" },
      whole: { kind: "countsOnly", first: 2, second: 1 },
    });
    expect(asMember?.comparability).toEqual({ kind: "connected", candidacies: 3, members: 3, sheets: 9 });
    expect(asMember?.consistency?.icc.kind).toBeDefined();
    expect(asMember?.reach).toEqual(asChair?.reach);
    expect(asMember?.shown).toEqual({ page: 1, from: 1, to: 3, of: 3 });
    expect(asMember?.averages.map(({ candidacyId }) => candidacyId)).toEqual(story.candidacyIds);
    expect(asMember?.averagesOf.map(({ criterionId }) => criterionId)).toEqual(
      asMember?.criteria.map(({ id }) => id),
    );
    for (const { cells } of asMember?.averages ?? []) {
      expect(cells).toHaveLength(story.criterionIds.length);
      for (const { marks, observedMean } of cells) {
        expect(marks).toBe(3);
        expect(observedMean).toBeGreaterThanOrEqual(1);
      }
    }
    expect(await readRanking(story.chair, story.panelId, 7)).toEqual(asChair);
    expect(asChair?.figures.seed).toBe(Number.parseInt(asChair?.figures.inputsHash.slice(0, 8) ?? "", 16));
  });

  it("compares the groups as people declare them now, though the ranking is kept", async () => {
    const story = await aRevealedPanel();
    const counted = async () => {
      const [gap] = (await readRanking(story.chair, story.panelId))?.gaps ?? [];
      return gap && [gap.whole.first, gap.whole.second];
    };
    expect([await counted(), await counted()]).toEqual([
      [2, 1],
      [2, 1],
    ]);
    await database().person.updateMany({
      where: { candidacies: { some: { id: story.candidacyIds[0] } } },
      data: { gender: "another" },
    });
    const [women = 0, men = 0] = (await counted()) ?? [];
    expect(women + men).toBe(2);
  });

  it("leaves no trace of a candidacy for who is recused from it: no row, no gap, no count, no other figure", async () => {
    const story = await aPanelWithRecusal();
    const full = await readRanking(story.chair, story.panelId);
    const cut = await readRanking(story.recused, story.panelId);
    expect(JSON.stringify(cut)).not.toContain(story.withheld);
    expect(full?.figures.rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(cut?.figures.rows.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(cut?.figures.agreement).not.toEqual(full?.figures.agreement);
    expect(cut?.figures.inputsHash).not.toBe(full?.figures.inputsHash);
    expect(await readFinding(story.recused, story.panelId, story.withheld)).toBeNull();
    expect(
      await readFinding({ ...story.recused, role: "secretariat" }, story.panelId, story.withheld),
    ).toBeNull();
    expect((await readFinding(story.chair, story.panelId, story.withheld))?.sheets).toHaveLength(2);
    const agenda = await readAgenda(story.recused, story.panelId);
    expect(JSON.stringify(agenda)).not.toContain(story.withheld);
    expect([agenda?.total, agenda?.agenda.rows.length, agenda?.partial]).toEqual([2, 2, true]);
    expect(await readFindingHistory(story.recused, story.panelId, story.withheld, 1)).toBeNull();
    expect(await readAgenda(await anAccount("panelMember", "Stranger"), story.panelId)).toBeNull();
  });

  it("asks the same number of statements for three candidacies as for eight", async () => {
    const nominees = ["UY", "GH", "NP", "FI", "BD", "RW", "FR", "UY"].map((state) => ({
      gender: "woman" as const,
      state,
    }));
    const count = async (some: typeof nominees) => {
      const story = await aRevealedPanel(some);
      const ranking = await countQueries(() => readRanking(story.chair, story.panelId));
      const [candidacyId = ""] = story.candidacyIds;
      const finding = await countQueries(() => readFinding(story.chair, story.panelId, candidacyId));
      const agenda = await countQueries(() => readAgenda(story.chair, story.panelId));
      return [ranking.queries, finding.queries, agenda.queries];
    };
    expect(await count(nominees)).toEqual(await count(nominees.slice(0, 3)));
  });
});
