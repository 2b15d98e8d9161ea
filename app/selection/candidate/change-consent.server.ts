import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { leaveCadre } from "#app/cadre/leave-cadre.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { CONSENT_TEXT_VERSION, type ConsentChange } from "#app/selection/nomination/profile.ts";

interface Order {
  readonly candidacyId: string;
  readonly change: ConsentChange;
}

/**
 * The candidate agrees to one purpose, or takes the agreement back; what was agreed before is kept. Whoever takes back
 * the last agreement to be in the cadre leaves it. Said twice, it is said once.
 */
export function changeConsent(actor: Actor, { candidacyId, change }: Order): Promise<Result<undefined>> {
  const { purpose, given } = change;
  return inTransaction(async (tx) => {
    const candidacy = await tx.candidacy.findUnique({
      where: { id: candidacyId },
      select: {
        personId: true,
        consents: { where: { purpose }, select: { id: true, given: true } },
      },
    });
    if (!candidacy || !can(actor, "consent.change", candidacy)) return refuse("notFound");
    const [consent] = candidacy.consents;
    if (!consent) return refuse("consentNotYet");
    if (consent.given === given) return ok();
    const textVersion = CONSENT_TEXT_VERSION;
    const stands = { given, textVersion, givenAt: now() };
    await tx.consent.update({ where: { id: consent.id }, data: stands, select: { id: true } });
    await tx.consentChange.create({
      data: { candidacyId, purpose, given, textVersion, changedAt: now() },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "consent.changed",
      subject: { type: "candidacy", id: candidacyId },
      facts: { purpose, given, textVersion },
    });
    if (purpose === "cadre" && !given) {
      const { personId } = candidacy;
      if (!(await agreesElsewhere(tx, personId))) await leaveCadre(tx, actor, personId);
    }
    return ok();
  }, "Serializable");
}

/** Whether somebody agrees to be in the cadre by another candidacy, or was reviewed for it and let in. */
async function agreesElsewhere(tx: Transaction, personId: string): Promise<boolean> {
  const agreed = { purpose: "cadre", given: true } as const;
  if ((await tx.consent.count({ where: { ...agreed, candidacy: { personId } } })) > 0) return true;
  const person = { OR: [{ id: personId }, { mergedIntoId: personId }] };
  const review = { state: "entered", nomination: { person } } as const;
  return (await tx.poolConsent.count({ where: { ...agreed, review } })) > 0;
}
