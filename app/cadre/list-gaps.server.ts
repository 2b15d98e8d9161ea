import type { Actor } from "#app/access/actor.ts";
import { listSharedFeedback } from "#app/selection/decision/feedback.queries.server.ts";

/**
 * What panels found that a member might develop, for the officers who keep the plan with them: of the feedback that the
 * member shares, and only where they agreed that findings are used for a plan. Either consent alone shows nothing.
 */
export const listGaps = (actor: Actor, plan: { readonly personId: string; readonly agrees: boolean }) =>
  plan.agrees ? listSharedFeedback(actor, plan.personId) : Promise.resolve([]);
