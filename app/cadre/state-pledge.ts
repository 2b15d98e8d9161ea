import { z } from "zod";
import { because, type Transition } from "#app/access/transition.ts";
import { formDay } from "#app/platform/form-day.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";

export const PLEDGE_KINDS = [
  "mentors",
  "courseSeats",
  "womenNominations",
  "genderChampions",
  "nationalActionPlan",
  "officersByRank",
] as const;
export type PledgeKind = (typeof PLEDGE_KINDS)[number];

/** Kinds whose delivery is counted from the programme's own records; the others are delivered when verified so. */
export const COUNTED_KINDS = ["mentors", "courseSeats", "womenNominations"] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];

export const isCounted = (kind: PledgeKind): kind is CountedKind =>
  COUNTED_KINDS.some((counted) => counted === kind);

export const PLEDGE_LEVELS = [
  "pledged",
  "registered",
  "verified",
  "ready",
  "delivered",
  "withdrawn",
] as const;
export type PledgeLevel = (typeof PLEDGE_LEVELS)[number];

/** What the secretariat brings a pledge to. */
export const PLEDGE_STEPS = ["registered", "verified", "ready", "delivered"] as const;
export type PledgeAdvance = (typeof PLEDGE_STEPS)[number];

/** Within how many days of a call what is ready is delivered. */
export const READY_DAYS = ["30", "60", "90"] as const;

/** The levels that the public register shows: what a state has said and the secretariat has not looked at is not there. */
export const PUBLIC_LEVELS = ["registered", "verified", "ready", "delivered"] as const;

const SHORTEST_EVIDENCE = 10;
const needsEvidence = (level: PledgeAdvance) => level === "verified" || level === "delivered";

/** A pledge as the state's form posts it; the key is of the form, which makes one pledge however often it is posted. */
export const statePledgeSchema = z.object({
  submissionKey: z.uuid(),
  kind: z.enum(PLEDGE_KINDS),
  quantity: z.coerce.number().int().min(1).max(10_000),
  dueOn: formDay,
  words: z.string().trim().max(600).default(""),
});

export type NewStatePledge = z.infer<typeof statePledgeSchema>;

const version = versionNumber;

const advance = z
  .object({
    intent: z.literal("advance"),
    version,
    level: z.enum(PLEDGE_STEPS),
    readyDays: z.enum(READY_DAYS).optional(),
    evidence: z.string().trim().max(1000).default(""),
  })
  .refine(({ level, evidence }) => !needsEvidence(level) || evidence.length >= SHORTEST_EVIDENCE, {
    path: ["evidence"],
    message: "evidenceMissing",
  })
  .refine(({ level, readyDays }) => level !== "ready" || readyDays !== undefined, {
    path: ["readyDays"],
    message: "choose",
  });

/**
 * What is done with a pledge: it is brought to its next level, or taken back. Verified and delivered say by what, ready
 * says within how many days.
 */
export const pledgeOrderSchema = z.discriminatedUnion("intent", [
  advance,
  z.object({ intent: z.literal("withdraw"), version }),
]);

export type PledgeOrder = z.infer<typeof pledgeOrderSchema>;
export type PledgeStep = Omit<z.infer<typeof advance>, "intent">;

interface PledgeFacts {
  /** What the records count, of kinds that are counted; null of the others. */
  readonly counted: number | null;
  readonly quantity: number;
}

const pledge = (transition: Transition<PledgeLevel, PledgeFacts>) => transition;
const always = () => null;

/** What can be counted is delivered when the count says so, not when somebody does. */
const counted = ({ counted: found, quantity }: PledgeFacts) =>
  found === null || found >= quantity ? null : because("notYetDelivered", { found, quantity });

