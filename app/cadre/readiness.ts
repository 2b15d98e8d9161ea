import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

export const READINESS_LEVELS = ["now", "oneToTwoYears", "threeToFiveYears"] as const;
export type ReadinessLevel = (typeof READINESS_LEVELS)[number];

/** Days before its expiry on which a finding is told to be ending: to its member and to the secretariat. */
export const REMINDER_DAYS = [90, 30, 7] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

/** Days before its expiry from which a finding is shown as due for renewal. */
export const RENEWAL_DAYS = REMINDER_DAYS[0];

const DAY_MS = 86_400_000;

/** How a finding of readiness stands on a day. */
export type Standing = "valid" | "expiring" | "expired";

/**
 * How a finding stands: past its expiry it counts as nothing; in its last 90 days it wants renewal.
 *
 * @param expiresOn the last day on which it holds, "YYYY-MM-DD"
 * @param today "YYYY-MM-DD"
 */
export function standingOf(expiresOn: string, today: string): Standing {
  if (expiresOn < today) return "expired";
  return daysBetween(today, expiresOn) <= RENEWAL_DAYS ? "expiring" : "valid";
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/**
 * What somebody counts as ready for on a day: the level of the finding while it holds, and nothing from the day after.
 * Questions ask the same of the database by `valid-readiness.queries.server.ts`; nothing else judges an expiry.
 */
export const levelOn = (
  { level, expiresOn }: { readonly level: ReadinessLevel; readonly expiresOn: string },
  today: string,
): ReadinessLevel | null => (standingOf(expiresOn, today) === "expired" ? null : level);

/** Whether anything that somebody was found ready for holds on a day, "YYYY-MM-DD". */
export const anyHolds = (
  findings: readonly { readonly level: ReadinessLevel; readonly expiresOn: string }[],
  today: string,
): boolean => findings.some((finding) => levelOn(finding, today) !== null);

/**
 * Which reminder of its expiry is due on a day: the last whose day has come, so that a sweep which was late sends one
 * and not three. None while the first is not due yet, nor once the finding has expired.
 */
export function reminderDue(expiresOn: string, today: string): ReminderDays | null {
  if (standingOf(expiresOn, today) !== "expiring") return null;
  const left = daysBetween(today, expiresOn);
  return REMINDER_DAYS.findLast((days) => left <= days) ?? null;
}

/** A finding of readiness as the form posts it. */
export const readinessSchema = z.object({
  roleKindCode: z.string().min(1),
  level: z.enum(READINESS_LEVELS),
  evidence: z.string().trim().min(20).max(1000),
});

export type ReadinessFinding = z.infer<typeof readinessSchema>;

/** The same where somebody is found ready anew: `version` is how often that had been done when the page was opened. */
export const renewedReadinessSchema = readinessSchema.extend({ version: versionNumber });

/** How often a member was found ready for anything, first and anew. It only grows, so that who names it has read what stands. */
export const findingsGiven = (findings: readonly { readonly version: number }[]): number =>
  findings.reduce((sum, { version }) => sum + version + 1, 0);

/** Somebody proposed to the cadre directly, with the assessment that speaks for it. */
export const directProposalSchema = readinessSchema.extend({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  email: z.email().transform((email) => email.toLowerCase()),
  gender: z.enum(["woman", "man", "another", "notStated"]),
  nationality: z.string().length(2),
});

export type DirectProposal = z.infer<typeof directProposalSchema>;
