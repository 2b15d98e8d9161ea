import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { acceptProposal, declineProposal } from "#app/mentoring/engagement/answer-proposal.server.ts";
import { endEngagement } from "#app/mentoring/engagement/end-engagement.server.ts";
import { readPairWork } from "#app/mentoring/engagement/pair.queries.server.ts";
import { readProposal, readRun } from "#app/mentoring/matching/matching.queries.server.ts";
import { publishRun } from "#app/mentoring/matching/publish-run.server.ts";
import { runMatching } from "#app/mentoring/matching/run-matching.server.ts";
import { askForAnother } from "#app/mentoring/need/reopen-need.server.ts";
import { mentoringTasks } from "#app/mentoring/tasks.queries.server.ts";
import { paths } from "#app/paths.ts";
import { settle } from "#app/platform/background.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code } from "#tests/support/cadre-story.ts";
import { anAvailableMentor, aStatedNeed, openPairs } from "#tests/support/matching-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

let officer: Actor;
let leaders: Readonly<Record<string, Actor>>;
let mentors: Readonly<Record<string, Actor>>;

/** Three leaders and four mentors with one place each, matched: one pair is at work, one half accepted, one open. */
beforeEach(async () => {
  await database().mentorshipNeed.updateMany({ data: { state: "declined" } });
  await database().mentor.updateMany({ data: { state: "resting" } });
  await database().matchProposal.updateMany({ where: { state: "proposed" }, data: { state: "superseded" } });
  officer = await anAccount("secretariat", "Officer");
  mentors = Object.fromEntries(
    (await Promise.all(["M1", "M2", "M3", "M4"].map((name) => anAvailableMentor(name)))).map(({ actor }) => [
      actor.name,
      actor,
    ]),
  );
  leaders = Object.fromEntries(
    (await Promise.all(["L1", "L2", "L3"].map((name) => aStatedNeed(name)))).map(({ actor }) => [
      actor.name,
      actor,
    ]),
  );
});

const sidesOf = (pair: string): readonly [Actor, Actor] => {
  const [mentor = "", leader = ""] = pair.split(" ");
  const [one, other] = [mentors[mentor], leaders[leader]];
  if (!one || !other) throw new Error(`No pair ${pair}`);
  return [one, other];
};

async function accept(pair: string, proposalId: string) {
  const [mentor, leader] = sidesOf(pair);
  must(await acceptProposal(mentor, { proposalId }));
  return must(await acceptProposal(leader, { proposalId })).engagementId ?? "";
}

/** What was ordered is solved, and its draft published by whoever has the task. */
async function publishDraft() {
  await settle();
  const draft = await database().matchRun.findFirstOrThrow({ where: { state: "draft" } });
  expect(await mentoringTasks(officer)).toMatchObject([
    { title: "mentoring.task.publish", to: paths.matchRun(draft.id) },
  ]);
  must(await publishRun(officer, draft.id));
}

const matched = async () => {
  must(await runMatching(officer));
  await publishDraft();
  const pairs = await openPairs();
  expect(pairs).toHaveLength(3);
  const [first, second, third] = pairs;
  if (!first || !second || !third) throw new Error("no three pairs");
  return [first, second, third] as const;
};

const runs = () => database().matchRun.count();

describe("a side that declines", () => {
  it("has the rest solved again; pairs accepted by both or by one stay as they are", async () => {
    const [begun, half, open] = await matched();
    const engagementId = await accept(begun.pair, begun.id);
    const [waiting] = sidesOf(half.pair);
    must(await acceptProposal(waiting, { proposalId: half.id }));
    const atWork = await database().engagement.findUniqueOrThrow({ where: { id: engagementId } });
    const [, leader] = sidesOf(open.pair);
    const before = await runs();
    must(await declineProposal(leader, { proposalId: open.id, reason: "We fell out in 2019." }));
    await settle();
    expect(await runs()).toBe(before + 1);
    await publishDraft();
    const now = await openPairs();
    expect(now.find(({ needId }) => needId === half.needId)).toMatchObject({
      pair: half.pair,
      mentorAcceptedAt: expect.any(Date),
      menteeAcceptedAt: null,
    });
    const anew = now.find(({ needId }) => needId === open.needId);
    expect(anew?.pair).toBeDefined();
    expect(anew?.mentorId).not.toBe(open.mentorId);
    expect([begun.mentorId, half.mentorId]).not.toContain(anew?.mentorId);
    expect(await database().engagement.findUniqueOrThrow({ where: { id: engagementId } })).toEqual(atWork);
    expect((await database().matchProposal.findUniqueOrThrow({ where: { id: begun.id } })).state).toBe(
      "accepted",
    );
    await settle();
    expect(await runs()).toBe(before + 1);
  });

  it("gives a reason that the secretariat reads and nobody else", async () => {
    const [open] = await matched();
    const [mentor, leader] = sidesOf(open.pair);
    must(await declineProposal(leader, { proposalId: open.id, reason: "We fell out in 2019." }));
    const { runId } = await database().matchProposal.findUniqueOrThrow({ where: { id: open.id } });
    expect(JSON.stringify(await readRun(officer, runId))).toContain("fell out");
    const others = [
      await readRun(await anAccount("auditor", "A"), runId),
      await readProposal(mentor, open.id),
    ];
    expect(JSON.stringify(others)).not.toContain("fell out");
    const mail = await database().outgoingMail.findMany({ where: { kind: "matchDeclined" } });
    expect(JSON.stringify(mail)).not.toContain("fell out");
  });
});

