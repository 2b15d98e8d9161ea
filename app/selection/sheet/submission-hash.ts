import { createHash } from "node:crypto";
import { type Refusal, refuse } from "#app/access/result.ts";
import { canonicalJson } from "#app/record/canonical.ts";

/**
 * What a form was sent with, as it is kept beside its key: SHA-256 of its canonical JSON (RFC 8785), hex. A form that is
 * posted twice is one submission; posted again with other content, it is not the one that was answered.
 *
 * @param content what the use case acts upon, without the key; lists in an order that does not depend on the browser
 */
export const submissionHash = (content: Readonly<Record<string, unknown>>): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

interface Sent {
  readonly submissionHash: string;
}

/** Why a form whose key was used before is not answered as it was then; null where it is the same form again. */
export const sentOtherwise = (first: Sent, again: Sent): Refusal | null =>
  first.submissionHash === again.submissionHash ? null : refuse("sentOtherwise").refusal;
