import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import {
  findCall,
  listCalls,
  openTo,
  readCall,
  readPublishedRubric,
} from "#app/selection/call/call.queries.server.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { publishCall } from "#app/selection/call/publish-call.server.ts";
import { listOpenCalls } from "#app/selection/nomination/nomination.queries.server.ts";
import { rubricHash } from "#app/selection/rubric/rubric-hash.ts";
import { vacancyTasks } from "#app/selection/vacancy/vacancy-tasks.queries.server.ts";
import { must } from "#tests/support/must.ts";
import { nominateBy } from "#tests/support/nominee-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import {
  aDraft,
  aFocalPoint,
  aNomination,
  anOpenCall,
  inDays,
  moveCall,
  published,
  someCall,
  someGlobalCall,
} from "#tests/support/selection-story.ts";

const eventsOf = (subjectId: string) =>
  database().recordEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });
const submit = nominateBy;

describe("publishing a call", () => {
  it("freezes every rubric, shows its hash, and opens its vacancies together", async () => {
    const [one, two] = [await aDraft("UNMIK"), await aDraft("UNISFA")];
    const call = await published(one.officer, someCall([one.vacancyId, two.vacancyId]));
    const whole = await readCall(call.callId);
    expect(whole.phase).toBe("open");
    for (const { id, rubric, reference } of whole.vacancies) {
      expect(rubric.hash).toBe(rubricHash(rubric));
      expect((await eventsOf(id)).find(({ kind }) => kind === "vacancy.published")?.canonical).toContain(
        rubric.hash,
      );
      expect(await readPublishedRubric(null, reference)).toEqual(rubric);
    }
    const criterion = database().criterion.updateMany({
      where: { rubric: { vacancyId: one.vacancyId } },
      data: { weight: 1 },
    });
    await expect(criterion).rejects.toThrow();
    const event = (await eventsOf(call.callId)).find(({ kind }) => kind === "call.published");
    expect(event?.canonical).toContain('"listRule":"none"');
  });

  it("happens once, however many publish at once, and only with a closing hour far enough ahead", async () => {
    const { officer, vacancyId } = await aDraft("UNAMA", "headOfSpm");
    const { callId } = must(await draftCall(officer, { draft: someCall([vacancyId], 2) }));
    expect(await publishCall(officer, { callId })).toMatchObject({
      refusal: { code: "callTooShort", field: "closesAt" },
    });
    must(await draftCall(officer, { replaces: { callId, version: 0 }, draft: someCall([vacancyId]) }));
    const four = await Promise.all([1, 2, 3, 4].map(() => publishCall(officer, { callId })));
    expect(four.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await eventsOf(callId)).filter(({ kind }) => kind === "call.published")).toHaveLength(1);
    expect((await eventsOf(vacancyId)).filter(({ kind }) => kind === "vacancy.published")).toHaveLength(1);
    expect(await publishCall(await aFocalPoint("GH"), { callId })).toMatchObject({ ok: false });
    expect(await publishCall(officer, { callId: randomUUID() })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("ahead of its opening hour announces it: nobody nominates before", async () => {
    const { vacancyId, callId } = await anOpenCall("UNSMIL", "headOfSpm", "USG", { opensAt: inDays(3) });
    expect((await readCall(callId)).phase).toBe("announced");
    const focalPoint = await aFocalPoint("GH");
    expect(await submit(focalPoint, vacancyId)).toMatchObject({ refusal: { code: "callNotOpenYet" } });
    expect((await listOpenCalls("en", "GH")).map(({ id }) => id)).not.toContain(callId);
    must(await at(inDays(4), () => submit(focalPoint, vacancyId)));
  });
});

describe("a call addressed to certain states", () => {
  it("is not there for the others, and an outline for the public", async () => {
    const { officer, vacancyId, callId, reference } = await anOpenCall("UNTSO", "srsg", "ASG", {
      targetedStateCodes: ["GH", "NP"],
    });
    const [ghana, finland] = [await aFocalPoint("GH"), await aFocalPoint("FI")];
    expect((await findCall(ghana, reference))?.audience).toBe("whole");
    expect(await findCall(finland, reference)).toBeNull();
    expect((await findCall(null, reference))?.audience).toBe("outline");
    expect((await findCall(await anAccount("auditor", "Auditor"), reference))?.audience).toBe("whole");
    expect((await listCalls(finland, 1)).calls.map(({ id }) => id)).not.toContain(callId);
    expect((await listCalls(ghana, 1)).calls.map(({ id }) => id)).toContain(callId);
    expect((await listOpenCalls("en", "FI")).map(({ id }) => id)).not.toContain(callId);
    expect((await vacancyTasks(finland)).map(({ id }) => id)).not.toContain(`nominate:${callId}`);
    expect(await submit(finland, vacancyId)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await database().call.count({ where: { id: callId, ...openTo("FI", new Date()) } })).toBe(0);
    expect(await readPublishedRubric(null, reference)).toBeNull();
    expect(await readPublishedRubric(finland, reference)).toBeNull();
    expect(await readPublishedRubric(officer, reference)).not.toBeNull();
    must(await submit(ghana, vacancyId));
  });

  it("is whole for somebody nominated by it", async () => {
    const { vacancyId, reference } = await anOpenCall("UNMOGIP", "srsg", "ASG", {
      targetedStateCodes: ["GH"],
    });
    const { personId } = await aNomination(vacancyId);
    expect((await findCall(await anAccount("candidate", "Ama", { personId }), reference))?.audience).toBe(
      "whole",
    );
    const stranger = await anAccount("candidate", "Bo", { personId: randomUUID() });
    expect((await findCall(stranger, reference))?.audience).toBe("outline");
  });
});

describe("the hour and its grace", () => {
  it("take a nomination in the grace and mark it, and none after it", async () => {
    const { vacancyId } = await anOpenCall("UNOWAS", "headOfSpm", "USG");
    const focalPoint = await aFocalPoint("GH");
    const closesAt = new Date(Date.now() - 10 * 60_000);
    const inTime = must(await submit(focalPoint, vacancyId));
    await moveCall(vacancyId, { closesAt, graceMinutes: 60 });
    const late = must(await submit(focalPoint, vacancyId));
    const kept = await database().nomination.findMany({
      where: { id: { in: [inTime.nominationId, late.nominationId] } },
      orderBy: { submittedAt: "asc" },
    });
    expect(kept.map(({ inGrace }) => inGrace)).toEqual([false, true]);
    const event = (await eventsOf(late.nominationId)).find(({ kind }) => kind === "nomination.submitted");
    expect(event?.canonical).toContain('"inGrace":true');
    await moveCall(vacancyId, { closesAt, graceMinutes: 9 });
    expect(await submit(focalPoint, vacancyId)).toMatchObject({ refusal: { code: "callClosed" } });
  });
});

describe("the pages of calls", () => {
  it("ask the same number of statements for one vacancy as for three", async () => {
    const drafts = [
      await aDraft("UNOWAS", "dsrsgPolitical", "ASG"),
      await aDraft("UNSMIL", "dsrsgPolitical", "ASG"),
      await aDraft("UNIFIL", "deputyForceCommander", "D-1"),
    ];
    const [first] = drafts;
    if (!first) throw new Error("no draft");
    const one = await anOpenCall("MINUSCA", "dsrsgPolitical", "ASG");
    const three = await published(first.officer, someCall(drafts.map(({ vacancyId }) => vacancyId)));
    const ofOne = await countQueries(() => readCall(one.callId));
    const ofThree = await countQueries(() => readCall(three.callId));
    expect(ofThree.value.vacancies).toHaveLength(3);
    expect(ofThree.queries).toBe(ofOne.queries);
    expect(ofThree.queries).toBeLessThanOrEqual(16);
    expect((await countQueries(() => listCalls(null, 1))).queries).toBeLessThanOrEqual(8);
  });
});

describe("the publication of a call", () => {
  const told = async (callId: string) => {
    const mails = await database().outgoingMail.findMany({
      where: { kind: "callPublished", dedupeKey: { startsWith: `callPublished:${callId}:` } },
    });
    return mails.map(({ toAddress }) => toAddress);
  };
  const addressOf = async (actor: { readonly userId: string | null }) =>
    (await database().user.findUniqueOrThrow({ where: { id: actor.userId ?? "" } })).email;

  it("is told to the focal points of the states it is addressed to, and of no other, once", async () => {
    const [ghana, france] = [await aFocalPoint("GH"), await aFocalPoint("FR")];
    const gone = await aFocalPoint("GH");
    await database().roleGrant.updateMany({
      where: { userId: gone.userId ?? "" },
      data: { revokedAt: new Date() },
    });
    const { officer, vacancyId } = await aDraft("UNMIK", "chiefOfStaff", "D-2");
    const { callId } = must(
      await draftCall(officer, { draft: someCall([vacancyId], 30, { targetedStateCodes: ["GH"] }) }),
    );
    expect(await told(callId)).toEqual([]);
    await Promise.all([1, 2].map(() => publishCall(officer, { callId })));
    const addresses = await told(callId);
    expect(addresses).toContain(await addressOf(ghana));
    expect(addresses).not.toContain(await addressOf(france));
    expect(addresses).not.toContain(await addressOf(gone));
    expect(new Set(addresses).size).toBe(addresses.length);
    const toAll = await published(officer, someGlobalCall());
    expect(await told(toAll.callId)).toEqual(
      expect.arrayContaining([await addressOf(ghana), await addressOf(france)]),
    );
  });
});
