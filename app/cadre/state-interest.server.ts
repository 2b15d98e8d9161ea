import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { findAnnounced } from "./open-vacancy.queries.server.ts";
import type { InterestOrder } from "./vacancy-interest.ts";

/**
 * A member says that an announced vacancy interests them, or no longer. The secretariat sees it; the focal point of one
 * of their states only where they wish it. It is no nomination and binds nobody. Said twice, it is said once.
 */
export const stateInterest = (
  actor: Actor,
  { vacancyId, interested, stateCode: told }: InterestOrder,
): Promise<Result<undefined>> =>
  inTransaction(async (tx) => {
    const stateCode = told ?? null;
    const membership = actor.personId ? await loadOwn(tx, actor.personId) : null;
    if (!membership || !can(actor, "membership.update", membership)) return refuse("notFound");
    const { id, person, state } = membership;
    const standing = await tx.vacancyInterest.findUnique({
      where: { membershipId_vacancyId: { membershipId: id, vacancyId } },
    });
    if (!interested) {
      if (!standing) return ok();
      await tx.vacancyInterest.deleteMany({ where: { membershipId: id, vacancyId } });
      await record(tx, actor, { kind: "vacancy.interestWithdrawn", membershipId: id, vacancyId });
      return ok();
    }
    if (state !== "active") return refuse("notActiveMember");
    if (stateCode !== null && !person.nationalities.includes(stateCode)) return refuse("notYourState");
    if (!(await findAnnounced(tx, vacancyId, person.nationalities))) return refuse("callNotOpen");
    if (standing?.stateCode === stateCode) return ok();
    await keepInterest(tx, actor, { membershipId: id, vacancyId, stateCode });
    return ok();
  }, "Serializable");

const loadOwn = (tx: Transaction, personId: string) =>
  tx.cadreMembership.findUnique({
    where: { personId },
    select: { id: true, personId: true, state: true, person: { select: { nationalities: true } } },
  });

interface Interest {
  readonly membershipId: string;
  readonly vacancyId: string;
  readonly stateCode: string | null;
}

/** Writes down that a vacancy interests a member, and who of the states may know. */
export async function keepInterest(
  tx: Transaction,
  actor: Actor,
  { membershipId, vacancyId, stateCode }: Interest,
) {
  const stated = { stateCode, statedAt: now() };
  await tx.vacancyInterest.upsert({
    where: { membershipId_vacancyId: { membershipId, vacancyId } },
    create: { membershipId, vacancyId, ...stated },
    update: stated,
    select: { vacancyId: true },
  });
  await record(tx, actor, { kind: "vacancy.interestStated", membershipId, vacancyId });
}

interface Word {
  readonly kind: "vacancy.interestStated" | "vacancy.interestWithdrawn";
  readonly membershipId: string;
  readonly vacancyId: string;
}

const record = (tx: Transaction, actor: Actor, { kind, membershipId, vacancyId }: Word) =>
  appendEvent(tx, actor, {
    kind,
    subject: { type: "membership", id: membershipId },
    facts: { vacancyId },
  });
