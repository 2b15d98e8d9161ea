import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readCadreSettings } from "./cadre-settings.queries.server.ts";
import type { NewCadreSettings } from "./cadre-settings.ts";

/** Sets other settings of the cadre, with a reason. A finding keeps the expiry that it was given with. */
export async function setCadreSettings(
  actor: Actor,
  { version, reason, readinessMonths, lapseMonths }: NewCadreSettings,
): Promise<Result<{ version: number }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "cadre.admit")) return refuse("notPermitted");
  const settings = { readinessMonths, lapseMonths };
  try {
    return await inTransaction(async (tx) => {
      const standing = await readCadreSettings(tx);
      if (standing.version !== version) return refuse("changedMeanwhile");
      if (standing.readinessMonths === readinessMonths && standing.lapseMonths === lapseMonths)
        return refuse("nothingChanged");
      const next = version + 1;
      await tx.cadreSettings.create({
        data: { version: next, ...settings, reason, setById: userId, setAt: now() },
      });
      await appendEvent(tx, actor, {
        kind: "cadreSettings.set",
        subject: { type: "cadreSettings", id: String(next) },
        facts: { version: next, ...settings },
        committed: { reason },
      });
      return ok({ version: next });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}
