import type { Reader } from "#app/platform/database.server.ts";
import { anchorsOf, inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { unchangedCriteria } from "./rubric-change.ts";

/** The criteria that one rubric has unchanged from another, by the id they have there with the id they have here. */
export async function readUnchanged(reader: Reader, beforeId: string, afterId: string) {
  const rubrics = await reader.rubric.findMany({
    where: { id: { in: [beforeId, afterId] } },
    select: {
      id: true,
      levels: true,
      criteria: {
        select: { id: true, code: true, name: true, definition: true, anchors: true, libraryVersion: true },
      },
    },
  });
  const of = (rubricId: string) => {
    const found = rubrics.find(({ id }) => id === rubricId);
    if (!found) throw new Error(`There is no rubric ${rubricId}`);
    return {
      levels: found.levels,
      criteria: found.criteria.map(({ name, definition, anchors, ...one }) => ({
        ...one,
        name: inTwoLanguages(name),
        definition: inTwoLanguages(definition),
        anchors: anchorsOf(anchors),
      })),
    };
  };
  return unchangedCriteria(of(beforeId), of(afterId));
}
