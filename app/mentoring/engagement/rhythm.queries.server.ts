import type { Prisma } from "#app/generated/prisma/client.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { isCadence } from "./agreement.ts";
import type { Rhythm } from "./rhythm.ts";

/** What is loaded of a pair's agreements to know its rhythm: how often and since when, no word of what is sealed. */
export const rhythmShown = {
  where: { state: { in: ["signed", "superseded"] } },
  orderBy: { version: "asc" },
  select: { cadence: true, mentorSignedAt: true, menteeSignedAt: true },
} satisfies Prisma.Engagement$agreementsArgs;

/** A pair whose agreement in force is on another rhythm than every two months. */
export const MEETS_OFTENER = {
  agreements: { none: { state: "signed", cadence: "everyTwoMonths" } },
} satisfies Prisma.EngagementWhereInput;

interface Signed {
  readonly cadence: string;
  readonly mentorSignedAt: Date | null;
  readonly menteeSignedAt: Date | null;
}

/** How often a pair agreed to meet, and since when: from the day of the second signature. */
export const rhythmsOf = (agreements: readonly Signed[]): readonly Rhythm[] =>
  agreements.flatMap(({ cadence, mentorSignedAt, menteeSignedAt }) =>
    mentorSignedAt && menteeSignedAt && isCadence(cadence)
      ? [{ from: dayOf(mentorSignedAt > menteeSignedAt ? mentorSignedAt : menteeSignedAt), cadence }]
      : [],
  );
