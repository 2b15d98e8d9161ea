/**
 * What a use case answers: the thing asked for, or why not.
 *
 * A refusal is an ordinary answer ("the call has closed"), told to the person in their language; a fault (the
 * database is down, a rule of the program was broken) is thrown and ends on the error page.
 */
export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** Why a thing was not done. `code` is also the tail of its message key, `refusal.<code>`; `params` fill the message. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
  /** The form field it concerns, where it concerns one. */
  readonly field?: string;
}

/** The good answer. */
export function ok(): { readonly ok: true; readonly value: undefined };
export function ok<T>(value: T): { readonly ok: true; readonly value: T };
export function ok(value?: unknown) {
  return { ok: true, value };
}

/** The answer "no", with the reason's code and what its message needs. */
export function refuse<Code extends string>(
  code: Code,
  params: Refusal["params"] = {},
  field?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: field === undefined ? { code, params } : { code, params, field } };
}
