import type { Transaction } from "#app/platform/database.server.ts";
import { reviewDays } from "./review.ts";

interface Span {
  readonly engagementId: string;
  /** ISO dates. */
  readonly startedOn: string;
  readonly endsOn: string;
}

/** Sets down when a pair that begins is asked to look back. */
export async function planReviews(tx: Transaction, { engagementId, startedOn, endsOn }: Span) {
  await tx.pairReview.createMany({
    data: reviewDays(startedOn, endsOn).map(({ moment, dueOn }) => ({
      engagementId,
      moment,
      dueOn: new Date(dueOn),
    })),
  });
}
