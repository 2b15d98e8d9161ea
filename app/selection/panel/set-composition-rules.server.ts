import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readSettings } from "./composition-settings.queries.server.ts";
import type { NewSettings } from "./composition-settings.ts";

/**
 * Sets other rules of composition, with a reason. They hold for panels chosen or changed from then on; what a panel was
 * opened under stands in its own exceptions.
 */
export async function setCompositionRules(
  actor: Actor,
  { version, reason, ...settings }: NewSettings,
): Promise<Result<{ version: number }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "panel.set")) return refuse("notPermitted");
  try {
    return await inTransaction(async (tx) => {
      const standing = await readSettings(tx);
      if (standing.version !== version) return refuse("changedMeanwhile");
      if (JSON.stringify(settings) === JSON.stringify(standing.settings)) return refuse("nothingChanged");
      const next = version + 1;
      await tx.compositionRules.create({
        data: { version: next, settings, reason, setById: userId, setAt: now() },
      });
      await appendEvent(tx, actor, {
        kind: "compositionRules.set",
        subject: { type: "compositionRules", id: String(next) },
        facts: { version: next, settings: JSON.stringify(settings) },
        committed: { reason },
      });
      return ok({ version: next });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}
