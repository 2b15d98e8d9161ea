import { z } from "zod";
import { type Result, refuse } from "#app/access/result.ts";
import { overlap, SESSION_CHANNELS } from "#app/mentoring/session/session.ts";
import { instantOf, isTimeZone } from "#app/platform/local-time.ts";
import { versionNumber } from "#app/platform/version-number.ts";

/** Minutes an interview takes. */
export const INTERVIEW_MINUTES = { least: 15, usual: 60, most: 240 } as const;

/** Letters of a link, a room or a number to dial. */
export const PLACE_MOST = 300;

/** How a candidate is interviewed. */
export const INTERVIEW_CHANNELS = SESSION_CHANNELS;
export type InterviewChannel = (typeof INTERVIEW_CHANNELS)[number];

/**
 * The time of an interview as its form posts it: a local time, the zone whose clocks show it, a length in whole
 * minutes, a way of meeting and where. `version` is the sequence that the page showed, 0 for one not yet set. Gives the
 * instant.
 *
 * Refuses `noSuchTime` where clocks of that zone never show the time or show it twice, and `timeZoneUnknown`.
 */
export const interviewSchema = z
  .object({
    version: versionNumber,
    startsAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "date"),
    timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
    durationMinutes: z.coerce.number().int().min(INTERVIEW_MINUTES.least).max(INTERVIEW_MINUTES.most),
    channel: z.enum(INTERVIEW_CHANNELS),
    place: z.string().trim().max(PLACE_MOST).default(""),
  })
  .transform(({ startsAt, ...slot }, context) => {
    const instant = instantOf(startsAt, slot.timeZone);
    if (instant === null) {
      context.addIssue({ code: "custom", path: ["startsAt"], message: "noSuchTime" });
      return z.NEVER;
    }
    return { ...slot, startsAt: instant };
  });

/** When a candidate is to be interviewed. */
export type ProposedInterview = z.output<typeof interviewSchema>;

/** The sequence of the interview that a page showed: one moved meanwhile is not called off unseen. */
export const callOffSchema = z.object({ version: versionNumber });

interface Times {
  readonly startsAt: Date;
  readonly durationMinutes: number;
}

/**
 * Whether a panel can interview at a time: in the future, and while it interviews nobody else.
 *
 * @param taken the panel's other interviews
 */
export function refuseInterview(wanted: Times, at: Date, taken: readonly Times[]): Result<undefined> {
  if (wanted.startsAt <= at) return refuse("interviewPast", {}, "startsAt");
  return taken.some((other) => overlap(wanted, other))
    ? refuse("interviewOverlaps", {}, "startsAt")
    : { ok: true, value: undefined };
}

/** When a candidacy's interview begins. */
export interface Slot {
  readonly candidacyId: string;
  readonly startsAt: Date;
}

/** A candidacy whose interview has not begun; `startsAt` is null where none is set. */
export interface Unheard {
  readonly candidacyId: string;
  readonly startsAt: Date | null;
}

/** Those of some candidacies whose interview has not begun at a moment: it is to come, or none is set. */
export function unheard(
  candidacyIds: readonly string[],
  slots: readonly Slot[],
  at: Date,
): readonly Unheard[] {
  const times = new Map(slots.map(({ candidacyId, startsAt }) => [candidacyId, startsAt]));
  return candidacyIds
    .map((candidacyId) => ({ candidacyId, startsAt: times.get(candidacyId) ?? null }))
    .filter(({ startsAt }) => startsAt === null || startsAt > at);
}

/** Whether a sheet on an interview can be submitted: once that has begun. Before, it can be kept as a draft. */
export function refuseUnheard(startsAt: Date | null, at: Date): Result<undefined> {
  if (startsAt === null) return refuse("interviewUnset");
  return startsAt > at
    ? refuse("interviewToCome", { at: startsAt.toISOString() })
    : { ok: true, value: undefined };
}

/** Letters of a question: a sentence or more, in each language. */
export const QUESTION_LENGTH = { least: 20, most: 600 } as const;

const text = z.string().trim().min(QUESTION_LENGTH.least, "questionShort").max(QUESTION_LENGTH.most);

/** A question for the bank as its form posts it: which criterion it is on, and its words in both languages. */
export const questionSchema = z.object({
  criterionCode: z.string().regex(/^[A-Za-z0-9-]{1,20}$/, "choose"),
  textEn: text,
  textFr: text,
});
export type NewQuestion = z.output<typeof questionSchema>;

/** The questions that a panel chooses; none posted is none chosen. */
export const chosenQuestionsSchema = z.object({ questions: z.array(z.uuid()).max(100).default([]) });
