import type { Reader } from "#app/platform/database.server.ts";
import { CRITERION_GROUPS, type CriterionGroup } from "./default-rubric.ts";
import { anchorsOf, inTwoLanguages } from "./in-two-languages.ts";
import type { WeightedCriterion } from "./rubric.ts";

/** A rubric as it is stored: what is judged, and, once it is frozen, its hash. */
export interface StoredRubric {
  readonly levels: number;
  readonly frozenAt: string | null;
  readonly hash: string | null;
  readonly criteria: readonly WeightedCriterion[];
}

/** The rubric of a vacancy with its weights and where they came from; null where none was drafted. */
export async function readRubric(reader: Reader, vacancyId: string): Promise<StoredRubric | null> {
  const rubrics = await readRubrics(reader, [vacancyId]);
  return rubrics.get(vacancyId) ?? null;
}

/** The rubrics of several vacancies, by vacancy. */
export async function readRubrics(
  reader: Reader,
  vacancyIds: readonly string[],
): Promise<ReadonlyMap<string, StoredRubric>> {
  const rubrics = await reader.rubric.findMany({
    where: { vacancyId: { in: [...vacancyIds] } },
    select: {
      vacancyId: true,
      levels: true,
      frozenAt: true,
      hash: true,
      criteria: { orderBy: { position: "asc" }, omit: { id: true, rubricId: true } },
    },
  });
  return new Map(
    rubrics.map(({ vacancyId, criteria, frozenAt, ...rubric }) => [
      vacancyId,
      {
        ...rubric,
        frozenAt: frozenAt?.toISOString() ?? null,
        criteria: criteria.map(({ name, definition, anchors, group, ...facts }) => ({
          ...facts,
          group: groupOf(group),
          name: inTwoLanguages(name),
          definition: inTwoLanguages(definition),
          anchors: anchorsOf(anchors),
        })),
      },
    ]),
  );
}

function groupOf(group: string): CriterionGroup {
  const known = CRITERION_GROUPS.find((one) => one === group);
  if (!known) throw new Error(`A criterion stands in no known group: ${group}`);
  return known;
}
