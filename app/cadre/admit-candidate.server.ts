import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readAdmissionCase } from "./admission.queries.server.ts";
import { giveReadiness } from "./give-readiness.server.ts";
import { refuseAdmission } from "./lifecycle.ts";
import type { ReadinessFinding } from "./readiness.ts";

interface Order {
  readonly candidacyId: string;
  readonly finding: ReadinessFinding;
}

/**
 * Takes somebody whom a panel found suitable, but who was not selected, into the cadre. A person who is a member
 * already gets the new finding of readiness.
 */
export async function admitCandidate(
  actor: Actor,
  { candidacyId, finding }: Order,
): Promise<Result<{ membershipId: string }>> {
  if (!can(actor, "cadre.admit") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  return inTransaction(async (tx) => {
    const candidate = await readAdmissionCase(candidacyId, tx);
    if (!candidate) return refuse("notFound");
    const refusal = refuseAdmission(candidate.facts);
    if (refusal) return { ok: false, refusal };
    const roleKind = await tx.roleKind.findUnique({ where: { code: finding.roleKindCode } });
    if (!roleKind) return refuse("roleKindUnknown", {}, "roleKindCode");
    const membershipId = await enter(tx, officer, candidate.personId, candidacyId);
    const expiresOn = await giveReadiness(tx, officer, membershipId, finding);
    await queueMail(tx, {
      kind: "cadreAdmitted",
      to: candidate.email,
      locale: candidate.locale,
      params: {
        name: candidate.name,
        roleKinds: nameIn(candidate.locale, roleKind),
        expiresOn,
        link: paths.myMembership(),
      },
      dedupeKey: `cadreAdmitted:${membershipId}:${finding.roleKindCode}:${expiresOn}`,
    });
    return ok({ membershipId });
  }, "Serializable");
}

async function enter(tx: Transaction, actor: Actor, personId: string, candidacyId: string): Promise<string> {
  const known = await tx.cadreMembership.findUnique({
    where: { personId },
    select: { id: true, state: true },
  });
  if (known?.state === "active") return known.id;
  const entry = { state: "active", enteredVia: "panel", reason: candidacyId, enteredAt: now() } as const;
  const { id } = await tx.cadreMembership.upsert({
    where: { personId },
    create: { personId, ...entry },
    update: { ...entry, version: { increment: 1 } },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "cadre.admitted",
    subject: { type: "membership", id },
    facts: { personId, candidacyId, via: "panel" },
  });
  return id;
}
