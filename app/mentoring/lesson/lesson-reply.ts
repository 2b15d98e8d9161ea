import { z } from "zod";

const typed = z.object({
  title: z.string().catch(""),
  text: z.string().catch(""),
  kept: z.array(z.object({ found: z.string(), reason: z.string().catch("") })).catch([]),
});

/** Of a lesson's form as it was typed, fitting or not: the words to be looked through, and the reasons given so far. */
export const typedLesson = (payload: unknown): z.output<typeof typed> =>
  typed.catch({ title: "", text: "", kept: [] }).parse(payload);
