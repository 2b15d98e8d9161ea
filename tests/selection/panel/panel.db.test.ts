import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readDeclaration } from "#app/selection/conflict/conflict.queries.server.ts";
import { readSettings, readSettingsPage } from "#app/selection/panel/composition-settings.queries.server.ts";
import { exceptionField } from "#app/selection/panel/composition-settings.ts";
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import { listPanels, readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { readPanelSetup } from "#app/selection/panel/panel-setup.queries.server.ts";
import { setCompositionRules } from "#app/selection/panel/set-composition-rules.server.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import {
  anInvitedPanel,
  anOpenPanel,
  aPanel,
  declare,
  proposal,
  scoreAll,
} from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount, aScreenedVacancy } from "#tests/support/screened-vacancy.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const events = (kind: string, subjectId: string) =>
  database().recordEvent.count({ where: { kind, subjectId } });

describe("setPanel", () => {
  it("chooses the members, and records who without why", async () => {
    const story = await aPanel();
    const members = await database().panelMember.findMany({ where: { panelId: story.panelId } });
    expect(members.filter(({ chair }) => chair).map(({ userId }) => userId)).toEqual([story.chair.userId]);
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "panel.set", subjectId: story.panelId },
    });
    expect(JSON.parse(event.canonical).facts).toMatchObject({ vacancyId: story.vacancyId, exceptions: [] });
    expect(
      await database().outgoingMail.count({
        where: { kind: "panelInvited", dedupeKey: { contains: story.panelId } },
      }),
    ).toBe(0);
  });

  it("is the secretariat's alone", async () => {
    const story = await aPanel();
    for (const role of ["panelMember", "decisionMaker", "focalPoint", "auditor"] as const) {
      const other = await anAccount(role, role);
      expect(
        code(await setPanel(other, { vacancyId: story.vacancyId, panel: proposal(story.members) })),
      ).toBe("notPermitted");
    }
  });

  it("asks a reason for each broken rule that may be excepted", async () => {
    const story = await aPanel();
    const men = proposal(story.members, { version: 1 });
    const panel = { ...men, members: men.members.map((one) => ({ ...one, gender: "man" as const })) };
    expect(await setPanel(story.officer, { vacancyId: story.vacancyId, panel })).toMatchObject({
      refusal: { code: "exceptionReasonMissing", field: exceptionField("womenAndMen") },
    });
    const excused = {
      ...panel,
      exceptions: [
        { rule: "womenAndMen" as const, reason: "No woman of the rank is free before the mandate ends." },
      ],
    };
    expect(code(await setPanel(story.officer, { vacancyId: story.vacancyId, panel: excused }))).toBe("ok");
    const where = { panelId: story.panelId };
    expect(await database().panelException.findMany({ where })).toMatchObject([
      { rule: "womenAndMen", reason: excused.exceptions[0]?.reason },
    ]);
    const mixed = { ...proposal(story.members, { version: 2 }), exceptions: excused.exceptions };
    expect(code(await setPanel(story.officer, { vacancyId: story.vacancyId, panel: mixed }))).toBe("ok");
    expect(await database().panelException.count({ where })).toBe(0);
  });

  it("goes by the rules the secretariat set, which change for a reason, one officer at a time", async () => {
    const story = await aPanel();
    const { version, settings } = await readSettings(database());
    const reason = "The review of panels asks for five members from next year on.";
    const five = { ...settings, sizeLeast: 5, reason, version };
    expect(code(await setCompositionRules(story.chair, five))).toBe("notPermitted");
    expect(code(await setCompositionRules(story.officer, { ...settings, reason, version }))).toBe(
      "nothingChanged",
    );
    const both = await Promise.all([1, 2].map(() => setCompositionRules(story.officer, five)));
    expect(both.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    const panel = proposal(story.members, { version: 1 });
    expect(await setPanel(story.officer, { vacancyId: story.vacancyId, panel })).toMatchObject({
      refusal: { code: "panelSize", params: { members: 3, least: 5, most: 7 } },
    });
    expect(code(await openPanel(story.officer, story))).toBe("panelSize");
    const { value, queries } = await countQueries(() => readSettingsPage(1));
    expect(value.versions).toMatchObject([{ version: version + 1, reason, setBy: "Officer" }]);
    expect(queries).toBe(4);
    expect(await database().recordEvent.count({ where: { kind: "compositionRules.set" } })).toBe(1);
    must(await setCompositionRules(story.officer, { ...settings, reason, version: version + 1 }));
  });

  it("refuses too few, nobody in the chair, accounts without the role, unknown states, and candidates", async () => {
    const story = await aPanel();
    const attempt = (panel: ReturnType<typeof proposal>) =>
      setPanel(story.officer, { vacancyId: story.vacancyId, panel: { ...panel, version: 1 } }).then(code);
    const good = proposal(story.members);
    expect(await attempt(proposal(story.members.slice(0, 2)))).toBe("panelSize");
    expect(await attempt({ ...good, members: good.members.map((one) => ({ ...one, chair: false })) })).toBe(
      "chairMissing",
    );
    expect(await attempt(proposal([...story.members.slice(0, 2), await anAccount("mentor", "Mentor")]))).toBe(
      "notAPanelAccount",
    );
    expect(
      await attempt({
        ...good,
        members: good.members.map((one) => ({ ...one, nationality: one.chair ? "ZZ" : one.nationality })),
      }),
    ).toBe("stateUnknown");
    const candidate = await anAccount("panelMember", "Also a candidate");
    const candidacy = await database().candidacy.findFirstOrThrow({ where: { vacancyId: story.vacancyId } });
    await database().person.update({ where: { id: candidacy.personId }, data: { userId: candidate.userId } });
    expect(await attempt(proposal([...story.members.slice(0, 2), candidate]))).toBe("memberIsCandidate");
  });

  it("lets one of two officers at once through", async () => {
    const story = await aPanel();
    const panel = proposal(story.members, { version: 1 });
    const answers = await Promise.all(
      [1, 2].map(() => setPanel(story.officer, { vacancyId: story.vacancyId, panel })),
    );
    expect(answers.map(code).toSorted()).toEqual(["ok", "panelChangedMeanwhile"]);
  });
});

