import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { readConsentPage } from "#app/selection/candidate/own-forms.queries.server.ts";
import { readList } from "#app/selection/nomination/list.queries.server.ts";
import { listNominations, readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { listNominations as listForOverseers } from "#app/selection/nomination/nomination-list.queries.server.ts";
import { listFilterSchema } from "#app/selection/nomination/nomination-list.ts";
import { submitList } from "#app/selection/nomination/submit-list.server.ts";
import { must } from "#tests/support/must.ts";
import { aDraftFile, callOf, submitDrafts } from "#tests/support/nominee-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, aNomination, anOpenCall, inDays, moveCall } from "#tests/support/selection-story.ts";

const setRule = (callId: string, listRule: "parity2017" | "parityPlus2021" | "parityPlus2024") =>
  database().call.update({ where: { id: callId }, data: { listRule } });
async function aList(acronym: string, stateCode: string, genders: readonly ("woman" | "man")[]) {
  const { vacancyId } = await anOpenCall(acronym);
  const callId = await callOf(vacancyId);
  const focalPoint = await aFocalPoint(stateCode);
  const drafts = [];
  for (const gender of genders) drafts.push(await aDraftFile(focalPoint, callId, { gender }));
  return { vacancyId, callId, focalPoint, drafts };
}

describe("submitting a list", () => {
  it("asks the nominee, tells every focal point, counts as a stage, and records no personal word", async () => {
    const { vacancyId } = await anOpenCall("MINUSCA");
    const colleague = await aFocalPoint("GH");
    const { nomination, nominationId, candidacyId, userId, focalPoint, draftId } =
      await aNomination(vacancyId);
    const mails = await database().outgoingMail.findMany({ where: { toAddress: nomination.email } });
    expect(mails.map(({ kind }) => kind)).toEqual(["invitation"]);
    const told = await database().outgoingMail.findMany({ where: { kind: "listReceived" } });
    const users = await database().user.findMany({
      where: { id: { in: [focalPoint.userId ?? "", colleague.userId ?? ""] } },
    });
    expect(told.map(({ toAddress }) => toAddress).toSorted()).toEqual(
      users.map(({ email }) => email).toSorted(),
    );
    expect(await database().stageEvent.findMany({ where: { candidacyId } })).toMatchObject([
      { stage: "nominated" },
    ]);
    expect(await database().roleGrant.count({ where: { userId, role: "candidate" } })).toBe(1);
    const [event] = await database().recordEvent.findMany({ where: { subjectId: nominationId } });
    expect(event?.kind).toBe("nomination.submitted");
    expect(event?.canonical).not.toContain(nomination.statement.slice(0, 20));
    expect(event?.canonical).not.toContain(nomination.familyName);
    const { nominations } = await listNominations(
      { userId: null, locale: "en" },
      focalPoint.stateCode ?? "",
      1,
    );
    expect(nominations.map(({ id }) => id)).toContain(nominationId);
    const draft = await database().nomineeDraft.findUniqueOrThrow({ where: { id: draftId } });
    expect(draft.submittedAt).not.toBeNull();
    expect(await database().candidacyDocument.count({ where: { candidacyId, kind: "cv" } })).toBe(1);
  });

  it("keeps what the state says of somebody new: posts, missions, studies, courses, languages, birth and rank", async () => {
    const { vacancyId } = await anOpenCall("UNIFIL");
    const { personId, candidacyId, nomination } = await aNomination(vacancyId);
    expect((await readConsentPage(candidacyId))?.stated).toMatchObject({
      ...{ currentPost: nomination.currentPost, visionStatement: nomination.visionStatement },
      ...{ seniorYears: 21, rank: "Ambassador", service: "civilian", birthDate: "1968-04-21" },
      missions: [{ mission: "UNMISS", startYear: 2012, endYear: 2014 }],
      courses: nomination.courses.map((course) => ({ ...course, year: 2018 })),
    });
    const person = await database().person.findUniqueOrThrow({
      where: { id: personId },
      include: {
        career: true,
        fieldService: true,
        education: true,
        courses: true,
        languages: true,
        profile: true,
      },
    });
    expect(person).toMatchObject({ rank: "Ambassador", service: "civilian", nationalities: ["GH"] });
    expect(person.birthDate?.toISOString().slice(0, 10)).toBe("1968-04-21");
    expect(person.career).toMatchObject([
      { supervisor: "The Minister", budgetThousands: 4500, peopleLed: 300 },
    ]);
    expect(person.fieldService).toMatchObject([{ mission: "UNMISS", startYear: 2012, endYear: 2014 }]);
    expect([person.education.length, person.courses.length, person.languages.length]).toEqual([1, 1, 1]);
    expect(person.profile).toBeNull();
  });

  it("of somebody on file leaves what is on file alone", async () => {
    const { vacancyId } = await anOpenCall("UNISFA");
    const { nomination, personId } = await aNomination(vacancyId, "SN");
    const { callId, focalPoint } = await aList("UNTSO", "JO", []);
    const draft = await aDraftFile(focalPoint, callId, {
      ...{
        email: nomination.email.toUpperCase(),
        givenName: "Somebody",
        nationalities: ["JO"],
        rank: "General",
      },
    });
    must(await submitDrafts(focalPoint, callId, [draft]));
    const person = await database().person.findUniqueOrThrow({ where: { id: personId } });
    expect(person).toMatchObject({ givenName: "Ama", nationalities: ["SN"], rank: "Ambassador" });
  });

  it("is one, however often its form is posted at once", async () => {
    const { callId, focalPoint, drafts } = await aList("UNMISS", "NP", ["woman"]);
    const order = { callId, drafts, reason: "", submissionKey: randomUUID() };
    const post = () => submitList(focalPoint, order);
    const answers = await Promise.all([post(), post(), post()]);
    expect(answers.map((answer) => must(answer).added)).toEqual([1, 1, 1]);
    expect(must(await post()).added).toBe(1);
    expect(await database().nomination.count({ where: { callId, stateCode: "NP" } })).toBe(1);
    expect(await database().listSubmission.count({ where: { callId } })).toBe(1);
  });

  it("sent again with other content is refused, at once or later, and what was sent first stands", async () => {
    const { callId, focalPoint, drafts } = await aList("UNRCCA", "JO", ["woman", "man"]);
    const order = { callId, drafts: drafts.slice(0, 1), reason: "", submissionKey: randomUUID() };
    const wider = { ...order, drafts };
    const answers = await Promise.all([submitList(focalPoint, order), submitList(focalPoint, wider)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "sentOtherwise" } });
    const [first, other] = answers[0]?.ok ? [order, wider] : [wider, order];
    expect(await submitList(focalPoint, other)).toMatchObject({ refusal: { code: "sentOtherwise" } });
    expect(await submitList(focalPoint, { ...first, reason: "For another reason than that." })).toMatchObject(
      {
        refusal: { code: "sentOtherwise" },
      },
    );
    const turned = { ...first, drafts: first.drafts.toReversed() };
    expect(must(await submitList(focalPoint, turned)).added).toBe(first.drafts.length);
    expect(await database().nomination.count({ where: { callId } })).toBe(first.drafts.length);
    expect(await database().listSubmission.count({ where: { callId } })).toBe(1);
  });

  it("by two officers at once takes each nominee once, and tells the other what happened", async () => {
    const { callId, focalPoint, drafts } = await aList("MONUSCO", "BD", ["woman", "man"]);
    const colleague = await aFocalPoint("BD");
    const answers = await Promise.all([
      submitDrafts(focalPoint, callId, drafts),
      submitDrafts(colleague, callId, drafts),
    ]);
    const [won, lost] = answers[0]?.ok ? answers : answers.toReversed();
    expect(won).toMatchObject({ ok: true, value: { added: 2 } });
    expect(lost).toMatchObject({ refusal: { code: "draftSubmittedMeanwhile", field: "drafts" } });
    expect(await database().nomination.count({ where: { callId, stateCode: "BD" } })).toBe(2);
  });

  it("takes no fifth, even by two officers at once, and keeps the draft", async () => {
    const { callId, focalPoint, drafts } = await aList("UNFICYP", "UY", [
      "woman",
      "woman",
      "man",
      "woman",
      "woman",
    ]);
    await setRule(callId, "parity2017");
    const colleague = await aFocalPoint("UY");
    const [a, b, c, d, e] = drafts;
    if (!a || !b || !c || !d || !e) throw new Error("five drafts");
    must(await submitDrafts(focalPoint, callId, [a, b, c]));
    const answers = await Promise.all([
      submitDrafts(focalPoint, callId, [d]),
      submitDrafts(colleague, callId, [e]),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "listTooLong", params: { most: 4, has: 5, over: 1 }, field: "drafts" },
    });
    expect(await database().nomineeDraft.count({ where: { callId, submittedAt: null } })).toBe(1);
  });

  it("is refused with a draft unfinished, changed since it was seen, of another list, and after the hour", async () => {
    const { vacancyId, callId, focalPoint, drafts } = await aList("UNOWAS", "FR", ["woman"]);
    const [draft] = drafts;
    if (!draft) throw new Error("a draft");
    const unfinished = await aDraftFile(focalPoint, callId, { visionStatement: "" });
    expect(await submitDrafts(focalPoint, callId, [draft, unfinished])).toMatchObject({
      refusal: { code: "draftIncomplete", params: { count: 1 } },
    });
    const stale = { ...draft, version: draft.version - 1 };
    expect(await submitDrafts(focalPoint, callId, [stale])).toMatchObject({
      refusal: { code: "draftChangedSince" },
    });
    const stranger = await aFocalPoint("SN");
    expect(await submitDrafts(stranger, callId, [draft])).toMatchObject({
      refusal: { code: "listChangedMeanwhile" },
    });
    const officer = await anAccount("secretariat", "Officer");
    expect(await submitDrafts(officer, callId, [draft])).toMatchObject({ refusal: { code: "notPermitted" } });
    expect(await submitDrafts(focalPoint, randomUUID(), [draft])).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await submitDrafts(focalPoint, callId, [])).toMatchObject({ refusal: { code: "listEmpty" } });
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await submitDrafts(focalPoint, callId, [draft])).toMatchObject({
      refusal: { code: "callClosed" },
    });
    expect(await database().nomineeDraft.count({ where: { id: draft.draftId } })).toBe(1);
  });

  it("after the hour leaves drafts and their words on the list, whole, for the day the call is extended", async () => {
    const { vacancyId, callId, focalPoint, drafts } = await aList("UNMOGIP", "GH", ["woman", "man"]);
    const before = await readList(focalPoint, callId, "GH");
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await submitDrafts(focalPoint, callId, drafts)).toMatchObject({ refusal: { code: "callClosed" } });
    const late = await readList(focalPoint, callId, "GH");
    expect(late?.call).toMatchObject({ open: false, phase: "past" });
    expect(late?.drafts).toEqual(before?.drafts);
    expect(late?.drafts).toHaveLength(2);
    await moveCall(vacancyId, { closesAt: inDays(5) });
    expect(must(await submitDrafts(focalPoint, callId, drafts)).added).toBe(2);
  });

  it("within the grace is taken and marked", async () => {
    const { vacancyId, callId, focalPoint, drafts } = await aList("UNAMA", "GH", ["woman"]);
    await moveCall(vacancyId, { closesAt: new Date(Date.now() - 60_000), graceMinutes: 30 });
    must(await submitDrafts(focalPoint, callId, drafts));
    const nomination = await database().nomination.findFirstOrThrow({
      where: { callId },
      select: { id: true, inGrace: true, candidacy: { select: { id: true } } },
    });
    expect(nomination.inGrace).toBe(true);
    const marked = { inGrace: true };
    expect((await listNominations({ userId: null, locale: "en" }, "GH", 1)).nominations[0]).toMatchObject({
      id: nomination.id,
      ...marked,
    });
    expect(await readNomination(focalPoint, nomination.id)).toMatchObject(marked);
    expect((await readList({ userId: null, locale: "en" }, callId, "GH"))?.nominations).toMatchObject([
      marked,
    ]);
    const officer = await anAccount("secretariat", "Officer");
    expect(await readCandidacy(officer, nomination.candidacy?.id ?? "")).toMatchObject(marked);
    const { nominations } = await listForOverseers(officer, listFilterSchema.parse({ state: "GH" }));
    expect(nominations.find(({ nominationId }) => nominationId === nomination.id)).toMatchObject(marked);
  });

  it("and the end of its call at the same moment leave it taken before or refused, and the drafts where they were", async () => {
    const { vacancyId, callId, focalPoint, drafts } = await aList("UNMHA", "GH", ["woman", "man"]);
    await aNomination(vacancyId, "FI");
    const officer = await anAccount("secretariat", "Officer");
    const end = () => closeCall(officer, { callId, reason: "Every state has answered." });
    const [submitted, ended] = await Promise.all([submitDrafts(focalPoint, callId, drafts), end()]);
    must(ended);
    const taken = submitted.ok ? 2 : 0;
    if (!submitted.ok) expect(submitted).toMatchObject({ refusal: { code: "callClosed" } });
    expect(await database().nomination.count({ where: { callId, stateCode: "GH" } })).toBe(taken);
    expect(await database().nomineeDraft.count({ where: { callId, submittedAt: null } })).toBe(2 - taken);
    const late = await Promise.all([1, 2].map(() => submitDrafts(focalPoint, callId, drafts)));
    for (const answer of late) expect(answer.ok).toBe(false);
    expect(await database().nomineeDraft.count({ where: { callId, stateCode: "GH" } })).toBe(2);
  });

  it("of a person who stands nominated by another state is refused by name", async () => {
    const { vacancyId, callId, focalPoint } = await aList("UNAMI", "JO", []);
    const { nomination } = await aNomination(vacancyId, "NP");
    const draft = await aDraftFile(focalPoint, callId, { email: nomination.email });
    expect(await submitDrafts(focalPoint, callId, [draft])).toMatchObject({
      refusal: { code: "nomineeListed", field: "drafts" },
    });
  });

  it("with a disclosure in the place of a certified point is taken, uncertified", async () => {
    const { callId, focalPoint } = await aList("UNITAMS", "SN", []);
    const draft = await aDraftFile(focalPoint, callId, { noAllegation: "" });
    expect(await submitDrafts(focalPoint, callId, [draft])).toMatchObject({
      refusal: { code: "draftIncomplete" },
    });
    const disclosed = await aDraftFile(focalPoint, callId, {
      ...{ noAllegation: "", disclosure: "An inquiry of 2019 was closed without a finding." },
    });
    must(await submitDrafts(focalPoint, callId, [disclosed]));
    expect(await database().nomination.findFirst({ where: { callId } })).toMatchObject({ certified: false });
  });
});
