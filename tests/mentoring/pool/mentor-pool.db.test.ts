import { beforeEach, expect, it } from "vitest";
import { acknowledgeCode, markInduction, markOwnInduction } from "#app/mentoring/pool/brief-mentor.server.ts";
import { checkMentors, confirmProfile } from "#app/mentoring/pool/check-mentors.server.ts";
import { latestCode, readInduction } from "#app/mentoring/pool/induction.queries.server.ts";
import { addHeldPost, removeHeldPost } from "#app/mentoring/pool/keep-career.server.ts";
import { openMentor, restMentor, updateMentor } from "#app/mentoring/pool/keep-mentor.server.ts";
import { leaveMentoring } from "#app/mentoring/pool/leave-mentoring.server.ts";
import { readMentor, readOwnMentor } from "#app/mentoring/pool/mentor.queries.server.ts";
import { mentoringTasks } from "#app/mentoring/tasks.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import {
  almostBriefed,
  aMentorIn,
  anOfficer,
  aProfile,
  clearPool,
  daysOn,
} from "#tests/support/mentoring-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

beforeEach(clearPool);

const stored = (id: string) =>
  database().mentor.findUniqueOrThrow({ where: { id }, include: { blackouts: true } });

it("goes from pledged over confirmed and briefed to available, and no step is left out", async () => {
  const { actor, mentorId } = await aMentorIn("pledged", { columns: { checkedAt: null } });
  const steps = await database().inductionStep.findMany({ select: { code: true } });
  const mark = (stepCode: string) => markOwnInduction(actor, { stepCode, version: 1, doneOn: "2027-01-15" });
  const { version: code } = await latestCode(database());
  expect(await daysOn(0, () => mark("programme"))).toMatchObject({
    refusal: { code: "profileNotConfirmed" },
  });
  expect(await acknowledgeCode(actor, { version: code })).toMatchObject({
    refusal: { code: "profileNotConfirmed" },
  });

  must(await daysOn(0, () => updateMentor(actor, aProfile())));
  expect(await stored(mentorId)).toMatchObject({ state: "confirmed" });
  expect((await mentoringTasks(actor)).map(({ id }) => id)).toEqual(["induction"]);
  expect(await openMentor(actor, { version: 1 })).toMatchObject({ refusal: { code: "wrongState" } });
  expect(await daysOn(-1, () => mark("programme"))).toMatchObject({ refusal: { code: "dayInFuture" } });
  for (const step of steps) must(await daysOn(0, () => mark(step.code)));
  expect(await stored(mentorId)).toMatchObject({ state: "confirmed" });
  expect(await acknowledgeCode(actor, { version: code + 1 })).toMatchObject({
    refusal: { code: "codeChanged" },
  });
  must(await daysOn(1, () => acknowledgeCode(actor, { version: code })));
  const briefed = await stored(mentorId);
  expect(briefed.state).toBe("briefed");
  expect((await readInduction(mentorId)).code.acknowledgedOn).toBe("2027-01-16");

  must(await openMentor(actor, { version: briefed.version }));
  const available = await stored(mentorId);
  expect(available.state).toBe("available");
  expect(await openMentor(actor, { version: available.version })).toMatchObject({ ok: false });
  must(await restMentor(actor, { version: available.version }));
  must(await openMentor(actor, { version: available.version + 1 }));
  expect((await stored(mentorId)).state).toBe("available");
});

it("is briefed by the secretariat's last mark too, and by nobody else's", async () => {
  const { mentorId } = await aMentorIn("confirmed");
  await almostBriefed(mentorId, "mission");
  const mark = { mentorId, mark: { stepCode: "mission", version: 1, doneOn: "2027-01-10" } };
  const { actor: another } = await aMentorIn("available");
  for (const who of [another, await anAccount("auditor", "A"), await anAccount("focalPoint", "F")]) {
    expect(await daysOn(0, () => markInduction(who, mark))).toMatchObject({ refusal: { code: "notFound" } });
  }
  must(await daysOn(0, async () => markInduction(await anOfficer(), mark)));
  expect((await stored(mentorId)).state).toBe("briefed");
  const mission = (await readInduction(mentorId)).steps.find(({ code }) => code === "mission");
  expect(mission?.done).toEqual({ on: "2027-01-10", byMentor: false });
});

