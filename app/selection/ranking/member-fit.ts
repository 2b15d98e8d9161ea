import { type RaschFit, type Rating, rasch } from "#app/statistics/rasch.ts";
import type { ScoreTable } from "./rank-table.ts";

/** A mean square above this is erratic: more noise than the model foretells by half (Linacre 2002; METHOD § 2). */
export const ERRATIC = 1.5;
/** On fewer marks than this a mean square is mostly chance (its standard error is about √(2/n)): Cadre's own choice. */
export const FEWEST_MARKS = 20;

/** How steadily a member marked, by a many-facet Rasch model of all marks. */
export interface MemberFit {
  readonly memberId: string;
  readonly marks: number;
  /** In logits, positive = severe; the members' sum to 0. */
  readonly measure: number;
  readonly standardError: number;
  readonly infit: number;
  readonly outfit: number;
  readonly reading: "steady" | "erratic" | "tooFewMarks";
}

/** The members' fits, or why there are none. */
export type PanelFit =
  | { readonly kind: "fitted"; readonly members: readonly MemberFit[] }
  | { readonly kind: "undefined"; readonly reason: "oneMember" | "noVariation" | "notConverged" };

/**
 * A second opinion on the members' severities, and the only one on their steadiness (METHOD § 2): it flags, and reorders
 * nothing. Marks count one by one and unweighted; sheets that do not count are left out.
 *
 * @param table of one connected group: between groups nothing can be compared
 */
export function memberFit(table: ScoreTable): PanelFit {
  if (table.memberIds.length < 2) return { kind: "undefined", reason: "oneMember" };
  const fit = rasch(ratingsOf(table), {
    subjects: table.candidacyIds.length,
    raters: table.memberIds.length,
    items: table.criteria.length,
  });
  if (fit.kind === "noVariation") return { kind: "undefined", reason: "noVariation" };
  if (!fit.settled) return { kind: "undefined", reason: "notConverged" };
  return {
    kind: "fitted",
    members: table.memberIds.flatMap((memberId, at) => one(memberId, fit.raters[at])),
  };
}

const ratingsOf = ({ sheets, criteria }: ScoreTable): readonly Rating[] =>
  sheets.flatMap(({ candidacy, member, marks }) =>
    criteria.flatMap(({ id }, item): readonly Rating[] => {
      const level = marks[id] ?? null;
      return level === null ? [] : [{ subject: candidacy, rater: member, item, level }];
    }),
  );

function one(memberId: string, rater: RaschFit["raters"][number] | undefined): readonly MemberFit[] {
  if (!rater) return [];
  const { measure, standardError, infit, outfit, ratings } = rater;
  const steadiness = infit > ERRATIC ? "erratic" : "steady";
  const reading = ratings < FEWEST_MARKS ? "tooFewMarks" : steadiness;
  return [{ memberId, marks: ratings, measure, standardError, infit, outfit, reading }];
}
