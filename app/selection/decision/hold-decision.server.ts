import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { vacancyTransitions } from "#app/selection/lifecycle.ts";
import { type DecisionOrder, weighChoice } from "./take-decision.server.ts";

interface HoldOrder extends DecisionOrder {
  /** Of the choice held on the page, 0 where none was. */
  readonly heldVersion: number;
}

/**
 * Keeps a choice until it is put into effect with others. It is argued for as a decision is, and may be held while a
 * gate is still open: what is missing then is asked when it takes effect. The record tells that a choice is held, not whose
 * name it bears; nobody is told, and the vacancy goes on waiting.
 */
export async function holdDecision(actor: Actor, order: HoldOrder): Promise<Result<{ heldId: string }>> {
  try {
    return await inTransaction((tx) => hold(tx, actor, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}

async function hold(tx: Transaction, actor: Actor, order: HoldOrder): Promise<Result<{ heldId: string }>> {
  const { vacancyId, candidacyId, reasons, heldVersion } = order;
  const weighed = await weighChoice(tx, actor, order);
  if (!weighed.ok) return weighed;
  const { userId, state, facts } = weighed.value;
  const argued = take(vacancyTransitions.decide, state, { ...facts, clearancesMissing: 0 });
  if (!argued.ok) return argued;
  const held = await tx.heldDecision.findUnique({
    where: { heldById_vacancyId: { heldById: userId, vacancyId } },
    select: { id: true, version: true },
  });
  if ((held?.version ?? 0) !== heldVersion) return refuse("changedMeanwhile");
  const choice = {
    ...{ candidacyId, reasons, heldAt: now() },
    tieBreakReason: facts.grounds.tieBreak.trim() || null,
    departureReason: facts.grounds.departure.trim() || null,
  };
  const { id: heldId } = held
    ? await tx.heldDecision.update({
        where: { id: held.id },
        data: { ...choice, version: { increment: 1 } },
        select: { id: true },
      })
    : await tx.heldDecision.create({
        data: { ...choice, vacancyId, heldById: userId },
        select: { id: true },
      });
  await appendEvent(tx, actor, {
    kind: "decision.held",
    subject: { type: "vacancy", id: vacancyId },
    facts: { version: heldVersion + 1 },
    committed: { candidacyId, reasons, ...facts.grounds },
  });
  return ok({ heldId });
}

/** Lets a held choice go. Done twice it is done once: what is not held needs no letting go. */
export async function releaseDecision(actor: Actor, vacancyId: string): Promise<Result<undefined>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "decision.await")) return refuse("notFound");
  return inTransaction(async (tx) => {
    const released = await tx.heldDecision.deleteMany({ where: { vacancyId, heldById: userId } });
    if (released.count > 0)
      await appendEvent(tx, actor, {
        kind: "decision.released",
        subject: { type: "vacancy", id: vacancyId },
        facts: {},
      });
    return ok();
  });
}
