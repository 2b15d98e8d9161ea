import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type ClearanceKind, FIRST_GATES } from "./clearance.ts";
import { dueAfter } from "./clearance-clock.ts";
import { ownerFor } from "./gate-owner.ts";

interface Opened {
  readonly candidacyId: string;
  /** The candidate's own account: it owns no gate of its own case. */
  readonly candidateUserId: string | null;
}

/** The candidacy counts as screened in; the first gates are asked for, each with an owner, a day it is due, and a history. */
export async function openGates(tx: Transaction, actor: Actor, opened: Opened) {
  const { candidacyId } = opened;
  await tx.stageEvent.createMany({ data: [{ candidacyId, stage: "screenedIn", reachedAt: now() }] });
  await askFor(tx, actor, opened, FIRST_GATES);
}

/** The panel has recommended: the host State is to be consulted, unless it was asked already. */
export const openHostConsultation = (tx: Transaction, actor: Actor, opened: Opened): Promise<void> =>
  askFor(tx, actor, opened, ["hostState"]);

async function askFor(
  tx: Transaction,
  actor: Actor,
  { candidacyId, candidateUserId }: Opened,
  kinds: readonly ClearanceKind[],
): Promise<void> {
  const requestedAt = now();
  const ownerId = ownerFor(candidacyId, await vettingOfficers(tx, candidateUserId));
  const gates = await tx.clearance.createManyAndReturn({
    data: kinds.map((kind) => ({
      ...{ candidacyId, kind, ownerId, requestedAt },
      dueOn: dueAfter(kind, requestedAt),
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  if (gates.length === 0) return;
  await tx.clearanceStep.createMany({
    data: gates.map(({ id }) => ({
      ...{ clearanceId: id, kind: "requested" as const, at: requestedAt, byId: actor.userId, ownerId },
    })),
  });
  await appendEvent(tx, actor, {
    kind: "clearance.requested",
    subject: { type: "candidacy", id: candidacyId },
    facts: { kinds: [...kinds], ownerId },
  });
}

/** Every account that vets today, but the candidate's own. */
async function vettingOfficers(tx: Transaction, candidateUserId: string | null): Promise<readonly string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: "vettingOfficer", revokedAt: null },
    orderBy: { userId: "asc" },
    select: { userId: true },
  });
  return grants.map(({ userId }) => userId).filter((userId) => userId !== candidateUserId);
}
