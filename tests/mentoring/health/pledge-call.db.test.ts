import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { draftPledgeCall } from "#app/mentoring/health/draft-pledge-call.server.ts";
import {
  listPledgeCalls,
  pledgeCallTasks,
  readPledgeCall,
} from "#app/mentoring/health/pledge-call.queries.server.ts";
import {
  discardPledgeCall,
  keepPledgeCall,
  sendPledgeCall,
} from "#app/mentoring/health/send-pledge-call.server.ts";
import { pledgeMentor } from "#app/mentoring/pool/pledge-mentor.server.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint } from "#tests/support/selection-story.ts";

const SOON = () => daysAfter(today(), 30);

/** A draft addressed to Ghana and Senegal, whose focal points read English and French. */
async function aDraft() {
  const officer = await anAccount("secretariat", "Officer");
  const [ghana, senegal] = [await aFocalPoint("GH"), await aFocalPoint("SN")];
  await database().user.update({ where: { id: senegal.userId ?? "" }, data: { locale: "fr" } });
  const asked = { gaps: ["language:fr", "women"], states: ["GH", "SN"], answerBy: SOON() };
  const { callId } = must(await draftPledgeCall(officer, asked));
  return { officer, ghana, senegal, callId };
}

const order = (callId: string, changes = {}) => ({
  callId,
  version: 0,
  answerBy: SOON(),
  texts: [
    { stateCode: "GH", text: "We ask Ghana for mentors who work in French, women above all." },
    { stateCode: "SN", text: "Nous demandons au Sénégal des mentors qui travaillent en français." },
  ],
  ...changes,
});

const pledge = (changes = {}) => ({
  ...{ givenName: "Efua", familyName: "Mensah", email: `${randomUUID()}@example.org` },
  ...{ gender: "woman" as const, nationality: "GH", roleKindCode: "srsg", startYear: 2001, endYear: 2005 },
  ...{ capacity: 2, weeklyHours: 2, availableFrom: today(), availableTo: daysAfter(today(), 900) },
  ...{ biography: "Led a mission.", ...changes },
});

const tasksOf = async (actor: Actor) => (await pledgeCallTasks(actor)).map(({ to }) => to);

it("is drafted from what is lacking, each state in the language of its focal point", async () => {
  const { officer, callId, ghana } = await aDraft();
  const draft = await readPledgeCall(officer, callId);
  const textOf = (state: string) =>
    draft?.addressees.find(({ stateCode }) => stateCode === state)?.text ?? "";
  expect(textOf("GH")).toContain("mentors who work in French");
  expect(textOf("GH")).toContain("Ghana");
  expect(textOf("SN")).toMatch(/femmes mentors/);
  expect(await tasksOf(officer)).toContain(`/pledge-calls/${callId}`);
  expect(await readPledgeCall(ghana, callId)).toBeNull();
  expect(await database().outgoingMail.count({ where: { dedupeKey: { contains: callId } } })).toBe(0);
  expect(await events(callId, "pledgeCall.drafted")).toHaveLength(1);
});

