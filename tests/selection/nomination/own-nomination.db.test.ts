import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { openOwnAccount } from "#app/access/create-account.server.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { action, loader } from "#app/routes/own-nomination.$callId.tsx";
import { findOwnCall } from "#app/selection/call/call-facts.queries.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { readDraft } from "#app/selection/nomination/nominee-draft.queries.server.ts";
import { openOwnDraft } from "#app/selection/nomination/open-own-draft.server.ts";
import { readOwnDraft } from "#app/selection/nomination/own-draft.queries.server.ts";
import { saveDraft } from "#app/selection/nomination/save-draft.server.ts";
import { submitOwnNomination } from "#app/selection/nomination/submit-own-nomination.server.ts";
import { vacancyTasks } from "#app/selection/vacancy/vacancy-tasks.queries.server.ts";
import { someConsent } from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { callOf, giveDocument, someFile } from "#tests/support/nominee-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, aNomination, anOpenCall, inDays, moveCall } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

async function aCallForAll(acronym: string, roleKindCode?: string, level?: string) {
  const { vacancyId, reference } = await anOpenCall(acronym, roleKindCode, level);
  const callId = await callOf(vacancyId);
  await database().call.update({ where: { id: callId }, data: { selfNomination: true } });
  return { vacancyId, callId, reference };
}

const aPerson = () => anAccount("candidate", "Ama Sample");

async function aFinished(actor: Actor, callId: string) {
  const { draftId } = must(await openOwnDraft(actor, { callId }));
  const file = someFile({ statement: "", noConviction: "", noViolation: "", noAllegation: "" });
  must(await saveDraft(actor, { draftId, version: 0, file }));
  await giveDocument(actor, draftId, "cv");
  return draftId;
}

