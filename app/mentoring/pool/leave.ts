import { z } from "zod";
import { MOST_PAIRS } from "#app/mentoring/programme.ts";
import { versionNumber } from "#app/platform/version-number.ts";

export const MOST_HAND_OVER_CHARACTERS = 4000;

/** What a mentor who leaves posts: the version they saw, and for each pair that ends what to hand over, if anything. */
export const leaveSchema = z
  .object({
    version: versionNumber,
    pairs: z
      .array(
        z.object({
          engagementId: z.uuid(),
          text: z.string().trim().max(MOST_HAND_OVER_CHARACTERS).default(""),
        }),
      )
      .max(MOST_PAIRS)
      .default([]),
  })
  .transform(({ version, pairs }) => ({
    version,
    handOvers: Object.fromEntries(pairs.map(({ engagementId, text }) => [engagementId, text])),
  }));
