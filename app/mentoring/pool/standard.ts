import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

/** How many characters a title and a text of what mentors agree to may have. */
export const MOST_TITLE = 120;
export const MOST_TEXT = 6000;

const title = z.string().trim().min(1).max(MOST_TITLE);
/** Line ends as they are stored: a browser posts others than it was given. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(MOST_TEXT)
  .transform((words) => words.replaceAll("\r\n", "\n"));
const asked = { version: versionNumber, dueOn: z.iso.date("date") } as const;

/**
 * A new version of the code of conduct as its form posts it: the version that the page showed, the text in both
 * languages, a sentence a line, and by when mentors acknowledge it. Refuses `sentencesDiffer` where one language has more
 * sentences than the other: their numbers are how people refer to them.
 */
export const codeVersionSchema = z
  .object({ ...asked, textEn: text, textFr: text })
  .refine(({ textEn, textFr }) => textEn.split("\n").length === textFr.split("\n").length, {
    message: "sentencesDiffer",
    path: ["textFr"],
  });
export type CodeVersion = z.output<typeof codeVersionSchema>;

/** A new version of a step of the induction, and by when who knows an earlier one goes through it again. */
export const stepVersionSchema = z.object({
  ...asked,
  titleEn: title,
  titleFr: title,
  textEn: text,
  textFr: text,
});
export type StepVersion = z.output<typeof stepVersionSchema>;
