import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readCandidacy, readScreeningNeighbours } from "#app/selection/candidacy.queries.server.ts";
import { candidacyTasks } from "#app/selection/candidacy-tasks.queries.server.ts";
import { listClearances, readClearance } from "#app/selection/clearance.queries.server.ts";
import { closeCall } from "#app/selection/close-call.server.ts";
import { giveConsent } from "#app/selection/give-consent.server.ts";
import { recordClearance } from "#app/selection/record-clearance.server.ts";
import { recordScreening } from "#app/selection/record-screening.server.ts";
import { withdrawCandidacy } from "#app/selection/withdraw-candidacy.server.ts";
import {
  aConsentedCandidacy,
  aScreenedCandidacy,
  aScreening,
  asCandidate,
  asNominee,
  clearAll,
  someConsent,
} from "../support/candidacy-story.ts";
import { must } from "../support/must.ts";
import { countQueries } from "../support/query-count.ts";
import { anAccount } from "../support/screened-vacancy.ts";
import { aNomination, anOpenCall } from "../support/selection-story.ts";

const gatesOf = (candidacyId: string) =>
  database().clearance.findMany({ where: { candidacyId }, orderBy: { kind: "asc" } });

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

describe("a screener's way through a field", () => {
  it("goes by name, from the last to the first, and skips what is screened", async () => {
    const { officer, vacancyId, ids } = await aFieldToScreen("MINUSCA", ["GH", "NP", "UY"]);
    const [first = "", second = "", third = ""] = ids;
    const around = (id: string) => readScreeningNeighbours(officer, vacancyId, id);
    expect(await around(second)).toEqual({ previous: first, next: third, others: 2 });
    expect(await around(third)).toEqual({ previous: second, next: first, others: 2 });
    must(await recordScreening(officer, { candidacyId: second, form: await aScreening(second) }));
    expect(await around(second)).toEqual({ previous: first, next: third, others: 2 });
    expect(await around(first)).toEqual({ previous: third, next: third, others: 1 });
    must(await recordScreening(officer, { candidacyId: third, form: await aScreening(third) }));
    expect(await around(first)).toEqual({ previous: null, next: null, others: 0 });
  });

  it("waits as one task a vacancy, with how many, for the secretariat alone", async () => {
    const { officer, vacancyId, ids } = await aFieldToScreen("MONUSCO", ["GH", "NP"]);
    const mine = async () => (await candidacyTasks(officer)).find(({ id }) => id === `screen:${vacancyId}`);
    expect((await mine())?.params).toMatchObject({ count: 2, mission: "MONUSCO" });
    for (const candidacyId of ids) {
      must(await recordScreening(officer, { candidacyId, form: await aScreening(candidacyId) }));
    }
    expect(await mine()).toBeUndefined();
    expect(await candidacyTasks(await anAccount("auditor", "Auditor"))).toEqual([]);
  });

  it("passes by the officer's own case, and one that the officer is recused from", async () => {
    const { officer, vacancyId, ids } = await aFieldToScreen("UNMISS", ["GH", "NP", "SN"]);
    const [own = "", recused = "", open = ""] = ids;
    const person = await database().candidacy.findUniqueOrThrow({
      where: { id: own },
      select: { person: { select: { userId: true } } },
    });
    const candidate = { ...officer, userId: person.person.userId };
    expect(await readCandidacy(candidate, own)).toBeNull();
    expect(await readScreeningNeighbours(candidate, vacancyId, open)).toMatchObject({
      next: recused,
      others: 1,
    });
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
    await database().conflict.create({
      data: { memberId, candidacyId: recused, source: "nationality", note: "" },
    });
    expect(await readCandidacy(officer, recused)).toBeNull();
    const form = await aScreening(recused);
    expect(await recordScreening(officer, { candidacyId: recused, form })).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await readScreeningNeighbours(officer, vacancyId, own)).toMatchObject({ next: open, others: 1 });
  });
});

