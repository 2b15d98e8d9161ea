import type { Format } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { standingValue, stateWords, targetValue } from "./target-words.ts";
import {
  changeOf,
  type NotComparable,
  REPORT_SECTIONS,
  type ReportCounts,
  type ReportLine,
  type ReportSection,
  type ReportTarget,
  type YearReport,
} from "./year-report.ts";

/** A table of the report in words: its page and its print are made of the same. */
export interface ReportTable {
  readonly key: string;
  readonly title: string;
  /** What is counted, and how. */
  readonly lead: string;
  /** The heads of its columns; the first names the rows. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

interface Reader {
  readonly t: Translate;
  readonly format: Format;
}

/** The notes that every report carries, by the tails of their message keys. */
export const REPORT_NOTES = [
  "year",
  "leaders",
  "released",
  "withheld",
  "share",
  "change",
  "uniformed",
  "targets",
  "pledges",
  "kept",
] as const;

/** Every table of a report in its order; parts of which there is nothing are left out. */
export function reportTables(content: YearReport, reader: Reader): readonly ReportTable[] {
  const people = REPORT_SECTIONS.flatMap((section) => {
    const lines = content.lines.filter((line) => line.section === section && isTold(line));
    return lines.length === 0 ? [] : [peopleTable(section, lines, content, reader)];
  });
  return [...people, targetTable(content, reader), pledgeTable(content, reader)].filter(
    ({ rows }) => rows.length > 0,
  );
}

/** A line with nobody in either year says nothing. */
const isTold = ({ now, before }: ReportLine) =>
  [now, before].some((counts) => counts && (counts.women !== 0 || counts.men !== 0 || counts.other !== 0));

function peopleTable(
  section: ReportSection,
  lines: readonly ReportLine[],
  { from, to, uniformedOn }: YearReport,
  { t, format }: Reader,
): ReportTable {
  const period = { from: format.date(from), to: format.date(to) };
  const on = section === "uniformed" && uniformedOn.now ? uniformedOn.now : to;
  return {
    key: section,
    title: t(`yearReport.section.${section}`),
    lead: t(`yearReport.lead.${section}`, { ...period, on: format.date(on) }),
    head: [
      t("yearReport.group"),
      t("yearReport.now"),
      t("gender.flow.share"),
      t("yearReport.before"),
      t("yearReport.people"),
      t("yearReport.points"),
    ],
    rows: lines.map((line) => {
      const change = changeOf(line);
      return {
        key: line.key,
        cells: [
          inLanguage(format.locale, line.name),
          countsWords(line.now, { t, format }),
          change.share === null ? t("gender.none") : format.percent(change.share, 1),
          line.before === null ? t("gender.none") : countsWords(line.before, { t, format }),
          change.people
            ? notComparable(t, change.people)
            : t("yearReport.peopleChange", {
                women: format.signed(change.women ?? 0, 0),
                men: format.signed(change.men ?? 0, 0),
              }),
          change.points === null
            ? notComparable(t, change.shares ?? "tooFew")
            : t("yearReport.pointsChange", { points: format.signed(change.points, 1) }),
        ],
      };
    }),
  };
}

const notComparable = (t: Translate, why: NotComparable) => t(`yearReport.notComparable.${why}`);

/** Women and men, and others where there are any; a withheld count is said to be. */
function countsWords({ women, men, other }: ReportCounts, { t, format }: Reader): string {
  const count = (value: number | null) => (value === null ? t("gender.withheld") : format.number(value));
  const given = { women: count(women), men: count(men) };
  return other === 0
    ? t("yearReport.counts", given)
    : t("yearReport.countsOthers", { ...given, other: count(other) });
}

function targetTable({ targets, to }: YearReport, { t, format }: Reader): ReportTable {
  const standing = (target: ReportTarget) =>
    standingValue(t, format, {
      ...target,
      standing: target.standing && { ...target.standing, gap: 0, reached: false, counted: target.standing },
    });
  return {
    key: "targets",
    title: t("yearReport.section.targets"),
    lead: t("yearReport.lead.targets"),
    head: [
      t("gender.targets.subject"),
      t("gender.targets.value"),
      t("gender.targets.due"),
      t("yearReport.atYearsEnd"),
      t("gender.target.moreWomen"),
      t("gender.target.state"),
      t("gender.targets.source"),
    ],
    rows: targets.map((target) => ({
      key: `${target.subject} ${target.measure} ${target.counting} ${target.due}`,
      cells: [
        t(`gender.subject.${target.subject}`),
        targetValue(t, format, target),
        format.date(target.due),
        standing(target),
        target.standing === null ? t("gender.none") : format.number(target.standing.moreWomen),
        stateWords(t, target, to),
        target.source,
      ],
    })),
  };
}

function pledgeTable({ pledges }: YearReport, { t, format }: Reader): ReportTable {
  return {
    key: "pledges",
    title: t("yearReport.section.pledges"),
    lead: t("yearReport.lead.pledges"),
    head: [
      t("pledge.kind"),
      t("openData.states"),
      t("yearReport.pledges"),
      t("pledge.promised"),
      t("openData.foundDelivered"),
      t("yearReport.pledgesChange"),
    ],
    rows: pledges.map(({ kind, now, before }) => ({
      key: kind,
      cells: [
        t(`pledge.kind.${kind}`),
        ...[now.states, now.pledges, now.promised, now.delivered].map((value) => format.number(value)),
        before === null
          ? t("yearReport.notComparable.noneBefore")
          : t("yearReport.pledgesChanged", {
              pledges: format.signed(now.pledges - before.pledges, 0),
              delivered: format.signed(now.delivered - before.delivered, 0),
            }),
      ],
    })),
  };
}
