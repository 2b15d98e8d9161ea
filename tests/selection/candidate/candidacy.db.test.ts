import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { candidacyTasks } from "#app/selection/candidate/candidacy-tasks.queries.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import {
  listOwnCandidacies,
  readOwnCandidacy,
} from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { findInvitation, readAnswered } from "#app/selection/candidate/own-forms.queries.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { listClearances } from "#app/selection/clearance/clearance.queries.server.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { readDocument } from "#app/selection/document/read-document.server.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { checkData } from "#prisma/check-data.ts";
import {
  aConsentedCandidacy,
  aScreenedCandidacy,
  aScreening,
  asCandidate,
  asNominee,
  clearAll,
  clearUntil,
  someConsent,
} from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, aNomination, anOpenCall, inDays } from "#tests/support/selection-story.ts";

const tokenMailedTo = async (email: string) => {
  const mail = await database().outgoingMail.findFirstOrThrow({
    where: { toAddress: email, kind: "invitation" },
  });
  const link = (mail.params as { link: string }).link;
  return link.split("/").at(-1) ?? "";
};
const stateOf = async (id: string) => (await database().candidacy.findUniqueOrThrow({ where: { id } })).state;

describe("the invitation", () => {
  it("opens the nominee's own candidacy, keeps only a hash, and ends", async () => {
    const { vacancyId } = await anOpenCall("MINUSCA");
    const nominated = await aNomination(vacancyId);
    const token = await tokenMailedTo(nominated.nomination.email);
    const invitation = await findInvitation(token);
    expect(invitation).toMatchObject({
      ...{ candidacyId: nominated.candidacyId, answered: false, expired: false, kept: null },
    });
    expect(await database().invitation.count({ where: { tokenHash: token } })).toBe(0);
    expect(await database().invitation.count({ where: { tokenHash: hashToken(token) } })).toBe(1);
    expect(await findInvitation(randomUUID())).toBeNull();
    expect(await at(inDays(90), () => findInvitation(token))).toMatchObject({ expired: true });
    must(
      await giveConsent(asNominee(nominated), { candidacyId: nominated.candidacyId, form: someConsent() }),
    );
    expect(await findInvitation(token)).toMatchObject({ answered: true });
    const { givenName, familyName } = nominated.nomination;
    expect(await readAnswered(nominated.candidacyId)).toMatchObject({
      ...{ name: `${givenName} ${familyName}`, mission: { acronym: "MINUSCA" }, withdrawnAt: null },
      purposes: ["vacancy", "cadre", "mentoring"],
    });
  });
});

