import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "./result.ts";

/** What an action gives back to a form that was not accepted: the typed values, the errors beside their fields, the refusal. */
export interface FormReply {
  readonly lastResult: SubmissionResult<string[]>;
  readonly refusal: Refusal | null;
}
