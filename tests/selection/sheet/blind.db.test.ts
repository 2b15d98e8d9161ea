import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { readDossier } from "#app/selection/candidate/dossier.queries.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { readDeclaration } from "#app/selection/conflict/conflict.queries.server.ts";
import { declareConflicts } from "#app/selection/conflict/declare-conflicts.server.ts";
import { readDocument } from "#app/selection/document/read-document.server.ts";
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { must, refusalOf } from "#tests/support/must.ts";
import { naming, openEverything } from "#tests/support/open-everything.ts";
import { aPanel, type PanelStory, proposal, scoreAll } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const [GIVEN, FAMILY] = ["Xenophona", "Xanthopoulou"];
const COUNTRY = "Uruguay of the test";

/** A blind panel whose members were invited; the first candidate's names stand wherever a text could hold them. */
async function aBlindPanel() {
  const story = await aPanel(undefined, { blind: true });
  const [candidacyId = ""] = story.candidacyIds;
  const { personId, nominationId } = await database().candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
  });
  const names = { givenName: GIVEN, familyName: FAMILY };
  const email = `${GIVEN}.${randomUUID()}@example.org`;
  await database().person.update({ where: { id: personId }, data: { ...names, email } });
  await database().state.update({ where: { code: "UY" }, data: { nameEn: COUNTRY, nameFr: COUNTRY } });
  await database().nomination.update({
    where: { id: nominationId },
    data: {
      statedFamilyName: FAMILY,
      statement: `${GIVEN} ${FAMILY} led the talks; ${FAMILY.toUpperCase()} stayed.`,
    },
  });
  await database().careerPost.create({
    data: {
      personId,
      title: `Head of ${FAMILY} Consulting`,
      employer: "A ministry",
      startYear: 2010,
      supervisor: "S. Boss",
    },
  });
  const document = await database().candidacyDocument.create({
    data: {
      ...{
        candidacyId,
        kind: "cv",
        name: `${FAMILY}.pdf`,
        contentType: "application/pdf",
        size: 1,
        sha256: "0",
      },
      addedById: "fp",
    },
  });
  must(await openPanel(story.officer, story));
  const params = {
    ...{ candidacyId, nominationId, documentId: document.id, panelId: story.panelId },
    vacancyId: story.vacancyId,
  };
  const secrets = [GIVEN, FAMILY, FAMILY.toUpperCase(), COUNTRY, `${FAMILY}.pdf`, email, "S. Boss"];
  return { story, candidacyId, personId, documentId: document.id, params, secrets };
}

/** Declares as a form does: on what stands for each candidacy there; a conflict with whoever is named. */
async function declareByName(story: PanelStory, member: Actor, conflict = "") {
  const page = await readDeclaration(member, story.panelId);
  const declarations = (page?.candidacies ?? []).map(({ candidacyId, name }) =>
    conflict !== "" && name.includes(conflict)
      ? {
          candidacyId,
          answer: "conflict" as const,
          kind: "workedTogether" as const,
          note: "We shared an office.",
        }
      : { candidacyId, answer: "none" as const, note: "" },
  );
  return declareConflicts(member, { panelId: story.panelId, declarations });
}

