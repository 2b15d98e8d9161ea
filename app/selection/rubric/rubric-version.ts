import { z } from "zod";
import { CRITERION_GROUPS, CRITERION_STAGES } from "./criterion-group.ts";

const words = z.object({ en: z.string(), fr: z.string() });

const criterion = z.object({
  code: z.string(),
  group: z.enum(CRITERION_GROUPS),
  position: z.number().int(),
  name: words,
  definition: words,
  anchors: z.array(words.extend({ level: z.number().int() })),
  baseWeight: z.number().int(),
  need: z.number().int(),
  weight: z.number().int(),
  minimumLevel: z.number().int().nullable(),
  stage: z.enum(CRITERION_STAGES),
  libraryVersion: z.number().int().nullable(),
});

const content = z.object({
  levels: z.number().int(),
  shares: z.object({ merit: z.number(), competence: z.number(), missionNeeds: z.number() }),
  criteria: z.array(criterion),
});

/** A rubric as one of its versions keeps it. */
export type RubricContent = Readonly<z.output<typeof content>>;

/**
 * Reads a version of a rubric from its JSON column.
 *
 * @throws where the column holds something else: the program wrote it, so that is a fault
 */
export const rubricContentOf = (json: unknown): RubricContent => content.parse(json);
