import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { RevisedCriterion } from "./library-criterion.ts";

interface Order {
  readonly code: string;
  readonly revised: RevisedCriterion;
}

/**
 * Writes a new version of a criterion. Rubrics keep the words they took: none changes before an officer takes the new
 * ones up in it.
 */
export async function reviseCriterion(actor: Actor, order: Order): Promise<Result<{ version: number }>> {
  if (!can(actor, "criterion.keep") || actor.userId === null) return refuse("notPermitted");
  const createdById = actor.userId;
  const { code } = order;
  const { version: opened, reason, ...words } = order.revised;
  try {
    return await inTransaction(async (tx) => {
      const before = await tx.libraryCriterion.findFirst({
        where: { code, supersededAt: null },
        omit: { stage: true, levels: true, name: true, definition: true, anchors: true },
      });
      if (!before) return refuse("notFound");
      if (before.retiredAt) return refuse("criterionRetired");
      if (before.version !== opened) return refuse("criterionChangedMeanwhile");
      const { id: beforeId, position, group, baseWeight, minimumLevel } = before;
      const version = opened + 1;
      const off = minimumLevel !== null && minimumLevel > words.levels;
      await tx.libraryCriterion.update({
        where: { id: beforeId },
        data: { supersededAt: now() },
        select: { id: true },
      });
      const { id } = await tx.libraryCriterion.create({
        data: {
          ...{ code, version, position, group, baseWeight, minimumLevel: off ? null : minimumLevel },
          ...words,
          anchors: words.anchors.map((anchor) => ({ ...anchor })),
          reason,
          createdById,
          createdAt: now(),
        },
        select: { id: true },
      });
      await appendEvent(tx, actor, {
        kind: "criterion.revised",
        subject: { type: "criterion", id },
        facts: { code, version, levels: words.levels },
        committed: { reason },
      });
      return ok({ version });
    }, "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("criterionChangedMeanwhile");
    throw error;
  }
}
