import { beforeEach, describe, expect, it } from "vitest";
import { acknowledgeCode, markOwnInduction } from "#app/mentoring/pool/brief-mentor.server.ts";
import { latestCode, latestSteps, readInduction } from "#app/mentoring/pool/induction.queries.server.ts";
import { openMentor, restMentor } from "#app/mentoring/pool/keep-mentor.server.ts";
import { publishCode, publishStep } from "#app/mentoring/pool/publish-standard.server.ts";
import { readStandards } from "#app/mentoring/pool/standard.queries.server.ts";
import { codeVersionSchema, stepVersionSchema } from "#app/mentoring/pool/standard.ts";
import { mentoringTasks } from "#app/mentoring/tasks.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { almostBriefed, aMentorIn, anOfficer, clearPool, daysOn } from "#tests/support/mentoring-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const DUE = "2027-03-01";

/** A mentor in the pool who has been through everything, in whatever version it is now. */
async function aBriefedMentor(state: "available" | "resting" | "confirmed" = "available") {
  const mentor = await aMentorIn(state);
  await almostBriefed(mentor.mentorId, "");
  return mentor;
}

const codeOf = async (text = "One.\nTwo.", dueOn = DUE) => ({
  ...{ version: (await latestCode(database())).version, dueOn },
  ...{ textEn: `${text} ${crypto.randomUUID()}`, textFr: `${text} ${crypto.randomUUID()}` },
});

const stepOf = async (dueOn = DUE) => {
  const version = (await latestSteps(database())).find((step) => step.code === "mission")?.version ?? 0;
  const title = `Missions ${crypto.randomUUID()}`;
  return { version, dueOn, titleEn: title, titleFr: title, textEn: "New text.", textFr: "Texte neuf." };
};

const mails = (kind: string, mentorId: string) =>
  database().outgoingMail.count({ where: { kind, dedupeKey: { endsWith: mentorId } } });

beforeEach(clearPool);

