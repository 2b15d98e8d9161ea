import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import {
  findCall,
  listCalls,
  readCall,
  readPublishedRubric,
} from "#app/selection/call/call.queries.server.ts";
import { callTasks } from "#app/selection/call/call-tasks.queries.server.ts";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { discardCall } from "#app/selection/call/discard-call.server.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { didDiscardCall } from "#app/selection/nomination/find-discarded.server.ts";
import { readVacancy } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { vacancyTasks } from "#app/selection/vacancy/vacancy-tasks.queries.server.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aDraft, aFocalPoint, published, someCall, someGlobalCall } from "#tests/support/selection-story.ts";

const eventsOf = (subjectId: string) =>
  database().recordEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });

describe("a draft of a call", () => {
  it("takes its vacancies, keeps its reference, and is seen by the secretariat alone", async () => {
    const one = await aDraft("MINUSCA");
    const { officer } = one;
    const { callId, reference } = must(await draftCall(officer, { draft: someCall([one.vacancyId]) }));
    const vacancy = await readVacancy({ userId: null }, one.vacancyId);
    expect(vacancy).toMatchObject({ reference, call: { reference }, state: "draft" });
    expect((await findCall(officer, reference))?.audience).toBe("whole");
    for (const reader of [null, await aFocalPoint("GH"), await anAccount("mentor", "Mentor")]) {
      expect(await findCall(reader, reference)).toBeNull();
      expect((await listCalls(reader, 1)).calls.map(({ id }) => id)).not.toContain(callId);
    }
    expect(await readPublishedRubric(officer, reference)).toBeNull();
    expect((await eventsOf(callId)).map(({ kind }) => kind)).toEqual(["call.drafted"]);
    expect((await callTasks(officer)).map(({ id }) => id)).toContain(`publishCall:${callId}`);
    expect((await vacancyTasks(officer)).map(({ id }) => id)).not.toContain(`call:${one.vacancyId}`);
  });

  it("becomes one for several, and lets go of a vacancy that is taken out", async () => {
    const [one, two] = [await aDraft("UNMISS"), await aDraft("UNFICYP")];
    const { officer } = one;
    const first = must(await draftCall(officer, { draft: someCall([one.vacancyId]) }));
    const replaces = { callId: first.callId, version: 0 };
    const both = must(
      await draftCall(officer, { replaces, draft: someCall([one.vacancyId, two.vacancyId]) }),
    );
    expect(both.callId).toBe(first.callId);
    expect(both.reference).toMatch(/^\d{4}-call-\d+$/);
    const stale = await draftCall(officer, { replaces, draft: someCall([one.vacancyId]) });
    expect(stale).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    const again = { callId: first.callId, version: 1 };
    must(await draftCall(officer, { replaces: again, draft: someCall([two.vacancyId]) }));
    expect((await readVacancy({ userId: null }, one.vacancyId))?.call).toBeNull();
  });

  it("is discarded by the secretariat, once: its vacancies are free, and the record knows", async () => {
    const { officer, vacancyId } = await aDraft("UNMISS", "chiefOfStaff", "D-2");
    const { callId, reference } = must(await draftCall(officer, { draft: someCall([vacancyId]) }));
    const stranger = await aFocalPoint("GH");
    expect(await discardCall(stranger, { callId, version: 0 })).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    expect(await discardCall(officer, { callId, version: 1 })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    const answers = await Promise.all([1, 2].map(() => discardCall(officer, { callId, version: 0 })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const colleague = await anAccount("secretariat", "Colleague");
    expect(await discardCall(colleague, { callId, version: 0 })).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await Promise.all([officer, colleague].map((one) => didDiscardCall(one, reference)))).toEqual([
      true,
      false,
    ]);
    expect(await findCall(officer, reference)).toBeNull();
    expect((await readVacancy({ userId: null }, vacancyId))?.call).toBeNull();
    expect((await eventsOf(callId)).map(({ kind }) => kind)).toEqual(["call.drafted", "call.discarded"]);
    must(await draftCall(officer, { draft: someCall([vacancyId]) }));
  });

  it("leaves a number behind that no later call runs into; what was published is never discarded", async () => {
    const { officer, vacancyId } = await aDraft("UNIFIL", "chiefOfStaff", "D-2");
    const first = must(await draftCall(officer, { draft: someGlobalCall() }));
    const second = must(await draftCall(officer, { draft: someGlobalCall() }));
    must(await discardCall(officer, { callId: first.callId, version: 0 }));
    const third = must(await draftCall(officer, { draft: someGlobalCall() }));
    expect(new Set([first.reference, second.reference, third.reference]).size).toBe(3);
    const { callId } = await published(officer, someCall([vacancyId]));
    expect(await discardCall(officer, { callId, version: 1 })).toMatchObject({
      refusal: { code: "callPublishedAlready" },
    });
  });

  it("is refused for a vacancy of another call, an unknown state, a uniformed post, and to others", async () => {
    const { officer, vacancyId } = await aDraft("MONUSCO");
    must(await draftCall(officer, { draft: someCall([vacancyId]) }));
    expect(await draftCall(officer, { draft: someCall([vacancyId]) })).toMatchObject({
      refusal: { code: "vacancyNotFree", field: "vacancyIds" },
    });
    const nowhere = someGlobalCall({ targetedStateCodes: ["XX"] });
    expect(await draftCall(officer, { draft: nowhere })).toMatchObject({ refusal: { code: "stateUnknown" } });
    const uniformed = await aDraft("UNDOF", "forceCommander", "ASG");
    const draft = someCall([uniformed.vacancyId], 30, { selfNomination: true });
    expect(await draftCall(officer, { draft })).toMatchObject({
      refusal: { code: "selfNominationUniformed", field: "selfNomination" },
    });
    for (const role of ["auditor", "focalPoint", "decisionMaker"] as const) {
      const other = await anAccount(role, role, { stateCode: role === "focalPoint" ? "GH" : null });
      expect(await draftCall(other, { draft })).toMatchObject({ refusal: { code: "notPermitted" } });
    }
  });
});

describe("a call for the cadre at large", () => {
  it("has words and requirements of its own, and is ended without a nomination", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const call = await published(officer, someGlobalCall());
    expect(call.reference).toMatch(/^\d{4}-global-\d+$/);
    const whole = await readCall(call.callId);
    expect(whole).toMatchObject({ kind: "global", listRule: "parityPlus2024", vacancies: [] });
    expect(whole.requirements.map(({ kind }) => kind)).toEqual([
      "seniorYears",
      "fieldMissions",
      "language",
      "attestation",
    ]);
    must(await closeCall(officer, { callId: call.callId, reason: "Replaced by the call of next year." }));
    expect((await readCall(call.callId)).phase).toBe("closed");
  });
});
