import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import type { Mark } from "#app/mentoring/engagement/agreement.ts";
import { answerReview } from "#app/mentoring/engagement/answer-review.server.ts";
import { askForReviews } from "#app/mentoring/engagement/ask-for-reviews.server.ts";
import { endCompleted } from "#app/mentoring/engagement/end-completed.server.ts";
import { endEngagement } from "#app/mentoring/engagement/end-engagement.server.ts";
import { readPairWork, readReview } from "#app/mentoring/engagement/pair.queries.server.ts";
import { pairTasks } from "#app/mentoring/engagement/pair-tasks.queries.server.ts";
import { planReviews } from "#app/mentoring/engagement/plan-reviews.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { agreed } from "#tests/support/agreement-story.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { anEngagement, hoursOn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const SECRET = "She talks more than she listens.";

async function aReviewedPair() {
  const story = await anEngagement();
  await hoursOn(1, () => agreed(story));
  const span = { engagementId: story.engagementId, startedOn: "2027-01-15", endsOn: "2028-01-15" };
  await inTransaction((tx) => planReviews(tx, span));
  return story;
}

const onDay = <T>(day: number, work: () => Promise<T>) => hoursOn(day * 24, work);
const MIDDLE = 175;

const answer = (
  actor: Actor,
  engagementId: string,
  marks: readonly Mark[],
  moment: "early" | "middle" | "end" = "middle",
) => answerReview(actor, { engagementId, moment, review: { usefulness: 3, note: SECRET, marks } });

const asked = (engagementId: string, moment: string) =>
  database().outgoingMail.findMany({
    where: {
      kind: "reviewAsked",
      params: { path: ["link"], equals: `/engagements/${engagementId}/reviews/${moment}` },
    },
  });

describe("being asked to look back", () => {
  it("comes two weeks before each review, by message and at home, once", async () => {
    const { engagementId, mentor, mentee } = await aReviewedPair();
    const tasks = async (actor: Actor, day: number) => {
      const all = await onDay(day, () => pairTasks(actor));
      return all.map(({ id }) => id);
    };
    await onDay(75, askForReviews);
    expect(await asked(engagementId, "early")).toHaveLength(0);
    expect(await tasks(mentor, 75)).toEqual([]);
    await onDay(76, askForReviews);
    await onDay(77, askForReviews);
    expect(await asked(engagementId, "early")).toHaveLength(2);
    expect(await events(engagementId, "review.asked")).toHaveLength(1);
    expect(await tasks(mentor, 76)).toEqual([`review:${engagementId}:early`]);
    must(await onDay(78, () => answer(mentor, engagementId, [], "early")));
    expect([await tasks(mentor, 78), await tasks(mentee, 78)]).toEqual([
      [],
      [`review:${engagementId}:early`],
    ]);
  });

  it("comes for the end as well, and is asked until it is given after a completed programme; not after an early end", async () => {
    const done = await aReviewedPair();
    const gone = await aReviewedPair();
    must(await onDay(300, () => endEngagement(gone.mentee, { ...gone, another: false })));
    await onDay(360, askForReviews);
    expect(await asked(done.engagementId, "end")).toHaveLength(2);
    expect(await asked(gone.engagementId, "end")).toHaveLength(0);
    await onDay(367, endCompleted);
    const ids = async (actor: Actor) => (await onDay(370, () => pairTasks(actor))).map(({ id }) => id);
    expect(await ids(done.mentee)).toEqual([`review:${done.engagementId}:end`]);
    expect(await ids(gone.mentee)).toEqual([]);
    must(await onDay(370, () => answer(done.mentee, done.engagementId, [4, 4], "end")));
    expect(code(await onDay(370, () => answer(gone.mentee, gone.engagementId, [4, 4], "end")))).toBe(
      "reviewNotOpen",
    );
  });
});

describe("looking back", () => {
  it("rates each goal anew; each sees the other's marks once both have given theirs", async () => {
    const { engagementId, mentor, mentee } = await aReviewedPair();
    must(await onDay(MIDDLE, () => answer(mentor, engagementId, [3, 4])));
    const goals = async (actor: Actor) => (await readPairWork(actor, engagementId))?.goals;
    expect(await goals(mentee)).toMatchObject([
      { own: { middle: null }, other: { middle: null } },
      { own: { middle: null }, other: { middle: null } },
    ]);
    must(await onDay(MIDDLE, () => answer(mentee, engagementId, [5, 2])));
    expect(await goals(mentee)).toMatchObject([
      { own: { start: 1, middle: 5 }, other: { start: 2, middle: 3 } },
      { own: { middle: 2 }, other: { middle: 4 } },
    ]);
  });

  it("is its author's alone: neither the other side nor the secretariat reads a word or a figure of it", async () => {
    const { engagementId, mentor, mentee } = await aReviewedPair();
    must(await onDay(MIDDLE, () => answer(mentor, engagementId, [3, 4])));
    expect(await readReview(mentor, engagementId, "middle")).toMatchObject({
      given: { note: SECRET, usefulness: 3 },
    });
    const others = [
      await readReview(mentee, engagementId, "middle"),
      await readPairWork(mentee, engagementId),
      await readPairWork(await anAccount("secretariat", "O"), engagementId),
      await database().reviewAnswer.findMany(),
    ];
    expect(JSON.stringify(others)).not.toContain(SECRET);
    expect(others[0]).toMatchObject({ given: null });
    expect(await readReview(await anAccount("secretariat", "O"), engagementId, "middle")).toBeNull();
    expect((await readPairWork(mentee, engagementId))?.reviews[1]).toMatchObject({
      given: 1,
      ownGiven: false,
    });
  });

  it("is given once, in its time, with a mark for every goal", async () => {
    const { engagementId, mentor } = await aReviewedPair();
    expect(code(await onDay(100, () => answer(mentor, engagementId, [1, 1])))).toBe("reviewNotOpen");
    expect(await onDay(MIDDLE, () => answer(mentor, engagementId, [1]))).toMatchObject({
      refusal: { code: "markMissing", field: "mark2" },
    });
    expect(await database().goalRating.count({ where: { moment: "middle", goal: { engagementId } } })).toBe(
      0,
    );
    const both = await onDay(MIDDLE, () =>
      Promise.all([answer(mentor, engagementId, [1, 1]), answer(mentor, engagementId, [5, 5])]),
    );
    expect(both.map(code).toSorted()).toEqual(["ok", "reviewGiven"]);
  });

  it("is the pair's alone", async () => {
    const { engagementId } = await aReviewedPair();
    const stranger = await anEngagement();
    expect(code(await onDay(MIDDLE, () => answer(stranger.mentee, engagementId, [1, 1])))).toBe("notFound");
  });
});
