import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "./result.ts";

/** A refusal as it is told to who posted the form. */
export interface RefusalInWords extends Refusal {
  /** The error under which it stands among those of the form. */
  readonly error: string;
  readonly words: string;
}

/** What an action gives back to a form that was not accepted: the typed values, the errors beside their fields, the refusal. */
export interface FormReply {
  readonly lastResult: SubmissionResult<string[]>;
  readonly refusal: RefusalInWords | null;
}
