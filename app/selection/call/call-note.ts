import type { Format } from "#app/i18n/format.ts";
import { inLanguage, nameIn } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { PAGE_PLACES, type PdfBlock, type PdfDocument } from "#app/platform/pdf-document.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { PHASES } from "#app/selection/needs/needs.ts";
import type { ListRule } from "#app/selection/nomination/list-rule.ts";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import type { WeightedCriterion } from "#app/selection/rubric/rubric.ts";
import { CADRE_RUBRIC } from "#app/selection/rubric/usual-rubric.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";
import { requirementWords } from "#app/selection/screening/requirement-words.ts";
import { type WordsPresent, wordsFor } from "#app/selection/words-present.ts";
import { callTitle } from "./call-title.ts";
import { listRuleOf } from "./call-words.ts";

type Named = { readonly nameEn: string; readonly nameFr: string };

/** A vacancy as the note prints it. */
interface NotedVacancy {
  readonly reference: string;
  readonly level: string;
  readonly roleKind: Named;
  readonly mission: Named & { readonly acronym: string };
  readonly decisionDueOn: string | null;
  readonly requirements: readonly Requirement[];
  readonly needs: {
    readonly mission: { readonly headquarters: string };
    readonly phase: string;
    readonly hostContext: string;
    readonly security: string;
    readonly mandateTasks: readonly string[];
  };
  readonly rubric: { readonly hash: string | null; readonly criteria: readonly WeightedCriterion[] };
  readonly rubricChanges?: readonly {
    readonly hashBefore: string;
    readonly publishedBefore: string;
    readonly at: string;
    readonly reason: string;
  }[];
}

/** A call as the note prints it. */
export interface NotedCall {
  readonly reference: string;
  readonly kind: "vacancies" | "global";
  readonly title: WordsPresent | null;
  readonly description: WordsPresent | null;
  readonly requirements: readonly Requirement[];
  readonly roleKinds: readonly Named[];
  /** Of a call for the cadre at large; null for one published before it had its own. */
  readonly rubric: { readonly hash: string | null; readonly criteria: readonly WeightedCriterion[] } | null;
  readonly listRule: ListRule;
  readonly listNumbers: unknown;
  readonly selfNomination: boolean;
  readonly toEvery: boolean;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly takesUntil: string | null;
  readonly timeZone: string;
  readonly graceMinutes: number;
  readonly vacancies: readonly NotedVacancy[];
  readonly notices: readonly {
    readonly kind: "addendum" | "extension" | "correction";
    readonly text: WordsPresent;
    readonly createdAt: string;
  }[];
}

interface Reader {
  readonly t: Translate;
  readonly format: Format;
  /** The address of the call's page. */
  readonly url: string;
  readonly now: Date;
}

/**
 * A call as a note to be printed and sent on, in the reader's language: its hours in its own zone and in UTC, its list
 * rule, what is required, by what candidates are judged and with what weights, and every notice given since.
 */
export function callNote(call: NotedCall, reader: Reader): PdfDocument {
  const { t, format, url, now } = reader;
  return {
    title: callTitle(format.locale, call),
    eyebrow: `${t("call.pdf.kind")} · ${call.reference}`,
    language: format.locale,
    author: t("app.name"),
    createdAt: now,
    footer: t("call.pdf.page", { reference: call.reference, ...PAGE_PLACES }),
    blocks: [
      ...described(call, reader),
      heading(t("call.terms")),
      { kind: "facts", items: termsOf(call, reader) },
      ...(call.kind === "global" ? forCadre(call, reader) : []),
      ...call.vacancies.flatMap((vacancy) => ofVacancy(vacancy, reader)),
      ...noticesOf(call, reader),
      { kind: "text", text: t("call.pdf.made", { date: format.dateTime(now, "UTC"), url }) },
    ],
  };
}

const heading = (text: string, level: 2 | 3 = 2): PdfBlock => ({ kind: "heading", level, text });

function words({ format }: Reader, given: WordsPresent): PdfBlock {
  const { text, language } = wordsFor(format.locale, given);
  return { kind: "text", text, language: language === format.locale ? undefined : language };
}

function described({ kind, description }: NotedCall, reader: Reader): readonly PdfBlock[] {
  const { t } = reader;
  return [
    ...(kind === "global" ? [{ kind: "text" as const, text: t("call.globalLead") }] : []),
    ...(description ? [words(reader, description)] : []),
  ];
}

