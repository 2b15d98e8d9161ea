import { z } from "zod";
import { READY_LANGUAGES } from "#app/i18n/languages.ts";

/** Days a referee's link serves, and the days after which an unanswered one is reminded, at most this often. */
export const REFERENCE_DAYS = { serves: 21, remindAfter: 7, reminders: 2 } as const;

/** Most referees of one candidate. */
export const MOST_REFEREES = 8;

/** A referee as a vetting officer names one. */
export const refereeSchema = z.object({
  name: z.string().trim().min(2).max(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email("email")),
  relation: z.string().trim().min(3).max(200),
  locale: z.enum(READY_LANGUAGES),
});
export type NewReferee = z.output<typeof refereeSchema>;

/** In which capacity a referee knows the candidate. */
export const CAPACITIES = ["superior", "peer", "subordinate", "partner"] as const;

/** What a referee is asked of: behaviour at work that others saw, nothing of private life, health or belief. */
export const REFERENCE_ITEMS = ["leads", "integrity", "respect", "pressure", "consults"] as const;
export type ReferenceItem = (typeof REFERENCE_ITEMS)[number];

/** How often the referee saw it; nobody is made to judge what they did not see. */
export const FREQUENCIES = ["consistently", "mostly", "seldom", "notSeen"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const AGAIN = ["yes", "withReservations", "no"] as const;

const year = z.coerce.number().int().min(1950).max(2100);
const frequency = z.enum(FREQUENCIES, "choose");

/** A referee's answers, as the form posts them and as they are kept. */
export const referenceSchema = z
  .object({
    capacity: z.enum(CAPACITIES, "choose"),
    fromYear: year,
    toYear: year,
    leads: frequency,
    integrity: frequency,
    respect: frequency,
    pressure: frequency,
    consults: frequency,
    again: z.enum(AGAIN, "choose"),
    words: z.string().trim().max(2000).default(""),
    own: z.literal("on", "ownWords"),
  })
  .refine(({ fromYear, toYear }) => fromYear <= toYear, { path: ["toYear"], message: "endsBeforeStart" });
export type ReferenceAnswers = z.output<typeof referenceSchema>;

/**
 * Reads answers from their sealed text.
 *
 * @throws where it holds something else: the program wrote it, so that is a fault
 */
export const referenceOf = (text: string): ReferenceAnswers => referenceSchema.parse(JSON.parse(text));

/** How a request to a referee stands. */
export const REFERENCE_STATES = ["waiting", "answered", "expired"] as const;
export type ReferenceState = (typeof REFERENCE_STATES)[number];

/** Whether an answer is awaited, was given, or is awaited no more since the link has expired. */
export const referenceState = (
  { answeredAt, expiresAt }: { readonly answeredAt: Date | null; readonly expiresAt: Date },
  now: Date,
): ReferenceState => {
  if (answeredAt !== null) return "answered";
  return expiresAt > now ? "waiting" : "expired";
};