describe("openPanel", () => {
  it("stores the conflicts on file, lets silent nominees lapse, and invites every member once", async () => {
    const story = await aPanel([
      { gender: "woman", state: "KE" },
      { gender: "man", state: "GH" },
      { gender: "woman", state: "NP" },
    ]);
    const silent = story.candidacyIds.at(2) ?? "";
    await database().candidacy.update({ where: { id: silent }, data: { state: "nominated" } });
    expect(code(await openPanel(story.officer, story))).toBe("ok");
    const conflicts = await database().conflict.findMany({ where: { member: { panelId: story.panelId } } });
    expect(conflicts.map(({ candidacyId, source }) => [candidacyId, source]).toSorted()).toEqual([
      [story.candidacyIds[0], "nationality"],
      [story.candidacyIds[0], "nominatingState"],
    ]);
    expect((await database().candidacy.findUniqueOrThrow({ where: { id: silent } })).state).toBe("withdrawn");
    expect(await events("candidacy.withdrawn", silent)).toBe(1);
    const mails = await database().outgoingMail.findMany({
      where: { dedupeKey: { startsWith: `panelInvited:${story.panelId}` } },
    });
    expect(mails).toHaveLength(3);
    expect(mails[0]?.params).toMatchObject({ link: `/panels/${story.panelId}`, dueOn: "2099-12-31" });
  });

  it("waits for the screening of everybody who consented", async () => {
    const story = await aPanel();
    const [first] = story.candidacyIds;
    await database().candidacy.update({ where: { id: first }, data: { state: "consented" } });
    expect(code(await openPanel(story.officer, story))).toBe("candidaciesUnscreened");
  });

  it("looks conflicts up before anybody is invited: a chair or a quorum that would fail stops it", async () => {
    const conflicted = await aPanel([
      { gender: "woman", state: "JO" },
      { gender: "man", state: "GH" },
    ]);
    expect(code(await openPanel(conflicted.officer, conflicted))).toBe("chairHasConflict");
    const story = await aPanel([{ gender: "woman", state: "KE" }]);
    const candidacy = await database().candidacy.findFirstOrThrow({ where: { vacancyId: story.vacancyId } });
    await database().person.update({
      where: { id: candidacy.personId },
      data: { nationalities: ["KE", "SN"] },
    });
    expect(code(await openPanel(story.officer, story))).toBe("belowQuorum");
    expect(await database().conflict.count({ where: { member: { panelId: story.panelId } } })).toBe(0);
  });

  it("is refused where a member was nominated after the panel was chosen, under whichever file", async () => {
    const story = await aPanel();
    const [, second] = story.members;
    const { personId } = await database().candidacy.findFirstOrThrow({
      where: { vacancyId: story.vacancyId },
      select: { personId: true },
    });
    const userId = second?.userId ?? "";
    await database().person.update({ where: { id: personId }, data: { userId } });
    expect(code(await openPanel(story.officer, story))).toBe("memberIsCandidate");
    await database().person.update({ where: { id: personId }, data: { userId: null } });
    const kept = await database().person.create({
      data: {
        ...{ givenName: "Kept", familyName: "File", email: `${userId}@example.org`, gender: "woman" },
        userId,
      },
    });
    await database().person.update({ where: { id: personId }, data: { mergedIntoId: kept.id } });
    expect(code(await openPanel(story.officer, story))).toBe("memberIsCandidate");
    expect(await events("panel.opened", story.panelId)).toBe(0);
    await database().panel.update({ where: { id: story.panelId }, data: { phase: "desk" } });
    const judges = (await checkData(database())).find(({ rule }) => rule.name === "judge-is-no-candidate");
    expect(judges).toBeDefined();
    await database().person.update({ where: { id: personId }, data: { mergedIntoId: null } });
    await database().panel.update({ where: { id: story.panelId }, data: { phase: "forming" } });
    expect(code(await openPanel(story.officer, story))).toBe("ok");
  });

  it("opens once, however often it is asked", async () => {
    const story = await aPanel();
    const answers = await Promise.all([1, 2].map(() => openPanel(story.officer, story)));
    expect(answers.map(code).toSorted()).toEqual(["ok", "wrongState"]);
    expect(await events("panel.opened", story.panelId)).toBe(1);
  });
});

