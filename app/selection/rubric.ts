import { WHOLE } from "./criterion-weight.ts";
import {
  CRITERION_GROUPS,
  type CriterionGroup,
  DEFAULT_CRITERIA,
  type DefaultCriterion,
  GROUP_SHARES,
  type InTwoLanguages,
} from "./default-rubric.ts";

/** A rubric has from four to sixteen criteria (METHOD §1). */
export const RUBRIC_SIZE = { least: 4, most: 16 } as const;

/** How many levels a criterion is judged on by default. */
export const RUBRIC_LEVELS = 4;

/** A criterion with its weight and what the weight came from. */
export interface WeightedCriterion {
  readonly code: string;
  readonly group: CriterionGroup;
  /** Place on the score sheet, from 1. */
  readonly position: number;
  readonly name: InTwoLanguages;
  readonly definition: InTwoLanguages;
  readonly anchors: readonly (InTwoLanguages & { readonly level: number })[];
  readonly baseWeight: number;
  /** The mission's stated need, 0 to 3. */
  readonly need: number;
  /** Share of the whole in millionths. */
  readonly weight: number;
  readonly minimumLevel: number | null;
}

/** How much a mission needs each criterion: by its code, 0 to 3; one not stated is not needed. */
export type NeedLevels = ReadonlyMap<string, number>;

/**
 * The rubric that follows from a mission's needs (METHOD §1): base weight × stated need, normalised within the
 * group, then over the groups by their shares, so that all add up to exactly 1,000,000.
 *
 * A criterion that is not needed is left out; a group without any leaves its share to the others. One with a minimum
 * level is needed at least somewhat, whatever was stated. Weights are rounded by largest
 * remainder, ties going to the earlier criterion: the same needs give the same rubric everywhere.
 *
 * @returns the weighted criteria in order; none where nothing is needed
 */
export function rubricFromNeeds(
  criteria: readonly DefaultCriterion[],
  needs: NeedLevels,
): readonly WeightedCriterion[] {
  const needed = criteria
    .map((criterion) => ({ criterion, need: needOf(criterion, needs) }))
    .filter(({ need }) => need > 0);
  const sums = new Map<CriterionGroup, number>();
  for (const { criterion, need } of needed) {
    sums.set(criterion.group, (sums.get(criterion.group) ?? 0) + criterion.baseWeight * need);
  }
  const shares = CRITERION_GROUPS.filter((group) => sums.has(group)).reduce(
    (sum, group) => sum + GROUP_SHARES[group],
    0,
  );
  const parts = needed.map(({ criterion, need }) => ({
    over: GROUP_SHARES[criterion.group] * criterion.baseWeight * need,
    under: shares * (sums.get(criterion.group) ?? 1),
  }));
  const weights = wholeByLargestRemainder(parts);
  return needed.map(({ criterion, need }, index) => {
    const { code, group, name, definition, anchors, baseWeight, minimumLevel } = criterion;
    const weight = weights[index] ?? 0;
    const position = index + 1;
    return { code, group, position, name, definition, anchors, baseWeight, need, weight, minimumLevel };
  });
}

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

function needOf(criterion: DefaultCriterion, needs: NeedLevels) {
  return Math.max(needs.get(criterion.code) ?? 0, criterion.minimumLevel === null ? 0 : 1);
}

interface Fraction {
  readonly over: number;
  readonly under: number;
}

/** Rounds fractions that add up to 1 to millionths that add up to the whole. */
function wholeByLargestRemainder(parts: readonly Fraction[]): readonly number[] {
  const exact = parts.map(({ over, under }, index) => {
    const floor = Math.floor((over * WHOLE) / under);
    return { index, floor, remainder: (over * WHOLE - floor * under) / under };
  });
  const missing = parts.length > 0 ? WHOLE - exact.reduce((sum, { floor }) => sum + floor, 0) : 0;
  const raised = new Set(
    exact
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return exact.map(({ index, floor }) => floor + (raised.has(index) ? 1 : 0));
}
