import type { RunState } from "#app/mentoring/lifecycle.ts";
import type { Tone } from "#app/ui/tone.ts";

/** How each state of a run is marked in a list. */
export const RUN_TONES: Readonly<Record<RunState, Tone>> = {
  waiting: "neutral",
  solving: "neutral",
  draft: "warn",
  published: "good",
  discarded: "neutral",
  refused: "bad",
  failed: "bad",
};
