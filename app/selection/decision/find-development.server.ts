import type { Reader } from "#app/platform/database.server.ts";
import { sideOf } from "./feedback.ts";

/**
 * On which criteria, by their codes, the panel found somebody to have something to develop: the same side that the feedback to
 * candidates names. No level, no words, no mark of a member; for the mentoring programme, by the person's agreement alone.
 */
export async function findDevelopment(reader: Reader, candidacyId: string): Promise<readonly string[]> {
  const found = await reader.findingCriterion.findMany({
    where: { candidacyId },
    orderBy: { criterion: { position: "asc" } },
    select: {
      level: true,
      criterion: { select: { code: true, minimumLevel: true, rubric: { select: { levels: true } } } },
    },
  });
  return found
    .filter(({ level, criterion: { minimumLevel, rubric } }) => {
      return sideOf(level, { levels: rubric.levels, minimumLevel }) === "development";
    })
    .map(({ criterion }) => criterion.code);
}
