import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import type { FeedbackSide } from "./feedback.ts";

type Anchor = InTwoLanguages & { readonly level: number };

/** One criterion of a feedback as pages show it: what it is about, the level found in the rubric's words, and the next. */
export interface FeedbackPointView {
  readonly criterionId: string;
  readonly level: number | null;
  readonly side: FeedbackSide | null;
  readonly text: string;
  readonly name: InTwoLanguages;
  readonly definition: InTwoLanguages;
  readonly anchors: { readonly own: Anchor | null; readonly next: Anchor | null };
}
