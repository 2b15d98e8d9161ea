import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import { othersNamed } from "#app/selection/report/names-in-text.ts";
import { quoteInText } from "#app/selection/report/quotes-in-text.ts";

export type FeedbackState = "awaitingReview" | "released" | "superseded";
export type FeedbackSide = "strength" | "development";

/** The version of the words by which a candidate lets the cadre's officers see what to develop. */
export const FEEDBACK_TEXT_VERSION = "1";

/** Advice says something when it has so many characters: about a sentence. */
export const ADVICE_LENGTH = 20;

/** A feedback's words as the officer who reviews it posts them, one text for each criterion. */
export const feedbackSchema = z.object({
  version: versionNumber,
  points: z
    .array(z.object({ criterionId: z.uuid(), text: z.string().trim().max(4000).default("") }))
    .max(16)
    .default([]),
  advice: z.string().trim().max(4000).default(""),
  intent: z.enum(["keep", "release"]),
});
export type FeedbackText = Omit<z.output<typeof feedbackSchema>, "intent">;

/** Whether the candidate lets the cadre's officers see what to develop. */
export const shareSchema = z.object({ share: z.enum(["yes", "no"]) });

/**
 * On which side of a feedback a level stands: a strength in the upper half of its scale, as a finding's "satisfactory" is
 * (METHOD §1: 3 and 4 of four); to be developed in the lower half, and below the criterion's minimum wherever that lies.
 *
 * @param level from 1 to `levels`; null where it was not observed, which is neither
 */
export function sideOf(
  level: number | null,
  { levels, minimumLevel }: { readonly levels: number; readonly minimumLevel: number | null },
): FeedbackSide | null {
  if (level === null) return null;
  const short = minimumLevel !== null && level < minimumLevel;
  return short || 2 * level <= levels ? "development" : "strength";
}

interface Found {
  readonly criterionId: string;
  readonly level: number | null;
  readonly text: string;
}

interface Asked {
  readonly levels: number;
  readonly criteria: readonly { readonly id: string; readonly minimumLevel: number | null }[];
}

/**
 * The points of a feedback as they are drafted: each criterion that the panel found on, in the rubric's order, with its
 * level and words and nothing else: no mark of a member, no reason for departing from one, no weight.
 */
export const draftPoints = (found: readonly Found[], { levels, criteria }: Asked) =>
  criteria.flatMap(({ id, minimumLevel }) => {
    const one = found.find(({ criterionId }) => criterionId === id);
    if (!one) return [];
    const { level, text } = one;
    return [{ criterionId: id, level, side: sideOf(level, { levels, minimumLevel }), text }];
  });

type Anchor = InTwoLanguages & { readonly level: number };

const says = ({ en, fr }: InTwoLanguages) => en !== "" || fr !== "";

/**
 * A level in the rubric's words, and the next that has any.
 *
 * @param anchors from the lowest level to the highest; a level between two others may have no words
 * @returns null where there are none: of a level without words, above the highest, and of what was not observed
 */
export function anchorsAt(
  anchors: readonly Anchor[],
  level: number | null,
): { readonly own: Anchor | null; readonly next: Anchor | null } {
  if (level === null) return { own: null, next: null };
  const worded = anchors.filter(says);
  return {
    own: worded.find((anchor) => anchor.level === level) ?? null,
    next: worded.find((anchor) => anchor.level > level) ?? null,
  };
}

interface Kept {
  readonly state: FeedbackState;
  readonly version: number;
  /** Whether the candidate was told by letter all there is to tell. */
  readonly told: boolean;
  readonly points: readonly { readonly criterionId: string; readonly side: FeedbackSide | null }[];
}

/** What a feedback must leave unsaid, and what it may say though it looks like it. */
export interface Unsaid {
  /** The names of the other candidates and of the panel. */
  readonly names: readonly string[];
  /** The candidate's own name, as on file and as stated. */
  readonly about: readonly string[];
  /** What members wrote by themselves: evidence, dissent. */
  readonly members: readonly string[];
  /** What the panel wrote as one, and the published rubric. */
  readonly free: readonly string[];
}

/**
 * Why a feedback cannot be written on, or released; null where it can. One is released with a word on what might be learnt
 * wherever there is something to develop, and never before the letter.
 */
export function refuseFeedback(
  kept: Kept,
  text: FeedbackText,
  unsaid: Unsaid,
  releasing: boolean,
): Refusal | null {
  if (kept.state === "released") return because("feedbackReleased");
  if (kept.state === "superseded") return because("feedbackSuperseded");
  const known = new Set(kept.points.map(({ criterionId }) => criterionId));
  const given = text.points.filter(({ criterionId }) => known.delete(criterionId));
  if (kept.version !== text.version || known.size > 0 || given.length !== text.points.length)
    return because("changedMeanwhile");
  if (releasing && !kept.told) return because("feedbackBeforeLetter");
  const fields = [
    ...text.points.map((point, place) => [`points[${place}].text`, point.text] as const),
    ["advice", text.advice] as const,
  ];
  for (const [field, words] of fields) {
    const named = othersNamed(words, unsaid.names, unsaid.about);
    if (named.length > 0) return because("namesInFeedback", { names: named.join(", ") }, field);
    const quote = quoteInText(words, unsaid.members, unsaid.free);
    if (quote !== null) return because("quoteInFeedback", { quote }, field);
  }
  const develops = kept.points.some(({ side }) => side === "development");
  return releasing && develops && text.advice.length < ADVICE_LENGTH
    ? because("adviceMissing", {}, "advice")
    : null;
}
