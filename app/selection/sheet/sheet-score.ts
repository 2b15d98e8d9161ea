/** A criterion as ranking sees it: its weight is a whole number over a common denominator, so that ties are ties. */
export interface WeightedCriterion {
  readonly id: string;
  readonly weight: number;
}

/** Marks of one sheet by criterion, whole levels from 1; null, or no entry, is "not observed". */
export type Marks = Readonly<Record<string, number | null>>;

/**
 * What a sheet is worth: `counted` with its score; or `tooLittleObserved`, when less than 80 % of the weight was observed (METHOD § 2).
 * Both say how much of the weight was.
 */
export type SheetScore =
  | {
      readonly kind: "counted";
      readonly score: number;
      readonly observedWeight: number;
      readonly totalWeight: number;
    }
  | { readonly kind: "tooLittleObserved"; readonly observedWeight: number; readonly totalWeight: number };

/**
 * Score of one sheet: the weighted mean of its marks over the criteria observed, Σ w x / Σ w.
 *
 * The 80 % rule is compared in whole numbers (5 · observed ≥ 4 · total): exactly 80 % counts. The quotient is the last step.
 *
 * @param criteria weights from 0, whole numbers, not all 0
 * @param levels of the scale: marks run from 1 to it
 * @throws RangeError for a mark off the scale or for a criterion the rubric does not have, or for weights not as said
 */
export function sheetScore(marks: Marks, criteria: readonly WeightedCriterion[], levels: number): SheetScore {
  const known = new Set(criteria.map((criterion) => criterion.id));
  const stranger = Object.keys(marks).find((id) => !known.has(id));
  if (stranger !== undefined) throw new RangeError(`The rubric has no criterion ${stranger}.`);
  let totalWeight = 0;
  let observedWeight = 0;
  let sum = 0;
  for (const { id, weight } of criteria) {
    if (!Number.isInteger(weight) || weight < 0)
      throw new RangeError(`Weight ${weight} of ${id} is not a whole number.`);
    totalWeight += weight;
    const mark = marks[id] ?? null;
    if (mark === null) continue;
    if (!Number.isInteger(mark) || mark < 1 || mark > levels) {
      throw new RangeError(`Mark ${mark} on ${id} is not a level from 1 to ${levels}.`);
    }
    observedWeight += weight;
    sum += weight * mark;
  }
  if (totalWeight === 0) throw new RangeError("A rubric needs a criterion with a weight.");
  if (5 * observedWeight < 4 * totalWeight) return { kind: "tooLittleObserved", observedWeight, totalWeight };
  return { kind: "counted", score: sum / observedWeight, observedWeight, totalWeight };
}
