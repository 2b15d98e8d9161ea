import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";

/** Whom a target can be set for, in the order in which they are listed. */
export const TARGET_SUBJECTS = [
  "headsAndDeputies",
  "heads",
  "deputies",
  "nominations",
  "cadre",
  "militaryContingents",
  "staffAndObservers",
  "policeContingents",
  "formedPolice",
  "individualPolice",
  "justiceAndCorrections",
] as const;
export type TargetSubject = (typeof TARGET_SUBJECTS)[number];

/** What is measured: women among women and men in percent, or women as a multiple of the women of a baseline year. */
export const TARGET_MEASURES = ["shareOfWomen", "womenTimesBaseline"] as const;
export type TargetMeasure = (typeof TARGET_MEASURES)[number];

/** A stock is counted on a day, a flow over a period (METHOD §9). */
export const TARGET_COUNTINGS = ["stock", "flow"] as const;
export type TargetCounting = (typeof TARGET_COUNTINGS)[number];

/** What can be counted of each subject: nominations are a flow alone; who is deployed or in the cadre, a stock alone. */
const COUNTINGS: Readonly<Record<TargetSubject, readonly TargetCounting[]>> = {
  headsAndDeputies: TARGET_COUNTINGS,
  heads: TARGET_COUNTINGS,
  deputies: TARGET_COUNTINGS,
  nominations: ["flow"],
  cadre: ["stock"],
  militaryContingents: ["stock"],
  staffAndObservers: ["stock"],
  policeContingents: ["stock"],
  formedPolice: ["stock"],
  individualPolice: ["stock"],
  justiceAndCorrections: ["stock"],
};

/** A target as it stands in the reference data. */
export interface ReferenceTarget {
  readonly subject: TargetSubject;
  readonly measure: TargetMeasure;
  readonly counting: TargetCounting;
  /** Percent, 0 to 100, or a multiple. */
  readonly value: number;
  readonly baselineYear: number | null;
  /** ISO date. */
  readonly due: string;
  readonly source: string;
}

/** A target with the wording that holds. */
export interface StandingTarget extends ReferenceTarget {
  readonly id: string;
  readonly version: number;
  readonly withdrawn: boolean;
}

/** A reason for a target, or for a change of one, says something when it has so many characters. */
export const TARGET_REASON_LENGTH = 20;

/** A value is written in percent or as a multiple, with at most two decimals. */
const value = z.coerce.number().positive().max(1000).multipleOf(0.01);
const reason = z.string().trim().min(TARGET_REASON_LENGTH, { message: "ruleReasonShort" }).max(1000);
const source = z.string().trim().min(5).max(300);

/**
 * A new target as its form posts it. A share is at most 100 %; a multiple has a baseline year before its date; and a
 * subject is counted as it can be.
 */
export const newTargetSchema = z
  .object({
    subject: z.enum(TARGET_SUBJECTS),
    measure: z.enum(TARGET_MEASURES),
    counting: z.enum(TARGET_COUNTINGS),
    value,
    baselineYear: z.coerce.number().int().min(1948).max(2100).optional(),
    due: formDay,
    source,
    reason,
  })
  .superRefine((target, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!COUNTINGS[target.subject].includes(target.counting)) problem("counting", "countingOfSubject");
    if (target.measure === "shareOfWomen" && target.value > 100) problem("value", "atMost:100");
    if (target.measure !== "womenTimesBaseline") return;
    if (target.counting === "flow") problem("counting", "countingOfSubject");
    const { baselineYear, due } = target;
    if (baselineYear === undefined) problem("baselineYear", "required");
    else if (baselineYear >= Number(due.slice(0, 4))) problem("baselineYear", "baselineBeforeDue");
  });
export type NewTarget = z.output<typeof newTargetSchema>;

/** Another wording of a target, with the version it follows; `withdrawn` takes the target out of force. */
export const targetChangeSchema = z.object({
  version: versionNumber,
  value,
  source,
  withdrawn: z.stringbool().default(false),
  reason,
});
export type TargetChange = z.output<typeof targetChangeSchema>;

