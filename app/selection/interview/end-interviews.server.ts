import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvents } from "#app/record/append-event.server.ts";
import { tellCalledOff } from "./tell-interview.server.ts";

/** Calls off the interviews still to come of candidacies that end. Part of whatever ends them. */
export async function endInterviews(
  tx: Transaction,
  actor: Actor,
  candidacyIds: readonly string[],
): Promise<void> {
  const ended = await tx.interviewSlot.updateManyAndReturn({
    where: { candidacyId: { in: [...candidacyIds] }, cancelledAt: null, startsAt: { gt: now() } },
    data: { cancelledAt: now(), sequence: { increment: 1 } },
    select: { candidacyId: true, sequence: true },
  });
  await appendEvents(
    tx,
    actor,
    ended.map(({ candidacyId, sequence }) => ({
      kind: "interview.calledOff" as const,
      subject: { type: "candidacy" as const, id: candidacyId },
      facts: { sequence },
    })),
  );
  for (const { candidacyId } of ended) await tellCalledOff(tx, candidacyId);
}
