import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { candidacyTasks } from "#app/selection/candidate/candidacy-tasks.queries.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { readScreeningNeighbours } from "#app/selection/screening/screening.queries.server.ts";
import type { ScreeningForm } from "#app/selection/screening/screening.ts";
import { checkData } from "#prisma/check-data.ts";
import {
  aConsentedCandidacy,
  aScreening,
  asNominee,
  screenTogether,
  someConsent,
} from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aNomination, anOpenCall } from "#tests/support/selection-story.ts";

/** A closed call with as many consented nominees as states. */
async function aFieldToScreen(acronym: string, states: readonly string[]) {
  const call = await anOpenCall(acronym);
  const field = [];
  for (const state of states) {
    const nominated = await aNomination(call.vacancyId, state);
    must(
      await giveConsent(asNominee(nominated), { candidacyId: nominated.candidacyId, form: someConsent() }),
    );
    field.push(nominated);
  }
  must(await closeCall(call.officer, { callId: call.callId, reason: "Everybody has answered." }));
  field.sort((a, b) => (a.nomination.familyName < b.nomination.familyName ? -1 : 1));
  return { ...call, ids: field.map(({ candidacyId }) => candidacyId) };
}

/** A form that sets a candidacy aside: the years are found short. */
async function aRejection(
  candidacyId: string,
  reasons: ScreeningForm["reasons"] = ["yearsShort"],
): Promise<ScreeningForm> {
  const form = await aScreening(candidacyId);
  const findings = form.findings.map((one) =>
    one.requirement === "seniorYears" || one.requirement === "fieldMissions"
      ? { ...one, verdict: "notMet" as const, evidence: "Dates overlap." }
      : one,
  );
  return { ...form, findings, passed: false, reasons, note: "Ask the mission." };
}

const officers = (...names: readonly string[]) =>
  Promise.all(names.map((name) => anAccount("secretariat", name)));
