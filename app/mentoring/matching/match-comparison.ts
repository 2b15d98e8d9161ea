import type { MatchPair } from "./match-problem.ts";

/** A pair with its score, in hundredths of a point. */
export interface ScoredPair extends MatchPair {
  readonly score: number;
}

/** The mentor a mentee has in one of two matchings. */
export interface ComparedSide {
  readonly mentorId: string;
  readonly score: number;
  readonly mentor?: string;
}

/** One mentee in two matchings. */
export interface ComparedPair {
  readonly needId: string;
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  /**
   * - same: the same mentor in both;
   * - changed: another mentor;
   * - gained, lost: a mentor in one of the two alone.
   */
  readonly change: "same" | "changed" | "gained" | "lost";
}

/** Two matchings side by side: every mentee who has a mentor in either, changes first, then by id. */
export function comparePairs(
  before: readonly ScoredPair[],
  after: readonly ScoredPair[],
): readonly ComparedPair[] {
  const of = (pairs: readonly ScoredPair[]) =>
    new Map(pairs.map(({ menteeId, mentorId, score }) => [menteeId, { mentorId, score }]));
  const [first, second] = [of(before), of(after)];
  const ids = [...new Set([...first.keys(), ...second.keys()])].sort();
  const compared = ids.map((needId): ComparedPair => {
    const [a, b] = [first.get(needId) ?? null, second.get(needId) ?? null];
    return { needId, before: a, after: b, change: changeOf(a, b) };
  });
  return [
    ...compared.filter(({ change }) => change !== "same"),
    ...compared.filter(({ change }) => change === "same"),
  ];
}

function changeOf(a: ComparedSide | null, b: ComparedSide | null): ComparedPair["change"] {
  if (a === null) return "gained";
  if (b === null) return "lost";
  return a.mentorId === b.mentorId ? "same" : "changed";
}
