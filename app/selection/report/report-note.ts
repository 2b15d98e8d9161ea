import type { Format } from "#app/i18n/format.ts";
import { inLanguage, nameIn } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { PAGE_PLACES, type PdfBlock, type PdfDocument } from "#app/platform/pdf-document.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { exceptionsIn, type ReportedFinding } from "./panel-report.ts";
import { recommendedInOrder } from "./report-order.ts";
import type { ReportPage, ReportView } from "./report-page.ts";
import {
  codeWords,
  conflictWords,
  criteriaOf,
  figuresOf,
  levelWords,
  methodWords,
  noFiguresWords,
  outcomeWords,
  reasonWords,
  roundsWords,
  sortedFindings,
} from "./report-words.ts";

interface Reader {
  readonly t: Translate;
  readonly format: Format;
  /** What the case is called: post and mission. */
  readonly title: string;
  /** The address of the report's page. */
  readonly url: string;
  readonly now: Date;
}

type Page = Pick<ReportPage, "vacancy" | "wanting">;

/**
 * A panel's report to be printed and filed, in the reader's language. It says what the page says to the same reader: made
 * from the report as they may see it.
 */
export function reportNote(page: Page, report: ReportView, reader: Reader): PdfDocument {
  const { t, format, title, url, now } = reader;
  const { reference } = page.vacancy;
  return {
    title,
    eyebrow: `${t("selection.report.title")} · ${reference}`,
    language: format.locale,
    author: t("app.name"),
    createdAt: now,
    footer: t("call.pdf.page", { reference, ...PAGE_PLACES }),
    blocks: [
      { kind: "text", text: standing(report, reader) },
      heading(t("selection.report.findings")),
      ...order(report, reader),
      ...sortedFindings(report).flatMap((finding) => found(report, finding, reader)),
      ...(report.content.balanceReason
        ? [text(term(reader, t("selection.report.balanceReason"), report.content.balanceReason))]
        : []),
      ...others(report, reader),
      ...method(report, reader),
      ...rounds(report, reader),
      ...panel(page, report, reader),
      text(t("selection.report.printed", { date: format.dateTime(now, "UTC"), url })),
    ],
  };
}

const heading = (words: string, level: 2 | 3 = 2): PdfBlock => ({ kind: "heading", level, text: words });
const term = ({ t }: Reader, name: string, detail: string): string =>
  t("selection.report.term", { term: name, detail });
const text = (words: string): PdfBlock => ({ kind: "text", text: words });

function standing(
  { version, createdAt, completedAt, outOfDate, partial }: ReportView,
  { t, format }: Reader,
) {
  return [
    t("selection.report.version", { version, date: format.date(createdAt) }),
    ...(completedAt ? [t("selection.report.complete", { date: format.date(completedAt) })] : []),
    ...(outOfDate ? [t("selection.report.outOfDate")] : []),
    ...(partial ? [t("selection.ranking.partial")] : []),
  ].join(" · ");
}

function order(report: ReportView, { t }: Reader): readonly PdfBlock[] {
  const ordered = recommendedInOrder(report);
  if (ordered === null) return [];
  return [text(t(ordered ? "selection.report.ordered" : "selection.report.unordered"))];
}

/** One candidacy: its finding in words, then its figures, then the finding on each criterion. */
function found(report: ReportView, finding: ReportedFinding, reader: Reader): readonly PdfBlock[] {
  const { t, format } = reader;
  const { content, people } = report;
  const person = people[finding.candidacyId];
  const criteria = criteriaOf(content, finding);
  const figures = figuresOf(t, format, content.figures, finding.candidacyId);
  return [
    heading(term(reader, person?.name ?? "–", t(`selection.finding.outcome.${finding.outcome}`)), 3),
    ...(finding.reasonCodes.length > 0
      ? [{ kind: "list" as const, items: finding.reasonCodes.map((reason) => reasonWords(t, reason)) }]
      : []),
    text(finding.text),
    {
      kind: "facts",
      items: [
        ...(person
          ? [
              [
                t("selection.report.nominatedBy"),
                nominatorName(t, format.locale, person.nominatingState),
              ] as const,
            ]
          : []),
        ...(figures.length > 0
          ? figures
          : [
              [
                t("selection.report.figures"),
                noFiguresWords(t, content.figures, finding.candidacyId),
              ] as const,
            ]),
      ],
    },
    ...(criteria.length > 0
      ? [
          {
            kind: "entries" as const,
            items: criteria.map(({ name, level, text: words, reason }) => ({
              name: inLanguage(format.locale, name),
              figure: levelWords(t, level),
              text: reason ? `${words} ${t("selection.finding.departed", { reason })}` : words,
            })),
          },
        ]
      : []),
  ];
}

