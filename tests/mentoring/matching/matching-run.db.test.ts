import { beforeEach, expect, it } from "vitest";
import { acceptProposal } from "#app/mentoring/engagement/answer-proposal.server.ts";
import { liftPairOrder, orderPair } from "#app/mentoring/engagement/order-pair.server.ts";
import { checkRunAgain } from "#app/mentoring/matching/check-run.server.ts";
import { compareRuns, listComparableRuns } from "#app/mentoring/matching/match-comparison.queries.server.ts";
import { currentWeights } from "#app/mentoring/matching/match-settings.queries.server.ts";
import { listRuns, readProposal, readRun } from "#app/mentoring/matching/matching.queries.server.ts";
import { previewWeights } from "#app/mentoring/matching/preview-weights.server.ts";
import { discardRun, publishRun } from "#app/mentoring/matching/publish-run.server.ts";
import { runMatching } from "#app/mentoring/matching/run-matching.server.ts";
import { setWeights } from "#app/mentoring/matching/set-weights.server.ts";
import { solveMatchingRun } from "#app/mentoring/matching/solve-run.server.ts";
import { mentoringTasks } from "#app/mentoring/tasks.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { aLeader, aMentorIn, anOfficer, clearPool, daysOn } from "#tests/support/mentoring-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

beforeEach(clearPool);

/** A run as its job leaves it. */
async function solved(day = 0) {
  const officer = await anOfficer();
  const { runId } = must(await daysOn(day, () => runMatching(officer)));
  await daysOn(day, () => solveMatchingRun(runId));
  return { officer, runId };
}
const stateOf = async (id: string) =>
  (await database().matchRun.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const proposalsOf = (runId: string) =>
  database().matchProposal.findMany({
    where: { runId },
    orderBy: { id: "asc" },
    select: { id: true, needId: true, mentorId: true, state: true },
  });
const mailsAbout = (proposalId: string) =>
  database().outgoingMail.count({ where: { dedupeKey: { contains: proposalId } } });

it("a draft is seen by the secretariat alone, and by both sides once it is published", async () => {
  const { actor: mentor } = await aMentorIn("available");
  const { actor: leader } = await aLeader();
  const auditor = await anAccount("auditor", "Auditor");
  const { officer, runId } = await solved();
  expect(await stateOf(runId)).toBe("draft");
  const [draft] = await proposalsOf(runId);
  expect(draft?.state).toBe("drafted");
  const proposalId = draft?.id ?? "";
  for (const side of [mentor, leader]) {
    expect(await readProposal(side, proposalId)).toBeNull();
    expect(await acceptProposal(side, { proposalId })).toMatchObject({ refusal: { code: "notFound" } });
    expect((await mentoringTasks(side)).filter(({ id }) => id.startsWith("answer"))).toEqual([]);
  }
  expect(await readRun(auditor, runId)).toBeNull();
  expect((await listRuns(auditor, 1)).runs.map(({ id }) => id)).not.toContain(runId);
  expect((await listComparableRuns(auditor)).map(({ id }) => id)).not.toContain(runId);
  expect(await mailsAbout(proposalId)).toBe(0);
  expect((await readRun(officer, runId))?.pairs).toHaveLength(1);

  expect(await daysOn(3, () => publishRun(auditor, runId))).toMatchObject({
    refusal: { code: "notPermitted" },
  });
  must(await daysOn(3, () => publishRun(officer, runId)));
  expect(await readProposal(leader, proposalId)).toMatchObject({ state: "proposed", dueOn: "2027-02-01" });
  expect((await readRun(auditor, runId))?.pairs).toHaveLength(1);
  expect(await mailsAbout(proposalId)).toBe(2);
  expect(await publishRun(officer, runId)).toMatchObject({ refusal: { code: "wrongState" } });
});

it("a draft is refused once its facts have changed, and set aside without a word to anybody", async () => {
  const { mentorId } = await aMentorIn("available");
  await aLeader();
  const { officer, runId } = await solved();
  await database().mentor.update({ where: { id: mentorId }, data: { capacity: 2 } });
  expect(await daysOn(0, () => publishRun(officer, runId))).toMatchObject({
    refusal: { code: "factsChanged" },
  });
  must(await discardRun(officer, runId));
  expect((await proposalsOf(runId)).map(({ state }) => state)).toEqual(["superseded"]);
  expect(await stateOf(runId)).toBe("discarded");
});

it("one run is under way at a time, and one without a leader who waits is refused", async () => {
  const officer = await anOfficer();
  expect(await runMatching(officer)).toMatchObject({ refusal: { code: "nobodyToMatch" } });
  await aLeader();
  await aMentorIn("available");
  const both = await Promise.all([runMatching(officer), runMatching(officer)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "matchingUnderWay" } });
  expect(await runMatching(await anAccount("auditor", "Auditor"))).toMatchObject({
    refusal: { code: "notPermitted" },
  });
});

it("looks at available mentors alone", async () => {
  await aLeader();
  for (const state of ["pledged", "confirmed", "briefed", "resting"] as const) await aMentorIn(state);
  const { officer, runId } = await solved();
  expect(await readRun(officer, runId)).toMatchObject({ pairs: [], unmatched: [{ excluded: [], taken: 0 }] });
});

