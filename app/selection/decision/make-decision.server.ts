import type { Actor } from "#app/access/actor.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { database, inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { type DecisionOrder, takeDecision } from "./take-decision.server.ts";

/**
 * The decision maker selects somebody the panel recommended and every gate has cleared, with reasons; where the figures
 * cannot tell the chosen from another, with what decided between them; where the choice departs from the order, with why.
 * Whoever sat on the panel, or is a candidate, does not decide. The same decision sent once more (a double press, a request
 * sent twice) writes nothing and is answered with the one that was made.
 */
export async function decide(actor: Actor, order: DecisionOrder): Promise<Result<{ decisionId: string }>> {
  try {
    const answer = await inTransaction((tx) => takeDecision(tx, actor, order), "Serializable");
    return answer.ok ? answer : ((await madeBefore(actor, order)) ?? answer);
  } catch (error) {
    if (isDuplicate(error))
      return (await madeBefore(actor, order)) ?? refuse("wrongState", { state: "decided" });
    throw error;
  }
}

/** The decision that this order, sent before, has made and that stands; null where it made none. */
async function madeBefore({ userId }: Actor, order: DecisionOrder) {
  const { vacancyId, candidacyId, reasons } = order;
  const made = await database().decision.findFirst({
    where: {
      ...{ vacancyId, candidacyId, reasons, decidedById: userId ?? "", vacancy: { state: "decided" } },
      tieBreakReason: order.tieBreak?.trim() || null,
      departureReason: order.departure?.trim() || null,
    },
    select: { id: true },
  });
  return made && ok({ decisionId: made.id });
}
