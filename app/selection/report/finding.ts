import { z } from "zod";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import type { CriterionGroup } from "#app/selection/rubric/criterion-group.ts";
import { FINDING_REASON_NAMES, isBelowMinimum, unfoundedReason } from "./finding-reasons.ts";

/** What a panel can find of a candidacy, best first. */
export const FINDING_OUTCOMES = ["recommended", "suitable", "notRecommended"] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

/** A finding is what counts before the tribunal (UNDT/2010/059): it says something when it has so many characters. */
export const FINDING_LENGTH = 60;

/** A finding on one criterion, and a reason for departing from the members' marks: about a sentence. */
export const CRITERION_FINDING_LENGTH = 20;
const CRITERION_FINDING_MOST = 4000;
const REASON_MOST = 2000;

/** The panel's finding on one criterion: its level (null: not observed), its words, and why where it departs. */
export interface CriterionFinding {
  readonly criterionId: string;
  readonly level: number | null;
  readonly notObserved: boolean;
  readonly text: string;
  readonly reason: string;
}

const row = z
  .object({
    criterionId: z.uuid(),
    mark: z
      .string()
      .default("")
      .refine((mark) => /^(notObserved|[1-9]|10)$/.test(mark), { message: "markMissing" }),
    text: z
      .string()
      .trim()
      .max(CRITERION_FINDING_MOST)
      .default("")
      .refine((text) => text.length >= CRITERION_FINDING_LENGTH, { message: "criterionFindingShort" }),
    reason: z.string().trim().max(REASON_MOST).default(""),
  })
  .transform(
    ({ mark, ...one }): CriterionFinding => ({
      ...one,
      level: mark === "notObserved" ? null : Number(mark),
      notObserved: mark === "notObserved",
    }),
  );

/** The panel's written finding on one candidacy, as the form posts it; `version` is the one it was opened upon. */
export const findingSchema = z.object({
  version: versionNumber,
  criteria: z.array(row).min(1).max(16),
  outcome: z.enum(FINDING_OUTCOMES),
  reasonCodes: z.array(z.enum(FINDING_REASON_NAMES)).min(1, { message: "reasonMissing" }),
  text: z.string().trim().min(FINDING_LENGTH, { message: "findingShort" }).max(6000),
  /** The writer has seen which names of others stand in the text, and leaves them there. */
  namesSeen: z.literal("on").optional(),
});
export type WrittenFinding = z.output<typeof findingSchema>;

/** What a finding is checked against: a criterion of the rubric, with the levels that members gave on it. */
export interface MarkedCriterion {
  readonly id: string;
  readonly group: CriterionGroup;
  readonly minimumLevel: number | null;
  /** Of the submitted sheets of members who are not recused, less "not observed". */
  readonly marks: readonly number[];
}

/**
 * Whether the panel's level departs so far from what its members gave that a reason is owed: outside their range, a level
 * or more from their median, "not observed" where somebody observed, or a level where nobody did. The median of an even
 * number is the mean of the middle two.
 *
 * @param level from 1; null for not observed
 */
export function departs(level: number | null, marks: readonly number[]): boolean {
  if (level === null) return marks.length > 0;
  if (marks.length === 0) return true;
  const sorted = marks.toSorted((a, b) => a - b);
  const lowest = sorted[0] ?? level;
  const highest = sorted.at(-1) ?? level;
  return level < lowest || level > highest || Math.abs(level - medianOf(sorted)) >= 1;
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * Whether a finding may stand: it answers every criterion of the rubric once and within its scale, gives a reason wherever
 * it departs from the members' marks, recommends nobody who was not interviewed where others were, nor below a criterion's minimum (METHOD §1: "the level the panel's
 * finding must reach whatever the total"), and names reasons that its outcome and levels bear out.
 *
 * @param criteria the whole rubric, in its order
 */
export function checkFinding(
  finding: Pick<WrittenFinding, "criteria" | "outcome" | "reasonCodes">,
  {
    levels,
    criteria,
    invited = true,
  }: {
    readonly levels: number;
    readonly criteria: readonly MarkedCriterion[];
    /** Not where the panel interviewed others and not this one. */
    readonly invited?: boolean;
  },
): Result<undefined> {
  const known = new Map(criteria.map((one) => [one.id, one]));
  const rows = finding.criteria.flatMap((given, place) => {
    const criterion = known.get(given.criterionId);
    const fits = criterion && (given.level === null || (given.level >= 1 && given.level <= levels));
    return fits ? [{ ...criterion, ...given, place }] : [];
  });
  const answered = new Set(rows.map(({ criterionId }) => criterionId));
  if (answered.size !== criteria.length || finding.criteria.length !== criteria.length)
    return refuse("findingNotOfRubric");
  const unexplained = rows.find(
    ({ level, marks, reason }) => departs(level, marks) && reason.length < CRITERION_FINDING_LENGTH,
  );
  if (unexplained) return refuse("departureReasonMissing", {}, `criteria[${unexplained.place}].reason`);
  if (!invited && finding.outcome === "recommended") return refuse("notHeard", {}, "outcome");
  if (invited && finding.reasonCodes.includes("notShortlisted"))
    return refuse("findingReasonUnfounded", {}, "reasonCodes");
  const below = rows.filter(isBelowMinimum);
  if (finding.outcome === "recommended" && below.length > 0)
    return refuse("belowMinimum", { count: below.length }, "outcome");
  return unfoundedReason(finding.reasonCodes, finding.outcome, rows, levels) === null
    ? ok()
    : refuse("findingReasonUnfounded", {}, "reasonCodes");
}
