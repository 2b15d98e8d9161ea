import type { CriterionGroup } from "#app/selection/rubric/criterion-group.ts";
import type { FindingOutcome } from "./finding.ts";

interface Reason {
  /** As it stands in records and statistics: a letter for the outcome, a number within it. */
  readonly code: string;
  readonly outcomes: readonly FindingOutcome[];
  /** What must have been found for it; `judgement` is the panel's own. */
  readonly restsOn:
    | "judgement"
    | "allSatisfactory"
    | "belowMinimum"
    | "notObserved"
    | { readonly low: CriterionGroup };
}

const RECOMMENDED = ["recommended"] as const;
const SUITABLE = ["suitable"] as const;
const NOT_UP = ["suitable", "notRecommended"] as const;

/**
 * Why a panel finds as it does: put forward (P), suitable (S), short of what is asked (N). Cadre's own list; the codes
 * stay as they are once used, so that years can be compared.
 */
export const FINDING_REASONS = {
  meetsAll: { code: "P1", outcomes: RECOMMENDED, restsOn: "allSatisfactory" },
  fitsMission: { code: "P2", outcomes: RECOMMENDED, restsOn: "judgement" },
  provenRecord: { code: "P3", outcomes: RECOMMENDED, restsOn: "judgement" },
  othersStronger: { code: "S1", outcomes: SUITABLE, restsOn: "judgement" },
  otherMission: { code: "S2", outcomes: SUITABLE, restsOn: "judgement" },
  experienceToCome: { code: "S3", outcomes: NOT_UP, restsOn: "judgement" },
  /** Not interviewed, where others were: the chair's word on the shortlist says why. */
  notShortlisted: { code: "S4", outcomes: NOT_UP, restsOn: "judgement" },
  belowMinimum: { code: "N1", outcomes: NOT_UP, restsOn: "belowMinimum" },
  meritShort: { code: "N2", outcomes: NOT_UP, restsOn: { low: "merit" } },
  competenceShort: { code: "N3", outcomes: NOT_UP, restsOn: { low: "competence" } },
  missionShort: { code: "N4", outcomes: NOT_UP, restsOn: { low: "missionNeeds" } },
  notShown: { code: "N5", outcomes: NOT_UP, restsOn: "notObserved" },
} as const satisfies Readonly<Record<string, Reason>>;
export type FindingReason = keyof typeof FINDING_REASONS;

/** The reasons in the order of their codes. */
export const FINDING_REASON_NAMES: readonly FindingReason[] = Object.keys(FINDING_REASONS) as FindingReason[];

/** Those of some stored texts that are reasons of a finding. */
export const findingReasonsIn = (texts: readonly string[]): readonly FindingReason[] =>
  FINDING_REASON_NAMES.filter((reason) => texts.includes(reason));

/** A criterion with the level found on it, null for "not observed". */
interface FoundLevel {
  readonly group: CriterionGroup;
  readonly minimumLevel: number | null;
  readonly level: number | null;
}

/** Whether a level falls short of a criterion's minimum: not observed is short of any. */
export const isBelowMinimum = ({
  minimumLevel,
  level,
}: Pick<FoundLevel, "minimumLevel" | "level">): boolean =>
  minimumLevel !== null && (level === null || level < minimumLevel);

/**
 * The first of the reasons given that the outcome or the levels do not bear out; null where all are. A level is
 * satisfactory in the upper half of its scale: 3 and 4 of four (METHOD §1), 3 to 5 of five.
 */
export function unfoundedReason(
  reasons: readonly FindingReason[],
  outcome: FindingOutcome,
  found: readonly FoundLevel[],
  levels: number,
): FindingReason | null {
  const low = ({ level }: FoundLevel) => level !== null && 2 * level <= levels;
  const holds = (reason: FindingReason) => {
    const { outcomes, restsOn }: Reason = FINDING_REASONS[reason];
    if (!outcomes.includes(outcome)) return false;
    if (restsOn === "judgement") return true;
    if (restsOn === "allSatisfactory") return found.every((one) => one.level !== null && !low(one));
    if (restsOn === "belowMinimum") return found.some(isBelowMinimum);
    if (restsOn === "notObserved") return found.some(({ level }) => level === null);
    return found.some((one) => one.group === restsOn.low && low(one));
  };
  return reasons.find((reason) => !holds(reason)) ?? null;
}