/** The road of a pledge: pledged, registered, verified, ready within so many days of a call, delivered. */
export const pledgeTransitions = {
  registered: pledge({ from: ["pledged"], to: "registered", guard: always }),
  verified: pledge({ from: ["registered"], to: "verified", guard: always }),
  ready: pledge({ from: ["verified"], to: "ready", guard: always }),
  delivered: pledge({ from: ["verified", "ready"], to: "delivered", guard: counted }),
  withdrawn: pledge({ from: ["pledged", "registered", "verified", "ready"], to: "withdrawn", guard: always }),
} as const;

/** The levels that a pledge can be brought to from where it is. */
export const nextLevels = (level: PledgeLevel): readonly PledgeAdvance[] =>
  PLEDGE_STEPS.filter((step) => pledgeTransitions[step].from.includes(level));

/** Whether something is still owed. */
export const isOpen = (level: PledgeLevel): boolean => level !== "delivered" && level !== "withdrawn";

/** Whether something is still owed after the day on which it was due; both "YYYY-MM-DD". */
export const isLate = (
  { level, dueOn }: { readonly level: PledgeLevel; readonly dueOn: string },
  today: string,
) => isOpen(level) && dueOn < today;

/** Days from the day on which a pledge is due, on which its state is reminded: before it and after. */
export const REMINDER_DAYS = [-30, -7, 7, 37] as const;

/**
 * Where a pledge stands among its reminders.
 *
 * @param dueOn "YYYY-MM-DD"
 * @param today "YYYY-MM-DD"
 * @returns `current`: the reminder that is due, in days from `dueOn`, null before the first; `next`: the day of the one
 *   after, null once the last has gone
 */
export function reminderOf(dueOn: string, today: string) {
  const current = REMINDER_DAYS.findLast((days) => daysAfter(dueOn, days) <= today) ?? null;
  const later = REMINDER_DAYS.find((days) => daysAfter(dueOn, days) > today);
  return { current, next: later === undefined ? null : daysAfter(dueOn, later) };
}

/** What the records count of one kind for one state, from the moments that matter to one of its pledges. */
export interface CountedFor {
  /** Since the pledge itself was made. */
  readonly own: number;
  /** Since the earliest of the delivered ones was; 0 where none is. */
  readonly sinceFirst: number;
  /** What those that are delivered promised, together. */
  readonly spent: number;
}

/**
 * What is left of the records for one pledge, so that nothing is delivered twice: what they count since it was made, and
 * no more than what others that are delivered have left of the whole. Seats, mentors or nominations, from 0.
 */
export const leftFor = ({ own, sinceFirst, spent }: CountedFor): number =>
  Math.max(0, Math.min(own, Math.max(own, sinceFirst) - spent));

/** One pledge as the balance of a state counts it. */
export interface PledgeSum {
  readonly kind: PledgeKind;
  readonly level: PledgeLevel;
  readonly quantity: number;
}

/** Of one kind: what a state promised and what came of it. */
export interface PromisedAgainstDelivered {
  readonly kind: PledgeKind;
  readonly promised: number;
  readonly delivered: number;
}

/**
 * What a state promised against what it delivered, by kind; kinds it pledged nothing of are left out. Withdrawn pledges
 * count on neither side. Delivery of counted kinds is what the records hold, however much more than was promised.
 *
 * @param counts of each counted kind, what the records hold since the state first pledged it
 */
export function promisedAgainstDelivered(
  pledges: readonly PledgeSum[],
  counts: Readonly<Record<CountedKind, number>>,
): readonly PromisedAgainstDelivered[] {
  return PLEDGE_KINDS.flatMap((kind) => {
    const live = pledges.filter((one) => one.kind === kind && one.level !== "withdrawn");
    if (live.length === 0) return [];
    const sum = (some: readonly PledgeSum[]) => some.reduce((total, { quantity }) => total + quantity, 0);
    const verified = sum(live.filter(({ level }) => level === "delivered"));
    return [{ kind, promised: sum(live), delivered: isCounted(kind) ? counts[kind] : verified }];
  });
}
