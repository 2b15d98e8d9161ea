import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readDeclaration } from "#app/selection/conflict/conflict.queries.server.ts";
import { findConflicts } from "#app/selection/conflict/find-conflicts.server.ts";
import { keepPairing } from "#app/selection/conflict/keep-pairing.server.ts";
import {
  listKnownConflicts,
  readKnownConflict,
} from "#app/selection/conflict/known-conflict.queries.server.ts";
import { pinConflict } from "#app/selection/conflict/pin-conflict.server.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { readReport } from "#app/selection/report/report.queries.server.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import {
  anInvitedPanel,
  anOpenPanel,
  aPanel,
  aReport,
  aRevealedPanel,
  declare,
  proposal,
  scoreAll,
} from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const REASON = "Both have confirmed it to the secretariat in writing.";
const word = (pin: "none" | "stands" | "setAside", version = 0) => ({ pin, version, reason: REASON });

const personOf = async (candidacyId: string) =>
  (await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } })).personId;
const told = async (panelId: string) =>
  (
    await database().outgoingMail.findMany({
      where: { kind: "memberRecused" },
      orderBy: { createdAt: "asc" },
    })
  )
    .filter(({ dedupeKey }) => dedupeKey?.includes(panelId))
    .map(({ toAddress, params }) => ({ toAddress, params }));
const addressOf = async (userId: string | null) =>
  (await database().user.findUniqueOrThrow({ where: { id: userId ?? "" } })).email;

/** Compatriots: the third member, of Kenya, and the first candidate. */
const WITH_A_KENYAN = [
  { gender: "woman", state: "KE" },
  { gender: "man", state: "GH" },
  { gender: "woman", state: "NP" },
] as const;

describe("a declaration after the assignment", () => {
  it("withdraws the sheet, tells the chair without a name, and keeps the conflict in the register", async () => {
    const story = await anOpenPanel();
    await scoreAll(story);
    const [candidacyId = ""] = story.candidacyIds;
    const third = story.members[2] ?? story.chair;
    must(await declare(story, third, [candidacyId]));
    const sheet = await database().scoreSheet.findFirstOrThrow({
      where: { candidacyId, member: { userId: third.userId ?? "" } },
    });
    expect(sheet.withdrawnAt).not.toBeNull();
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "sheet.withdrawn", subjectId: sheet.id },
    });
    expect(JSON.parse(event.canonical).facts).toMatchObject({ panelId: story.panelId, candidacyId });
    const [mail, ...others] = await told(story.panelId);
    expect(others).toEqual([]);
    expect(mail?.toAddress).toBe(await addressOf(story.chair.userId));
    expect(mail?.params).toMatchObject({
      member: "Third",
      short: 0,
      chair: "no",
      link: `/panels/${story.panelId}`,
    });
    expect(JSON.stringify(mail?.params)).not.toContain(candidacyId);
    const personId = await personOf(candidacyId);
    expect(await findConflicts(database(), { userIds: [third.userId ?? ""], personIds: [personId] })).toEqual(
      [{ userId: third.userId, personId, source: "declared" }],
    );
    expect((await checkData(database())).filter(({ rule }) => /withdrawn|register/.test(rule.name))).toEqual(
      [],
    );
  });

  it("tells the secretariat too where a quorum is lost, or the chair", async () => {
    const story = await anOpenPanel();
    const [candidacyId = "", second = ""] = story.candidacyIds;
    must(await declare(story, story.members[1] ?? story.chair, [candidacyId]));
    const before = (await told(story.panelId)).length;
    must(await declare(story, story.members[2] ?? story.chair, [candidacyId]));
    const after = (await told(story.panelId)).slice(before);
    expect(after.map(({ toAddress }) => toAddress)).toContain(await addressOf(story.officer.userId));
    expect(after.map(({ params }) => params)).toContainEqual(
      expect.objectContaining({ short: 1, link: `/vacancies/${story.vacancyId}/panel` }),
    );
    must(await declare(story, story.chair, [second]));
    const last = (await told(story.panelId)).at(-1);
    expect(last?.params).toMatchObject({ chair: "yes" });
    expect((await told(story.panelId)).map(({ toAddress }) => toAddress)).toContain(
      await addressOf(story.officer.userId),
    );
  });

  it("can be made while the panel compares: ranking and report follow, and another member takes the chair", async () => {
    const story = await aReport();
    const { panelId } = story;
    const [candidacyId = ""] = story.candidacyIds;
    const second = story.members[1] ?? story.chair;
    const before = await readRanking(story.officer, panelId);
    must(await declare(story, second, [candidacyId]));
    const after = await readRanking(story.officer, panelId);
    expect(after?.figures.inputsHash).not.toBe(before?.figures.inputsHash);
    expect((await readReport(story.officer, panelId))?.report?.outOfDate).toBe(true);
    const { reportId } = story;
    expect(code(await signReport(story.chair, { panelId, reportId, dissent: null }))).toBe("reportOutOfDate");
    must(await createReport(story.chair, { panelId, balanceReason: "" }));
    expect((await readReport(story.officer, panelId))?.report?.outOfDate).toBe(false);
    must(await declare(story, story.chair, [story.candidacyIds[1] ?? ""]));
    const { version } = await database().panel.findUniqueOrThrow({ where: { id: panelId } });
    const set = (members: typeof story.members, chair: number) => {
      const panel = proposal(members, { version });
      return setPanel(story.officer, {
        vacancyId: story.vacancyId,
        panel: { ...panel, members: panel.members.map((one, n) => ({ ...one, chair: n === chair })) },
      });
    };
    expect(
      code(await set(story.members.slice(0, 3).toSpliced(2, 1, await anAccount("panelMember", "New")), 1)),
    ).toBe("panelFixed");
    expect(code(await set(story.members, 1))).toBe("chairHasConflict");
    expect(code(await set(story.members, 2))).toBe("ok");
    expect((await loadPanel(database(), panelId))?.members.find(({ chair }) => chair)?.userId).toBe(
      story.members[2]?.userId,
    );
  });

  it("is over once the report is signed by all", async () => {
    const story = await aRevealedPanel();
    await database().panel.update({ where: { id: story.panelId }, data: { phase: "reported" } });
    expect(code(await declare(story, story.chair, []))).toBe("declarationOver");
  });
});