describe("consent", () => {
  it("keeps the file and each purpose, counts as a stage, tells the state, records no personal word", async () => {
    const { vacancyId } = await anOpenCall("UNMISS");
    const nominated = await aNomination(vacancyId, "NP", "man");
    const { candidacyId, personId } = nominated;
    const form = someConsent({ gender: "man", consentCadre: false });
    must(await giveConsent(asNominee(nominated), { candidacyId, form }));
    const person = await database().person.findUniqueOrThrow({
      where: { id: personId },
      include: { profile: true, languages: true, career: true },
    });
    expect(person).toMatchObject({ gender: "man", profile: { seniorYears: 20 } });
    expect(person.languages).toHaveLength(2);
    expect(person.career).toHaveLength(1);
    const consents = await database().consent.findMany({ where: { candidacyId } });
    expect(
      consents
        .filter(({ given }) => given)
        .map(({ purpose }) => purpose)
        .sort(),
    ).toEqual(["mentoring", "vacancy"]);
    expect(await database().stageEvent.count({ where: { candidacyId, stage: "consented" } })).toBe(1);
    expect(
      await database().outgoingMail.count({ where: { dedupeKey: `candidacyConsented:${candidacyId}` } }),
    ).toBe(1);
    const event = await database().recordEvent.findFirstOrThrow({
      where: { subjectId: candidacyId, kind: "candidacy.consented" },
    });
    expect(event.canonical).not.toContain("Ambassador");
  });

  it("is given once, only by the nominee, and not too late", async () => {
    const { vacancyId } = await anOpenCall("MONUSCO");
    const nominated = await aNomination(vacancyId, "UY");
    const { candidacyId } = nominated;
    const stranger = { ...asNominee(nominated), personId: randomUUID() };
    const form = someConsent();
    expect(await giveConsent(stranger, { candidacyId, form })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const me = asNominee(nominated);
    const odd = someConsent({ languages: [{ code: "xx", level: 3 }] });
    expect(await giveConsent(me, { candidacyId, form: odd })).toMatchObject({
      refusal: { code: "languageUnknown" },
    });
    const both = await Promise.all([
      giveConsent(me, { candidacyId, form }),
      giveConsent(me, { candidacyId, form }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const late = await aNomination(vacancyId, "FI");
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "assessment" } });
    const tooLate = await giveConsent(asNominee(late), { candidacyId: late.candidacyId, form });
    expect(tooLate).toMatchObject({ refusal: { code: "tooLateToConsent" } });
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "open" } });
  });

  it("waits on the candidate's home, and what they see has neither score nor finding", async () => {
    const { vacancyId } = await anOpenCall("UNIFIL");
    const nominated = await aNomination(vacancyId, "SN");
    const me = asCandidate(nominated);
    expect(await candidacyTasks(me)).toMatchObject([{ id: `consent:${nominated.candidacyId}` }]);
    must(await giveConsent(me, { candidacyId: nominated.candidacyId, form: someConsent() }));
    expect(await candidacyTasks(me)).toEqual([]);
    const own = await readOwnCandidacy(nominated.candidacyId);
    expect(Object.keys(own ?? {})).not.toContain("finding");
    expect((await listOwnCandidacies(nominated.personId, 1)).total).toBe(1);
  });

  it("can be withheld, and the candidacy withdrawn, by the candidate alone and once", async () => {
    const { vacancyId } = await anOpenCall("UNISFA");
    const nominated = await aNomination(vacancyId, "KE");
    const { candidacyId } = nominated;
    const other = asCandidate(await aNomination(vacancyId, "JO"));
    expect(await withdrawCandidacy(other, { candidacyId })).toMatchObject({ refusal: { code: "notFound" } });
    must(await withdrawCandidacy(asNominee(nominated), { candidacyId }));
    must(await withdrawCandidacy(asNominee(nominated), { candidacyId }));
    expect(await withdrawCandidacy(asCandidate(nominated), { candidacyId, reason: "Ill." })).toMatchObject({
      refusal: { code: "wrongState" },
    });
    const ended = { subjectId: candidacyId, kind: "candidacy.withdrawn" };
    expect(await database().recordEvent.count({ where: ended })).toBe(1);
    const token = await tokenMailedTo(nominated.nomination.email);
    expect(await findInvitation(token)).toMatchObject({ answered: true });
  });
});

