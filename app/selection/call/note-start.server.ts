import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";

interface Starter {
  readonly userId: string;
  readonly stateCode: string | null;
}

/** Notes that somebody began to nominate by a call, once: from then on they are told of what changes in it. */
export async function noteStart(tx: Transaction, { userId, stateCode }: Starter, callId: string) {
  await tx.callStart.createMany({
    data: [{ callId, userId, stateCode, startedAt: now() }],
    skipDuplicates: true,
  });
}
