import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { always, because, type Transition } from "#app/access/transition.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { FLAG_KINDS, type Flag } from "./identifying.ts";

/**
 * What mandates ask of missions, as lessons are tagged by it; the tail of the message key `lesson.task.…`. Gathered from the
 * tasks that Security Council mandates name again and again (DPO, "Mandates and the legal basis for peacekeeping").
 */
export const MANDATE_TASKS = [
  "politicalProcess",
  "ceasefire",
  "protectionOfCivilians",
  "humanRights",
  "womenPeaceSecurity",
  "elections",
  "ruleOfLaw",
  "securitySector",
  "disarmament",
  "stateAuthority",
  "humanitarianAccess",
  "transition",
] as const;
export type MandateTask = (typeof MANDATE_TASKS)[number];

/** Whether a stored or posted word is a mandate task. */
export const isMandateTask = (word: string | null | undefined): word is MandateTask =>
  MANDATE_TASKS.some((task) => task === word);

/** Most mandate tasks of one lesson: tagged with all it is found by none. */
const MOST_TASKS = 4;

/** Characters with which a reason says something. */
const LEAST_REASON = 10;

export const LESSON_STATES = ["submitted", "changesAsked", "published", "declined", "withdrawn"] as const;
export type LessonState = (typeof LESSON_STATES)[number];

/** A lesson as its form posts it, with the reasons why what is flagged in it can stay. */
export const lessonSchema = z.object({
  version: versionNumber.default(0),
  title: z.string().trim().min(5, { message: "lessonTitleShort" }).max(120),
  text: z.string().trim().min(80, { message: "lessonShort" }).max(6000),
  roleKindCode: z.string().min(1),
  mandateTasks: z
    .array(z.enum(MANDATE_TASKS))
    .min(1, "mandateTaskMissing")
    .max(MOST_TASKS, "mandateTasksMany"),
  kept: z
    .array(z.object({ found: z.string().max(400), reason: z.string().trim().max(300).default("") }))
    .max(100)
    .default([]),
});
export type LessonForm = z.output<typeof lessonSchema>;

/** What was flagged and stays, as it is stored. */
export const keptSchema = z.array(
  z.object({ kind: z.enum(FLAG_KINDS), text: z.string(), reason: z.string() }),
);
export type Kept = z.output<typeof keptSchema>[number];

/** What was flagged and stays, each with its reason; a flag that nobody gave a reason for is not among them. */
export const keptOf = (flags: readonly Flag[], given: LessonForm["kept"]): readonly Kept[] =>
  flags.flatMap(({ kind, text }) => {
    const reason = given.find(({ found }) => found === text)?.reason ?? "";
    return reason.length >= LEAST_REASON ? [{ kind, text, reason }] : [];
  });

/** Why a lesson cannot be taken as it is: something that may identify stands in it without a reason. Null where nothing does. */
export function refuseIdentifying(flags: readonly Flag[], given: LessonForm["kept"]): Refusal | null {
  const kept = keptOf(flags, given);
  const open = flags.filter(({ text }) => !kept.some((one) => one.text === text));
  return open.length > 0
    ? because("lessonIdentifies", { found: open.map(({ text }) => text).join(", ") }, "text")
    : null;
}

/** What a pair must have behind it before one of them gives a lesson on. */
export interface LessonGround {
  readonly state: "active" | "ended";
  readonly heldSessions: number;
}

/** Why a pair has no lesson yet: it has not met and goes on. Null where it can have one. */
export const refuseEarly = ({ state, heldSessions }: LessonGround): Refusal | null =>
  state === "active" && heldSessions === 0 ? because("lessonTooEarly") : null;

export const REVIEW_DECISIONS = ["publish", "askChanges", "decline"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** An officer's review: whoever asks for changes or declines says why. */
export const reviewSchema = z
  .object({
    version: versionNumber,
    decision: z.enum(REVIEW_DECISIONS),
    note: z.string().trim().max(2000).default(""),
  })
  .refine(({ decision, note }) => decision === "publish" || note.length >= LEAST_REASON, {
    message: "reviewNoteMissing",
    path: ["note"],
  });
export type Review = z.output<typeof reviewSchema>;

const lesson = (transition: Transition<LessonState, undefined>) => transition;

/**
 * The road of a lesson. Its contributor changes or withdraws it until it is published; the secretariat publishes it, asks for
 * changes or declines it with words.
 */
export const lessonTransitions = {
  revise: lesson({ from: ["submitted", "changesAsked"], to: "submitted", guard: always }),
  withdraw: lesson({ from: ["submitted", "changesAsked"], to: "withdrawn", guard: always }),
  publish: lesson({ from: ["submitted"], to: "published", guard: always }),
  askChanges: lesson({ from: ["submitted"], to: "changesAsked", guard: always }),
  decline: lesson({ from: ["submitted"], to: "declined", guard: always }),
} as const;

/** The longest question to the library. */
export const MOST_ASKED = 200;

/** What the library is asked: words, one mandate task, one kind of role; whatever does not fit is not asked. */
export const librarySchema = z.object({
  q: z.string().trim().min(1).max(MOST_ASKED).optional().catch(undefined),
  task: z.enum(MANDATE_TASKS).optional().catch(undefined),
  role: z.string().min(1).max(60).optional().catch(undefined),
});
export type LibraryQuestion = z.output<typeof librarySchema>;
