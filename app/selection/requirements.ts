import type { Requirement } from "./requirement.ts";

/** The name of a requirement within its vacancy: `seniorYears`, `language:fr`. */
export const requirementKey = (requirement: Requirement): string =>
  requirement.kind === "language" ? `language:${requirement.code}` : requirement.kind;

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
}

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
    case "fieldMissions":
      return atLeast(facts.fieldMissions, requirement.missions);
    case "language":
      return atLeast(facts.languages && levelOf(facts.languages, requirement.code), requirement.level);
    case "deployable":
      return facts.deployableDays === null ? "cannotTell" : verdict(facts.deployableDays <= requirement.days);
    case "notHostNational":
      return verdict(!facts.nationalities.some((code) => requirement.states.includes(code)));
    case "attestation":
      return facts.attested === null ? "cannotTell" : verdict(facts.attested);
  }
}

const verdict = (holds: boolean): Verdict => (holds ? "met" : "notMet");
const atLeast = (has: number | null, asked: number): Verdict =>
  has === null ? "cannotTell" : verdict(has >= asked);

/**
 * The figure a suggestion rests on, in the requirement's own measure: years, missions, days' notice, or level of the
 * language (0: the file does not name it). Null where the candidate has not said, or where it is no figure.
 */
export function figureOnFile(requirement: Requirement, facts: CandidateFacts): number | null {
  switch (requirement.kind) {
    case "seniorYears":
      return facts.seniorYears;
    case "fieldMissions":
      return facts.fieldMissions;
    case "deployable":
      return facts.deployableDays;
    case "language":
      return facts.languages && levelOf(facts.languages, requirement.code);
    default:
      return null;
  }
}

const levelOf = (languages: NonNullable<CandidateFacts["languages"]>, asked: string): number =>
  languages.find(({ code }) => code === asked)?.level ?? 0;

/** A language of the reference tables. */
export interface NamedLanguage {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

/** What the secretariat chooses of requirements when it drafts a vacancy; 0 asks for nothing. */
export interface ChosenRequirements {
  readonly seniorYears: number;
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
  const { seniorYears, fieldMissions, deployableDays, languages, hostStates } = chosen;
  const asked: (Requirement | null)[] = [
    seniorYears > 0 ? { kind: "seniorYears", years: seniorYears } : null,
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
