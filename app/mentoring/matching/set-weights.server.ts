import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { SCORE_PARTS } from "./match-score.ts";
import { currentWeights } from "./match-settings.queries.server.ts";
import type { WeightsForm } from "./match-settings.ts";

/** Sets what each part of a score counts, with the reason; from the next run on. The history is kept. */
export function setWeights(
  actor: Actor,
  { weights, reason }: { readonly weights: WeightsForm; readonly reason: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "match.run") || actor.userId === null) return refuse("notPermitted");
    const before = await currentWeights(tx);
    if (SCORE_PARTS.every((part) => before.weights[part] === weights[part])) {
      return refuse("weightsUnchanged", {}, "role");
    }
    const { id } = await tx.matchWeights.create({
      data: { ...weights, reason, setById: actor.userId, createdAt: now() },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "match.weighted",
      subject: { type: "matchWeights", id },
      facts: weights,
      committed: { reason },
    });
    return ok();
  }, "Serializable");
}
