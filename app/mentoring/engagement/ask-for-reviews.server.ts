import { loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { REVIEW_ASK_DAYS } from "./review.ts";
import { tellPair } from "./tell-pair.server.ts";

/** How many pairs one round writes to; the next goes on where it stopped. */
const AT_ONCE = 100;

/** Asks both of every pair whose review is due within two weeks to look back; each pair once a review. */
export async function askForReviews(): Promise<number> {
  const until = daysAfter(dayOf(now()), REVIEW_ASK_DAYS);
  const due = await database().pairReview.findMany({
    where: { askedAt: null, dueOn: { lte: new Date(until) }, engagement: { state: "active" } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: AT_ONCE,
    select: { id: true, engagementId: true, moment: true, dueOn: true },
  });
  for (const { id, engagementId, moment, dueOn } of due) {
    await inTransaction(async (tx) => {
      const { count } = await tx.pairReview.updateMany({
        where: { id, askedAt: null, engagement: { state: "active" } },
        data: { askedAt: now() },
      });
      const pair = count === 1 ? await loadPair(tx, engagementId) : null;
      if (!pair) return;
      const answered = await tx.reviewAnswer.findMany({
        where: { reviewId: id },
        select: { personId: true },
      });
      const given = new Set(answered.map(({ personId }) => personId));
      await appendEvent(tx, null, {
        kind: "review.asked",
        subject: { type: "engagement", id: engagementId },
        facts: { moment, dueOn: dayOf(dueOn) },
      });
      await tellPair(tx, pair, {
        kind: "reviewAsked",
        to: [pair.mentor, pair.mentee].filter((person) => !given.has(person.id)),
        link: paths.review(engagementId, moment),
        occasion: `${id}:${dayOf(dueOn)}`,
        extra: { dueOn: dayOf(dueOn) },
      });
    });
  }
  return due.length;
}