const stateOf = async (id: string) =>
  (await database().candidacy.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const sheetsSeen = async (actor: Actor, id: string) =>
  (await readCandidacy(actor, id))?.screening.sheets.map(({ name, passed }) => ({ name, passed }));

describe("a screener's way through a field", () => {
  it("goes by name, from the last to the first, and skips what this officer has screened", async () => {
    const { officer, vacancyId, ids } = await aFieldToScreen("MINUSCA", ["GH", "NP", "UY"]);
    const [first = "", second = "", third = ""] = ids;
    const around = (id: string) => readScreeningNeighbours(officer, vacancyId, id);
    expect(await around(second)).toEqual({ previous: first, next: third, others: 2 });
    expect(await around(third)).toEqual({ previous: second, next: first, others: 2 });
    must(await recordScreening(officer, { candidacyId: second, form: await aScreening(second) }));
    expect(await around(first)).toEqual({ previous: third, next: third, others: 1 });
    must(await recordScreening(officer, { candidacyId: third, form: await aScreening(third) }));
    expect(await around(first)).toEqual({ previous: null, next: null, others: 0 });
    const [other] = await officers("Other");
    if (!other) throw new Error("an officer");
    expect((await readScreeningNeighbours(other, vacancyId, first)).others).toBe(2);
  });

  it("is each officer's own task a vacancy, and nobody else's", async () => {
    const { officer, vacancyId, ids } = await aFieldToScreen("MONUSCO", ["GH", "NP"]);
    const [other] = await officers("Other");
    if (!other) throw new Error("an officer");
    const taskOf = async (actor: Actor) =>
      (await candidacyTasks(actor)).find(({ id }) => id === `screen:${vacancyId}`)?.params;
    expect(await taskOf(officer)).toMatchObject({ count: 2, mission: "MONUSCO" });
    for (const candidacyId of ids)
      must(await recordScreening(officer, { candidacyId, form: await aScreening(candidacyId) }));
    expect(await taskOf(officer)).toBeUndefined();
    expect(await taskOf(other)).toMatchObject({ count: 2 });
    expect(await candidacyTasks(await anAccount("auditor", "Auditor"))).toEqual([]);
  });

  it("passes by one's own case, one's own nominee's, and one that the officer is recused from", async () => {
    const { officer, vacancyId, ids } = await aFieldToScreen("UNMISS", ["GH", "NP", "SN", "JO"]);
    const [own = "", recused = "", nominated = "", open = ""] = ids;
    const { person } = await database().candidacy.findUniqueOrThrow({
      where: { id: own },
      select: { person: { select: { userId: true } } },
    });
    expect(await readCandidacy({ ...officer, userId: person.userId }, own)).toBeNull();
    const seat = {
      userId: officer.userId ?? "",
      gender: "woman",
      nationality: "NP",
      external: false,
    } as const;
    const panel = await database().panel.create({
      data: { vacancyId, members: { create: seat } },
      select: { members: { select: { id: true } } },
    });
    const memberId = panel.members[0]?.id ?? "";
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: recused } });
    const { id: knownId } = await database().knownConflict.create({
      data: { userId: seat.userId, personId, source: "nationality", detail: "NP", standing: "found" },
    });
    await database().conflict.create({
      data: { memberId, candidacyId: recused, source: "nationality", note: "NP", knownId },
    });
    expect(await readCandidacy(officer, recused)).toBeNull();
    const screen = async (candidacyId: string, actor = officer) =>
      recordScreening(actor, { candidacyId, form: await aScreening(candidacyId) });
    expect(await screen(recused)).toMatchObject({ refusal: { code: "notFound" } });
    const { nomination } = await database().candidacy.findUniqueOrThrow({
      where: { id: nominated },
      select: { nomination: { select: { stateCode: true } } },
    });
    const alsoFocalPoint = {
      ...officer,
      roles: [...officer.roles, { role: "focalPoint" as const, stateCode: nomination.stateCode }],
    };
    expect(await screen(nominated, alsoFocalPoint)).toMatchObject({ refusal: { code: "ownNominee" } });
    await database().nomination.updateMany({
      where: { candidacy: { id: nominated } },
      data: { nominatedById: officer.userId ?? "" },
    });
    const { callId } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
    await database().callStart.create({ data: { callId: callId ?? "", userId: officer.userId ?? "" } });
    expect(await screen(nominated)).toMatchObject({ refusal: { code: "ownNominee" } });
    expect((await readScreeningNeighbours(officer, vacancyId, own)).others).toBe(1);
    expect((await readScreeningNeighbours(officer, vacancyId, own)).next).toBe(open);
  });
});

