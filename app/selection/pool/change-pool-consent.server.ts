import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { CONSENT_TEXT_VERSION } from "#app/selection/nomination/profile.ts";
import { loadPoolReview } from "./pool-review.queries.server.ts";

interface Order {
  readonly nominationId: string;
  readonly given: boolean;
}

/**
 * Somebody who agreed to be reviewed for the cadre agrees that studies use the file, or takes that back: at any time,
 * also after the review. What was said before stands in the record. Said twice, it is said once.
 */
export function changePoolConsent(actor: Actor, { nominationId, given }: Order): Promise<Result<undefined>> {
  const purpose = "statistics" as const;
  return inTransaction(async (tx) => {
    const review = await loadPoolReview(tx, nominationId);
    if (!review || !can(actor, "pool.answer", review)) return refuse("notFound");
    const of = { nominationId, purpose };
    const textVersion = CONSENT_TEXT_VERSION;
    const changed = await tx.poolConsent.updateMany({
      where: { ...of, given: !given },
      data: { given, textVersion, givenAt: now() },
    });
    if (changed.count === 0)
      return (await tx.poolConsent.count({ where: of })) > 0 ? ok() : refuse("consentNotYet");
    await appendEvent(tx, actor, {
      kind: "consent.changed",
      subject: { type: "nomination", id: nominationId },
      facts: { purpose, given, textVersion },
    });
    return ok();
  });
}
