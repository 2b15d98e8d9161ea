import { z } from "zod";
import { MOST_COMMENT, USEFULNESS } from "#app/mentoring/session/session-feedback.ts";
import { daysAfter, monthsAfter } from "#app/platform/utc-day.ts";
import { marksOf, marksShape } from "./agreement.ts";

/** When a pair looks back: after three months, after six, and at the end (METHOD §7). */
export const REVIEW_MOMENTS = ["early", "middle", "end"] as const;
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number];

/** Whether a word of an address is a moment of review. */
export const isReviewMoment = (word: string | undefined): word is ReviewMoment =>
  REVIEW_MOMENTS.some((moment) => moment === word);

/** Months from the first day to the first two reviews; the last is on the last day, whenever that is (METHOD §7). */
const MONTHS = { early: 3, middle: 6 } as const;

/** Days before a review is due at which both are asked for it, and after which it is closed: Cadre's own choice. */
export const REVIEW_ASK_DAYS = 14;
export const REVIEW_CLOSE_DAYS = 60;

/**
 * The days of a pair's reviews.
 *
 * @param startedOn ISO date
 * @param endsOn ISO date; a review that would come after it is left out
 */
export function reviewDays(startedOn: string, endsOn: string) {
  const between = (["early", "middle"] as const)
    .map((moment) => ({ moment, dueOn: monthsAfter(startedOn, MONTHS[moment]) }))
    .filter(({ dueOn }) => dueOn < endsOn);
  return [...between, { moment: "end" as const, dueOn: endsOn }];
}

/** Whether goals are rated anew at a review: at the middle and at the end. */
export const ratesGoals = (moment: ReviewMoment): moment is "middle" | "end" => moment !== "early";

interface Standing {
  readonly dueOn: string;
  readonly ending: "complete" | "early" | "mentorLeft" | null;
}

/**
 * Whether a review can be answered on a day: from two weeks before it is due until sixty days after. Nobody who ended
 * early is asked to look back.
 *
 * @param today ISO date
 */
export const isReviewOpen = ({ dueOn, ending }: Standing, today: string): boolean =>
  (ending === null || ending === "complete") &&
  daysAfter(dueOn, -REVIEW_ASK_DAYS) <= today &&
  today <= daysAfter(dueOn, REVIEW_CLOSE_DAYS);

/** What one side says at a review, as its form posts it: how useful the mentoring is, a note to oneself, marks for goals. */
export const reviewSchema = z
  .object({
    usefulness: z.coerce.number().pipe(z.literal(USEFULNESS)),
    note: z.string().trim().max(MOST_COMMENT).default(""),
    ...marksShape,
  })
  .transform(({ usefulness, note, ...marks }) => ({ usefulness, note, marks: marksOf(marks) }));
export type Review = z.output<typeof reviewSchema>;