describe("two screeners", () => {
  it("do not see each other's finding until it is concluded, nor can the record tell it", async () => {
    const { candidacyId, officer } = await aConsentedCandidacy("UNFICYP");
    const [second, third] = await officers("Second", "Third");
    if (!second || !third) throw new Error("officers");
    must(await recordScreening(officer, { candidacyId, form: await aRejection(candidacyId) }));
    const auditor = await anAccount("auditor", "Auditor");
    for (const actor of [second, auditor]) expect(await sheetsSeen(actor, candidacyId)).toEqual([]);
    expect((await readCandidacy(second, candidacyId))?.screening).toMatchObject({
      screened: 1,
      outcome: null,
    });
    const page = JSON.stringify(await readCandidacy(second, candidacyId));
    expect(page).not.toMatch(/Dates overlap|Ask the mission|yearsShort/);
    const event = await database().recordEvent.findFirstOrThrow({
      where: { subjectId: candidacyId, kind: "screening.submitted" },
    });
    expect(event.canonical).not.toMatch(/Dates overlap|Ask the mission|yearsShort|"passed":(true|false)/);
    expect(await sheetsSeen(officer, candidacyId)).toEqual([{ name: "Officer", passed: false }]);
    must(await recordScreening(second, { candidacyId, form: await aScreening(candidacyId) }));
    expect(await sheetsSeen(second, candidacyId)).toEqual([{ name: "Second", passed: true }]);
    expect(await sheetsSeen(third, candidacyId)).toEqual([]);
    must(await recordScreening(third, { candidacyId, form: await aScreening(candidacyId) }));
    expect(await sheetsSeen(auditor, candidacyId)).toHaveLength(3);
  });

  it("who share a reason conclude; the letter gives it in words, with advice, in the candidate's language", async () => {
    const { candidacyId, officer, nomination, userId } = await aConsentedCandidacy("UNDOF");
    await database().user.update({ where: { id: userId }, data: { locale: "fr" } });
    const [second] = await officers("Second");
    if (!second) throw new Error("an officer");
    const one = await aRejection(candidacyId, ["yearsShort", "fieldShort"]);
    const two = await aRejection(candidacyId, ["yearsShort"]);
    expect(must(await recordScreening(officer, { candidacyId, form: one }))).toEqual({
      kind: "waits",
      for: "second",
    });
    expect(must(await recordScreening(second, { candidacyId, form: two }))).toMatchObject({
      ...{ kind: "concluded", basis: "consensus", passed: false, reasons: ["yearsShort"] },
    });
    expect(await stateOf(candidacyId)).toBe("screenedOut");
    const mail = await database().outgoingMail.findFirstOrThrow({
      where: { toAddress: nomination.email, kind: "screeningFailed" },
    });
    expect(mail.params).toMatchObject({
      reasons: expect.stringContaining("années à des postes de direction"),
      advice: expect.stringContaining("chaque poste de direction"),
    });
    expect(JSON.stringify(mail.params)).not.toMatch(/Dates overlap|mission sur le terrain/);
    const event = await database().recordEvent.findFirstOrThrow({
      where: { subjectId: candidacyId, kind: "screening.recorded" },
    });
    expect(event.canonical).toContain('"reasonCodes":["yearsShort"]');
    expect(event.canonical).not.toMatch(/Dates overlap|Ask the mission/);
    expect(await database().stageEvent.count({ where: { candidacyId, stage: "screenedIn" } })).toBe(0);
    expect((await readCandidacy(officer, candidacyId))?.gates).toEqual([]);
    expect(await checkData(database())).toEqual([]);
  });

  it("who disagree call a third, once, by task and mail, and two of three stand", async () => {
    const { candidacyId, officer, vacancyId } = await aConsentedCandidacy("UNTSO");
    const [second, third, late] = await officers("Second", "Third", "Late");
    if (!second || !third || !late) throw new Error("officers");
    must(await recordScreening(officer, { candidacyId, form: await aScreening(candidacyId) }));
    const thirdTask = async (actor: Actor) =>
      (await candidacyTasks(actor)).some(({ id }) => id === `third:${vacancyId}`);
    expect(await thirdTask(third)).toBe(false);
    const rejection = await aRejection(candidacyId);
    expect(must(await recordScreening(second, { candidacyId, form: rejection }))).toEqual({
      ...{ kind: "waits", for: "third" },
    });
    expect([await thirdTask(third), await thirdTask(officer), await thirdTask(second)]).toEqual([
      ...[true, false, false],
    ]);
    const asked = await database().outgoingMail.findMany({
      where: { kind: "thirdScreenerWanted", params: { path: ["link"], string_contains: candidacyId } },
      select: { toAddress: true, params: true },
    });
    const address = (actor: Actor) => `${actor.userId}@example.org`;
    expect(asked.map(({ toAddress }) => toAddress)).toContain(address(third));
    expect(asked.map(({ toAddress }) => toAddress)).not.toContain(address(officer));
    expect(JSON.stringify(asked)).not.toMatch(/yearsShort|Dates/);
    const events = { subjectId: candidacyId, kind: "screening.disagreed" };
    expect(await database().recordEvent.count({ where: events })).toBe(1);
    const form = await aScreening(candidacyId);
    const answers = await Promise.all(
      [third, late].map((actor) => recordScreening(actor, { candidacyId, form })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "wrongState" } });
    expect(await stateOf(candidacyId)).toBe("screenedIn");
    expect((await readCandidacy(officer, candidacyId))?.screening.outcome).toMatchObject({
      ...{ passed: true, basis: "majority" },
    });
    expect(await database().screeningSheet.count({ where: { candidacyId } })).toBe(3);
    expect(await checkData(database())).toEqual([]);
  });

  it("at once both count: one concludes, gates are opened once, one letter leaves", async () => {
    const { candidacyId, nomination } = await aConsentedCandidacy("UNISFA");
    const pair = await officers("A", "B");
    const form = await aScreening(candidacyId);
    const answers = await Promise.all(pair.map((actor) => recordScreening(actor, { candidacyId, form })));
    expect(
      answers
        .map(must)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["concluded", "waits"]);
    expect(await database().clearance.count({ where: { candidacyId } })).toBe(4);
    expect(await database().clearanceStep.count({ where: { clearance: { candidacyId } } })).toBe(4);
    const mails = { toAddress: nomination.email, kind: "screeningPassed" };
    expect(await database().outgoingMail.count({ where: mails })).toBe(1);
    const [again] = pair;
    if (!again) throw new Error("an officer");
    expect(await recordScreening(again, { candidacyId, form })).toMatchObject({
      refusal: { code: "alreadyScreened" },
    });
  });
});