describe("a leader whose pair has ended", () => {
  it("asks for another and gets one, never the same, and the place with the mentor is free", async () => {
    const [begun, second, third] = await matched();
    for (const { id, pair } of [second, third]) await accept(pair, id);
    const engagementId = await accept(begun.pair, begun.id);
    const [, leader] = sidesOf(begun.pair);
    must(await endEngagement(leader, { engagementId, another: true }));
    const mentor = await database().mentor.findUniqueOrThrow({ where: { id: begun.mentorId } });
    expect(mentor.activePairs).toBe(0);
    const titles = async () =>
      (await mentoringTasks(officer)).map(({ title, params }) => [title, params.count]);
    expect(await titles()).toEqual([["mentoring.task.match", 1]]);
    must(await runMatching(officer));
    await publishDraft();
    const [anew, ...none] = await openPairs();
    expect([anew?.needId, none]).toEqual([begun.needId, []]);
    expect(anew?.mentorId).not.toBe(begun.mentorId);
    expect(await titles()).toEqual([]);
    const again = await accept(anew?.pair ?? "", anew?.id ?? "");
    expect(again).not.toBe("");
    const people = {
      menteePersonId: leader.personId ?? "",
      mentorUserId: sidesOf(begun.pair)[0].userId ?? "",
    };
    const kept = { userId: people.mentorUserId, personId: people.menteePersonId, source: "pairing" } as const;
    expect(await database().knownConflict.count({ where: kept })).toBe(1);
  });

  it("may also ask later, once, and only where the pair is over", async () => {
    const [begun] = await matched();
    const engagementId = await accept(begun.pair, begun.id);
    const [mentor, leader] = sidesOf(begun.pair);
    expect(code(await askForAnother(leader, engagementId))).toBe("pairAtWork");
    must(await endEngagement(mentor, { engagementId, another: true }));
    const need = () => database().mentorshipNeed.findUniqueOrThrow({ where: { id: begun.needId } });
    expect((await need()).state).toBe("matched");
    expect(code(await askForAnother(mentor, engagementId))).toBe("notFound");
    expect(code(await askForAnother(officer, engagementId))).toBe("notFound");
    must(await askForAnother(leader, engagementId));
    expect((await need()).state).toBe("stated");
    expect(code(await askForAnother(leader, engagementId))).toBe("wrongState");
  });

  it("asks on the page of the latest pair alone, and not while that one is at work", async () => {
    const [begun] = await matched();
    const first = await accept(begun.pair, begun.id);
    const [, leader] = sidesOf(begun.pair);
    must(await endEngagement(leader, { engagementId: first, another: true }));
    must(await runMatching(officer));
    await publishDraft();
    const anew = (await openPairs()).find(({ needId }) => needId === begun.needId);
    const second = await accept(anew?.pair ?? "", anew?.id ?? "");
    const need = async () =>
      (await database().mentorshipNeed.findUniqueOrThrow({ where: { id: begun.needId } })).state;
    const offered = async (id: string) => (await readPairWork(leader, id))?.another;

    expect(code(await askForAnother(leader, first))).toBe("otherPairAtWork");
    expect(await offered(first)).toMatchObject({ refusal: { code: "otherPairAtWork" } });
    expect(await need()).toBe("matched");

    must(await endEngagement(leader, { engagementId: second, another: false }));
    expect(code(await askForAnother(leader, first))).toBe("laterPair");
    expect(await offered(first)).toMatchObject({ refusal: { code: "laterPair" } });
    expect(await offered(second)).toEqual({ refusal: null });
    must(await askForAnother(leader, second));
    expect(await need()).toBe("stated");
    expect(await offered(second)).toBeNull();
  });
});
