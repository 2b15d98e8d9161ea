import type { Gender } from "#app/gender/counts.ts";
import { PROGRAMME_MONTHS } from "#app/mentoring/programme.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";

/** Months ahead for which places are held against need. */
export const AHEAD_MONTHS = 12;

/** An available mentor as the pool is counted. Days are ISO dates. */
export interface PoolMentor {
  readonly gender: Gender;
  /** The regional group of the state that pledged. */
  readonly region: string;
  /** Codes of the languages the mentor works in. */
  readonly languages: readonly string[];
  readonly capacity: number;
  readonly availableFrom: string;
  readonly availableTo: string;
  /** The last days of the pairs under way. */
  readonly pairsEndOn: readonly string[];
}

/**
 * The pairs a mentor can begin on a day: capacity less the pairs that still run then; none where the mentor is not
 * available from that day through a whole programme, as the matching asks (METHOD §7).
 */
export function freePlaces(mentor: PoolMentor, day: string): number {
  const through = monthsAfter(day, PROGRAMME_MONTHS);
  if (day < mentor.availableFrom || through > mentor.availableTo) return 0;
  const running = mentor.pairsEndOn.filter((last) => last >= day).length;
  return Math.max(0, mentor.capacity - running);
}

/** The free places of several mentors on a day. */
export const placesOf = (mentors: readonly PoolMentor[], day: string): number =>
  mentors.reduce((sum, mentor) => sum + freePlaces(mentor, day), 0);

/** A head's or deputy's term, the last on file of its post. */
export interface EndingTerm {
  readonly endsOn: string;
  /** Codes of the languages the mission works in. */
  readonly languages: readonly string[];
}

/** One month of the year ahead. */
export interface MonthAhead {
  /** Its first day; of the month under way, today. */
  readonly day: string;
  /** New leaders: posts whose last term on file ends in it. */
  readonly leaders: number;
  /** Leaders without a mentor by its end: those who wait today, and the new ones so far. */
  readonly need: number;
  /** Pairs that could begin on its day if none began before. */
  readonly places: number;
  /** Leaders for whom there would be no place. */
  readonly missing: number;
}

/**
 * The year ahead, month by month: the places of today's mentors against the leaders who will want one. Who gets a mentor keeps
 * the place for a whole programme, so need adds up over the year. What it leaves out: leaders who decline, and mentors yet
 * to be pledged.
 *
 * @param waiting leaders in post who want a mentor and have none
 * @param today ISO date
 */
export function yearAhead(
  mentors: readonly PoolMentor[],
  terms: readonly EndingTerm[],
  waiting: number,
  today: string,
): readonly MonthAhead[] {
  const first = `${today.slice(0, 7)}-01`;
  let need = waiting;
  return Array.from({ length: AHEAD_MONTHS }, (_, ahead) => {
    const day = ahead === 0 ? today : monthsAfter(first, ahead);
    const over = monthsAfter(first, ahead + 1);
    const leaders = terms.filter(({ endsOn }) => endsOn >= day && endsOn < over).length;
    need += leaders;
    const places = placesOf(mentors, day);
    return { day, leaders, need, places, missing: Math.max(0, need - places) };
  });
}
