import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";

/** Notes that a panel has scored some candidacies: their sheets are open to each other. Part of the reveal. */
export async function noteScored(tx: Transaction, candidacyIds: readonly string[]) {
  await tx.stageEvent.createMany({
    data: candidacyIds.map((candidacyId) => ({ candidacyId, stage: "scored" as const, reachedAt: now() })),
    skipDuplicates: true,
  });
}

interface Heard {
  readonly invited: readonly string[];
  readonly passedOver: readonly string[];
}

/**
 * Notes whom a panel takes into its last round, and that those it passes over are not in it (docs/decisions/0055). Who was
 * noted before keeps the moment.
 */
export async function noteShortlisted(tx: Transaction, { invited, passedOver }: Heard) {
  await tx.stageEvent.deleteMany({ where: { stage: "shortlisted", candidacyId: { in: [...passedOver] } } });
  await tx.stageEvent.createMany({
    data: invited.map((candidacyId) => ({ candidacyId, stage: "shortlisted" as const, reachedAt: now() })),
    skipDuplicates: true,
  });
}
