import type { Actor } from "#app/access/actor.ts";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";

/** What stands between an officer and the case of a candidate. */
export interface ScreenedCase {
  /** The candidate's own account. */
  readonly candidateUserId: string | null;
  readonly nominatedById: string;
  /** The nominating state; none where somebody nominated themself. */
  readonly stateCode: string | null;
}

/** The states for which an account is a focal point, whichever role it wears now. */
export const statesOf = (actor: Pick<Actor, "roles">): readonly string[] =>
  actor.roles.flatMap(({ role, stateCode }) =>
    role === "focalPoint" && stateCode !== null ? [stateCode] : [],
  );

/**
 * Why an officer may not screen a case, or null: nobody screens their own, nor one that they, or the state whose focal
 * point they are, put forward.
 */
export function screeningBar(
  actor: Actor,
  { candidateUserId, nominatedById, stateCode }: ScreenedCase,
): Refusal | null {
  if (candidateUserId !== null && candidateUserId === actor.userId) return because("ownCase");
  const nominated = nominatedById === actor.userId;
  const ofTheirState = stateCode !== null && statesOf(actor).includes(stateCode);
  return nominated || ofTheirState ? because("ownNominee") : null;
}
