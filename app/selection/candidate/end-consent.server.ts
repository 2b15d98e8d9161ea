import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { CONSENT_TEXT_VERSION } from "#app/selection/nomination/profile.ts";

/** The agreement to be considered ends with the case; what was agreed to beside it stands. */
export async function endConsent(tx: Transaction, candidacyId: string) {
  const purpose = "vacancy" as const;
  const stood = { given: false, textVersion: CONSENT_TEXT_VERSION };
  const ended = await tx.consent.updateMany({
    where: { candidacyId, purpose, given: true },
    data: { ...stood, givenAt: now() },
  });
  if (ended.count === 1)
    await tx.consentChange.create({
      data: { candidacyId, purpose, ...stood, changedAt: now() },
      select: { id: true },
    });
}
