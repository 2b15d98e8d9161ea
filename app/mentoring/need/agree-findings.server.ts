import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { findDevelopment } from "#app/selection/decision/find-development.server.ts";
import { topicsOfCriteria } from "./development.ts";

interface Order {
  readonly needId: string;
  readonly agree: boolean;
}

/**
 * A leader agrees that topics are drawn from what the panel found of them, for the matching alone, or takes that back: then
 * the topics are gone at once. Neither the topics nor the answer ever reach a panel; the record has no topic.
 */
export function agreeFindings(actor: Actor, { needId, agree }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const need = await tx.mentorshipNeed.findUnique({
      where: { id: needId },
      select: { personId: true, findingsAgreedAt: true, appointment: { select: { candidacyId: true } } },
    });
    if (!need || !can(actor, "need.state", need)) return refuse("notFound");
    const { candidacyId } = need.appointment;
    if (agree && candidacyId === null) return refuse("noFindings");
    if (agree === (need.findingsAgreedAt !== null)) return ok();
    const topics = agree && candidacyId ? topicsOfCriteria(await findDevelopment(tx, candidacyId)) : [];
    await tx.mentorshipNeed.update({
      where: { id: needId },
      data: { findingsAgreedAt: agree ? now() : null, findingTopics: [...topics], version: { increment: 1 } },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: agree ? "need.findingsAgreed" : "need.findingsWithdrawn",
      subject: { type: "mentorshipNeed", id: needId },
    });
    return ok();
  }, "Serializable");
}
