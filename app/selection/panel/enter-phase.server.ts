import type { Actor } from "#app/access/actor.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { PanelPhase } from "./phase.ts";

interface Move {
  readonly panelId: string;
  readonly from: PanelPhase;
  readonly to: PanelPhase;
  /** What else changes on the panel with it. */
  readonly data?: Prisma.PanelUncheckedUpdateManyInput;
}

/**
 * Takes a panel from one phase into another, if it is still in the first: the one is closed and the other opened, with
 * who did it and when. Part of whatever moves a panel; whether it may is asked before.
 *
 * @returns whether it was still in that phase
 */
export async function enterPhase(
  tx: Transaction,
  { userId }: Actor,
  { panelId, from, to, data }: Move,
): Promise<boolean> {
  const at = now();
  const moved = await tx.panel.updateMany({
    where: { id: panelId, phase: from },
    data: { ...data, phase: to, version: { increment: 1 } },
  });
  if (moved.count !== 1) return false;
  await tx.panelPeriod.updateMany({
    where: { panelId, phase: from, openedAt: { not: null }, closedAt: null },
    data: { closedAt: at, closedById: userId },
  });
  await tx.panelPeriod.upsert({
    where: { panelId_phase: { panelId, phase: to } },
    create: { panelId, phase: to, openedAt: at, openedById: userId },
    update: { openedAt: at, openedById: userId },
  });
  return true;
}

/** Ends the panel of a vacancy, in whatever phase it is; a vacancy without one has nothing to end. */
export async function closePanel(tx: Transaction, actor: Actor, vacancyId: string): Promise<void> {
  const panel = await tx.panel.findUnique({ where: { vacancyId }, select: { id: true, phase: true } });
  if (!panel || panel.phase === "closed") return;
  await enterPhase(tx, actor, { panelId: panel.id, from: panel.phase, to: "closed" });
}
