import { z } from "zod";

export const READINESS_LEVELS = ["now", "oneToTwoYears", "threeToFiveYears"] as const;
export type ReadinessLevel = (typeof READINESS_LEVELS)[number];

/**
 * For how long a finding of readiness holds: 36 months, the same for women and men (METHOD §8). The UN's own
 * rosters differ by sex since ST/AI/2025/2; Cadre does not.
 */
export const READINESS_MONTHS = 36;

/** Days before its expiry from which a finding is shown as due for renewal. */
export const RENEWAL_DAYS = 90;

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
  const days = (Date.parse(expiresOn) - Date.parse(today)) / DAY_MS;
  return days <= RENEWAL_DAYS ? "expiring" : "valid";
}

/** The day a number of months after another; the last of the month where the month is shorter. */
export function monthsAfter(day: string, months: number): string {
  const start = new Date(`${day}T00:00:00Z`);
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0));
  target.setUTCDate(Math.min(start.getUTCDate(), target.getUTCDate()));
  return target.toISOString().slice(0, 10);
}

/** A finding of readiness as the form posts it. */
export const readinessSchema = z.object({
  roleKindCode: z.string().min(1),
  level: z.enum(READINESS_LEVELS),
  evidence: z.string().trim().min(20).max(1000),
});

export type ReadinessFinding = z.infer<typeof readinessSchema>;

/** Somebody proposed to the cadre directly, with the assessment that speaks for it. */
export const directProposalSchema = readinessSchema.extend({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  email: z.email().transform((email) => email.toLowerCase()),
  gender: z.enum(["woman", "man", "another", "notStated"]),
  nationality: z.string().length(2),
});

export type DirectProposal = z.infer<typeof directProposalSchema>;

/** What a member says when confirming the file. */
export const confirmationSchema = z.object({ availableFrom: z.iso.date() });
