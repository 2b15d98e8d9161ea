import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { amendCall } from "#app/selection/call/amend-call.server.ts";
import { callTasks } from "#app/selection/call/call-tasks.queries.server.ts";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { readVacancy } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import {
  aDraft,
  aNomination,
  anOpenCall,
  inDays,
  moveCall,
  published,
  someCall,
} from "#tests/support/selection-story.ts";

const eventsOf = (subjectId: string) =>
  database().recordEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });
const mailsOf = (kind: string, reference: string) =>
  database().outgoingMail.findMany({ where: { kind, params: { path: ["reference"], equals: reference } } });
const anAddendum = () => ({
  submissionKey: randomUUID(),
  kind: "addendum" as const,
  text: { en: "The mandate was renewed.", fr: "Le mandat a été renouvelé." },
});

describe("the end of a call", () => {
  it("comes early only for a reason, which those who began are told; and only with nominations", async () => {
    const { officer, vacancyId, callId, reference } = await anOpenCall("UNDOF", "srsg", "ASG");
    const close = (reason: string) => closeCall(officer, { callId, reason });
    expect(await close("")).toMatchObject({ refusal: { code: "noNominations" } });
    await aNomination(vacancyId);
    expect(await close("")).toMatchObject({ refusal: { code: "earlyCloseReason", field: "reason" } });
    must(await close("Every state has answered."));
    expect(await mailsOf("callEndedEarly", reference)).not.toHaveLength(0);
    expect(await close("Every state has answered.")).toMatchObject({ refusal: { code: "wrongState" } });
    const closed = (await eventsOf(callId)).find(({ kind }) => kind === "call.closed");
    expect(closed?.canonical).toContain('"nominations":1');
    expect((await readVacancy({ userId: null }, vacancyId))?.state).toBe("screening");
    const amended = await amendCall(officer, { callId, amendment: anAddendum() });
    expect(amended).toMatchObject({ refusal: { code: "wrongState" } });
  });

  it("is due once its hour and grace have passed, and then needs no reason", async () => {
    const { officer, vacancyId, callId } = await anOpenCall("MONUSCO", "dsrsgPolitical", "ASG");
    await aNomination(vacancyId);
    const tasks = async () => (await callTasks(officer)).map(({ id }) => id);
    expect(await tasks()).not.toContain(`closingSoon:${callId}`);
    await moveCall(vacancyId, { closesAt: inDays(3) });
    expect(await tasks()).toContain(`closingSoon:${callId}`);
    await moveCall(vacancyId, { closesAt: inDays(-0.01), graceMinutes: 60 });
    expect(await tasks()).not.toContain(`closeCall:${callId}`);
    expect(await closeCall(officer, { callId, reason: "" })).toMatchObject({
      refusal: { code: "earlyCloseReason" },
    });
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await tasks()).toContain(`closeCall:${callId}`);
    must(await closeCall(officer, { callId, reason: "" }));
    expect(await tasks()).not.toContain(`closeCall:${callId}`);
  });

  it("takes one vacancy on and ends another that nobody was nominated for, whose post is free again", async () => {
    const [one, two] = [
      await aDraft("UNAMA", "dsrsgPolitical", "ASG"),
      await aDraft("MINURSO", "forceCommander", "D-2"),
    ];
    const call = await published(one.officer, someCall([one.vacancyId, two.vacancyId]));
    await aNomination(one.vacancyId, "GH");
    const { nominationId, focalPoint } = await aNomination(two.vacancyId, "NP");
    must(await withdrawNomination(focalPoint, { nominationId, reason: "The nominee took another post." }));
    must(await closeCall(one.officer, { callId: call.callId, reason: "Every state has answered." }));
    expect((await readVacancy({ userId: null }, one.vacancyId))?.state).toBe("screening");
    expect((await readVacancy({ userId: null }, two.vacancyId))?.state).toBe("closed");
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    // Other tests here move the hours of calls behind the back of their nominations.
    expect(broken.filter((name) => name !== "nominated-in-time")).toEqual([]);
  });
});

describe("a call that nobody answered", () => {
  it("is ended after its hour, and its post is free again", async () => {
    const { officer, vacancyId, callId } = await anOpenCall("UNVMC", "srsg", "USG");
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    must(await closeCall(officer, { callId, reason: "" }));
    expect((await readVacancy({ userId: null }, vacancyId))?.state).toBe("closed");
  });
});