describe("nobody is rejected by machine", () => {
  it("neither by the file alone, nor by one finding, nor by time", async () => {
    const { candidacyId, officer } = await aConsentedCandidacy("UNMIK", { seniorYears: 1, fieldMissions: 0 });
    const page = await readCandidacy(officer, candidacyId);
    expect(page?.checks.filter(({ suggestion }) => suggestion === "notMet")).toHaveLength(2);
    expect(await stateOf(candidacyId)).toBe("consented");
    must(await recordScreening(officer, { candidacyId, form: await aRejection(candidacyId) }));
    expect(await stateOf(candidacyId)).toBe("consented");
    await at(new Date(Date.now() + 400 * 86_400_000), async () => {
      await readCandidacy(officer, candidacyId);
      await candidacyTasks(officer);
      expect(await stateOf(candidacyId)).toBe("consented");
    });
    const written = await database().recordEvent.count({
      where: { subjectId: candidacyId, kind: "screening.recorded" },
    });
    expect(written).toBe(0);
  });

  it("and whoever is screened out by a sheet that only one person wrote breaks a rule of the data", async () => {
    const { candidacyId, officer } = await aConsentedCandidacy("UNOWAS");
    await screenTogether(officer, candidacyId, await aRejection(candidacyId));
    const sheet = await database().screeningSheet.findFirstOrThrow({ where: { candidacyId, seat: 2 } });
    await database().screeningSheet.delete({ where: { id: sheet.id } });
    const broken = await checkData(database());
    expect(broken.map(({ rule }) => rule.name)).toEqual(["screened-by-two"]);
    const { id, ...again } = sheet;
    await database().screeningSheet.create({
      data: { ...again, findings: JSON.parse(JSON.stringify(sheet.findings)) },
    });
  });
});

describe("the pages of screening", () => {
  it("send as many statements for a long list as for a short one", async () => {
    const { officer, vacancyId, ids } = await aFieldToScreen("UNSMIL", ["GH", "NP", "UY", "SN"]);
    const [first = "", ...others] = ids;
    const { second } = await screenTogether(officer, first);
    const count = async () => ({
      tasks: (await countQueries(() => candidacyTasks(officer))).queries,
      around: (await countQueries(() => readScreeningNeighbours(officer, vacancyId, first))).queries,
      case: (await countQueries(() => readCandidacy(officer, first))).queries,
    });
    const before = await count();
    for (const candidacyId of others.slice(1)) {
      const form = await aScreening(candidacyId);
      for (const actor of [officer, second]) must(await recordScreening(actor, { candidacyId, form }));
    }
    expect(await count()).toEqual(before);
    expect(before.case).toBeLessThanOrEqual(27);
  });
});
