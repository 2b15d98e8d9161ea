import type { Refusal, Result } from "#app/access/result.ts";

/** The value of an answer that must be good; a refusal ends the test with its code. */
export function must<T>(answer: Result<T, Refusal>): T {
  if (answer.ok) return answer.value;
  throw new Error(`Refused: ${answer.refusal.code} ${JSON.stringify(answer.refusal.params)}`);
}

/** The code of a refusal; "ok" where there was none. */
export const refusalOf = (answer: Result<unknown, Refusal>): string =>
  answer.ok ? "ok" : answer.refusal.code;