it("a mentor from before there was a code comes back from a rest once it is acknowledged", async () => {
  const { actor, mentorId } = await aMentorIn("resting");
  expect(await openMentor(actor, { version: 0 })).toMatchObject({ refusal: { code: "codeNotAcknowledged" } });
  must(await acknowledgeCode(actor, await latestCode(database())));
  must(await openMentor(actor, { version: 0 }));
  expect((await stored(mentorId)).state).toBe("available");
});

it.each(["pledged", "confirmed", "briefed"] as const)(
  "leaves from %s to where the pledge stood: the way back leaves out no step",
  async (from) => {
    const { actor, mentorId } = await aMentorIn(
      from,
      from === "pledged" ? { columns: { checkedAt: null } } : {},
    );
    const { version: code } = await latestCode(database());
    const version = async () => (await stored(mentorId)).version;
    must(await leaveMentoring(actor, { mentorId, version: await version(), handOvers: {} }));
    expect((await stored(mentorId)).state).toBe("pledged");
    expect(await acknowledgeCode(actor, { version: code })).toMatchObject({
      refusal: { code: "profileNotConfirmed" },
    });
    expect(await openMentor(actor, { version: await version() })).toMatchObject({ ok: false });

    must(await daysOn(0, async () => updateMentor(actor, aProfile({ version: await version() }))));
    must(await acknowledgeCode(actor, { version: code }));
    expect(await openMentor(actor, { version: await version() })).toMatchObject({
      refusal: { code: "wrongState" },
    });
    for (const step of await database().inductionStep.findMany({ select: { code: true } })) {
      must(
        await daysOn(0, () =>
          markOwnInduction(actor, { stepCode: step.code, version: 1, doneOn: "2027-01-15" }),
        ),
      );
    }
    must(await openMentor(actor, { version: await version() }));
    expect((await stored(mentorId)).state).toBe("available");
  },
);

it("who leaves with the induction behind them is briefed again by confirming the profile", async () => {
  const { actor, mentorId } = await aMentorIn("briefed");
  await almostBriefed(mentorId, "");
  must(await leaveMentoring(actor, { mentorId, version: 0, handOvers: {} }));
  expect((await stored(mentorId)).state).toBe("pledged");
  must(await daysOn(0, () => updateMentor(actor, aProfile({ version: 1 }))));
  expect((await stored(mentorId)).state).toBe("briefed");
});

it("who leaves from the pool rests, and comes back by the code alone where there was no induction yet", async () => {
  const { actor, mentorId } = await aMentorIn("available");
  must(await leaveMentoring(actor, { mentorId, version: 0, handOvers: {} }));
  expect((await stored(mentorId)).state).toBe("resting");
  must(await acknowledgeCode(actor, await latestCode(database())));
  must(await openMentor(actor, { version: 1 }));
  expect((await stored(mentorId)).state).toBe("available");
});

