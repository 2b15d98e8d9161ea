import { database } from "#app/platform/database.server.ts";
import { inTwoLanguages } from "#app/selection/in-two-languages.ts";

/** The criteria of a vacancy's rubric by name, in their order. */
export async function readCriteria(vacancyId: string) {
  const criteria = await database().criterion.findMany({
    where: { rubric: { vacancyId } },
    orderBy: { position: "asc" },
    select: { id: true, name: true, weight: true },
  });
  return criteria.map((one) => ({ ...one, name: inTwoLanguages(one.name) }));
}

/** The criteria of a vacancy's rubric in force and of those it replaced, by name: what sheets and findings kept are on. */
export async function readEveryCriterion(vacancyId: string) {
  const criteria = await database().criterion.findMany({
    where: { rubric: { OR: [{ vacancyId }, { formerVacancyId: vacancyId }] } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, weight: true },
  });
  return criteria.map((one) => ({ ...one, name: inTwoLanguages(one.name) }));
}