function others(report: ReportView, { t, format }: Reader): readonly PdfBlock[] {
  if (report.others.length === 0) return [];
  return [
    heading(t("selection.report.others")),
    {
      kind: "entries",
      items: report.others.map(({ outcome, codes, count, names }) => ({
        name: outcomeWords(t, outcome),
        figure: format.number(count),
        text: [
          format.list(codes.map((code) => codeWords(t, code))),
          ...(names.length > 0 ? [format.list(names)] : []),
        ].join(". "),
      })),
    },
  ];
}

function rounds(report: ReportView, { t, format }: Reader): readonly PdfBlock[] {
  const items = roundsWords(t, format, report);
  return items.length === 0 ? [] : [heading(t("rounds.title")), { kind: "list", items }];
}

function alphaWords({ t, format }: Reader, alpha: number, limits: readonly [number, number] | null) {
  const figure = (value: number) => format.number(value, 3);
  return limits
    ? t("selection.ranking.alphaWithin", {
        alpha: figure(alpha),
        low: figure(limits[0]),
        high: figure(limits[1]),
      })
    : t("selection.ranking.alpha", { alpha: figure(alpha) });
}

function method({ content }: ReportView, reader: Reader): readonly PdfBlock[] {
  const { t, format } = reader;
  const { agreement, inputsHash } = content.figures;
  return [
    heading(t("selection.report.figures")),
    ...(agreement === null || agreement.alpha === null
      ? []
      : [text(alphaWords(reader, agreement.alpha, agreement.limits))]),
    ...(agreement ? [text(t(`selection.ranking.reading.${agreement.reading}`))] : []),
    { kind: "list", items: methodWords(t, format, content) },
    text(t("selection.ranking.computed.places")),
    text(t("selection.ranking.source.places")),
    text(`${t("selection.report.inputs")} ${inputsHash}`),
    text(`${t("selection.rubric.hash")} ${content.rubric.hash}`),
  ];
}

function panel({ wanting }: Page, report: ReportView, reader: Reader): readonly PdfBlock[] {
  const { t, format } = reader;
  const { content, members, states } = report;
  const conflicts = content.v === 2 ? content.conflicts : [];
  const exceptions = exceptionsIn(content);
  const signed = (memberId: string) => {
    const signature = report.signatures.find((one) => one.memberId === memberId);
    if (!signature)
      return t(wanting.includes(memberId) ? "selection.report.wanting" : "selection.report.notAsked");
    const date = format.date(signature.signedAt);
    const words = t(signature.dissents ? "selection.report.signedDissenting" : "selection.report.signedOn", {
      date,
    });
    return signature.dissent ? term(reader, words, signature.dissent) : words;
  };
  return [
    heading(t("selection.report.panel")),
    {
      kind: "entries",
      items: content.composition.members.map(({ memberId, chair, nationality, recusedFrom }) => {
        const state = states[nationality];
        const recusals = term(reader, t("selection.report.recusedFrom"), format.number(recusedFrom));
        const sources = conflictWords(t, format, conflicts, memberId);
        return {
          name: `${members[memberId] ?? "–"}${chair ? ` (${t("selection.panel.chair")})` : ""}`,
          figure: state ? nameIn(format.locale, state) : nationality,
          text: [sources ? `${recusals} (${sources})` : recusals, signed(memberId)].join(". "),
        };
      }),
    },
    ...(exceptions.length > 0
      ? [
          heading(t("selection.report.exceptions"), 3),
          {
            kind: "facts" as const,
            items: exceptions.map(
              ({ rule, reason }) => [t(`selection.report.exception.${rule}`), reason] as const,
            ),
          },
        ]
      : []),
  ];
}
