import { z } from "zod";
import { MOST_TOPICS, TOPICS } from "#app/mentoring/pool/mentor.ts";
import { hoursInOrder, hoursOrder, hoursShape, spokenLanguages } from "#app/mentoring/pool/mentor-form.ts";
import { isTimeZone } from "#app/platform/local-time.ts";
import { versionNumber } from "#app/platform/version-number.ts";

/** Mentors a leader can wish for, the dearest first. */
export const MOST_WISHED = 4;

/**
 * What a new leader says of the mentor they need, as the form posts it: topics, languages to meet in with their level, hours
 * and zone, mentors wished for in their order, and mentors they ask not to be paired with, which the matching reads and nobody
 * else.
 *
 * Refuses `topicMissing`, `tooManyTopics`, `languageMissing`, `hoursReversed`, and `wishedAndAvoided` where one mentor is both.
 */
export const needSchema = z
  .object({
    version: versionNumber,
    topics: z.array(z.enum(TOPICS)).min(1, "topicMissing").max(MOST_TOPICS, "tooManyTopics"),
    languages: spokenLanguages,
    timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
    ...hoursShape,
    wishedMentorIds: z
      // A choice left at nobody comes as nothing.
      .array(z.uuid().optional())
      .max(MOST_WISHED)
      .default([])
      .transform((ids) => [...new Set(ids.filter((id) => id !== undefined))]),
    avoidMentorIds: z.array(z.uuid()).max(200),
    acceptsSameState: z.literal("on").optional(),
  })
  .refine(hoursInOrder, hoursOrder)
  .refine(
    ({ wishedMentorIds, avoidMentorIds }) => !wishedMentorIds.some((id) => avoidMentorIds.includes(id)),
    {
      message: "wishedAndAvoided",
      path: ["avoidMentorIds"],
    },
  );
export type StatedNeed = z.output<typeof needSchema>;

/** Whether a leader agrees that topics are drawn from what the panel found, or takes it back. */
export const findingsSchema = z.object({ agree: z.enum(["yes", "no"]) });
