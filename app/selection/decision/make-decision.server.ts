import type { Actor } from "#app/access/actor.ts";
import { type Result, refuse } from "#app/access/result.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { type DecisionOrder, takeDecision } from "./take-decision.server.ts";

/**
 * The decision maker selects somebody the panel recommended and every gate has cleared, with reasons; where the figures
 * cannot tell the chosen from another, with what decided between them; where the choice departs from the order, with why.
 * Whoever sat on the panel, or is a candidate, does not decide.
 */
export async function decide(actor: Actor, order: DecisionOrder): Promise<Result<{ decisionId: string }>> {
  try {
    return await inTransaction((tx) => takeDecision(tx, actor, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("wrongState", { state: "decided" });
    throw error;
  }
}