describe("screening out", () => {
  it("tells the candidate the reason, and the record the outcome without a word of the file", async () => {
    const { candidacyId, officer, nomination } = await aConsentedCandidacy("UNFICYP");
    const form = await aScreening(candidacyId);
    const findings = form.findings.map((one, n) =>
      n === 0 ? { ...one, verdict: "cannotTell" as const, evidence: "Dates overlap." } : one,
    );
    const out = { ...form, findings, passed: false, note: "Ask the mission." };
    must(await recordScreening(officer, { candidacyId, form: { ...out, reasonCode: "requirementsNotMet" } }));
    const mail = await database().outgoingMail.findFirstOrThrow({
      where: { toAddress: nomination.email, kind: "screeningFailed" },
    });
    expect(mail.params).toMatchObject({ reason: "requirementsNotMet", mission: "UNFICYP" });
    expect(JSON.stringify(mail.params)).not.toContain("Dates overlap");
    const event = await database().recordEvent.findFirstOrThrow({
      where: { subjectId: candidacyId, kind: "screening.recorded" },
    });
    expect(event.canonical).toContain("requirementsNotMet");
    expect(event.canonical).not.toMatch(/Dates overlap|Ask the mission/);
    expect(await database().stageEvent.count({ where: { candidacyId, stage: "screenedIn" } })).toBe(0);
    const page = await readCandidacy(await anAccount("auditor", "Auditor"), candidacyId);
    expect(page?.screening).toMatchObject({ passed: false, reasonCode: "requirementsNotMet" });
    expect(page?.clearances.asked).toBe(0);
  });

  it("is refused for an unmet requirement where all are found met, and with one finding given twice", async () => {
    const { candidacyId, officer } = await aConsentedCandidacy("UNDOF");
    const form = await aScreening(candidacyId);
    const screen = (changes: Partial<typeof form>) =>
      recordScreening(officer, { candidacyId, form: { ...form, ...changes } });
    expect(await screen({ passed: false, reasonCode: "requirementsNotMet" })).toMatchObject({
      refusal: { code: "everythingMet", field: "reasonCode" },
    });
    expect(await screen({ findings: [...form.findings, ...form.findings.slice(0, 1)] })).toMatchObject({
      refusal: { code: "screeningIncomplete" },
    });
    must(await screen({ passed: false, reasonCode: "notAvailable" }));
    expect(await screen({ version: form.version + 1 })).toMatchObject({ refusal: { code: "wrongState" } });
  });
});

