import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readCadreSettings } from "./cadre-settings.queries.server.ts";
import type { ReadinessFinding } from "./readiness.ts";

/**
 * Enters a finding of readiness for one role kind, in place of an earlier one for the same.
 *
 * @returns the day on which it expires
 */
export async function giveReadiness(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  membershipId: string,
  { roleKindCode, level, evidence }: ReadinessFinding,
): Promise<string> {
  const { readinessMonths } = await readCadreSettings(tx);
  const expiresOn = monthsAfter(now().toISOString().slice(0, 10), readinessMonths);
  const finding = {
    level,
    evidence,
    assessedById: actor.userId,
    givenAt: now(),
    expiresOn: new Date(expiresOn),
  };
  await tx.readiness.upsert({
    where: { membershipId_roleKindCode: { membershipId, roleKindCode } },
    create: { membershipId, roleKindCode, ...finding },
    update: { ...finding, version: { increment: 1 } },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "readiness.given",
    subject: { type: "membership", id: membershipId },
    facts: { roleKindCode, level, expiresOn },
    committed: { evidence },
  });
  return expiresOn;
}
