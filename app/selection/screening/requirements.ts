import type { CandidateFileContent } from "#app/selection/candidate/candidate-file.ts";
import type { ServiceSpan } from "#app/selection/nomination/career-date.ts";
import {
  highestLevel,
  highestRank,
  LEVELS,
  type Level,
  RANKS,
  type Rank,
  reaches,
} from "#app/selection/nomination/grade.ts";
import type { Requirement } from "./requirement.ts";

/** The name of a requirement within its vacancy: `seniorYears`, `language:fr`. */
export const requirementKey = (requirement: Requirement): string =>
  requirement.kind === "language" ? `language:${requirement.code}` : requirement.kind;

/** A post held, as the file names it; no end means it is held still. */
export interface PostOnFile extends ServiceSpan {
  readonly title: string;
  readonly employer: string;
  /** Acronym of the peace operation, where it was in one. */
  readonly mission: string | null;
}

/** What the file says of a candidate; null where the candidate has not said. */
export interface CandidateFacts {
  readonly seniorYears: number | null;
  readonly fieldMissions: number | null;
  readonly deployableDays: number | null;
  readonly languages: readonly { readonly code: string; readonly level: number }[] | null;
  /** ISO codes. */
  readonly nationalities: readonly string[];
  /** Null where the candidate disclosed something, for a person to read. */
  readonly attested: boolean | null;
  readonly currentPost: string | null;
  /** Rank or grade, as the nominator stated it. */
  readonly rank?: string | null;
  readonly posts: readonly PostOnFile[];
}

/**
 * What a file states of its candidate, as requirements are judged by it.
 *
 * @param attested whether everything was attested; null where something was disclosed, for a person to read
 */
export const factsIn = (file: CandidateFileContent, attested: boolean | null): CandidateFacts => ({
  ...{
    seniorYears: file.seniorYears,
    fieldMissions: file.fieldMissions,
    deployableDays: file.deployableDays,
  },
  languages: file.languages.length > 0 ? file.languages : null,
  ...{ nationalities: file.nationalities, attested, rank: file.rank, currentPost: file.currentPost },
  posts: file.career,
});

/** The texts of a file that may name a level or a rank. */
export const titlesOn = ({ rank, currentPost, posts }: CandidateFacts): readonly string[] => [
  ...(rank ? [rank] : []),
  ...(currentPost ? [currentPost] : []),
  ...posts.map(({ title }) => title),
];

/** What a screener finds of a requirement. */
export const VERDICTS = ["met", "notMet", "cannotTell"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What the file by itself says of a requirement: a suggestion for the screener, who decides. Where the candidate has
 * not said, it cannot tell.
 */
export function judgeRequirement(requirement: Requirement, facts: CandidateFacts): Verdict {
  switch (requirement.kind) {
    case "seniorYears":
      return atLeast(facts.seniorYears, requirement.years);
    case "level":
      return graded(LEVELS, highestLevel(titlesOn(facts))?.grade, requirement.atLeast);
    case "rank":
      return graded(RANKS, highestRank(titlesOn(facts))?.grade, requirement.atLeast);
    case "fieldMissions":
      return atLeast(facts.fieldMissions, requirement.missions);
    case "language":
      return atLeast(levelOnFile(facts, requirement.code), requirement.level);
    case "deployable":
      return facts.deployableDays === null ? "cannotTell" : verdict(facts.deployableDays <= requirement.days);
    case "notHostNational":
      return verdict(!facts.nationalities.some((code) => requirement.states.includes(code)));
    case "attestation":
      return facts.attested === null ? "cannotTell" : verdict(facts.attested);
  }
}

const verdict = (holds: boolean): Verdict => (holds ? "met" : "notMet");
const graded = <G>(order: readonly G[], grade: G | undefined, asked: G): Verdict =>
  grade === undefined ? "cannotTell" : verdict(reaches(order, grade, asked));
const atLeast = (has: number | null, asked: number): Verdict =>
  has === null ? "cannotTell" : verdict(has >= asked);

/** Level of a language that the file states; 0 where it names others and not this one, null where it names none. */
export const levelOnFile = ({ languages }: CandidateFacts, code: string): number | null =>
  languages && (languages.find((one) => one.code === code)?.level ?? 0);

/** A language of the reference tables. */
export interface NamedLanguage {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

/** What the secretariat chooses of requirements when it drafts a vacancy; 0 asks for nothing. */
export interface ChosenRequirements {
  readonly seniorYears: number;
  /** Of civilian posts; the least level that must have been held. */
  readonly level?: Level | undefined;
  /** Of military posts; the least rank that must be held. */
  readonly rank?: Rank | undefined;
  readonly fieldMissions: number;
  readonly deployableDays: number;
  /** Working knowledge of each is required. */
  readonly languages: readonly NamedLanguage[];
  /** States whose nationals are not considered, since the mission works in them; none asks for nothing. */
  readonly hostStates: readonly string[];
}

/** Working knowledge: what a required language is required at. */
export const WORKING_KNOWLEDGE = 2;

/** The requirements chosen, with the attestation that every candidate makes. */
export function requirementsFrom(chosen: ChosenRequirements): readonly Requirement[] {
  const { seniorYears, level, rank, fieldMissions, deployableDays, languages, hostStates } = chosen;
  const asked: (Requirement | null)[] = [
    seniorYears > 0 ? { kind: "seniorYears", years: seniorYears } : null,
    level ? { kind: "level", atLeast: level } : null,
    rank ? { kind: "rank", atLeast: rank } : null,
    fieldMissions > 0 ? { kind: "fieldMissions", missions: fieldMissions } : null,
    ...languages.map(
      ({ code, nameEn, nameFr }): Requirement => ({
        kind: "language",
        code,
        name: { en: nameEn, fr: nameFr },
        level: WORKING_KNOWLEDGE,
      }),
    ),
    deployableDays > 0 ? { kind: "deployable", days: deployableDays } : null,
    hostStates.length > 0 ? { kind: "notHostNational", states: [...hostStates] } : null,
    { kind: "attestation" },
  ];
  return asked.filter((requirement) => requirement !== null);
}

/**
 * What a draft asks for until somebody says otherwise: fifteen years, as openings at D-1 and above do; one field
 * mission; three months' notice. Cadre's own choice, changed with the draft.
 */
export const USUAL_REQUIREMENTS = { seniorYears: 15, fieldMissions: 1, deployableDays: 90 } as const;
