import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readList } from "#app/selection/nomination/list.queries.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { must } from "#tests/support/must.ts";
import { aDraftFile, callOf, submitDrafts } from "#tests/support/nominee-story.ts";
import { aFocalPoint, anOpenCall } from "#tests/support/selection-story.ts";

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

describe("a list and the rule of its call", () => {
  it("against the rule needs a reason, which is kept, shown and only committed to in the record", async () => {
    const { vacancyId, callId, focalPoint, drafts } = await aList("MINURSO", "FI", ["man", "man"]);
    await setRule(callId, "parity2017");
    expect(await submitDrafts(focalPoint, callId, drafts, "too short")).toMatchObject({
      refusal: { code: "listReason", field: "reason" },
    });
    expect(await database().nomination.count({ where: { vacancyId } })).toBe(0);
    const reason = "No woman of our service was available in time.";
    must(await submitDrafts(focalPoint, callId, drafts, reason));
    const list = await readList({ userId: null, locale: "en" }, callId, "FI");
    expect(list?.submissions).toMatchObject([{ ruleMet: false, reason, women: 0, men: 2 }]);
    expect(list?.finding.submitted.met).toBe(false);
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "list.submitted" },
      orderBy: { sequence: "desc" },
    });
    expect(event.canonical).toContain('"ruleMet":false');
    expect(event.canonical).not.toContain("No woman");
  });

  it("within the rule keeps no reason that nobody asked for", async () => {
    const { callId, focalPoint, drafts } = await aList("UNMIK", "RW", ["woman", "man"]);
    await setRule(callId, "parityPlus2021");
    must(await submitDrafts(focalPoint, callId, drafts, "Typed although it was not needed."));
    expect(await database().listSubmission.findFirst({ where: { callId } })).toMatchObject({
      ruleMet: true,
      reason: null,
    });
  });

  it("under the 2024 rule takes a fifth from elsewhere, and asks where it does not fit", async () => {
    const { callId, focalPoint, drafts } = await aList("UNSMIL", "KE", ["woman", "man", "woman", "man"]);
    await setRule(callId, "parityPlus2024");
    const kenyan = await aDraftFile(focalPoint, callId, { gender: "man", additional: "on" });
    expect(await submitDrafts(focalPoint, callId, [...drafts, kenyan])).toMatchObject({
      refusal: { code: "listReason" },
    });
    const nepali = await aDraftFile(focalPoint, callId, {
      gender: "man",
      additional: "on",
      nationalities: ["NP"],
    });
    expect(must(await submitDrafts(focalPoint, callId, [...drafts, nepali])).added).toBe(5);
  });
});

describe("withdrawing a nomination", () => {
  it("ends the candidacy, once, only for the state that nominated, and frees the place on the list", async () => {
    const { vacancyId, callId, focalPoint, drafts } = await aList("MINUJUSTH", "FI", [
      "woman",
      "woman",
      "man",
      "man",
    ]);
    await setRule(callId, "parity2017");
    must(await submitDrafts(focalPoint, callId, drafts));
    const nomination = await database().nomination.findFirstOrThrow({
      where: { draftId: drafts[0]?.draftId },
    });
    const order = { nominationId: nomination.id, reason: "She has been appointed to another office." };
    const stranger = await aFocalPoint("FR");
    expect(await withdrawNomination(stranger, order)).toMatchObject({ refusal: { code: "notFound" } });
    const answers = await Promise.all([
      withdrawNomination(focalPoint, order),
      withdrawNomination(focalPoint, order),
    ]);
    expect(answers).toEqual([1, 2].map(() => ({ ok: true, value: { callId } })));
    must(await withdrawNomination(focalPoint, order));
    expect(await withdrawNomination(focalPoint, { ...order, reason: "Typed in error." })).toMatchObject({
      refusal: { code: "wrongState" },
    });
    const told = { subjectId: nomination.id, kind: "nomination.withdrawn" };
    expect(await database().recordEvent.count({ where: told })).toBe(1);
    const candidacy = await database().candidacy.findUniqueOrThrow({
      where: { nominationId: nomination.id },
    });
    expect(candidacy.state).toBe("withdrawn");
    expect(await database().nomination.findUnique({ where: { id: nomination.id } })).toMatchObject({
      state: "withdrawn",
      withdrawnReason: order.reason,
    });
    const mail = await database().outgoingMail.findFirst({ where: { kind: "nominationWithdrawn" } });
    expect(JSON.stringify(mail?.params)).not.toContain("another office");
    const replacement = await aDraftFile(focalPoint, callId, { gender: "woman" });
    must(await submitDrafts(focalPoint, callId, [replacement]));
    expect(await database().nomination.count({ where: { vacancyId, state: "submitted" } })).toBe(4);
  });
});
