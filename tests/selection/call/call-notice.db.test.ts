import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { amendCall } from "#app/selection/call/amend-call.server.ts";
import { readCall } from "#app/selection/call/call.queries.server.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { extendCall } from "#app/selection/call/extend-call.server.ts";
import { must } from "#tests/support/must.ts";
import { nominateBy } from "#tests/support/nominee-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import {
  aFocalPoint,
  aNomination,
  anOpenCall,
  inDays,
  moveCall,
  someGlobalCall,
} from "#tests/support/selection-story.ts";

const eventsOf = (subjectId: string) =>
  database().recordEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });
const mailsOf = (kind: string, reference: string) =>
  database().outgoingMail.findMany({ where: { kind, params: { path: ["reference"], equals: reference } } });
const emailOf = async (userId: string | null) =>
  (await database().user.findUniqueOrThrow({ where: { id: userId ?? "" } })).email;
const submit = nominateBy;
const anExtension = (days: number) => ({
  submissionKey: randomUUID(),
  closesAt: inDays(days),
  decisionDueOn: inDays(days + 60)
    .toISOString()
    .slice(0, 10),
  text: { en: "More time, so that more women can be found." },
});
const anAddendum = () => ({
  submissionKey: randomUUID(),
  kind: "addendum" as const,
  text: { en: "The mandate was renewed.", fr: "Le mandat a été renouvelé." },
});

describe("an extension", () => {
  it("tells everybody who began, all focal points of their states, and stands on the page", async () => {
    const { officer, vacancyId, callId, reference } = await anOpenCall("MINURSO");
    const { focalPoint } = await aNomination(vacancyId, "GH");
    const [colleague, stranger] = [await aFocalPoint("GH"), await aFocalPoint("NP")];
    await database().callStart.create({
      data: { callId, userId: (await aFocalPoint("UY")).userId ?? "", stateCode: "UY" },
    });
    const before = await readCall(callId);
    const extension = anExtension(40);
    const posts = await Promise.all([1, 2, 3].map(() => extendCall(officer, { callId, extension })));
    expect(posts.every(({ ok }) => ok)).toBe(true);
    const after = await readCall(callId);
    expect(after.notices).toMatchObject([
      { kind: "extension", previousClosesAt: before.closesAt, newClosesAt: extension.closesAt.toISOString() },
    ]);
    expect(after.closesAt).toBe(extension.closesAt.toISOString());
    expect(after.vacancies[0]?.decisionDueOn).toBe(extension.decisionDueOn);
    const told = (await mailsOf("callExtended", reference)).map(({ toAddress }) => toAddress);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain(await emailOf(focalPoint.userId));
    expect(told).toContain(await emailOf(colleague.userId));
    expect(told).not.toContain(await emailOf(stranger.userId));
    const [event] = (await eventsOf(callId)).filter(({ kind }) => kind === "call.extended");
    expect(event?.canonical).toContain(extension.closesAt.toISOString());
    expect(event?.canonical).not.toContain("more women");
  });

  it("sent again with another hour is refused, at once or later; the first stands, told once", async () => {
    const { officer, callId, reference } = await anOpenCall("UNRCCA");
    await database().callStart.create({ data: { callId, userId: (await aFocalPoint("UY")).userId ?? "" } });
    const extension = anExtension(40);
    const later = { ...extension, closesAt: inDays(41) };
    const orders = [extension, later];
    const answers = await Promise.all(orders.map((one) => extendCall(officer, { callId, extension: one })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "sentOtherwise" } });
    const place = answers[0]?.ok ? 0 : 1;
    const [first = extension, other = later] = place === 0 ? orders : orders.toReversed();
    expect(await extendCall(officer, { callId, extension: other })).toMatchObject({
      refusal: { code: "sentOtherwise" },
    });
    must(await extendCall(officer, { callId, extension: first }));
    expect((await readCall(callId)).closesAt).toBe(first.closesAt.toISOString());
    expect(await mailsOf("callExtended", reference)).toHaveLength(1);
  });

  it("is refused to an earlier hour, past the decision, on a draft, and to others", async () => {
    const { officer, callId } = await anOpenCall("UNIFIL");
    const extend = (changes: object) =>
      extendCall(officer, { callId, extension: { ...anExtension(40), ...changes } });
    expect(await extend({ closesAt: inDays(20) })).toMatchObject({
      refusal: { code: "extensionEarlier", field: "closesAt" },
    });
    expect(await extend({ decisionDueOn: inDays(39).toISOString().slice(0, 10) })).toMatchObject({
      refusal: { code: "decisionBeforeExtension", field: "decisionDueOn" },
    });
    expect(await extend({ decisionDueOn: null })).toMatchObject({ refusal: { code: "decisionDueMissing" } });
    const drafted = must(await draftCall(officer, { draft: someGlobalCall() }));
    expect(await extendCall(officer, { callId: drafted.callId, extension: anExtension(60) })).toMatchObject({
      refusal: { code: "wrongState" },
    });
    const auditor = await anAccount("auditor", "Auditor");
    expect(await extendCall(auditor, { callId, extension: anExtension(40) })).toMatchObject({
      refusal: { code: "notPermitted" },
    });
  });

  it("and nominations at the same moment leave nobody unheard: taken under one hour or told of the other", async () => {
    const { officer, vacancyId, callId, reference } = await anOpenCall("UNISFA", "dsrsgPolitical", "ASG");
    const states = ["GH", "NP", "UY", "FI", "SN", "JO"];
    const focalPoints = await Promise.all(states.map(aFocalPoint));
    const before = await readCall(callId);
    const [extended, ...answers] = await Promise.all([
      extendCall(officer, { callId, extension: anExtension(45) }),
      ...focalPoints.map((focalPoint) => submit(focalPoint, vacancyId)),
    ]);
    must(extended);
    for (const answer of answers) must(answer);
    const told = new Set((await mailsOf("callExtended", reference)).map(({ toAddress }) => toAddress));
    const starts = await database().callStart.findMany({ where: { callId } });
    expect(starts).toHaveLength(states.length);
    expect((await readCall(callId)).closesAt).not.toBe(before.closesAt);
    for (const focalPoint of focalPoints) {
      const nomination = await database().nomination.findFirstOrThrow({
        where: { callId, nominatedById: focalPoint.userId ?? "" },
      });
      const [notice] = await database().callNotice.findMany({ where: { callId } });
      const heard = told.has(await emailOf(focalPoint.userId));
      expect(heard || nomination.submittedAt >= (notice?.createdAt ?? new Date(0))).toBe(true);
    }
  });

  it("lets a call be nominated by again whose hour has passed", async () => {
    const { officer, vacancyId, callId } = await anOpenCall("UNFICYP", "forceCommander", "D-2");
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    const focalPoint = await aFocalPoint("GH");
    expect(await submit(focalPoint, vacancyId)).toMatchObject({ refusal: { code: "callClosed" } });
    must(await extendCall(officer, { callId, extension: anExtension(10) }));
    must(await submit(focalPoint, vacancyId));
  });
});

