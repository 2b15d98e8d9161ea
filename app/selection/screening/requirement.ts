import { z } from "zod";
import { LEVELS, RANKS } from "#app/selection/nomination/grade.ts";

/** Knowledge of a language: 1 basic, 2 working, 3 fluent. */
const languageLevel = z.number().int().min(1).max(3);

/** One thing that a candidate must bring, which a screener can check against the file. */
const requirementSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("seniorYears"), years: z.number().int().min(1).max(50) }),
  /** A civilian level held, or one above it. */
  z.object({ kind: z.literal("level"), atLeast: z.enum(LEVELS) }),
  /** A military rank held, or one above it. */
  z.object({ kind: z.literal("rank"), atLeast: z.enum(RANKS) }),
  z.object({ kind: z.literal("fieldMissions"), missions: z.number().int().min(1).max(20) }),
  z.object({
    kind: z.literal("language"),
    code: z.string().min(2),
    name: z.object({ en: z.string(), fr: z.string() }),
    level: languageLevel,
  }),
  z.object({ kind: z.literal("deployable"), days: z.number().int().min(1).max(365) }),
  z.object({ kind: z.literal("notHostNational"), states: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal("attestation") }),
]);
export type Requirement = z.output<typeof requirementSchema>;

/** What a vacancy requires, in the order in which it is screened; no two alike. */
export const requirementsSchema = z.array(requirementSchema).max(20);

/**
 * Reads the requirements of a vacancy from its JSON column.
 *
 * @throws where the column holds something else: the program wrote it, so that is a fault
 */
export const requirementsOf = (json: unknown): readonly Requirement[] => requirementsSchema.parse(json);
