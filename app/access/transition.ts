import { type Refusal, type Result, refuse } from "./result.ts";

/** One arrow of a life cycle: from which states, to which, and what must hold. */
export interface Transition<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to: State;
  /** Why not, or null where nothing stands against it. */
  readonly guard: (facts: Facts) => Refusal | null;
}

/** A guard for arrows that ask for nothing but the right state. */
export const always = (): null => null;

/**
 * Takes one arrow of a life cycle.
 *
 * @returns the state reached, or the guard's refusal, or `wrongState` (with the state the thing is in) where the
 *   arrow does not start there
 */
export function take<State extends string, Facts>(
  transition: Transition<State, Facts>,
  state: State,
  facts: Facts,
): Result<State> {
  if (!transition.from.includes(state)) return refuse("wrongState", { state });
  const refusal = transition.guard(facts);
  return refusal ? { ok: false, refusal } : { ok: true, value: transition.to };
}

/** A refusal as a value, for guards. */
export const because = (code: string, params: Refusal["params"] = {}, field?: string): Refusal =>
  field === undefined ? { code, params } : { code, params, field };
