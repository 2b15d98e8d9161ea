import { z } from "zod";
import { MOST_POSTS } from "#app/selection/nomination/profile.ts";

/** Most characters of a text kept: past what its own check takes, so that nothing typed is cut for being too long. */
const MOST_CHARACTERS = 20_000;

const text = z.string().max(MOST_CHARACTERS).catch("");
const short = z.string().max(500).catch("");

/**
 * What is kept of a consent form that came after its link had expired: the file as it was typed, well-formed or not,
 * and the explanation. Whatever is ticked, attested or signed is left out: it is given anew with the answer itself.
 */
export const keptAnswersSchema = z.object({
  gender: short,
  birthDate: short,
  currentPost: short,
  seniorYears: short,
  fieldMissions: short,
  deployableDays: short,
  visionStatement: text,
  languages: z
    .array(z.object({ code: short, level: short }))
    .max(60)
    .catch([]),
  career: z
    .array(
      z.object({
        title: short,
        employer: short,
        supervisor: short,
        from: short,
        to: short,
        peopleLed: short,
        budget: short,
      }),
    )
    .max(MOST_POSTS)
    .catch([]),
  attestation: z.object({ explanation: text }).catch({ explanation: "" }),
});
export type KeptAnswers = z.output<typeof keptAnswersSchema>;

/** What was kept, read back or out of a form; null where there is nothing that anybody typed. */
export function keptAnswersOf(kept: unknown): KeptAnswers | null {
  const read = keptAnswersSchema.safeParse(kept);
  if (!read.success) return null;
  const { languages, career, attestation, ...facts } = read.data;
  const typed = [
    ...Object.values(facts),
    ...languages.map(({ level }) => level),
    ...career.flatMap((post) => Object.values(post)),
    attestation.explanation,
  ];
  return typed.some((value) => value.trim() !== "") ? read.data : null;
}