describe("declareConflicts", () => {
  it("asks about every candidacy, then opens the files, and hides who the member is recused from", async () => {
    const story = await anInvitedPanel();
    const second = story.members[1] ?? story.chair;
    const [first = ""] = story.candidacyIds;
    expect((await readDeclaration(second, story.panelId))?.candidacies).toHaveLength(3);
    expect((await readPanel(second, story.panelId))?.candidacies).toHaveLength(0);
    expect(code(await declare({ ...story, candidacyIds: story.candidacyIds.slice(1) }, second))).toBe(
      "declarationIncomplete",
    );
    expect(code(await declare(story, second, [first]))).toBe("ok");
    for (const page of [
      await readDeclaration(second, story.panelId),
      await readPanel(second, story.panelId),
    ]) {
      expect(page?.candidacies).toHaveLength(2);
      expect(JSON.stringify(page)).not.toContain(first);
    }
  });

  it("takes a conflict found later, and never takes one back", async () => {
    const story = await anOpenPanel();
    const second = story.members[1] ?? story.chair;
    const [first = "", next = ""] = story.candidacyIds;
    expect(code(await declare(story, second, [first]))).toBe("ok");
    expect(code(await declare(story, second, [next]))).toBe("ok");
    expect((await readPanel(second, story.panelId))?.candidacies).toHaveLength(1);
  });

  it("is refused to strangers and once the report is signed", async () => {
    const story = await anInvitedPanel();
    const stranger = await anAccount("panelMember", "Stranger");
    expect(code(await declare(story, stranger))).toBe("notFound");
    expect(await readDeclaration(stranger, story.panelId)).toBeNull();
    await database().panel.update({ where: { id: story.panelId }, data: { phase: "reported" } });
    expect(code(await declare(story, story.chair))).toBe("declarationOver");
  });
});

