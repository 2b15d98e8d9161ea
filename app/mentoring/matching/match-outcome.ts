import { z } from "zod";
import { RULE_CODES } from "./match-rules.ts";

const points = z.number().min(0).max(100).nullable();

/** Why a mentee has whom they have, as it is kept with a proposal: the parts of the score, and the next best. */
export const explanationSchema = z.object({
  pinned: z.boolean(),
  parts: z.object({
    role: points,
    mission: points,
    needs: points,
    language: points,
    hours: points,
    preferences: points,
  }),
  nextBest: z
    .object({
      mentorId: z.string(),
      score: z.number(),
      cost: z.object({ matched: z.number(), score: z.number(), spread: z.number() }).nullable(),
    })
    .nullable(),
});
export type MatchExplanation = z.infer<typeof explanationSchema>;

/** Why each unmatched need stays without a mentor, as it is kept with a run. */
export const unmatchedSchema = z.array(
  z.object({
    needId: z.string(),
    reasons: z.object({
      excluded: z.array(z.object({ rule: z.enum(RULE_CODES), mentorIds: z.array(z.string()) })),
      taken: z.array(z.object({ mentorId: z.string(), menteeIds: z.array(z.string()) })),
      refused: z.array(z.string()),
    }),
  }),
);
export type Unmatched = z.infer<typeof unmatchedSchema>;

/** Why a side declines a proposed pair: free to leave out. */
export const declineSchema = z.object({ reason: z.string().trim().max(1000).default("") });
