import { DEFAULT_CRITERIA } from "./default-rubric.ts";
import { rubricFromNeeds, type WeightedCriterion } from "./rubric.ts";

/**
 * The rubric of a call for the cadre at large. No mission has stated its needs, so every criterion counts by its base
 * weight; what one mission needs in particular (a quarter of a vacancy's rubric) is left out, and merit and competence
 * share the whole as they do among themselves, 30 to 45.
 */
export const CADRE_RUBRIC: readonly WeightedCriterion[] = cadreRubric();

function cadreRubric() {
  const criteria = DEFAULT_CRITERIA.filter(({ group }) => group !== "missionNeeds");
  return rubricFromNeeds(criteria, new Map(criteria.map(({ code }) => [code, 1])));
}