describe("nominating oneself", () => {
  it("opens an account by its address once, and lets one that is there be used", async () => {
    const email = `${randomUUID()}@example.org`;
    await Promise.all(
      [1, 2, 3].map(() => openOwnAccount({ email: email.toUpperCase(), name: "Ama Sample" })),
    );
    const account = await database().user.findUniqueOrThrow({ where: { email }, include: { roles: true } });
    expect(account.roles.map(({ role }) => role)).toEqual(["candidate"]);
    const focalPoint = await aFocalPoint("GH");
    const { email: known } = await database().user.findUniqueOrThrow({
      where: { id: focalPoint.userId ?? "" },
    });
    await openOwnAccount({ email: known, name: "Somebody else" });
    const kept = await database().user.findUniqueOrThrow({
      where: { email: known },
      include: { roles: true },
    });
    expect([kept.name, kept.roles.length]).toEqual([focalPoint.name, 2]);
  });

  it("ends in a nomination of no state, marked so, at the account's own address, waiting for consent", async () => {
    const { vacancyId, callId } = await aCallForAll("MINUSCA");
    const actor = await aPerson();
    const draftId = await aFinished(actor, callId);
    expect((await vacancyTasks(actor)).map(({ id }) => id)).toContain(`ownDraft:${draftId}`);
    const answers = await Promise.all([1, 2].map(() => submitOwnNomination(actor, { draftId })));
    const [first] = answers.map((answer) => must(answer).candidacyId);
    const nominations = await database().nomination.findMany({
      where: { callId },
      include: { person: true, candidacy: true },
    });
    expect(nominations).toMatchObject([
      { nominator: "self", stateCode: null, certified: false, vacancyId, person: { userId: actor.userId } },
    ]);
    const [nomination] = nominations;
    expect(nomination?.candidacy).toMatchObject({ id: first, state: "nominated" });
    expect(await database().outgoingMail.count({ where: { kind: "invitation" } })).toBe(0);
    const candidate = { ...actor, personId: nomination?.personId ?? null };
    must(await giveConsent(candidate, { candidacyId: first ?? "", form: someConsent() }));
    expect(await database().outgoingMail.count({ where: { kind: "candidacyConsented" } })).toBe(0);
    expect((await vacancyTasks(actor)).map(({ id }) => id)).not.toContain(`ownDraft:${draftId}`);
  });

  it("is a civilian's, whatever service is posted: military and police posts go through states alone", async () => {
    const { callId } = await aCallForAll("UNSOM");
    const actor = await aPerson();
    const { draftId } = must(await openOwnDraft(actor, { callId }));
    const blank = { statement: "", noConviction: "", noViolation: "", noAllegation: "" };
    must(await saveDraft(actor, { draftId, version: 0, file: someFile({ ...blank, service: "military" }) }));
    await giveDocument(actor, draftId, "cv");
    expect((await readDraft(actor, draftId))?.gaps).toEqual([]);
    must(await submitOwnNomination(actor, { draftId }));
    const version = await database().fileVersion.findFirstOrThrow({
      where: { candidacy: { nomination: { draftId } } },
    });
    expect(version.content).toMatchObject({ service: "civilian" });
  });

  it("begins one draft, however often the link is followed, and nobody else sees it", async () => {
    const { callId } = await aCallForAll("UNMISS");
    const actor = await aPerson();
    const opened = await Promise.all([1, 2, 3].map(() => openOwnDraft(actor, { callId })));
    expect(new Set(opened.map((answer) => must(answer).draftId)).size).toBe(1);
    const draftId = must(
      opened[0] ?? opened[1] ?? { ok: false, refusal: { code: "none", params: {} } },
    ).draftId;
    const another = await aPerson();
    expect(await submitOwnNomination(another, { draftId })).toMatchObject({ refusal: { code: "notFound" } });
    const file = someFile();
    expect(await saveDraft(another, { draftId, version: 0, file })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const focalPoint = await aFocalPoint("GH");
    expect(await saveDraft(focalPoint, { draftId, version: 0, file })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("writes nothing when the page is read, begins when its button is pressed, and then leads to the form", async () => {
    const { callId } = await aCallForAll("MINURSO");
    const actor = await aPerson();
    const browser = await browserOf(actor);
    const path = paths.ownDraft(callId);
    const drafts = () => database().nomineeDraft.count({ where: { callId } });
    const begun = await database().callStart.count({ where: { callId } });
    const page = await loader(asked(path, browser, { callId }));
    expect(page.own).toMatchObject({ kind: "none", bar: null });
    expect([await drafts(), await database().callStart.count({ where: { callId } })]).toEqual([0, begun]);
    const pressed = asked(path, browser, { callId });
    const request = new Request(pressed.request, { method: "POST", body: new URLSearchParams() });
    const answer = await action({ ...pressed, request });
    expect(answer).toMatchObject({ status: 302 });
    expect(await drafts()).toBe(1);
    await expect(loader(asked(path, browser, { callId }))).rejects.toMatchObject({ status: 302 });
    const late = await aPerson();
    const { callId: lateCall, vacancyId } = await aCallForAll("UNISFA");
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await readOwnDraft(late, lateCall)).toMatchObject({ bar: { code: "callClosed" } });
    expect(await readOwnDraft(await aFocalPoint("GH"), callId)).toBeNull();
  });

  it("is refused where the call does not allow it, for seconded posts, unfinished, twice and late", async () => {
    const { vacancyId } = await anOpenCall("UNIFIL");
    const actor = await aPerson();
    expect(await openOwnDraft(actor, { callId: await callOf(vacancyId) })).toMatchObject({
      refusal: { code: "selfNotAllowed" },
    });
    const seconded = await aCallForAll("UNDOF", "forceCommander", "ASG");
    expect(await openOwnDraft(actor, seconded)).toMatchObject({ refusal: { code: "selfNotAllowed" } });
    expect(await findOwnCall(seconded.reference)).toMatchObject({ allowed: false });
    const open = await aCallForAll("UNFICYP");
    expect(await findOwnCall(open.reference)).toMatchObject({ allowed: true });
    const { draftId } = must(await openOwnDraft(actor, open));
    expect(await submitOwnNomination(actor, { draftId })).toMatchObject({
      refusal: { code: "ownDraftIncomplete" },
    });
    expect(await openOwnDraft(await aFocalPoint("GH"), open)).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    const { nomination, userId } = await aNomination(open.vacancyId);
    const nominee = { ...(await aPerson()), userId, name: nomination.givenName };
    const own = await aFinished(nominee, open.callId);
    expect(await submitOwnNomination(nominee, { draftId: own })).toMatchObject({
      refusal: { code: "nominatedOneselfAlready" },
    });
    await moveCall(open.vacancyId, { closesAt: inDays(-1) });
    expect(await submitOwnNomination(actor, { draftId })).toMatchObject({ refusal: { code: "callClosed" } });
  });
});
