import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";
import { MOST_TOPICS, TOPICS } from "./mentor.ts";

/**
 * What a new leader says of the mentor they need, as the form posts it: topics, languages to meet in (codes), and
 * mentors they ask not to be paired with, which stays between them and the secretariat.
 *
 * Refuses `topicMissing`, `tooManyTopics`, `languageMissing`.
 */
export const needSchema = z.object({
  version: versionNumber,
  topics: z.array(z.enum(TOPICS)).min(1, "topicMissing").max(MOST_TOPICS, "tooManyTopics"),
  languages: z.array(z.string().min(2).max(8)).min(1, "languageMissing").max(20),
  avoidMentorIds: z.array(z.uuid()).max(200),
});
export type StatedNeed = z.output<typeof needSchema>;