it("pinned pairs hold and forbidden ones are not formed, each with its reason, until lifted", async () => {
  const best = await aMentorIn("available", { columns: { topics: ["crisis"] } });
  const other = await aMentorIn("available", { columns: { topics: ["conduct"] } });
  const { needId } = await aLeader();
  const pairOf = async (runId: string) => (await proposalsOf(runId)).map(({ mentorId }) => mentorId);
  expect(await pairOf((await solved()).runId)).toEqual([best.mentorId]);
  const officer = await anOfficer();
  const reason = "They know each other's region well.";
  const order = { needId, mentorId: other.mentorId, kind: "pin" as const, reason };
  const { orderId } = must(await orderPair(officer, order));
  expect(await orderPair(officer, { ...order, kind: "forbid" })).toMatchObject({
    refusal: { code: "pairOrderedAlready" },
  });
  expect(await orderPair(await anAccount("auditor", "A"), order)).toMatchObject({
    refusal: { code: "notPermitted" },
  });
  expect(await pairOf((await solved()).runId)).toEqual([other.mentorId]);
  must(await liftPairOrder(officer, orderId));
  must(await orderPair(officer, { ...order, mentorId: best.mentorId, kind: "forbid" }));
  expect(await pairOf((await solved()).runId)).toEqual([other.mentorId]);
});

it("names the least that contradicts where pins cannot hold, and keeps no pair", async () => {
  const { mentorId } = await aMentorIn("available");
  const [first, second, third] = [await aLeader(), await aLeader(), await aLeader()];
  const resting = await aMentorIn("resting");
  const officer = await anOfficer();
  const pin = (needId: string, of = mentorId) =>
    orderPair(officer, { needId, mentorId: of, kind: "pin", reason: "The head of mission asked for it." });
  must(await pin(first.needId));
  must(await pin(second.needId));
  must(await pin(third.needId, resting.mentorId));
  const { runId } = await solved();
  expect(await stateOf(runId)).toBe("refused");
  expect(await proposalsOf(runId)).toEqual([]);
  const run = await readRun(officer, runId);
  expect(run?.conflicts).toHaveLength(2);
  expect(run?.conflicts.find(({ kind }) => kind === "pool")?.pairs).toHaveLength(1);
  const capacity = run?.conflicts.find(({ kind }) => kind === "capacity");
  expect(capacity).toMatchObject({ places: 1 });
  expect(capacity?.pairs.every(({ mentor }) => mentor.startsWith("Awa"))).toBe(true);
});

it("the certificate is checked again from what was kept, and a pair changed behind its back is found", async () => {
  await aMentorIn("available", { columns: { topics: ["crisis"] } });
  const worse = await aMentorIn("available", { columns: { topics: ["conduct"] } });
  await aLeader();
  const { officer, runId } = await solved();
  expect(must(await checkRunAgain(officer, runId))).toEqual({ verified: true });
  await database().matchProposal.updateMany({ where: { runId }, data: { mentorId: worse.mentorId } });
  expect(must(await checkRunAgain(officer, runId))).toEqual({ verified: false });
  expect(await checkRunAgain(await anAccount("auditor", "A"), runId)).toMatchObject({ ok: false });
});

it("weights are previewed without being kept, set with a reason, and used from the next run on", async () => {
  const topical = await aMentorIn("available", { columns: { topics: ["crisis"] } });
  await aLeader();
  await aMentorIn("available", { columns: { topics: [] } });
  const before = await solved();
  const weights = { role: 0, mission: 0, needs: 0, language: 100, hours: 0, preferences: 0 };
  const { pairs } = must(await daysOn(0, () => previewWeights(before.officer, weights)));
  expect(pairs).toHaveLength(1);
  expect(pairs[0]?.before).toMatchObject({ mentorId: topical.mentorId });
  expect((await currentWeights(database())).weightsId).toBeNull();
  must(await setWeights(before.officer, { weights, reason: "Language is what pairs failed on." }));
  expect(await setWeights(before.officer, { weights, reason: "Once more the same." })).toMatchObject({
    refusal: { code: "weightsUnchanged" },
  });
  expect((await currentWeights(database())).weights).toEqual(weights);
  const after = await solved();
  const compared = await compareRuns(after.officer, before.runId, after.runId);
  expect(compared?.pairs).toHaveLength(1);
  expect(compared?.second.score).toBe(10_000);
  expect(
    await setWeights(await anAccount("auditor", "A"), { weights, reason: "I would like it." }),
  ).toMatchObject({
    refusal: { code: "notPermitted" },
  });
});

it("gives the last place to one of two who accept at once, by the database's own word", async () => {
  const { actor: mentor, mentorId } = await aMentorIn("available", { columns: { capacity: 1 } });
  const [one, two] = [await aLeader(), await aLeader()];
  const run = await database().matchRun.create({
    data: { ranById: "x", input: {}, inputHash: "x", certificate: {}, verified: true, unmatched: [] },
  });
  const proposals = await Promise.all(
    [one, two].map(({ needId }) =>
      database().matchProposal.create({
        data: {
          ...{ runId: run.id, needId, mentorId, score: 5000, explanation: {}, state: "proposed" as const },
          ...{ dueOn: new Date("2027-02-01"), mentorAcceptedAt: new Date("2027-01-16") },
        },
      }),
    ),
  );
  const answers = await Promise.all(
    [one, two].map(({ actor }, n) =>
      daysOn(2, () => acceptProposal(actor, { proposalId: proposals[n]?.id ?? "" })),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "mentorHasNoPlace" } });
  expect(await database().engagement.count({ where: { mentorId } })).toBe(1);
  // Not only the use case: the table refuses one pair more than there are places, whoever writes it.
  const more = database().mentor.update({ where: { id: mentorId }, data: { activePairs: { increment: 1 } } });
  await expect(more).rejects.toThrow(/Mentor_capacity/);
  expect(mentor.role).toBe("mentor");
});