describe("a vetting officer's list", () => {
  it("has what waits, by kind; an expired gate waits again and can be renewed", async () => {
    const { candidacyId } = await aScreenedCandidacy("UNIFIL");
    const vetting = await anAccount("vettingOfficer", "Vetting");
    const waiting = async () =>
      (await listClearances(vetting, { waiting: true, page: 1 })).clearances.map(({ id }) => id);
    const gates = await gatesOf(candidacyId);
    const [first] = gates;
    if (!first) throw new Error("four gates");
    const answer = { version: 0, outcome: "clear" as const, validUntil: "2099-06-30" };
    expect(await waiting()).toEqual(expect.arrayContaining(gates.map(({ id }) => id)));
    const { clearances } = await listClearances(vetting, { waiting: true, kind: "medical", page: 1 });
    expect(new Set(clearances.map(({ kind }) => kind))).toEqual(new Set(["medical"]));
    must(await recordClearance(vetting, { clearanceId: first.id, answer }));
    expect(await waiting()).not.toContain(first.id);
    await at(new Date("2099-07-01T00:00:00Z"), async () => {
      expect(await waiting()).toContain(first.id);
      expect(await readClearance(vetting, first.id)).toMatchObject({ expired: true, outcome: "clear" });
      const renewed = { ...answer, version: 1, validUntil: "2100-06-30" };
      must(await recordClearance(vetting, { clearanceId: first.id, answer: renewed }));
      expect(await waiting()).not.toContain(first.id);
    });
  });

  it("lets go of a case that has ended, and takes no more outcomes for it", async () => {
    const story = await aScreenedCandidacy("UNTSO");
    const vetting = await anAccount("vettingOfficer", "Vetting");
    const [gate] = await gatesOf(story.candidacyId);
    if (!gate) throw new Error("four gates");
    const before = (await candidacyTasks(vetting)).map(({ id }) => id);
    expect(before).toContain(`clear:${story.vacancyId}`);
    must(await withdrawCandidacy(asCandidate(story), { candidacyId: story.candidacyId }));
    const after = (await candidacyTasks(vetting)).map(({ id }) => id);
    expect(after).not.toContain(`clear:${story.vacancyId}`);
    const { clearances } = await listClearances(vetting, { waiting: true, page: 1 });
    expect(clearances.map(({ id }) => id)).not.toContain(gate.id);
    const answer = { version: 0, outcome: "clear" as const, validUntil: "2099-06-30" };
    expect(await recordClearance(vetting, { clearanceId: gate.id, answer })).toMatchObject({
      refusal: { code: "wrongState" },
    });
  });

  it("never has one's own case", async () => {
    const { candidacyId, userId } = await aScreenedCandidacy("UNMIK");
    const vetting = { ...(await anAccount("vettingOfficer", "Vetting")), userId };
    const [gate] = await gatesOf(candidacyId);
    if (!gate) throw new Error("four gates");
    expect(await readClearance(vetting, gate.id)).toBeNull();
    const { clearances } = await listClearances(vetting, { waiting: false, page: 1 });
    expect(clearances.map(({ id }) => id)).not.toContain(gate.id);
    const answer = { version: 0, outcome: "clear" as const, validUntil: "2099-06-30" };
    expect(await recordClearance(vetting, { clearanceId: gate.id, answer })).toMatchObject({
      refusal: { code: "ownCase" },
    });
  });

  it("keeps one outcome where two officers record at once", async () => {
    const { candidacyId } = await aScreenedCandidacy("UNMOGIP");
    const officers = await Promise.all(["A", "B"].map((name) => anAccount("vettingOfficer", name)));
    const [gate] = await gatesOf(candidacyId);
    if (!gate) throw new Error("four gates");
    const answers = await Promise.all(
      officers.map((actor, n) =>
        recordClearance(actor, {
          clearanceId: gate.id,
          answer: {
            version: 0,
            outcome: n === 0 ? "clear" : "notClear",
            validUntil: n === 0 ? "2099-01-01" : null,
          },
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const events = { subjectId: gate.id, kind: "clearance.recorded" };
    expect(await database().recordEvent.count({ where: events })).toBe(1);
  });
});

describe("the pages of screening and clearances", () => {
  it("send as many statements for a long list as for a short one", async () => {
    const vetting = await anAccount("vettingOfficer", "Vetting");
    const { officer, vacancyId, ids } = await aFieldToScreen("UNISFA", ["GH", "NP", "UY", "SN"]);
    const [first = "", ...others] = ids;
    must(await recordScreening(officer, { candidacyId: first, form: await aScreening(first) }));
    const count = async () => ({
      list: (await countQueries(() => listClearances(vetting, { waiting: true, page: 1 }))).queries,
      tasks: (await countQueries(() => candidacyTasks(vetting))).queries,
      screening: (await countQueries(() => candidacyTasks(officer))).queries,
      around: (await countQueries(() => readScreeningNeighbours(officer, vacancyId, first))).queries,
      case: (await countQueries(() => readCandidacy(officer, first))).queries,
    });
    const before = await count();
    for (const candidacyId of others.slice(1)) {
      must(await recordScreening(officer, { candidacyId, form: await aScreening(candidacyId) }));
    }
    await clearAll(first);
    expect(await count()).toEqual(before);
  });
});