describe("the register", () => {
  it("outlives the seat: whoever is seated again is recused again", async () => {
    const story = await anOpenPanel();
    const [candidacyId = ""] = story.candidacyIds;
    const third = story.members[2] ?? story.chair;
    must(await declare(story, third, [candidacyId]));
    const set = async (members: typeof story.members) => {
      const { version } = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
      must(
        await setPanel(story.officer, { vacancyId: story.vacancyId, panel: proposal(members, { version }) }),
      );
    };
    await set([...story.members.slice(0, 2), await anAccount("panelMember", "Fourth")]);
    expect(await database().conflict.count({ where: { candidacyId } })).toBe(0);
    await set([...story.members]);
    expect(await database().conflict.findMany({ where: { candidacyId }, select: { source: true } })).toEqual([
      { source: "declared" },
    ]);
    expect(
      (await readDeclaration(third, story.panelId))?.candidacies.map((one) => one.candidacyId),
    ).not.toContain(candidacyId);
  });

  it("keeps what is found by source, and an officer's word survives the next look at the files", async () => {
    const story = await anInvitedPanel(WITH_A_KENYAN);
    const third = story.members[2] ?? story.chair;
    const [candidacyId = ""] = story.candidacyIds;
    const { conflicts } = await listKnownConflicts(story.officer, { page: 1, name: "third" });
    const own = conflicts.filter(({ userId }) => userId === third.userId);
    expect(own.map(({ source }) => source).toSorted()).toEqual(["nationality", "nominatingState"]);
    for (const { id } of own)
      must(await pinConflict(story.officer, { conflictId: id, word: word("setAside") }));
    expect(await database().conflict.count({ where: { candidacyId } })).toBe(0);
    const { version } = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
    must(
      await setPanel(story.officer, {
        vacancyId: story.vacancyId,
        panel: proposal(story.members, { version }),
      }),
    );
    expect(await database().conflict.count({ where: { candidacyId } })).toBe(0);
    const [first = ""] = own.map(({ id }) => id);
    expect(await readKnownConflict(story.officer, first)).toMatchObject({
      ...{ pin: "setAside", state: "setAside", version: 1, word: { by: "Officer", reason: REASON } },
    });
    must(await pinConflict(story.officer, { conflictId: first, word: word("none", 1) }));
    expect(await database().conflict.count({ where: { candidacyId } })).toBe(1);
    expect(
      (await checkData(database())).filter(({ rule }) => /withdrawn|register|pinned/.test(rule.name)),
    ).toEqual([]);
  });

  it("withdraws a sheet when a suspicion is confirmed, and gives it back when that is taken back", async () => {
    const story = await anOpenPanel();
    await scoreAll(story);
    const [candidacyId = ""] = story.candidacyIds;
    const third = story.members[2] ?? story.chair;
    const { id } = await database().knownConflict.create({
      data: {
        ...{ userId: third.userId ?? "", personId: await personOf(candidacyId), source: "supervisor" },
        ...{ standing: "suspected", detail: "OSCE, 2020–2024" },
      },
    });
    const sheet = () =>
      database().scoreSheet.findFirstOrThrow({
        where: { candidacyId, member: { userId: third.userId ?? "" } },
      });
    expect((await sheet()).withdrawnAt).toBeNull();
    must(await pinConflict(story.officer, { conflictId: id, word: word("stands") }));
    expect((await sheet()).withdrawnAt).not.toBeNull();
    expect(await told(story.panelId)).toHaveLength(1);
    must(await pinConflict(story.officer, { conflictId: id, word: word("none", 1) }));
    expect((await sheet()).withdrawnAt).toBeNull();
    const kept = await database().scoreSheetVersion.findMany({
      where: { sheetId: (await sheet()).id },
      orderBy: { version: "asc" },
    });
    expect(kept.map(({ how }) => how)).toEqual(["submitted", "withdrawn", "restored"]);
  });

  it("is the secretariat's to speak on: not the auditor's, not on a declaration, not twice at once, not on one's own", async () => {
    const story = await anOpenPanel();
    const [candidacyId = ""] = story.candidacyIds;
    const second = story.members[1] ?? story.chair;
    must(await declare(story, second, [candidacyId]));
    const { id } = await database().knownConflict.findFirstOrThrow({
      where: { userId: second.userId ?? "" },
    });
    const pin = (actor: typeof story.officer, pinned = word("stands")) =>
      pinConflict(actor, { conflictId: id, word: pinned }).then(code);
    const auditor = await anAccount("auditor", "Auditor");
    expect(await pin(auditor)).toBe("notPermitted");
    expect((await readKnownConflict(auditor, id))?.detail).toBeNull();
    expect(await readKnownConflict(await anAccount("vettingOfficer", "Vetting"), id)).toBeNull();
    expect(await pin({ ...second, role: "secretariat" })).toBe("notFound");
    expect(await readKnownConflict({ ...second, role: "secretariat" }, id)).toBeNull();
    expect(await pin(story.officer, word("setAside"))).toBe("conflictDeclared");
    expect((await Promise.all([pin(story.officer), pin(story.officer)])).toSorted()).toEqual([
      ...["conflictChangedMeanwhile", "ok"],
    ]);
  });

  it("knows that two people were a pair, whichever of them would judge the other", async () => {
    const story = await aPanel();
    const [candidacyId = ""] = story.candidacyIds;
    const third = story.members[2] ?? story.chair;
    const menteePersonId = await personOf(candidacyId);
    const mentor = await database().person.create({
      data: {
        ...{ givenName: "M", familyName: "Entor", email: `${third.userId}@example.net`, gender: "man" },
        ...{ nationalities: ["KE"], userId: third.userId },
      },
    });
    await database().$transaction((tx) => keepPairing(tx, { mentorPersonId: mentor.id, menteePersonId }));
    const { version } = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
    const panel = proposal(story.members, { version });
    const chaired = panel.members.map((one, n) => ({ ...one, chair: n === 2 }));
    must(
      await setPanel(story.officer, { vacancyId: story.vacancyId, panel: { ...panel, members: chaired } }),
    );
    const known = await database().knownConflict.findMany({ where: { userId: third.userId ?? "" } });
    expect(known.map(({ source, personId }) => ({ source, personId }))).toEqual([
      { source: "pairing", personId: menteePersonId },
    ]);
  });
});
