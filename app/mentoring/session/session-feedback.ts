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

/** One rating among those that the secretariat sees together. */
export interface Rating {
  readonly personId: string;
  readonly usefulness: number;
}

/**
 * What the secretariat may know of how useful sessions are: over all pairs, the share of ratings of 3 or 4.
 *
 * @param ratings oldest first
 * @returns null until {@link LEAST_VOICES} people have given feedback. Only whole steps of as many ratings count, so
 *   that the figure before and after one person's feedback does not tell what that person said. `share` from 0 to 1.
 */
export function usefulnessOf(
  ratings: readonly Rating[],
): { readonly share: number; readonly count: number } | null {
  const counted = ratings.slice(0, ratings.length - (ratings.length % LEAST_VOICES));
  if (new Set(counted.map(({ personId }) => personId)).size < LEAST_VOICES) return null;
  const useful = counted.filter(({ usefulness }) => usefulness >= 3).length;
  return { share: useful / counted.length, count: counted.length };
}
