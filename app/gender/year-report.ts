import { z } from "zod";
import { PLEDGE_KINDS } from "#app/cadre/state-pledge.ts";
import { SMALLEST_PERCENT_BASE } from "./disclosure.ts";
import { TARGET_COUNTINGS, TARGET_MEASURES, TARGET_SUBJECTS } from "./target.ts";

/**
 * The last reporting year of which there is a report on a day, by the calendar year in which it begins: of one that ended in
 * June from 1 September on. A report is made once, and figures of uniformed personnel for June come in the weeks after it.
 *
 * @param day ISO date
 */
export const lastReported = (day: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < "09-01" ? 2 : 1);

/** The parts of the report in which people are counted, in its order. */
export const REPORT_SECTIONS = [
  "leadersByList",
  "leadersByLevel",
  "appointed",
  "stages",
  "levels",
  "roles",
  "regions",
  "uniformed",
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Parts whose people are not public by name: counts come from the release, shares rest on ten people or more. */
const RELEASED: readonly ReportSection[] = ["stages", "levels", "roles", "regions"];

const count = z.int().min(0).nullable();
const counts = z.object({ women: count, men: count, other: count });
const named = z.object({ en: z.string(), fr: z.string() });

const line = z.object({
  section: z.enum(REPORT_SECTIONS),
  key: z.string(),
  name: named,
  /** null: withheld. */
  now: counts,
  /** null: of the year before there is no such figure. */
  before: counts.nullable(),
});

const target = z.object({
  subject: z.enum(TARGET_SUBJECTS),
  measure: z.enum(TARGET_MEASURES),
  counting: z.enum(TARGET_COUNTINGS),
  ...{ value: z.number(), baselineYear: z.int().nullable(), due: z.iso.date(), source: z.string() },
  state: z.enum(["reached", "open", "missed", "unknown"]),
  /** Where it stood at the end of the year, in its own unit, and how many more women it took; null: not known. */
  standing: z.object({ value: z.number(), women: z.int(), men: z.int(), moreWomen: z.int() }).nullable(),
});

const pledged = z.object({ states: z.int(), pledges: z.int(), promised: z.int(), delivered: z.int() });
const pledge = z.object({ kind: z.enum(PLEDGE_KINDS), now: pledged, before: pledged.nullable() });

/** The content of a yearly report, as it is kept: every figure of the year beside that of the year before. */
export const yearReportSchema = z.object({
  v: z.literal(1),
  /** The year in which it begins, on 1 July. */
  year: z.int(),
  ...{ from: z.iso.date(), to: z.iso.date() },
  /** The last day of the month that uniformed figures are of, and of the one compared with. */
  uniformedOn: z.object({ now: z.iso.date().nullable(), before: z.iso.date().nullable() }),
  lines: z.array(line),
  targets: z.array(target),
  pledges: z.array(pledge),
});

export type YearReport = z.infer<typeof yearReportSchema>;
export type ReportLine = z.infer<typeof line>;
export type ReportCounts = z.infer<typeof counts>;
export type ReportTarget = z.infer<typeof target>;
export type ReportPledge = z.infer<typeof pledge>;
type ReportPledged = z.infer<typeof pledged>;

/** One year's own figures, before they are set beside another year's. */
export interface YearFigures {
  readonly uniformedOn: string | null;
  readonly lines: readonly (Omit<ReportLine, "now" | "before"> & { readonly counts: ReportCounts })[];
  readonly pledges: readonly { readonly kind: ReportPledge["kind"]; readonly counts: ReportPledged }[];
}

interface Sides {
  readonly year: number;
  readonly targets: readonly ReportTarget[];
  readonly now: YearFigures;
  readonly before: YearFigures;
}

/**
 * Sets a year's figures beside those of the year before. A part in which nobody at all is counted in the year before was
 * not kept then: its lines have nothing to be compared with, which is not zero.
 */
export function yearReport({ year, targets, now, before }: Sides): YearReport {
  const kept = REPORT_SECTIONS.filter((section) =>
    before.lines.some((one) => one.section === section && !isNobody(one.counts)),
  );
  const earlier = (section: ReportSection, key: string) =>
    kept.includes(section)
      ? (before.lines.find((one) => one.section === section && one.key === key)?.counts ?? null)
      : null;
  return {
    ...{ v: 1, year, from: `${year}-07-01`, to: `${year + 1}-06-30` },
    uniformedOn: { now: now.uniformedOn, before: before.uniformedOn },
    lines: now.lines.map(({ counts: own, ...one }) => ({
      ...one,
      now: own,
      before: earlier(one.section, one.key),
    })),
    targets: [...targets],
    pledges: now.pledges.map(({ kind, counts: own }) => ({
      kind,
      now: own,
      before: before.pledges.find((one) => one.kind === kind)?.counts ?? null,
    })),
  };
}

/** A report's own figures again, for the next year to be compared with: what was printed, not what is known since. */
export const figuresOf = ({ uniformedOn, lines, pledges }: YearReport): YearFigures => ({
  uniformedOn: uniformedOn.now,
  lines: lines.map(({ now, before: _, ...one }) => ({ ...one, counts: now })),
  pledges: pledges.map(({ kind, now }) => ({ kind, counts: now })),
});

const isNobody = ({ women, men, other }: ReportCounts) => women === 0 && men === 0 && other === 0;

/** Why two figures cannot be compared. */
export type NotComparable = "noneBefore" | "withheld" | "withheldBefore" | "tooFew";

/** What became of a line since the year before: people, and points of the share of women; null with why. */
export interface LineChange {
  readonly share: number | null;
  readonly women: number | null;
  readonly men: number | null;
  /** Percentage points. */
  readonly points: number | null;
  /** Why the women or the men cannot be compared; null where both can. */
  readonly people: NotComparable | null;
  /** Why the points cannot be told; null where they can. */
  readonly shares: NotComparable | null;
}

/** How a line changed since the year before, in people and in points. Nothing is worked out of a withheld count. */
export function changeOf({
  section,
  now,
  before,
}: Pick<ReportLine, "section" | "now" | "before">): LineChange {
  const least = RELEASED.includes(section) ? SMALLEST_PERCENT_BASE : 1;
  const share = shareIn(now, least);
  if (before === null)
    return { share, women: null, men: null, points: null, people: "noneBefore", shares: "noneBefore" };
  const earlier = shareIn(before, least);
  const difference = (key: "women" | "men") => {
    const [own, last] = [now[key], before[key]];
    return own === null || last === null ? null : own - last;
  };
  const people = hides(now) ? "withheld" : hides(before) ? "withheldBefore" : null;
  return {
    ...{ share, women: difference("women"), men: difference("men"), people },
    points: share === null || earlier === null ? null : 100 * (share - earlier),
    shares: people ?? (share === null || earlier === null ? "tooFew" : null),
  };
}

const hides = ({ women, men }: ReportCounts) => women === null || men === null;

function shareIn({ women, men }: ReportCounts, least: number): number | null {
  return women === null || men === null || women + men < least ? null : women / (women + men);
}
