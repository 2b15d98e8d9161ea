import type { Actor, Role } from "./actor.ts";

export type OfState = { readonly stateCode: string | null };
export type OfPerson = { readonly personId: string };
/** An action whose rule hangs on the role alone. */
export type Nothing = undefined;

/** Whether an actor may do one thing, given the facts about what it is done to. */
export type Rule<F> = (actor: Actor, facts: F) => boolean;

/** A rule for every action of one part of the work: none can be left out. */
export type Rules<R> = { readonly [A in keyof R]: Rule<R[A]> };

/** Who wears one of these roles. */
export function is(...roles: readonly Role[]): (actor: Actor) => boolean {
  const allowed = new Set(roles);
  return (actor) => allowed.has(actor.role);
}

/** Who any of the rules lets; each asks for no more of the facts than the action gives. */
export const anyOf =
  <F>(...rules: readonly Rule<NoInfer<F>>[]): Rule<F> =>
  (actor, facts) =>
    rules.some((rule) => rule(actor, facts));

export const secretariat = is("secretariat");
export const overseers = is("secretariat", "auditor");

/** A focal point, and what is of their own state; what is of no state is nobody's. */
export const ownState = (actor: Actor, facts: OfState): boolean =>
  actor.role === "focalPoint" && facts.stateCode !== null && actor.stateCode === facts.stateCode;

/** The very person, in whichever role. */
export const oneself = (actor: Actor, facts: OfPerson): boolean =>
  actor.personId !== null && actor.personId === facts.personId;

/** A candidate or member of the cadre, and what is their own. */
export const ownCase = (actor: Actor, facts: OfPerson): boolean =>
  actor.role === "candidate" && oneself(actor, facts);
