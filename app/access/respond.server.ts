import { data } from "@remix-run/node";
import type { Refusal, Result } from "./result.ts";

const NOT_THERE = new Set(["notFound", "notPermitted"]);
/** Seconds after which to ask again for what nobody could be given for now. */
const AGAIN = "5";

/**
 * The status of a refusal. What the actor may not see answers 404, as if it were not there: a 403 would tell
 * that it is.
 */
const statusOf = ({ code }: Refusal) => (NOT_THERE.has(code) ? 404 : code === "tooBusy" ? 503 : 422);

/** Gives a refusal back to the page that asked, which says it beside the field or at the top. */
export function answerRefusal(refusal: Refusal) {
  if (NOT_THERE.has(refusal.code)) throw notFound();
  return data({ refusal }, { status: statusOf(refusal) });
}

/** The value, or the page's own 404/error response: for loaders, which have no form to go back to. */
export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const status = statusOf(result.refusal);
  const headers = status === 503 ? { "retry-after": AGAIN } : undefined;
  throw new Response(null, { status, statusText: result.refusal.code, headers });
}

/** "There is nothing here": thrown where a thing does not exist, or not for this actor. */
export const notFound = () => new Response(null, { status: 404 });

/** Throws the 404 page unless the permission holds. */
export function permit(allowed: boolean): asserts allowed {
  if (!allowed) throw notFound();
}