describe("mending a panel at work", () => {
  it("lets the secretariat name another chair where the chair is recused, and keeps work begun", async () => {
    const story = await anOpenPanel();
    const [chair, second, third] = story.members;
    if (!chair || !second || !third) throw new Error("three members");
    await declare(story, chair, [story.candidacyIds[0] ?? ""]);
    expect((await readPanel(story.officer, story.panelId))?.chairRecused).toBe(true);
    await scoreAll(story);
    const { version } = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
    const set = (members: typeof story.members) =>
      setPanel(story.officer, { vacancyId: story.vacancyId, panel: proposal(members, { version }) }).then(
        code,
      );
    expect(await set([second, third, await anAccount("panelMember", "New")])).toBe("memberHasSubmitted");
    expect(await set([second, chair, third])).toBe("ok");
    expect((await readPanel(story.officer, story.panelId))?.chairRecused).toBe(false);
  });

  it("invites who joins, and only them", async () => {
    const story = await anOpenPanel();
    const joined = await anAccount("panelMember", "Joined");
    const version = (await database().panel.findUniqueOrThrow({ where: { id: story.panelId } })).version;
    const panel = proposal([...story.members, joined], { version });
    expect(code(await setPanel(story.officer, { vacancyId: story.vacancyId, panel }))).toBe("ok");
    expect(
      await database().outgoingMail.count({
        where: { dedupeKey: { startsWith: `panelInvited:${story.panelId}` } },
      }),
    ).toBe(4);
    const conflicted = proposal(story.members, { version: version + 1 });
    const chairOfCandidateState = {
      ...conflicted,
      members: conflicted.members.map((one) => (one.chair ? { ...one, nationality: "UY" } : one)),
    };
    expect(
      code(await setPanel(story.officer, { vacancyId: story.vacancyId, panel: chairOfCandidateState })),
    ).toBe("chairHasConflict");
  });
});

describe("what pages ask of a panel", () => {
  it("shows a panel to its members and to those who oversee, to nobody else", async () => {
    const story = await anOpenPanel();
    const auditor = await anAccount("auditor", "Auditor");
    expect((await readPanel(auditor, story.panelId))?.candidacies).toHaveLength(3);
    for (const role of ["panelMember", "decisionMaker", "vettingOfficer", "focalPoint"] as const)
      expect(await readPanel(await anAccount(role, role), story.panelId)).toBeNull();
    expect((await listPanels(story.chair, 1)).total).toBe(1);
    expect((await listPanels(await anAccount("panelMember", "Other"), 1)).total).toBe(0);
  });

  it("offers the reveal to the chair in the role of a member alone", async () => {
    const story = await anOpenPanel();
    expect((await readPanel(story.chair, story.panelId))?.reveal).not.toBeNull();
    expect((await readPanel({ ...story.chair, role: "auditor" }, story.panelId))?.reveal).toBeNull();
    expect((await readPanel(story.members[1] ?? story.chair, story.panelId))?.reveal).toBeNull();
  });

  it("tells the chair who owes how many, and a member only of their own", async () => {
    const story = await anOpenPanel();
    const asChair = await readPanel(story.chair, story.panelId);
    expect(asChair?.members.map(({ progress }) => progress?.assigned)).toEqual([3, 3, 3]);
    const asMember = await readPanel(story.members[1] ?? story.chair, story.panelId);
    expect(asMember?.members.every(({ progress }) => progress === null)).toBe(true);
  });

  it("asks the same number of statements for three candidacies as for nine", async () => {
    const states = ["UY", "GH", "NP", "FI", "BD", "RW", "FR", "UY", "GH"];
    const many = states.map((state) => ({ gender: "woman" as const, state }));
    const count = async (nominees: typeof many) => {
      const story = await anOpenPanel(nominees);
      const panel = await countQueries(() => readPanel(story.chair, story.panelId));
      const setup = await countQueries(() => readPanelSetup({ userId: null }, story.vacancyId));
      const declaration = await countQueries(() => readDeclaration(story.chair, story.panelId));
      return [panel.queries, setup.queries, declaration.queries];
    };
    expect(await count(many)).toEqual(await count(many.slice(0, 3)));
  });

  it("does not offer candidates of the vacancy as members", async () => {
    const vacancy = await aScreenedVacancy([{ gender: "man", state: "GH" }]);
    const candidate = await anAccount("panelMember", "Candidate and member");
    const { personId } = await database().candidacy.findFirstOrThrow({
      where: { vacancyId: vacancy.vacancyId },
    });
    await database().person.update({ where: { id: personId }, data: { userId: candidate.userId } });
    const setup = await readPanelSetup({ userId: null }, vacancy.vacancyId);
    expect(setup?.accounts.map(({ userId }) => userId)).not.toContain(candidate.userId);
  });
});
