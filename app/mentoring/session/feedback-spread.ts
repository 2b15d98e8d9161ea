import { protectCounts } from "#app/gender/disclosure.ts";
import { type RatingTally, USEFULNESS, type Usefulness } from "./session-feedback.ts";

/** The spread of ratings moves in steps of so many, so that no figure before and after tells a single rating. */
export const SPREAD_STEP = 25;

/** … and appears once so many people have rated: METHOD §6's least base of a percentage. */
export const SPREAD_VOICES = 10;

/** How the ratings of sessions spread, as the secretariat may see it. */
export interface FeedbackSpread {
  /** How many ratings are counted. */
  readonly of: number;
  /** For each answer from 1 to 4, how many gave it; null where the count is hidden (METHOD §6). */
  readonly counts: readonly { readonly usefulness: Usefulness; readonly count: number | null }[];
}

/**
 * The spread of what both sides say of their sessions, over all pairs together. Counts of 1 to 4 are hidden, and a further one
 * where the sum would give them away (METHOD §6; Cadre's own choice to hold the secretariat to it, since it knows who met whom).
 *
 * @param tally of whole steps of {@link SPREAD_STEP} ratings
 * @returns null until {@link SPREAD_VOICES} people have given what is counted
 */
export function feedbackSpread({ counts, counted, voices }: RatingTally): FeedbackSpread | null {
  if (voices < SPREAD_VOICES) return null;
  const cells = USEFULNESS.map((usefulness) => ({
    id: String(usefulness),
    value: counts[usefulness],
  }));
  const total = { id: "total", value: counted, weight: 9 };
  const { shown } = protectCounts({
    cells: [...cells, total],
    sums: [{ total: "total", parts: cells.map(({ id }) => id) }],
  });
  return {
    of: counted,
    counts: USEFULNESS.map((usefulness) => {
      const cell = shown.get(String(usefulness));
      return { usefulness, count: cell?.kind === "count" ? cell.value : null };
    }),
  };
}
