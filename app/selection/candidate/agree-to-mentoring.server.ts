import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { CONSENT_TEXT_VERSION } from "#app/selection/nomination/profile.ts";

/**
 * Keeps that somebody in post agrees to be matched with a mentor, in the case that led to the post: they were asked
 * again, whatever they had said as candidates. Of a leader without such a case there is nothing to keep.
 */
export async function agreeToMentoring(tx: Transaction, actor: Actor, candidacyId: string | null) {
  if (candidacyId === null) return;
  const purpose = "mentoring" as const;
  const of = { candidacyId, purpose };
  const known = await tx.consent.findUnique({
    where: { candidacyId_purpose: of },
    select: { given: true },
  });
  if (known?.given) return;
  const stands = { given: true, textVersion: CONSENT_TEXT_VERSION };
  const givenAt = now();
  await tx.consent.upsert({
    where: { candidacyId_purpose: of },
    create: { ...of, ...stands, givenAt },
    update: { ...stands, givenAt },
    select: { id: true },
  });
  await tx.consentChange.create({ data: { ...of, ...stands, changedAt: givenAt }, select: { id: true } });
  await appendEvent(tx, actor, {
    kind: "consent.changed",
    subject: { type: "candidacy", id: candidacyId },
    facts: { purpose, ...stands },
  });
}
