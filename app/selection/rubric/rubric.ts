import {
  CRITERION_GROUPS,
  type CriterionGroup,
  type CriterionStage,
  GROUP_SHARES,
  type GroupShares,
} from "./criterion-group.ts";
import { WHOLE } from "./criterion-weight.ts";
import type { DefaultCriterion, InTwoLanguages } from "./default-rubric.ts";

/** A rubric has from four to sixteen criteria (METHOD §1). */
export const RUBRIC_SIZE = { least: 4, most: 16 } as const;

/** How many levels a criterion is judged on by default. */
export const RUBRIC_LEVELS = 4;

/** The scales a rubric can have: the UN's own four ratings, five on request (METHOD §1). */
export const RUBRIC_SCALES = [4, 5] as const;

/** What of a criterion its weight comes from. */
interface Weighable {
  readonly code: string;
  readonly group: CriterionGroup;
  /** Relative to the others of its group, before any need. */
  readonly baseWeight: number;
  /** The mission's stated need, 0 to 3. */
  readonly need: number;
}

/** A criterion as a rubric takes it up. */
export interface ChosenCriterion extends Weighable {
  readonly name: InTwoLanguages;
  readonly definition: InTwoLanguages;
  readonly anchors: readonly (InTwoLanguages & { readonly level: number })[];
  readonly minimumLevel: number | null;
  readonly stage: CriterionStage;
  /** The version of the library's criterion whose words these are; null where they are none of the library's. */
  readonly libraryVersion: number | null;
}

/** A criterion with its weight and what the weight came from. */
export interface WeightedCriterion extends ChosenCriterion {
  /** Place on the score sheet, from 1. */
  readonly position: number;
  /** Share of the whole in millionths. */
  readonly weight: number;
}

/** How much a mission needs each criterion: by its code, 0 to 3; one not stated is not needed. */
export type NeedLevels = ReadonlyMap<string, number>;

/** A criterion that can be taken up; the fifteen are each the first version of the library's. */
type Offered = DefaultCriterion & { readonly libraryVersion?: number };

/**
 * The rubric that follows from a mission's needs (METHOD §1): base weight × stated need, normalised within the
 * group, then over the groups by their shares, so that all add up to exactly 1,000,000.
 *
 * A criterion that is not needed is left out; a group without any leaves its share to the others. One with a minimum
 * level is needed at least somewhat, whatever was stated.
 *
 * @returns the weighted criteria in order; none where nothing is needed
 */
export function rubricFromNeeds(
  criteria: readonly Offered[],
  needs: NeedLevels,
  shares: GroupShares = GROUP_SHARES,
): readonly WeightedCriterion[] {
  const needed = criteria.flatMap((criterion) => {
    const need = needOf(criterion.minimumLevel, needs.get(criterion.code) ?? 0);
    if (need === 0) return [];
    const { code, group, name, definition, anchors, baseWeight, minimumLevel, stage } = criterion;
    const words = { name, definition, anchors, libraryVersion: criterion.libraryVersion ?? 1 };
    return { code, group, ...words, baseWeight, need, minimumLevel, stage };
  });
  return weighCriteria(needed, shares);
}

/** The need that counts: a criterion with a minimum level is needed at least somewhat. */
export const needOf = (minimumLevel: number | null, stated: number): number =>
  Math.max(stated, minimumLevel === null ? 0 : 1);

/**
 * Weighs chosen criteria and puts them in the order of the score sheet: by group, then by code.
 *
 * @param shares percent by group; those of groups without a criterion are left to the others
 */
export function weighCriteria(
  chosen: readonly ChosenCriterion[],
  shares: GroupShares,
): readonly WeightedCriterion[] {
  const weights = weightsOf(chosen, shares);
  return chosen
    .toSorted(inSheetOrder)
    .map((one, index) => ({ ...one, position: index + 1, weight: weights.get(one.code) ?? 0 }));
}

/**
 * The weights of criteria in millionths of the whole, by code (METHOD §1). They add up to exactly 1,000,000, or there
 * are none. Rounded by largest remainder, ties going to the criterion that stands first on the sheet: the
 * order in which they are given does not count.
 */
export function weightsOf(chosen: readonly Weighable[], shares: GroupShares): ReadonlyMap<string, number> {
  const ordered = chosen.toSorted(inSheetOrder);
  const parts = ordered.map((criterion) => {
    const { product, groupSum, share, shareSum } = weightSource(criterion, ordered, shares);
    return { over: share * product, under: shareSum * groupSum };
  });
  const weights = wholeByLargestRemainder(parts);
  return new Map(ordered.map(({ code }, index) => [code, weights[index] ?? 0]));
}

/** What a weight came from: product ÷ groupSum × share ÷ shareSum is its part of the whole, before rounding. */
export interface WeightSource {
  /** Base weight × need. */
  readonly product: number;
  /** The products of its whole group. */
  readonly groupSum: number;
  /** What the group counts, in percent. */
  readonly share: number;
  /** What the groups that have a criterion count together: 100 where all have. */
  readonly shareSum: number;
}

/** Where the weight of one of these criteria comes from. */
export function weightSource(
  { group, baseWeight, need }: Weighable,
  criteria: readonly Weighable[],
  shares: GroupShares,
): WeightSource {
  const products = criteria.filter((one) => one.group === group).map((one) => one.baseWeight * one.need);
  const present = CRITERION_GROUPS.filter((one) => criteria.some((criterion) => criterion.group === one));
  return {
    product: baseWeight * need,
    groupSum: products.reduce((sum, product) => sum + product, 0),
    share: shares[group],
    shareSum: present.reduce((sum, one) => sum + shares[one], 0),
  };
}

/** What a rubric that knows one stage alone leaves out; null for one that knows both. */
export function onlyStage(
  criteria: readonly { readonly stage: CriterionStage }[],
): "desk" | "interview" | null {
  const [first] = criteria;
  if (!first || first.stage === "both") return null;
  return criteria.every(({ stage }) => stage === first.stage) ? first.stage : null;
}

type Placed = Pick<Weighable, "code" | "group">;

/** By group, then by the number in the code: M1, M2, C1, …, C9, C10, N1. */
function inSheetOrder(one: Placed, other: Placed) {
  const numberIn = ({ code }: Placed) => Number(/\d+$/.exec(code)?.[0] ?? 0);
  return (
    CRITERION_GROUPS.indexOf(one.group) - CRITERION_GROUPS.indexOf(other.group) ||
    numberIn(one) - numberIn(other) ||
    (one.code < other.code ? -1 : 1)
  );
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
