import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

/** What a panel can find of a candidacy, best first. */
export const FINDING_OUTCOMES = ["recommended", "suitable", "notRecommended"] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

/** A finding is what counts before the tribunal (UNDT/2010/059): it says something when it has so many characters. */
export const FINDING_LENGTH = 60;

/** The panel's written finding on one candidacy, as the form posts it; `version` is the one it was opened upon. */
export const findingSchema = z.object({
  version: versionNumber,
  outcome: z.enum(FINDING_OUTCOMES),
  text: z.string().trim().min(FINDING_LENGTH, { message: "findingShort" }).max(6000),
});
export type WrittenFinding = z.output<typeof findingSchema>;