describe("an addendum or a correction", () => {
  it("is told in each reader's language, once, and changes nothing else", async () => {
    const { officer, vacancyId, callId, reference } = await anOpenCall("UNMISS", "dsrsgRcHc", "ASG");
    const { focalPoint } = await aNomination(vacancyId, "SN");
    await database().user.update({ where: { id: focalPoint.userId ?? "" }, data: { locale: "fr" } });
    const before = await readCall(callId);
    const amendment = anAddendum();
    must(await amendCall(officer, { callId, amendment }));
    expect(must(await amendCall(officer, { callId, amendment })).told).toBe(0);
    const reworded = { ...amendment, text: { en: "Something else was renewed." } };
    expect(await amendCall(officer, { callId, amendment: reworded })).toMatchObject({
      refusal: { code: "sentOtherwise" },
    });
    const another = await anOpenCall("UNSCOL");
    expect(await amendCall(officer, { callId: another.callId, amendment })).toMatchObject({
      refusal: { code: "sentOtherwise" },
    });
    const mails = await mailsOf("callAddendum", reference);
    const email = await emailOf(focalPoint.userId);
    const own = mails.filter(({ toAddress }) => toAddress === email);
    expect(own.map(({ params }) => params)).toMatchObject([{ text: "Le mandat a été renouvelé." }]);
    const after = await readCall(callId);
    expect(after.notices).toHaveLength(1);
    expect(after.vacancies[0]?.rubric).toEqual(before.vacancies[0]?.rubric);
    must(await amendCall(officer, { callId, amendment: { ...anAddendum(), kind: "correction" } }));
    expect((await mailsOf("callCorrection", reference)).map(({ toAddress }) => toAddress)).toContain(email);
    expect(await amendCall(focalPoint, { callId, amendment: anAddendum() })).toMatchObject({ ok: false });
  });
});