describe("screening", () => {
  it("in asks for every clearance, counts as a stage and tells the candidate", async () => {
    const { candidacyId, officer, nomination } = await aConsentedCandidacy("UNDOF");
    expect((await candidacyTasks(officer)).some(({ id }) => id.startsWith("screen:"))).toBe(true);
    must(await recordScreening(officer, { candidacyId, form: await aScreening(candidacyId) }));
    expect(await stateOf(candidacyId)).toBe("consented");
    const second = await anAccount("secretariat", "Second");
    must(await recordScreening(second, { candidacyId, form: await aScreening(candidacyId) }));
    expect(await stateOf(candidacyId)).toBe("screenedIn");
    expect(await database().clearance.count({ where: { candidacyId, outcome: "pending" } })).toBe(4);
    expect(await database().stageEvent.count({ where: { candidacyId, stage: "screenedIn" } })).toBe(1);
    const mails = await database().outgoingMail.findMany({ where: { toAddress: nomination.email } });
    expect(mails.map(({ kind }) => kind)).toContain("screeningPassed");
  });

  it("suggests what the file says, and leaves the finding to the screener", async () => {
    const { candidacyId, officer } = await aConsentedCandidacy("UNFICYP", { seniorYears: 9 });
    const page = await readCandidacy(officer, candidacyId);
    const suggestions = new Map(page?.checks.map(({ key, suggestion }) => [key, suggestion]));
    expect(suggestions.get("seniorYears")).toBe("notMet");
    expect(suggestions.get("language:en")).toBe("met");
    expect(suggestions.get("attestation")).toBe("met");
  });

  it("is refused incomplete, with a requirement not met, without a reason, on an older file, and on one's own case", async () => {
    const { candidacyId, officer, userId } = await aConsentedCandidacy("UNTSO");
    const form = await aScreening(candidacyId);
    const screen = (changes: Partial<typeof form>, actor = officer) =>
      recordScreening(actor, { candidacyId, form: { ...form, ...changes } });
    expect(await screen({ findings: form.findings.slice(1) })).toMatchObject({
      refusal: { code: "screeningIncomplete" },
    });
    const unmet = form.findings.map((one, n) =>
      n === 0 ? { ...one, verdict: "notMet" as const, evidence: "Nine years." } : one,
    );
    expect(await screen({ findings: unmet })).toMatchObject({ refusal: { code: "requirementsNotMet" } });
    expect(await screen({ findings: unmet, passed: false })).toMatchObject({
      refusal: { code: "reasonMissing" },
    });
    expect(await screen({ version: form.version + 1 })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect(await screen({}, { ...officer, userId })).toMatchObject({ refusal: { code: "ownCase" } });
    expect(await screen({}, await anAccount("auditor", "Auditor"))).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    const short = { findings: unmet, passed: false, reasons: ["yearsShort" as const] };
    must(await screen(short));
    expect(await screen(short)).toMatchObject({ refusal: { code: "alreadyScreened" } });
    must(await screen(short, await anAccount("secretariat", "Second")));
    expect(await stateOf(candidacyId)).toBe("screenedOut");
    expect(await database().clearance.count({ where: { candidacyId } })).toBe(0);
  });

  it("is one, however many screen at once, and waits for the call to close", async () => {
    const { candidacyId, officer } = await aConsentedCandidacy("UNMIK");
    const form = await aScreening(candidacyId);
    const answers = await Promise.all([1, 2, 3].map(() => recordScreening(officer, { candidacyId, form })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { vacancyId, officer: other } = await anOpenCall("UNMOGIP");
    const early = await aNomination(vacancyId, "BD");
    must(await giveConsent(asNominee(early), { candidacyId: early.candidacyId, form: someConsent() }));
    const tooEarly = await recordScreening(other, {
      candidacyId: early.candidacyId,
      form: await aScreening(early.candidacyId),
    });
    expect(tooEarly).toMatchObject({ refusal: { code: "callStillOpen" } });
  });
});

describe("clearances", () => {
  it("are recorded by a vetting officer, in an order of two tabs, never into the past", async () => {
    const { candidacyId, officer } = await aScreenedCandidacy("MINURSO");
    const vetting = await anAccount("vettingOfficer", "Vetting");
    expect((await candidacyTasks(vetting)).length).toBeGreaterThan(0);
    const { clearances } = await listClearances(vetting, { view: "waiting", page: 1 });
    const own = await database().clearance.findFirstOrThrow({ where: { candidacyId, kind: "conduct" } });
    expect(clearances.map(({ id }) => id)).toContain(own.id);
    const answer = clearUntil(0, "2034-01-01");
    const record = (changes: Partial<typeof answer>, actor = vetting) =>
      recordClearance(actor, { clearanceId: own.id, answer: { ...answer, ...changes } });
    expect(await record({}, officer)).toMatchObject({ refusal: { code: "notPermitted" } });
    expect(await record({ validUntil: "2020-01-01" })).toMatchObject({
      refusal: { code: "clearanceDatePast" },
    });
    must(await record({}));
    expect(await record({})).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    const event = await database().recordEvent.findFirstOrThrow({ where: { subjectId: own.id } });
    expect(event.canonical).not.toContain('clear"');
    await clearAll((await aScreenedCandidacy("UNOWAS")).candidacyId);
    expect(await checkData(database())).toEqual([]);
  });
});

describe("a document", () => {
  it("is read by those with a part in the case, on record, and by nobody else", async () => {
    const story = await aConsentedCandidacy("UNOCA");
    const { candidacyId, focalPoint, officer } = story;
    const { id: documentId } = await database().candidacyDocument.findFirstOrThrow({
      where: { candidacyId },
    });
    for (const actor of [officer, focalPoint, asCandidate(story), await anAccount("auditor", "Auditor")]) {
      const file = must(await readDocument(actor, { documentId }));
      expect(new TextDecoder().decode(file.bytes)).toContain("%PDF");
    }
    expect(
      await database().recordEvent.count({ where: { subjectId: documentId, kind: "document.read" } }),
    ).toBe(4);
    const strangers = [
      await aFocalPoint("FR"),
      await anAccount("panelMember", "Elsewhere"),
      await anAccount("decisionMaker", "Decision"),
      { ...asCandidate(story), personId: randomUUID() },
    ];
    for (const actor of strangers) {
      expect(await readDocument(actor, { documentId })).toMatchObject({ refusal: { code: "notFound" } });
    }
  });
});

describe("the pages of a candidacy", () => {
  it("ask few statements", async () => {
    const { candidacyId, officer } = await aScreenedCandidacy("UNRCCA");
    expect((await countQueries(() => readCandidacy(officer, candidacyId))).queries).toBeLessThanOrEqual(27);
    expect((await countQueries(() => readOwnCandidacy(candidacyId))).queries).toBeLessThanOrEqual(22);
    expect(
      (await countQueries(() => listClearances(officer, { view: "waiting", page: 1 }))).queries,
    ).toBeLessThanOrEqual(9);
  });
});
