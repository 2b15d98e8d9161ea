import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { closeVacancy } from "#app/selection/decision/close-vacancy.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { listDraftablePosts, readVacancy } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import { anOpenPanel, aSignedReport, scoreAll } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import {
  aDraft,
  aFocalPoint,
  aNomination,
  anOpenCall,
  published,
  someCall,
} from "#tests/support/selection-story.ts";

const reason = "Nobody is left whom the mission could take on.";
const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const mailsTo = (kind: string, ids: readonly string[]) =>
  database().outgoingMail.findMany({
    where: { kind, OR: ids.map((id) => ({ dedupeKey: { startsWith: `${kind}:${id}` } })) },
  });

describe("closeVacancy", () => {
  it("ends an open call with its only post, tells who waits, not why, and frees the post", async () => {
    const { officer, vacancyId, callId } = await anOpenCall("UNDOF");
    const { candidacyId } = await aNomination(vacancyId, "GH");
    const { postId } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
    expect((await listDraftablePosts()).map(({ id }) => id)).not.toContain(postId);
    expect(code(await closeVacancy(officer, { vacancyId, reason: "Nobody." }))).toBe("closeReasonTooShort");
    for (const role of ["auditor", "decisionMaker", "panelMember"] as const)
      expect(code(await closeVacancy(await anAccount(role, role), { vacancyId, reason }))).toBe(
        "notPermitted",
      );
    const twice = await Promise.all([1, 2].map(() => closeVacancy(officer, { vacancyId, reason })));
    expect(twice.map(code).toSorted()).toEqual(["ok", "wrongState"]);
    expect(await readVacancy({ userId: null }, vacancyId)).toMatchObject({
      state: "closed",
      closedReason: reason,
    });
    const call = await database().call.findUniqueOrThrow({ where: { id: callId } });
    expect([call.state, call.closedAt !== null]).toEqual(["closed", true]);
    const mails = [
      ...(await mailsTo("closedUnfilled", [candidacyId])),
      ...(await mailsTo("stateToldClosed", [candidacyId])),
    ];
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(["closedUnfilled", "stateToldClosed"]));
    expect(JSON.stringify(mails)).not.toContain(reason);
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "vacancy.closed", subjectId: vacancyId },
    });
    expect(JSON.parse(event.canonical).facts).toEqual({ unfilled: true, from: "open" });
    expect(event.canonical).not.toContain(reason);
    expect((await listDraftablePosts()).map(({ id }) => id)).toContain(postId);
    expect(await checkData(database())).toEqual([]);
  });

  it("leaves a call open that other posts hang on", async () => {
    const [one, two] = [await aDraft("UNFICYP"), await aDraft("UNMIK")];
    await published(one.officer, someCall([one.vacancyId, two.vacancyId]));
    await aFocalPoint("GH");
    expect(code(await closeVacancy(one.officer, { vacancyId: one.vacancyId, reason }))).toBe(
      "callHasOtherPosts",
    );
    const other = await aDraft("UNTSO");
    expect(code(await closeVacancy(one.officer, { vacancyId: other.vacancyId, reason }))).toBe("wrongState");
  });

  it("closes a panel at work without opening its sheets", async () => {
    const story = await anOpenPanel();
    await scoreAll(story);
    must(await closeVacancy(story.officer, { vacancyId: story.vacancyId, reason }));
    const panel = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
    expect([panel.phase, panel.revealedAt]).toEqual(["closed", null]);
    expect(await readRanking(story.chair, story.panelId)).toBeNull();
    expect(await readRanking(story.officer, story.panelId)).toBeNull();
    expect(await mailsTo("closedUnfilled", story.candidacyIds)).toHaveLength(3);
  });

  it("ends a decided case whose choice came to nothing: the decision stays, the chosen alone is told", async () => {
    const story = await aSignedReport();
    const [chosen = ""] = story.candidacyIds;
    await database().clearance.updateMany({
      where: { candidacyId: chosen },
      data: { outcome: "clear", validUntil: new Date("2099-12-31") },
    });
    const decisionMaker = await anAccount("decisionMaker", "Decision maker");
    const reasons = "She has led two such missions and every member of the panel put her first.";
    must(await decide(decisionMaker, { vacancyId: story.vacancyId, candidacyId: chosen, reasons }));
    must(await closeVacancy(story.officer, { vacancyId: story.vacancyId, reason }));
    expect(await database().decision.count({ where: { vacancyId: story.vacancyId } })).toBe(1);
    const told = await mailsTo("closedUnfilled", story.candidacyIds);
    expect(told.map(({ dedupeKey }) => dedupeKey)).toEqual([`closedUnfilled:${chosen}`]);
    expect((await readRanking(story.officer, story.panelId))?.figures.rows).toHaveLength(3);
  });
});
