import { NUDGE_DAYS, PROGRAMME_MONTHS, QUIET_DAYS } from "#app/mentoring/programme.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";
import type { Cadence } from "./agreement.ts";

/** Months at the beginning of a programme with a session in each; afterwards there is one every two months (METHOD §7). */
const MONTHLY_UNTIL = 6;

const FORTNIGHT = 14;
const DAY = 86_400_000;

/** How often a pair has agreed to meet, from the day on which both had signed it. */
export interface Rhythm {
  /** ISO date. */
  readonly from: string;
  readonly cadence: Cadence;
}

/** The programme's own rhythm, where nothing else is agreed. */
const USUAL: Cadence = "usual";

/**
 * The cadence that holds on a day: that of the latest agreement in force by then, otherwise the programme's.
 *
 * @param day ISO date
 */
export const cadenceOn = (rhythms: readonly Rhythm[], day: string): Cadence =>
  rhythms
    .filter(({ from }) => from <= day)
    .toSorted(byDay)
    .at(-1)?.cadence ?? USUAL;

const byDay = (a: Rhythm, b: Rhythm) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** Whole months from one day to another, at most `most`. */
function monthsBetween(from: string, to: string, most: number): number {
  let months = 0;
  while (months < most && monthsAfter(from, months + 1) <= to) months += 1;
  return months;
}

/** More months than two years of a programme with its extensions have. */
const MOST_MONTHS = 60;

/** Sessions due from the first day to another, had the pair met in one cadence all along. */
function dueIn(cadence: Cadence, startedOn: string, day: string): number {
  if (day <= startedOn) return 0;
  if (cadence === "fortnightly")
    return Math.floor((Date.parse(day) - Date.parse(startedOn)) / DAY / FORTNIGHT);
  const months = monthsBetween(startedOn, day, cadence === "usual" ? PROGRAMME_MONTHS : MOST_MONTHS);
  if (cadence === "monthly") return months;
  if (cadence === "everyTwoMonths") return Math.floor(months / 2);
  return Math.min(months, MONTHLY_UNTIL) + Math.floor(Math.max(0, months - MONTHLY_UNTIL) / 2);
}

/**
 * How many sessions a pair would have held by a day if it kept what it agreed on, each agreement for as long as it held;
 * before the first, and where the programme's own rhythm was agreed on, METHOD §7: one in each of the first six months,
 * then one every two months, to the end of the twelfth. A month, or a fortnight, counts once it is over, from the first
 * day of the pair, so that signing anew neither forgives one nor asks for it twice.
 *
 * @param startedOn ISO date, as every day here
 * @param day not before `startedOn`; an earlier one gives 0
 */
export function sessionsDue(startedOn: string, day: string, rhythms: readonly Rhythm[] = []): number {
  const changes = rhythms.filter(({ from }) => from > startedOn && from < day).toSorted(byDay);
  const days = [startedOn, ...changes.map(({ from }) => from), day];
  return days.slice(1).reduce((sum, end, place) => {
    const begin = days[place] ?? startedOn;
    const cadence = cadenceOn(rhythms, begin);
    return sum + dueIn(cadence, startedOn, end) - dueIn(cadence, startedOn, begin);
  }, 0);
}

/** A pair that agreed to meet every two months is given twice the time (Cadre's own choice; METHOD §7 for all others). */
const patience = (cadence: Cadence): number => (cadence === "everyTwoMonths" ? 2 : 1);

/** Days without a session held or planned after which a pair that meets in this cadence is quiet. */
export const quietAfter = (cadence: Cadence): number => QUIET_DAYS * patience(cadence);

/** Days of silence after which such a pair is written to: the second is the day on which it is quiet. */
export const nudgesAfter = (cadence: Cadence): readonly number[] =>
  NUDGE_DAYS.map((days) => days * patience(cadence));
