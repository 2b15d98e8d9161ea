import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { factsOf, loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type KnownGoal, type Mark, marksFor } from "./agreement.ts";
import { loadGoals } from "./agreement-state.queries.server.ts";
import { sealForOne } from "./pair-seal.queries.server.ts";
import { isReviewOpen, type Review, type ReviewMoment, ratesGoals } from "./review.ts";

interface Order {
  readonly engagementId: string;
  readonly moment: ReviewMoment;
  readonly review: Review;
}

/**
 * One of a pair looks back: how useful the mentoring is to them and, at the middle and the end, how near they see
 * themselves to each goal. The note opens for its author alone; the other side learns that a review was given, and the
 * marks once both have given theirs.
 */
export function answerReview(
  actor: Actor,
  { engagementId, moment, review }: Order,
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, engagementId);
    const { personId } = actor;
    if (!pair || personId === null || !can(actor, "review.answer", factsOf(pair))) return refuse("notFound");
    const planned = await tx.pairReview.findUnique({
      where: { engagementId_moment: { engagementId, moment } },
      select: { id: true, dueOn: true, engagement: { select: { ending: true } } },
    });
    if (!planned) return refuse("notFound");
    const standing = { dueOn: dayOf(planned.dueOn), ending: planned.engagement.ending };
    if (!isReviewOpen(standing, dayOf(now()))) return refuse("reviewNotOpen");
    const goals = ratesGoals(moment) ? await loadGoals(tx, engagementId) : [];
    const marks = marksFor(goals.length, review.marks);
    if (marks.missing !== null) return refuse("markMissing", {}, `mark${marks.missing}`);
    const { count } = await tx.reviewAnswer.createMany({
      data: [
        {
          ...{ reviewId: planned.id, personId, usefulness: review.usefulness, answeredAt: now() },
          sealedNote: review.note === "" ? null : sealForOne(engagementId, personId, review.note),
        },
      ],
      skipDuplicates: true,
    });
    if (count !== 1) return refuse("reviewGiven");
    await tx.goalRating.createMany({ data: ratingsOf({ goals, marks: marks.marks, personId, moment }) });
    await appendEvent(tx, actor, {
      kind: "review.given",
      subject: { type: "engagement", id: engagementId },
      facts: { moment },
      committed: { review: { ...review, marks: review.marks.map((mark) => mark ?? null) } },
    });
    return ok();
  });
}

interface Rated {
  readonly goals: readonly KnownGoal[];
  readonly marks: readonly Mark[];
  readonly personId: string;
  readonly moment: ReviewMoment;
}

function ratingsOf({ goals, marks, personId, moment }: Rated) {
  if (!ratesGoals(moment)) return [];
  return goals.flatMap(({ id: goalId }, place) => {
    const mark = marks[place];
    return mark === undefined ? [] : [{ goalId, personId, moment, mark, ratedAt: now() }];
  });
}
