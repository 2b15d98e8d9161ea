import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type NewCriterion, nextCode } from "./library-criterion.ts";

/** Adds a criterion to the library, as the last of its group. */
export async function addCriterion(actor: Actor, wanted: NewCriterion): Promise<Result<{ code: string }>> {
  if (!can(actor, "criterion.keep") || actor.userId === null) return refuse("notPermitted");
  const createdById = actor.userId;
  try {
    return await inTransaction(async (tx) => {
      const given = await tx.libraryCriterion.findMany({
        where: { version: 1 },
        select: { code: true, position: true },
      });
      const codes = given.map((one) => one.code);
      const code = nextCode(wanted.group, codes);
      const position = Math.max(0, ...given.map((one) => one.position)) + 1;
      const { id } = await tx.libraryCriterion.create({
        data: {
          ...wanted,
          code,
          position,
          version: 1,
          anchors: wanted.anchors.map((anchor) => ({ ...anchor })),
          createdById,
          createdAt: now(),
        },
        select: { id: true },
      });
      await appendEvent(tx, actor, {
        kind: "criterion.added",
        subject: { type: "criterion", id },
        facts: { code, version: 1, group: wanted.group, levels: wanted.levels },
      });
      return ok({ code });
    }, "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}
