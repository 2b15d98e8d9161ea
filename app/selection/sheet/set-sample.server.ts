import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import type { WrittenSample } from "./calibration.ts";
import { loadCalibration } from "./calibration-state.queries.server.ts";

interface Order {
  readonly panelId: string;
  readonly sample: WrittenSample;
}

/** The secretariat chooses the invented case that a panel scores before its desk, until a member has begun to. */
export function setSample(
  actor: Actor,
  { panelId, sample: { version, ...sample } }: Order,
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "panel.set")) return refuse("notPermitted");
    const panel = await loadPanel(tx, panelId);
    if (!panel?.calibrates) return refuse("notFound");
    if (panel.phase !== "forming" && panel.phase !== "calibration") return refuse("sampleFixed");
    const standing = await loadCalibration(tx, panelId);
    if ((standing?.version ?? 0) !== version) return refuse("panelChangedMeanwhile");
    if (standing && (standing.sheets.length > 0 || standing.openedAt !== null)) return refuse("sampleFixed");
    const data = { ...sample, setById: actor.userId ?? "", setAt: now() };
    await tx.calibration.upsert({
      where: { panelId },
      create: { panelId, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    await appendEvent(tx, actor, {
      kind: "sample.set",
      subject: { type: "panel", id: panelId },
      facts: { version: version + 1 },
      committed: { sample },
    });
    return ok();
  }, "Serializable");
}
