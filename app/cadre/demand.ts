import type { Requirement } from "#app/selection/screening/requirement.ts";
import {
  type CandidateFacts,
  judgeRequirement,
  requirementsFrom,
  USUAL_REQUIREMENTS,
  type Verdict,
} from "#app/selection/screening/requirements.ts";

/** What a post asks of who fills it: of a vacancy, or of a post whose term ends. */
export interface Demand {
  readonly roleKindCode: string;
  /** As they are published, in the order in which they are screened. */
  readonly requirements: readonly Requirement[];
  /** ISO codes of the states in which the mission works. */
  readonly hostCodes: readonly string[];
  /** Languages in which the mission works. */
  readonly missionLanguages: readonly string[];
  /** How much the mission needs each criterion, 0 to 3; empty where no needs are stated. */
  readonly needs: Readonly<Record<string, number>>;
  /** ISO day from which somebody is wanted. */
  readonly wantedOn: string;
}

/** The figures of a demand that the database compares with what members state; null asks for nothing. */
export interface AskedFigures {
  readonly years: number | null;
  readonly missions: number | null;
  readonly days: number | null;
  readonly languages: readonly { readonly code: string; readonly level: number }[];
  readonly barred: readonly string[];
}

/**
 * The part of a demand that figures can answer. A level or a rank stands in the titles of a file and an attestation is
 * made with an application: those a person looks at, and they count neither for nor against anybody here.
 */
export function figuresOf({
  requirements,
  hostCodes,
}: Pick<Demand, "requirements" | "hostCodes">): AskedFigures {
  const of = <K extends Requirement["kind"]>(kind: K) =>
    requirements.flatMap((one) => (one.kind === kind ? [one as Extract<Requirement, { kind: K }>] : []));
  const barred = of("notHostNational").flatMap(({ states }) => states);
  return {
    years: of("seniorYears")[0]?.years ?? null,
    missions: of("fieldMissions")[0]?.missions ?? null,
    days: of("deployable")[0]?.days ?? null,
    languages: of("language").map(({ code, level }) => ({ code, level })),
    barred: [...new Set([...barred, ...hostCodes])],
  };
}

/** What a member states, and their file says, as requirements are judged by it; null where it is not known. */
export interface MemberFacts {
  readonly seniorYears: number | null;
  readonly fieldMissions: number | null;
  readonly deployableWithin: number | null;
  readonly languages: readonly { readonly code: string; readonly level: number }[];
  readonly nationalities: readonly string[];
  readonly rank: string | null;
  readonly currentPost: string | null;
  readonly titles: readonly string[];
}

/** A member's facts as screening would read them from a file; what is not stated stays unknown. */
export const candidateFactsOf = (facts: MemberFacts): CandidateFacts => ({
  ...{ seniorYears: facts.seniorYears, fieldMissions: facts.fieldMissions },
  deployableDays: facts.deployableWithin,
  languages: facts.languages.length > 0 ? facts.languages : null,
  ...{ nationalities: facts.nationalities, attested: null, rank: facts.rank, currentPost: facts.currentPost },
  posts: facts.titles.map((title) => ({ title, employer: "", mission: null, ...NO_SPAN })),
});

const NO_SPAN = { startYear: 0, startMonth: null, endYear: null, endMonth: null } as const;

/** Each requirement with what is known of a member; the attestation is left out, since it is made on applying. */
export const verdictsOn = (
  { requirements }: Pick<Demand, "requirements">,
  facts: MemberFacts,
): readonly { readonly requirement: Requirement; readonly verdict: Verdict }[] =>
  requirements
    .filter(({ kind }) => kind !== "attestation")
    .map((requirement) => ({ requirement, verdict: judgeRequirement(requirement, candidateFactsOf(facts)) }));

/**
 * What a post asks for whose vacancy nobody has drafted yet: what a draft would ask until somebody says otherwise
 * (selection/requirements.ts), in the mission's working languages.
 */
export const usualRequirements = (
  languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[],
  hostCodes: readonly string[],
): readonly Requirement[] =>
  requirementsFrom({ ...USUAL_REQUIREMENTS, languages, hostStates: [...hostCodes] });
