import { z } from "zod";
import { issueCode } from "#app/i18n/issue-code.ts";
import { formDay } from "#app/platform/form-day.ts";
import { instantOf, isTimeZone } from "#app/platform/local-time.ts";
import {
  LIST_RULES,
  type ListRule,
  type OwnNumbers,
  ownNumbersSchema,
} from "#app/selection/nomination/list-rule.ts";
import { type WordsPresent, wordsFrom } from "#app/selection/words-present.ts";

export const CALL_KINDS = ["vacancies", "global"] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** Longest grace after the closing hour: a day. Cadre's own bound: what is longer is an extension, and is announced. */
export const MOST_GRACE_MINUTES = 24 * 60;

/** A local time as a browser's picker posts it. */
export const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "date");

const ticked = z.stringbool({ truthy: ["on"], falsy: [""] }).default(false);
const words = (most: number) => z.string().trim().max(most).default("");
const amount = (most: number) => z.coerce.number().int().min(0).max(most);

/** What every call is drafted with. */
const common = {
  listRule: z.enum(LIST_RULES),
  most: amount(100).optional(),
  leastWomen: amount(100).optional(),
  womenAtLeastMen: ticked,
  addressed: z.enum(["every", "chosen"]),
  states: z.array(z.string()).default([]),
  selfNomination: ticked,
  opensAt: localTime.optional(),
  closesAt: localTime,
  timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
  graceMinutes: amount(MOST_GRACE_MINUTES),
};

const forVacancies = z.object({
  kind: z.literal("vacancies"),
  ...common,
  vacancyIds: z.array(z.uuid()).min(1, "choose").max(12),
  decisionDueOn: formDay,
});

const forCadre = z.object({
  kind: z.literal("global"),
  ...common,
  titleEn: words(160),
  titleFr: words(160),
  descriptionEn: words(6000),
  descriptionFr: words(6000),
  roleKindCodes: z.array(z.string()).min(1, "choose"),
  seniorYears: amount(40),
  fieldMissions: amount(10),
  languages: z.array(z.string().min(2)).max(6).default([]),
});

type Posted = z.output<typeof forVacancies> | z.output<typeof forCadre>;

/** A call as it is drafted, its hours resolved to instants. */
export interface CallDraft {
  readonly listRule: ListRule;
  readonly listNumbers: OwnNumbers | null;
  /** Empty: every Member State. */
  readonly targetedStateCodes: readonly string[];
  readonly selfNomination: boolean;
  /** null: when it is published. */
  readonly opensAt: Date | null;
  readonly closesAt: Date;
  readonly timeZone: string;
  readonly graceMinutes: number;
  readonly content:
    | { readonly kind: "vacancies"; readonly vacancyIds: readonly string[]; readonly decisionDueOn: string }
    | {
        readonly kind: "global";
        readonly title: WordsPresent;
        readonly description: WordsPresent;
        readonly roleKindCodes: readonly string[];
        readonly seniorYears: number;
        readonly fieldMissions: number;
        readonly languages: readonly string[];
      };
}

/**
 * A call as its form posts it: for vacancies or for the cadre at large, with its list rule, the states it is addressed
 * to, and its hours in the clock of the zone they are stated in. Hours that clocks there never show, or show twice,
 * are refused beside their field.
 */
export const callDraftSchema = z
  .discriminatedUnion("kind", [forVacancies, forCadre])
  .transform((posted, context): CallDraft => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const { listRule, timeZone, graceMinutes, selfNomination } = posted;
    const closesAt = instantOf(posted.closesAt, timeZone);
    const opensAt = posted.opensAt === undefined ? null : instantOf(posted.opensAt, timeZone);
    if (closesAt === null) issue("closesAt", "noSuchTime");
    if (posted.opensAt !== undefined && opensAt === null) issue("opensAt", "noSuchTime");
    if (opensAt && closesAt && opensAt >= closesAt) issue("closesAt", "closesBeforeOpening");
    if (posted.addressed === "chosen" && posted.states.length === 0) issue("states", "choose");
    return {
      listRule,
      listNumbers: listRule === "own" ? numbersOf(posted, issue) : null,
      targetedStateCodes: posted.addressed === "chosen" ? [...new Set(posted.states)].toSorted() : [],
      selfNomination,
      opensAt,
      closesAt: closesAt ?? new Date(0),
      timeZone,
      graceMinutes,
      content: contentOf(posted, closesAt, issue),
    };
  });

type Issue = (path: string, message: string) => void;

function numbersOf({ most, leastWomen, womenAtLeastMen }: Posted, issue: Issue): OwnNumbers | null {
  const numbers = ownNumbersSchema.safeParse({ most, leastWomen, womenAtLeastMen }, { error: issueCode });
  if (numbers.success) return numbers.data;
  for (const { path, message } of numbers.error.issues) issue(String(path[0]), message);
  return null;
}

function contentOf(posted: Posted, closesAt: Date | null, issue: Issue): CallDraft["content"] {
  if (posted.kind === "vacancies") {
    const { kind, vacancyIds, decisionDueOn } = posted;
    if (closesAt && decisionDueOn <= closesAt.toISOString().slice(0, 10)) {
      issue("decisionDueOn", "decisionBeforeClose");
    }
    return { kind, vacancyIds: [...new Set(vacancyIds)], decisionDueOn };
  }
  const { kind, roleKindCodes, seniorYears, fieldMissions, languages } = posted;
  const title = wordsFrom(posted.titleEn, posted.titleFr);
  const description = wordsFrom(posted.descriptionEn, posted.descriptionFr);
  if (!title) issue("titleEn", "required");
  if (!description) issue("descriptionEn", "required");
  return {
    kind,
    title: title ?? {},
    description: description ?? {},
    roleKindCodes: [...new Set(roleKindCodes)],
    seniorYears,
    fieldMissions,
    languages,
  };
}