function termsOf(call: NotedCall, { t, format }: Reader): readonly (readonly [string, string])[] {
  const { opensAt, closesAt, takesUntil, timeZone, graceMinutes } = call;
  const time = (instant: string | null) =>
    instant
      ? t("call.pdf.bothZones", {
          time: format.dateTime(instant, timeZone),
          utc: format.dateTime(instant, "UTC"),
        })
      : "–";
  return [
    [t("call.opens"), opensAt ? time(opensAt) : t("call.opensAtPublication")],
    [t("call.closes"), time(closesAt)],
    [
      t("call.grace"),
      graceMinutes > 0
        ? t("call.graceText", {
            minutes: graceMinutes,
            time: takesUntil ? format.dateTime(takesUntil, timeZone) : "–",
          })
        : t("call.noGrace"),
    ],
    [t("call.addressed"), t(call.toEvery ? "call.toEvery" : "call.toChosen")],
    [t("call.rule"), `${t(`call.rule.${call.listRule}`)}. ${listRuleOf(t, call.listRule, call.listNumbers)}`],
    [t("call.selfNomination"), t(call.selfNomination ? "call.selfNominationYes" : "call.selfNominationNo")],
  ];
}

/** What a call for the cadre asks, and the criteria that its members' readiness is judged by. */
function forCadre(call: NotedCall, { t, format }: Reader): readonly PdfBlock[] {
  const { locale } = format;
  return [
    heading(t("selection.requirement.title")),
    { kind: "text", text: t("call.roleKinds") },
    { kind: "list", items: call.roleKinds.map((kind) => nameIn(locale, kind)) },
    { kind: "list", items: call.requirements.map((one) => requirementWords(t, locale, one)) },
    heading(t("selection.rubric.title")),
    { kind: "text", text: t("call.cadreWeights") },
    ...(call.rubric?.hash ? [{ kind: "text" as const, text: `SHA-256 ${call.rubric.hash}` }] : []),
    {
      kind: "entries",
      items: (call.rubric?.criteria ?? CADRE_RUBRIC).map((criterion) => ({
        name: inLanguage(locale, criterion.name),
        figure: t("call.pdf.weight", { weight: format.percent(criterion.weight / WHOLE, 1) }),
        text: inLanguage(locale, criterion.definition),
      })),
    },
  ];
}

function ofVacancy(vacancy: NotedVacancy, { t, format }: Reader): readonly PdfBlock[] {
  const { needs, rubric } = vacancy;
  const { locale } = format;
  const phase = PHASES.find((one) => one === needs.phase) ?? "steady";
  return [
    heading(`${caseTitle(locale, vacancy)} (${vacancy.level})`),
    {
      kind: "facts",
      items: [
        [t("selection.panel.reference"), vacancy.reference],
        [t("call.mission"), nameIn(locale, vacancy.mission)],
        [t("selection.mission.headquarters"), needs.mission.headquarters],
        [t("selection.needs.phase"), t(`selection.needs.phase.${phase}`)],
        [t("selection.needs.hostContext"), needs.hostContext],
        ...(needs.security === "" ? [] : [[t("needs.security"), needs.security] as const]),
        [
          t("selection.publish.decisionDueOn"),
          vacancy.decisionDueOn ? format.date(vacancy.decisionDueOn) : "–",
        ],
      ],
    },
    heading(t("selection.needs.mandateTasks"), 3),
    { kind: "list", items: needs.mandateTasks },
    heading(t("selection.requirement.title"), 3),
    { kind: "list", items: vacancy.requirements.map((one) => requirementWords(t, locale, one)) },
    heading(t("selection.rubric.title"), 3),
    {
      kind: "entries",
      items: rubric.criteria.map((criterion) => {
        const weight = format.percent(criterion.weight / WHOLE, 1);
        const level = criterion.minimumLevel;
        return {
          name: inLanguage(locale, criterion.name),
          figure:
            level === null ? t("call.pdf.weight", { weight }) : t("call.pdf.minimum", { weight, level }),
          text: inLanguage(locale, criterion.definition),
        };
      }),
    },
    ...(rubric.hash ? [{ kind: "text" as const, text: `SHA-256 ${rubric.hash}` }] : []),
    ...(vacancy.rubricChanges ?? []).map(({ hashBefore, publishedBefore, at, reason }) => {
      const note = { from: format.dateTime(publishedBefore), date: format.dateTime(at), reason };
      return { kind: "text" as const, text: `${t("rubricChange.note", note)} SHA-256 ${hashBefore}` };
    }),
  ];
}

function noticesOf({ notices, timeZone }: NotedCall, reader: Reader): readonly PdfBlock[] {
  const { t, format } = reader;
  if (notices.length === 0) return [];
  return [
    heading(t("call.notices")),
    ...notices.flatMap(({ kind, text, createdAt }) => [
      heading(`${t(`call.notice.${kind}`)}, ${format.dateTime(createdAt, timeZone)}`, 3),
      words(reader, text),
    ]),
  ];
}
