import { z } from "zod";

/** Words kept in English and French, as a rubric's are. */
export interface InTwoLanguages {
  readonly en: string;
  readonly fr: string;
}

const inTwo = z.object({ en: z.string(), fr: z.string() });
const anchors = z.array(inTwo.extend({ level: z.number().int() }));

/**
 * Reads words in two languages from a JSON column.
 *
 * @throws where the column holds something else: the program wrote it, so that is a fault
 */
export const inTwoLanguages = (json: unknown): InTwoLanguages => inTwo.parse(json);

/** Reads the behavioural anchors of a criterion, from the lowest level to the highest. */
export const anchorsOf = (json: unknown) => anchors.parse(json).toSorted((a, b) => a.level - b.level);