describe("a new version of the code of conduct", () => {
  it("asks those again who acknowledged an earlier one, which stays, and puts nobody out of the pool", async () => {
    const officer = await anOfficer();
    const { actor, mentorId } = await aBriefedMentor();
    const before = await latestCode(database());
    must(await daysOn(0, async () => publishCode(officer, await codeOf())));
    const tasks = await daysOn(1, () => mentoringTasks(actor));
    expect(tasks).toMatchObject([{ id: "codeAgain", dueAt: DUE, to: "/mentor-profile/code" }]);
    expect(await mails("codePublished", mentorId)).toBe(1);
    const { code: shown } = await readInduction(mentorId);
    expect(shown).toMatchObject({
      ...{ version: before.version + 1, dueOn: DUE, publishedOn: "2027-01-15", acknowledgedOn: null },
      earlier: { version: before.version },
    });
    expect((await database().mentor.findUniqueOrThrow({ where: { id: mentorId } })).state).toBe("available");
    expect(code(await acknowledgeCode(actor, { version: before.version }))).toBe("codeChanged");
    must(await acknowledgeCode(actor, { version: shown.version }));
    expect(await daysOn(1, () => mentoringTasks(actor))).toEqual([]);
    const kept = await database().codeAcknowledgement.findMany({
      where: { mentorId },
      select: { version: true },
    });
    expect(kept.map(({ version }) => version).toSorted()).toEqual([before.version, shown.version]);
    const [event] = await events(String(shown.version), "codeOfConduct.published");
    expect(JSON.parse(event?.canonical ?? "{}")).toMatchObject({
      facts: { version: shown.version, dueOn: DUE },
      actor: officer.userId,
    });
  });

  it("is what whoever rests acknowledges before coming back", async () => {
    const officer = await anOfficer();
    const { actor, mentorId } = await aBriefedMentor();
    must(await restMentor(actor, { version: 0 }));
    must(await daysOn(0, async () => publishCode(officer, await codeOf())));
    expect(code(await openMentor(actor, { version: 1 }))).toBe("codeNotAcknowledged");
    must(await acknowledgeCode(actor, await latestCode(database())));
    must(await openMentor(actor, { version: 1 }));
    expect((await database().mentor.findUniqueOrThrow({ where: { id: mentorId } })).state).toBe("available");
  });

  it("is the secretariat's, by a day to come, says something else, and is published once", async () => {
    const officer = await anOfficer();
    const order = await codeOf();
    for (const actor of [await anAccount("auditor", "A"), (await aBriefedMentor()).actor])
      expect(code(await publishCode(actor, order))).toBe("notFound");
    const late = await daysOn(0, () => publishCode(officer, { ...order, dueOn: "2027-01-15" }));
    expect(late).toMatchObject({ refusal: { code: "actionInPast", field: "dueOn" } });
    const { textEn, textFr } = await latestCode(database());
    expect(code(await daysOn(0, () => publishCode(officer, { ...order, textEn, textFr })))).toBe(
      "nothingChanged",
    );
    const both = await Promise.all([1, 2].map(() => daysOn(0, () => publishCode(officer, order))));
    expect(both.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    const change = database().codeOfConduct.updateMany({ data: { textEn: "Another." } });
    await expect(change).rejects.toThrow(/not changed/);
  });

  it("has as many sentences in one language as in the other", () => {
    const form = { version: "1", dueOn: DUE, textEn: "One.\r\nTwo.", textFr: "Un.\r\nDeux." };
    expect(codeVersionSchema.parse(form)).toMatchObject({ textEn: "One.\nTwo." });
    const read = codeVersionSchema.safeParse({ ...form, textFr: "Un." });
    expect(read.error?.issues).toMatchObject([{ path: ["textFr"], message: "sentencesDiffer" }]);
    expect(stepVersionSchema.safeParse({ ...form, titleEn: "T", titleFr: " " }).success).toBe(false);
  });
});

describe("a new version of a step of the induction", () => {
  it("asks those again who went through an earlier one; that they did stays", async () => {
    const officer = await anOfficer();
    const { actor, mentorId } = await aBriefedMentor();
    const fresh = await aMentorIn("available");
    const order = await stepOf();
    must(await daysOn(0, () => publishStep(officer, "mission", order)));
    expect(await daysOn(1, () => mentoringTasks(actor))).toMatchObject([
      { id: "inductionAgain", dueAt: DUE },
    ]);
    expect(await mails("inductionChanged", mentorId)).toBe(1);
    expect(await mails("inductionChanged", fresh.mentorId)).toBe(0);
    const shown = (await readInduction(mentorId)).steps.find((step) => step.code === "mission");
    expect(shown).toMatchObject({ ...{ version: order.version + 1, done: null }, earlier: "2027-01-15" });
    const mark = (version: number) =>
      daysOn(2, () => markOwnInduction(actor, { stepCode: "mission", version, doneOn: "2027-01-16" }));
    expect(code(await mark(order.version))).toBe("stepChanged");
    must(await mark(order.version + 1));
    expect(await daysOn(2, () => mentoringTasks(actor))).toEqual([]);
    expect(await database().inductionDone.count({ where: { mentorId, stepCode: "mission" } })).toBe(2);
    expect(code(await publishStep(await anAccount("auditor", "A"), "mission", order))).toBe("notFound");
    expect(code(await publishStep(officer, "no-such-step", order))).toBe("notFound");
    expect(code(await daysOn(0, () => publishStep(officer, "mission", order)))).toBe("changedMeanwhile");
  });

  it("is the one that mentors on their way in go through", async () => {
    const { actor, mentorId } = await aBriefedMentor("confirmed");
    must(await daysOn(0, async () => publishStep(await anOfficer(), "mission", await stepOf())));
    must(await daysOn(0, async () => publishCode(await anOfficer(), await codeOf())));
    must(await acknowledgeCode(actor, await latestCode(database())));
    const state = async () => (await database().mentor.findUniqueOrThrow({ where: { id: mentorId } })).state;
    expect(await state()).toBe("confirmed");
    const { version } = await stepOf();
    must(
      await daysOn(2, () => markOwnInduction(actor, { stepCode: "mission", version, doneOn: "2027-01-16" })),
    );
    expect(await state()).toBe("briefed");
  });
});

it("the page is for overseers, counts who is through with what, and asks as often for many as for few", async () => {
  const officer = await anOfficer();
  const few = await countQueries(() => readStandards(officer));
  await aBriefedMentor();
  await aBriefedMentor("resting");
  const many = await countQueries(() => readStandards(officer));
  expect(many.queries).toBe(few.queries);
  expect(many.value?.mentors).toBe((few.value?.mentors ?? 0) + 2);
  expect(many.value?.codes[0]?.acknowledged).toBe((few.value?.codes[0]?.acknowledged ?? 0) + 2);
  expect(many.value?.mayPublish).toBe(true);
  expect((await readStandards(await anAccount("auditor", "A")))?.mayPublish).toBe(false);
  for (const role of ["mentor", "mentee", "focalPoint", "candidate"] as const)
    expect(await readStandards(await anAccount(role, role))).toBeNull();
});
