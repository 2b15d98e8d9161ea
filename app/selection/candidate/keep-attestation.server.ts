import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { ATTESTATION_TEXT_VERSION, type AttestationForm, unableIn } from "./attestation.ts";

/** Keeps what a candidate attested; the record tells that they did, and commits to what was disclosed. */
export async function keepAttestation(
  tx: Transaction,
  actor: Actor,
  candidacyId: string,
  form: AttestationForm,
): Promise<void> {
  const unable = unableIn(form);
  const explanation = unable.length > 0 ? form.explanation : null;
  const number = (await tx.attestation.count({ where: { candidacyId } })) + 1;
  await tx.attestation.create({
    data: {
      ...{ candidacyId, number, explanation, unable: [...unable], attestedAt: now() },
      ...{ textVersion: ATTESTATION_TEXT_VERSION, signedName: form.signedName },
    },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "attestation.made",
    subject: { type: "candidacy", id: candidacyId },
    facts: { number, textVersion: ATTESTATION_TEXT_VERSION },
    committed: { unable, explanation, signedName: form.signedName },
  });
}
