import { localTimeOf } from "#app/platform/local-time.ts";
import { type ListRule, ownNumbersSchema } from "#app/selection/nomination/list-rule.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";
import { USUAL_REQUIREMENTS } from "#app/selection/screening/requirements.ts";
import { HEADQUARTERS_TIME_ZONE } from "#app/selection/vacancy/vacancy.ts";
import type { WordsPresent } from "#app/selection/words-present.ts";
import type { CallKind } from "./call-draft.ts";

/** The fields of the form that drafts a call, as text. */
export interface CallFields {
  /** Of the draft that the form replaces. */
  version: string;
  kind: string;
  vacancyIds: string[];
  titleEn: string;
  titleFr: string;
  descriptionEn: string;
  descriptionFr: string;
  roleKindCodes: string[];
  seniorYears: string;
  fieldMissions: string;
  languages: string[];
  listRule: string;
  most: string;
  leastWomen: string;
  womenAtLeastMen: string;
  addressed: string;
  states: string[];
  selfNomination: string;
  opensAt: string;
  closesAt: string;
  timeZone: string;
  graceMinutes: string;
  decisionDueOn: string;
}

/** A call as it was drafted before. */
export interface StoredDraft {
  readonly version: number;
  readonly title: WordsPresent | null;
  readonly description: WordsPresent | null;
  readonly requirements: readonly Requirement[];
  readonly roleKindCodes: readonly string[];
  readonly listRule: ListRule;
  readonly listNumbers: unknown;
  readonly targetedStateCodes: readonly string[];
  readonly selfNomination: boolean;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly timeZone: string;
  readonly graceMinutes: number;
  readonly vacancies: readonly { readonly id: string; readonly decisionDueOn: string | null }[];
}

/** Grace that a draft begins with: an hour, for a connection that fails at the last moment. Cadre's own choice. */
const USUAL_GRACE_MINUTES = 60;

/**
 * What the form shows at first: the draft as it stands, or a new one with the vacancy it was asked for.
 *
 * @param chosen id of a vacancy, for a new draft
 */
export function callDefaults(kind: CallKind, before: StoredDraft | null, chosen: string | null): CallFields {
  const zone = before?.timeZone ?? HEADQUARTERS_TIME_ZONE;
  const local = (instant: string | null | undefined) => (instant ? localTimeOf(new Date(instant), zone) : "");
  const numbers = before?.listRule === "own" ? ownNumbersSchema.parse(before.listNumbers) : null;
  const targeted = before?.targetedStateCodes ?? [];
  return {
    version: String(before?.version ?? 0),
    kind,
    vacancyIds: before ? before.vacancies.map(({ id }) => id) : chosen === null ? [] : [chosen],
    titleEn: before?.title?.en ?? "",
    titleFr: before?.title?.fr ?? "",
    descriptionEn: before?.description?.en ?? "",
    descriptionFr: before?.description?.fr ?? "",
    roleKindCodes: [...(before?.roleKindCodes ?? [])],
    ...requirementFields(before?.requirements ?? null),
    listRule: before?.listRule ?? "none",
    most: numbers ? String(numbers.most) : "",
    leastWomen: numbers?.leastWomen === undefined ? "" : String(numbers.leastWomen),
    womenAtLeastMen: numbers?.womenAtLeastMen ? "on" : "",
    addressed: targeted.length > 0 ? "chosen" : "every",
    states: [...targeted],
    selfNomination: before?.selfNomination ? "on" : "",
    opensAt: local(before?.opensAt),
    closesAt: local(before?.closesAt),
    timeZone: zone,
    graceMinutes: String(before?.graceMinutes ?? USUAL_GRACE_MINUTES),
    decisionDueOn: before?.vacancies[0]?.decisionDueOn ?? "",
  };
}

function requirementFields(requirements: readonly Requirement[] | null) {
  const years = requirements?.find((one) => one.kind === "seniorYears");
  const missions = requirements?.find((one) => one.kind === "fieldMissions");
  const usual = requirements === null ? USUAL_REQUIREMENTS : { seniorYears: 0, fieldMissions: 0 };
  return {
    seniorYears: String(years?.years ?? usual.seniorYears),
    fieldMissions: String(missions?.missions ?? usual.fieldMissions),
    languages: requirements
      ? requirements.flatMap((one) => (one.kind === "language" ? one.code : []))
      : ["en"],
  };
}
