import { database } from "#app/platform/database.server.ts";
import { inTwoLanguages } from "./in-two-languages.ts";

/** The criteria of a vacancy's rubric by name, in their order. */
export async function readCriteria(vacancyId: string) {
  const criteria = await database().criterion.findMany({
    where: { rubric: { vacancyId } },
    orderBy: { position: "asc" },
    select: { id: true, name: true, weight: true },
  });
  return criteria.map((one) => ({ ...one, name: inTwoLanguages(one.name) }));
}