/** People counted for a target. `baselineWomen` where it is measured against a year: null, its figures are not there. */
export interface Counted {
  readonly women: number;
  readonly men: number;
  readonly baselineWomen?: number | null;
}

/** A target held against what is counted. */
export interface TargetStanding {
  /** Percent, or a multiple of the baseline; as counted, not rounded. */
  readonly value: number;
  /** Percentage points, or multiples, that are missing; 0 once it is reached. */
  readonly gap: number;
  /** How many more women it takes at the present total; 0 once it is reached. */
  readonly moreWomen: number;
  readonly reached: boolean;
  readonly counted: Counted;
}

/** Values have two decimals: whole hundredths compare exactly where fractions do not. */
const HUNDREDTHS = 100;

/**
 * Where we are against a target (METHOD §9): the gap in points and in people. The people are the fewest women who would
 * have to stand where men stand now, the total unchanged, computed in whole numbers: 29 of 58 is half, and asks for
 * nobody.
 *
 * @returns null where nobody is counted, or the baseline is not known or was nobody: that is not a share of 0
 */
export function standingOf(
  { measure, value: target }: Pick<ReferenceTarget, "measure" | "value">,
  counted: Counted,
): TargetStanding | null {
  const asked = Math.round(target * HUNDREDTHS);
  const base = measure === "shareOfWomen" ? counted.women + counted.men : (counted.baselineWomen ?? 0);
  if (base === 0) return null;
  const unit = measure === "shareOfWomen" ? 100 : 1;
  const needed = Math.ceil((asked * base) / (HUNDREDTHS * unit));
  const moreWomen = Math.max(0, needed - counted.women);
  const current = (unit * counted.women) / base;
  return {
    value: current,
    gap: moreWomen === 0 ? 0 : Math.max(0, target - current),
    moreWomen,
    reached: moreWomen === 0,
    counted,
  };
}

/** A target with where we are against it. */
export interface MeasuredTarget extends StandingTarget {
  readonly standing: TargetStanding | null;
  /** Of which day, or of which period with its first and last day, the figure is; null where there is none. */
  readonly as: { readonly on: string } | { readonly from: string; readonly to: string } | null;
  readonly state: ReturnType<typeof stateOf>;
}

/** What a standing says in one word: open until the date, missed after it. */
export const stateOf = (standing: TargetStanding | null, due: string, today: string) => {
  if (standing === null) return "unknown" as const;
  if (standing.reached) return "reached" as const;
  return due < today ? ("missed" as const) : ("open" as const);
};

/** Whole months from a day until a later one; a month is whole on the day of its number. ISO dates. */
export function monthsUntil(due: string, today: string): number {
  const [from, to] = [today, due].map((day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)));
  return (to ?? 0) - (from ?? 0) - (due.slice(8) < today.slice(8) ? 1 : 0);
}

/**
 * Of the targets of each subject, measure and counting those to look at today: the first that was set, which is what was
 * promised, the last that was due, the next, and the furthest; the years between are steps on the way.
 */
export function targetsInView<T extends ReferenceTarget>(targets: readonly T[], today: string): readonly T[] {
  const seriesOf = (one: ReferenceTarget) => `${one.subject} ${one.measure} ${one.counting}`;
  const series = [...new Set(targets.map(seriesOf))].map((key) =>
    targets.filter((one) => seriesOf(one) === key).toSorted((a, b) => a.due.localeCompare(b.due)),
  );
  const inView = series.flatMap((steps) => {
    const next = steps.find(({ due }) => due >= today);
    const last = steps.findLast(({ due }) => due < today);
    return [...new Set([steps[0], last, next, steps.at(-1)])].filter((one) => one !== undefined);
  });
  return inView.toSorted((a, b) => order(a) - order(b) || a.due.localeCompare(b.due));
}

const order = ({ subject }: ReferenceTarget) => TARGET_SUBJECTS.indexOf(subject);

/** The parity target of senior leadership: of women among heads and deputies in post, that of the furthest date. */
export const parityTarget = <T extends ReferenceTarget>(targets: readonly T[]): T | undefined =>
  targets.findLast(
    ({ subject, measure, counting }) =>
      subject === "headsAndDeputies" && measure === "shareOfWomen" && counting === "stock",
  );