it("is sent to every focal point of the states asked, who find it at home until they pledge against it", async () => {
  const { officer, callId, ghana, senegal } = await aDraft();
  must(await keepPledgeCall(officer, order(callId)));
  must(await sendPledgeCall(officer, order(callId, { version: 1 })));
  const mails = await database().outgoingMail.findMany({ where: { dedupeKey: { contains: callId } } });
  const own = mails.filter(({ toAddress }) =>
    [ghana, senegal].some(({ userId }) => toAddress.startsWith(userId ?? "?")),
  );
  expect(own.map(({ locale }) => locale).toSorted()).toEqual(["en", "fr"]);
  expect(own.find(({ locale }) => locale === "fr")?.params).toMatchObject({
    text: order(callId).texts[1]?.text,
    link: `/pledge-calls/${callId}`,
  });
  expect(await events(callId, "pledgeCall.sent")).toHaveLength(1);
  expect(await tasksOf(ghana)).toContain(`/pledge-calls/${callId}`);
  const mine = await readPledgeCall(ghana, callId);
  expect(mine?.addressees.map(({ stateCode }) => stateCode)).toEqual(["GH"]);
  const stranger = await aFocalPoint("NP");
  expect(await readPledgeCall(stranger, callId)).toBeNull();
  expect(await tasksOf(stranger)).toEqual([]);
  const { mentorId } = must(await pledgeMentor(ghana, pledge({ callId })));
  expect(await tasksOf(ghana)).not.toContain(`/pledge-calls/${callId}`);
  expect(await tasksOf(senegal)).toContain(`/pledge-calls/${callId}`);
  const answered = await readPledgeCall(officer, callId);
  expect(answered?.answers).toBe(1);
  expect(answered?.addressees[0]?.answers.map((one) => one.mentorId)).toEqual([mentorId]);
  expect((await readPledgeCall(senegal, callId))?.answers).toBe(0);
  expect((await listPledgeCalls(officer, 1)).calls.find(({ id }) => id === callId)?.answers).toBe(1);
});

it("refuses states without a focal point, a day too soon, a stale wording, and everybody but the secretariat", async () => {
  const { officer, callId, ghana } = await aDraft();
  const asked = { gaps: ["women"], states: ["GH", "TO"], answerBy: SOON() };
  expect(code(await draftPledgeCall(officer, asked))).toBe("stateWithoutFocalPoint");
  const soon = { ...asked, states: ["GH"], answerBy: daysAfter(today(), 13) };
  expect(code(await draftPledgeCall(officer, soon))).toBe("answerDaySoon");
  const auditor = await anAccount("auditor", "Auditor");
  for (const actor of [ghana, auditor]) {
    expect(code(await draftPledgeCall(actor, { ...asked, states: ["GH"] }))).toBe("notPermitted");
    expect(code(await sendPledgeCall(actor, order(callId)))).toBe("notFound");
    expect(code(await discardPledgeCall(actor, { callId, version: 0 }))).toBe("notFound");
  }
  expect(code(await sendPledgeCall(officer, order(callId, { version: 3 })))).toBe("changedMeanwhile");
  const fewer = order(callId).texts.slice(0, 1);
  expect(code(await sendPledgeCall(officer, order(callId, { texts: fewer })))).toBe("changedMeanwhile");
  expect(code(await pledgeMentor(ghana, pledge({ callId })))).toBe("pledgeCallUnknown");
  must(await sendPledgeCall(officer, order(callId)));
  expect(code(await keepPledgeCall(officer, order(callId, { version: 1 })))).toBe("pledgeCallSent");
  expect(code(await discardPledgeCall(officer, { callId, version: 1 }))).toBe("pledgeCallSent");
  const stranger = await aFocalPoint("NP");
  expect(code(await pledgeMentor(stranger, pledge({ callId, nationality: "NP" })))).toBe("pledgeCallUnknown");
});

it("is sent once, however many press at once", async () => {
  const { officer, callId } = await aDraft();
  const answers = await Promise.all([1, 2].map(() => sendPledgeCall(officer, order(callId))));
  expect(answers.map(code).toSorted()).toContain("ok");
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await events(callId, "pledgeCall.sent")).toHaveLength(1);
});

it("is gone once discarded, and the list asks as often for many as for one", async () => {
  const { officer, callId } = await aDraft();
  const one = await countQueries(() => listPledgeCalls(officer, 1));
  await aDraft();
  await aDraft();
  const many = await countQueries(() => listPledgeCalls(officer, 1));
  expect(many.queries).toBe(one.queries);
  expect(many.value.total).toBeGreaterThan(one.value.total);
  must(await discardPledgeCall(officer, { callId, version: 0 }));
  expect(await readPledgeCall(officer, callId)).toBeNull();
  expect(await events(callId, "pledgeCall.discarded")).toHaveLength(1);
});
