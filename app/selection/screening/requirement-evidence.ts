import { yearsCovered } from "#app/selection/nomination/career-date.ts";
import { highestLevel, highestRank } from "#app/selection/nomination/grade.ts";
import type { Requirement } from "./requirement.ts";
import {
  type CandidateFacts,
  judgeRequirement,
  levelOnFile,
  type PostOnFile,
  requirementKey,
  titlesOn,
  type Verdict,
} from "./requirements.ts";

/** What the file says that bears on a requirement, quoted from it: words as they stand, figures in their own measure. */
export type Evidence =
  | { readonly kind: "seniorYears"; readonly years: number }
  /** The years that the posts listed cover together; side by side with what the candidate states. */
  | { readonly kind: "postsCover"; readonly years: number }
  | { readonly kind: "fieldMissions"; readonly missions: number }
  | { readonly kind: "deployable"; readonly days: number }
  | { readonly kind: "post"; readonly post: PostOnFile }
  | { readonly kind: "words"; readonly words: string }
  /** Level 0: the file names other languages and not this one. */
  | { readonly kind: "language"; readonly code: string; readonly level: number }
  | { readonly kind: "nationalities"; readonly codes: readonly string[] }
  | { readonly kind: "attested" }
  /** The file says nothing of it. */
  | { readonly kind: "nothing" };

/** Most posts quoted for one requirement: the latest. */
const MOST_POSTS = 3;

/**
 * What a screener is shown beside a requirement, quoted from the file: what the verdict of `judgeRequirement` rests on,
 * and what else bears on it. Never empty: where the file is silent, that is said.
 *
 * @param today ISO day, up to which a post held still counts
 */
export function evidenceFor(
  requirement: Requirement,
  facts: CandidateFacts,
  today: string,
): readonly Evidence[] {
  const found = quotesFor(requirement, facts, today);
  return found.length > 0 ? found : [{ kind: "nothing" }];
}

/** A requirement with what the file by itself says of it: a suggestion, for a person to find otherwise. */
export interface Check {
  readonly requirement: Requirement;
  readonly key: string;
  readonly suggestion: Verdict;
  readonly evidence: readonly Evidence[];
}

/**
 * Each requirement of a call beside what the file says of it.
 *
 * @param today ISO day, up to which a post held still counts
 */
export const checksOf = (
  requirements: readonly Requirement[],
  facts: CandidateFacts,
  today: string,
): readonly Check[] =>
  requirements.map((requirement) => ({
    requirement,
    key: requirementKey(requirement),
    suggestion: judgeRequirement(requirement, facts),
    evidence: evidenceFor(requirement, facts, today),
  }));

function quotesFor(requirement: Requirement, facts: CandidateFacts, today: string): readonly Evidence[] {
  const { seniorYears, fieldMissions, deployableDays, nationalities, posts, attested } = facts;
  switch (requirement.kind) {
    case "seniorYears":
      return [
        ...(seniorYears === null ? [] : [{ kind: "seniorYears", years: seniorYears } as const]),
        ...(posts.length === 0 ? [] : [{ kind: "postsCover", years: yearsCovered(posts, today) } as const]),
        ...quoted(posts),
      ];
    case "fieldMissions":
      return [
        ...(fieldMissions === null ? [] : [{ kind: "fieldMissions", missions: fieldMissions } as const]),
        ...quoted(posts.filter(({ mission }) => mission !== null)),
      ];
    case "level":
      return wordsOf(highestLevel(titlesOn(facts))?.words);
    case "rank":
      return wordsOf(highestRank(titlesOn(facts))?.words);
    case "language": {
      const level = levelOnFile(facts, requirement.code);
      return level === null ? [] : [{ kind: "language", code: requirement.code, level }];
    }
    case "deployable":
      return deployableDays === null ? [] : [{ kind: "deployable", days: deployableDays }];
    case "notHostNational":
      return nationalities.length === 0 ? [] : [{ kind: "nationalities", codes: nationalities }];
    case "attestation":
      return attested ? [{ kind: "attested" }] : [];
  }
}

const wordsOf = (words: string | undefined): readonly Evidence[] =>
  words === undefined ? [] : [{ kind: "words", words }];

const quoted = (posts: readonly PostOnFile[]): readonly Evidence[] =>
  posts
    .toSorted((a, b) => b.startYear - a.startYear)
    .slice(0, MOST_POSTS)
    .map((post) => ({ kind: "post", post }));
