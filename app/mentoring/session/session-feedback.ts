import { z } from "zod";

/** How useful a session was, from not at all (1) to very (4). */
export const USEFULNESS = [1, 2, 3, 4] as const;
export type Usefulness = (typeof USEFULNESS)[number];

/** How many characters a comment may have. */
export const MOST_COMMENT = 2000;

/** One side's feedback as its form posts it. The comment is for its author alone and may stay empty. */
export const feedbackSchema = z.object({
  usefulness: z.coerce.number().pipe(z.literal(USEFULNESS)),
  comment: z.string().trim().max(MOST_COMMENT).default(""),
});
export type Feedback = z.output<typeof feedbackSchema>;

/** The secretariat's figure appears from this many people's feedback, and moves in steps of as many ratings. */
export const LEAST_VOICES = 5;

/** Ratings are looked at over so many months up to today. */
export const RATED_MONTHS = 12;

/** The ratings of a period counted together: the question that counts them says which. */
export interface RatingTally {
  /** All that were given in the period. */
  readonly given: number;
  /** Those of them that are counted: whole steps alone. */
  readonly counted: number;
  /** How many people gave what is counted. */
  readonly voices: number;
  /** How many gave each answer, of those counted. */
  readonly counts: Readonly<Record<Usefulness, number>>;
}

/**
 * What the secretariat may know of how useful sessions are: over all pairs, the share of ratings of 3 or 4.
 *
 * @param tally of whole steps of {@link LEAST_VOICES} ratings, so that the figure before and after one person's feedback
 *   does not tell what that person said
 * @returns null until {@link LEAST_VOICES} people have given feedback. `share` from 0 to 1.
 */
export function usefulnessOf({
  counts,
  counted,
  voices,
}: RatingTally): { readonly share: number; readonly count: number } | null {
  if (voices < LEAST_VOICES) return null;
  return { share: (counts[3] + counts[4]) / counted, count: counted };
}
