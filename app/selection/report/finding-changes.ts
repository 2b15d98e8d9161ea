import type { CriterionFinding, FindingOutcome } from "./finding.ts";

/** A finding as it stood when it was saved. */
export interface KeptFinding {
  readonly version: number;
  readonly outcome: FindingOutcome;
  readonly reasonCodes: readonly string[];
  readonly text: string;
  /** None in findings written before there was one for each criterion. */
  readonly criteria: readonly CriterionFinding[];
}

/** A criterion on which two versions differ: what stood before, null where nothing did, and what stands after. */
interface CriterionChange {
  readonly criterionId: string;
  readonly before: CriterionFinding | null;
  readonly after: CriterionFinding;
}

/** What one version of a finding changed in the one before it. */
export interface FindingChanges {
  readonly outcome: boolean;
  readonly reasonCodes: boolean;
  readonly text: boolean;
  /** In the order of the later version. */
  readonly criteria: readonly CriterionChange[];
}

/** What changed from one version of a finding to the next. */
export function findingChanges(before: KeptFinding, after: KeptFinding): FindingChanges {
  const codes = (finding: KeptFinding) => finding.reasonCodes.toSorted().join(" ");
  const earlier = new Map(before.criteria.map((one) => [one.criterionId, one]));
  return {
    outcome: before.outcome !== after.outcome,
    reasonCodes: codes(before) !== codes(after),
    text: before.text !== after.text,
    criteria: after.criteria.flatMap((one) => {
      const was = earlier.get(one.criterionId) ?? null;
      const same = was?.level === one.level && was.text === one.text && was.reason === one.reason;
      return same ? [] : [{ criterionId: one.criterionId, before: was, after: one }];
    }),
  };
}
