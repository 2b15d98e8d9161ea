import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { chosenAgain, type SeenChoice } from "./held-decision.ts";
import { takeDecision } from "./take-decision.server.ts";

type Effect = Result<{ decided: number }>;

/** Ends a transaction in which some decisions are written already: all of them take effect, or none. */
class NotTogether extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * Puts held choices into effect together: each is judged again as a decision made now, in one transaction, and where one
 * cannot stand none does; the refusal names its post in `params.vacancyId`. A choice that was changed since it was seen is not taken for the one that was seen.
 */
export async function effectDecisions(actor: Actor, seen: readonly SeenChoice[]): Promise<Effect> {
  const { userId } = actor;
  if (userId === null || !can(actor, "decision.await")) return refuse("notFound");
  try {
    return await inTransaction((tx) => takeTogether(tx, actor, userId, seen), "Serializable");
  } catch (error) {
    if (error instanceof NotTogether) return { ok: false, refusal: error.refusal };
    if (isDuplicate(error)) return refuse("wrongState", { state: "decided" });
    throw error;
  }
}

async function takeTogether(
  tx: Transaction,
  actor: Actor,
  heldById: string,
  seen: readonly SeenChoice[],
): Promise<Effect> {
  const held = await tx.heldDecision.findMany({
    where: { heldById, id: { in: seen.map(({ heldId }) => heldId) } },
    orderBy: { vacancyId: "asc" },
    include: { candidacy: { select: { personId: true } } },
  });
  const asSeen = held.every(({ id, version }) =>
    seen.some((one) => one.heldId === id && one.version === version),
  );
  if (!asSeen || held.length !== new Set(seen.map(({ heldId }) => heldId)).size)
    return refuse("heldChangedMeanwhile", {}, "held");
  const again = chosenAgain(held.map(({ vacancyId, candidacy }) => ({ vacancyId, ...candidacy })));
  if (again) return refuse("chosenTwice", { vacancyId: again.vacancyId }, "held");
  for (const { vacancyId, candidacyId, reasons, tieBreakReason, departureReason } of held) {
    const grounds = { tieBreak: tieBreakReason ?? "", departure: departureReason ?? "" };
    const taken = await takeDecision(tx, actor, { vacancyId, candidacyId, reasons, ...grounds });
    if (!taken.ok) {
      const { code, params } = taken.refusal;
      throw new NotTogether({ code, params: { ...params, vacancyId }, field: "held" });
    }
  }
  return ok({ decided: held.length });
}