describe("a blind panel", () => {
  it("tells no member, the chair neither, a name, a state or a document on any page before the reveal, and all after it", async () => {
    const { story, params, secrets } = await aBlindPanel();
    const [chair, second] = story.members;
    if (!chair || !second) throw new Error("No members");
    // Members declare by name; and the public figures of peacekeepers name every state that sends any.
    const apart = (pages: readonly string[]) =>
      pages.filter(
        (page) => !page.endsWith("panels.$panelId_.conflicts") && !page.endsWith("uniformed._index"),
      );
    for (const member of [chair, second]) {
      const before = await openEverything(member, params, ["panelMember"], FAMILY);
      const told = before.map((page) => ({ ...page, body: page.body.replaceAll(`"name":"${FAMILY}"`, "") }));
      expect(apart(naming(told, secrets))).toEqual([]);
      must(await declareByName(story, member));
    }
    for (const member of story.members.slice(2)) must(await declareByName(story, member));
    for (const member of [chair, second]) {
      const pages = await openEverything(member, params, ["panelMember"], FAMILY);
      const told = pages.map((page) => ({ ...page, body: page.body.replaceAll(`"name":"${FAMILY}"`, "") }));
      expect(naming(told, ["Candidate "]).map((page) => page.replace("panelMember ", ""))).toEqual(
        expect.arrayContaining([
          "panels.$panelId",
          "panels.$panelId_.dossiers.$candidacyId",
          "panels.$panelId_.sheets.$candidacyId",
        ]),
      );
      expect(apart(naming(told, secrets))).toEqual([]);
    }
    const accounts = await database().user.findMany({
      where: { id: { in: story.members.map(({ userId }) => userId ?? "") } },
    });
    const mails = await database().outgoingMail.findMany({
      where: { toAddress: { in: accounts.map((account) => account.email) } },
      select: { params: true },
    });
    expect(mails.length).toBeGreaterThan(0);
    expect(
      mails.filter(({ params: told }) => secrets.some((one) => JSON.stringify(told).includes(one))),
    ).toEqual([]);
    await scoreAll(story);
    must(await revealSheets(chair, story));
    const after = naming(await openEverything(second, params, ["panelMember"], FAMILY), [FAMILY]);
    expect(after).toEqual(
      expect.arrayContaining([
        "panelMember panels.$panelId",
        "panelMember panels.$panelId_.dossiers.$candidacyId",
      ]),
    );
  }, 300_000);

  it("has conflicts declared by name under numbers that stand nowhere else", async () => {
    const { story, candidacyId, personId, params } = await aBlindPanel();
    const [, second, third] = story.members;
    if (!second || !third) throw new Error("No members");
    const raw = story.candidacyIds.map((id) => ({ candidacyId: id, answer: "none" as const, note: "" }));
    expect(refusalOf(await declareConflicts(second, { panelId: story.panelId, declarations: raw }))).toBe(
      "notFound",
    );
    const page = JSON.stringify(await readDeclaration(second, story.panelId));
    expect(page).toContain(FAMILY);
    for (const id of [...story.candidacyIds, personId, params.nominationId]) expect(page).not.toContain(id);
    const other = JSON.stringify(await readDeclaration(third, story.panelId));
    const ids = (text: string) => [...text.matchAll(/"candidacyId":"([^"]+)"/g)].map(([, id]) => id);
    expect(ids(page)).toHaveLength(3);
    expect(ids(page).filter((id) => ids(other).includes(id))).toEqual([]);
    must(await declareByName(story, second, FAMILY));
    const seat = await database().panelMember.findFirstOrThrow({
      where: { panelId: story.panelId, userId: second.userId ?? "" },
      select: { conflicts: { select: { candidacyId: true } } },
    });
    expect(seat.conflicts).toEqual([{ candidacyId }]);
    expect(await readDossier(second, story.panelId, candidacyId)).toBeNull();
  });

  it("gives each candidate a letter that stays, on list, file and sheet, whoever withdraws", async () => {
    const { story, candidacyId, documentId } = await aBlindPanel();
    for (const member of story.members) must(await declareByName(story, member));
    const listed = async (member: Actor) =>
      new Map(
        (await readPanel(member, story.panelId))?.candidacies.map((one) => [one.candidacyId, one.name]),
      );
    const [chair, second] = story.members;
    if (!chair || !second) throw new Error("No members");
    const letters = await listed(chair);
    expect([...letters.values()]).toEqual(["Candidate A", "Candidate B", "Candidate C"]);
    expect(await listed(second)).toEqual(letters);
    const name = letters.get(candidacyId);
    const file = await readDossier(second, story.panelId, candidacyId);
    expect(file).toMatchObject({
      name,
      nationalities: [],
      nominatingState: null,
      documents: [],
      masked: true,
    });
    expect(file?.statement).toBe(`${name} ${name} led the talks; ${name} stayed.`);
    expect((await readSheet(second, story.panelId, candidacyId))?.name).toBe(name);
    expect(refusalOf(await readDocument(second, { documentId }))).toBe("notFound");
    expect((await readPanel(story.officer, story.panelId))?.candidacies.map((one) => one.name)).toContain(
      `${GIVEN} ${FAMILY}`,
    );
    const { personId } = await database().candidacy.findUniqueOrThrow({
      where: { id: story.candidacyIds[1] ?? "" },
    });
    const own = { ...(await anAccount("candidate", "Own")), personId };
    must(await withdrawCandidacy(own, { candidacyId: story.candidacyIds[1] ?? "" }));
    letters.delete(story.candidacyIds[1] ?? "");
    expect(await listed(chair)).toEqual(letters);
  });

  it("seats nobody who reads names in another role, and is fixed once it is open", async () => {
    const story = await aPanel(undefined, { blind: true });
    const { officer, vacancyId } = story;
    const grant = { userId: story.chair.userId ?? "", role: "auditor" as const };
    const { id } = await database().roleGrant.create({ data: grant });
    const panel = { ...proposal(story.members, { blind: true }), version: 1 };
    expect(refusalOf(await setPanel(officer, { vacancyId, panel }))).toBe("blindMemberRoles");
    expect(refusalOf(await openPanel(officer, { vacancyId }))).toBe("blindMemberRoles");
    await database().roleGrant.update({ where: { id }, data: { revokedAt: new Date() } });
    must(await openPanel(officer, { vacancyId }));
    const { version } = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
    must(await setPanel(officer, { vacancyId, panel: { ...panel, version, blind: false } }));
    expect((await database().panel.findUniqueOrThrow({ where: { id: story.panelId } })).blind).toBe(true);
  });
});
