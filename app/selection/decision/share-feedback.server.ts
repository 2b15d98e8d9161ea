import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { FEEDBACK_TEXT_VERSION } from "./feedback.ts";

interface Order {
  readonly candidacyId: string;
  readonly share: boolean;
}

/**
 * A candidate lets the cadre's officers see what to develop, or no longer: from then on their pages do not show it. Said
 * twice, it is said once.
 */
export function shareFeedback(actor: Actor, { candidacyId, share }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const feedback = await tx.feedback.findFirst({
      where: { candidacyId, state: "released" },
      select: {
        ...{ vacancyId: true, sharedWithCadre: true, answeredAt: true },
        candidacy: { select: { personId: true } },
      },
    });
    if (!feedback || !can(actor, "candidateFeedback.share", feedback.candidacy)) return refuse("notFound");
    const { vacancyId, sharedWithCadre, answeredAt } = feedback;
    if (answeredAt !== null && sharedWithCadre === share) return ok();
    const textVersion = FEEDBACK_TEXT_VERSION;
    await tx.feedback.update({
      where: { candidacyId },
      data: { sharedWithCadre: share, answeredAt: now(), textVersion },
      select: { candidacyId: true },
    });
    await appendEvent(tx, actor, {
      kind: "candidateFeedback.shared",
      subject: { type: "candidacy", id: candidacyId },
      facts: { vacancyId, shared: share, textVersion },
    });
    return ok();
  }, "Serializable");
}