it("keeps the profile current without moving the mentor, days away and wishes included", async () => {
  const { actor, mentorId } = await aMentorIn("resting");
  const profile = aProfile({
    blackouts: [
      { startsOn: "2027-03-01", endsOn: "2027-03-10" },
      { startsOn: "2027-08-01", endsOn: "2027-08-20" },
    ],
    wishedRoleKinds: ["srsg"],
    wishedMandates: ["peacekeeping"],
    wishedLanguages: ["fr"],
    acceptsSameState: "on",
    hoursFrom: 510,
  });
  must(await updateMentor(actor, profile));
  expect(await stored(mentorId)).toMatchObject({
    ...{ state: "resting", hoursFrom: 510, acceptsSameState: true, wishedLanguages: ["fr"] },
  });
  expect((await stored(mentorId)).blackouts).toHaveLength(2);
  expect((await readOwnMentor(actor))?.wishedRoleKinds).toEqual(["srsg"]);
  expect(await updateMentor(actor, { ...profile, version: 1, wishedRoleKinds: ["nothing"] })).toMatchObject({
    refusal: { code: "roleKindUnknown" },
  });
  expect(await updateMentor(actor, profile)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
});

it("refuses a capacity below the pairs at work in words, and the table refuses it too", async () => {
  const { actor, mentorId } = await aMentorIn("available", { columns: { capacity: 2, activePairs: 2 } });
  expect(await updateMentor(actor, aProfile({ capacity: 1 }))).toMatchObject({
    refusal: { code: "capacityBelowPairs", params: { pairs: 2 }, field: "capacity" },
  });
  await expect(database().mentor.update({ where: { id: mentorId }, data: { capacity: 1 } })).rejects.toThrow(
    /Mentor_capacity/,
  );
  await database().mentor.update({ where: { id: mentorId }, data: { activePairs: 0 } });
});

it("asks once a year, once a month until answered, and is answered in one click or by editing", async () => {
  const { actor, mentorId } = await aMentorIn("available");
  const edits = await aMentorIn("available");
  await aMentorIn("pledged");
  const asked = () =>
    database().outgoingMail.count({ where: { dedupeKey: { startsWith: `mentorChecked:${mentorId}` } } });
  const tasks = (day: number) => daysOn(day, async () => (await mentoringTasks(actor)).map(({ id }) => id));
  await daysOn(364, checkMentors);
  expect(await asked()).toBe(0);
  expect(await tasks(364)).toEqual([]);
  await daysOn(366, checkMentors);
  await daysOn(367, checkMentors);
  expect(await asked()).toBe(1);
  expect(await tasks(367)).toEqual(["checkMentor"]);
  await daysOn(397, checkMentors);
  expect(await asked()).toBe(2);
  must(await daysOn(398, () => confirmProfile(actor)));
  expect(await tasks(398)).toEqual([]);
  await daysOn(440, checkMentors);
  expect(await asked()).toBe(2);
  must(await daysOn(398, () => updateMentor(edits.actor, aProfile())));
  expect(await daysOn(399, () => mentoringTasks(edits.actor))).toEqual([]);
});

it("two rounds of the check at once ask nobody twice", async () => {
  const { mentorId } = await aMentorIn("available");
  await daysOn(800, () => Promise.all([checkMentors(), checkMentors()]));
  const asked = { dedupeKey: { startsWith: `mentorChecked:${mentorId}` } };
  expect(await database().outgoingMail.count({ where: asked })).toBe(1);
});

it("keeps posts held with employer and dates; nobody takes off another's", async () => {
  const { actor } = await aMentorIn("available");
  const { actor: another } = await aMentorIn("available");
  const post = {
    ...{ title: "Chief of staff", employer: "Ministry of Defence", roleKindCode: "forceCommander" },
    ...{ startYear: 2008, startMonth: 3, endYear: 2011, endMonth: null },
  };
  must(await addHeldPost(actor, post));
  expect(await addHeldPost(actor, { ...post, roleKindCode: "king" })).toMatchObject({
    refusal: { code: "roleKindUnknown" },
  });
  const [held] = (await readOwnMentor(actor))?.career ?? [];
  expect(held).toMatchObject({ title: "Chief of staff", employer: "Ministry of Defence", startMonth: 3 });
  const postId = held?.id ?? "";
  expect(await removeHeldPost(another, { postId })).toMatchObject({ refusal: { code: "notFound" } });
  must(await removeHeldPost(actor, { postId }));
  expect((await readOwnMentor(actor))?.career).toEqual([]);
});

it("tells the state that pledged neither days away nor wishes", async () => {
  const { mentorId, actor } = await aMentorIn("available");
  const blackouts = [{ startsOn: "2027-03-01", endsOn: "2027-03-10" }];
  must(await updateMentor(actor, aProfile({ blackouts, wishedLanguages: ["fr"] })));
  const focalPoint = { ...(await anAccount("focalPoint", "F")), stateCode: "SN" };
  expect(await readMentor(focalPoint, mentorId)).toMatchObject({ blackouts: [], wishedLanguages: [] });
  expect((await readMentor(await anOfficer(), mentorId))?.blackouts).toHaveLength(1);
});
