import type { Tie } from "./match-profile.ts";

/** A time served in a mission: from a career on file, where only years are known, or from an appointment. */
export interface Service {
  readonly missionCode: string;
  /** Whether the post led the mission. */
  readonly led: boolean;
  /** ISO dates; `endsOn` is `null` while it lasts. */
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Somebody with where they served. */
export interface Served {
  readonly id: string;
  readonly services: readonly Service[];
}

/** After every day there is: stands for a service that lasts. */
const OPEN_END = "9999-12-31";

/**
 * The ties that follow from two people having served in one mission at the same time: `supervision` where one of
 * the two led it, until the day their time together ended, and `chainOfCommand` where both serve there today.
 *
 * Years of a career count whole, so that what is known only by the year never lets a pair through.
 *
 * @param today ISO date
 */
export function serviceTies(mentors: readonly Served[], mentees: readonly Served[], today: string): Tie[] {
  return mentors.flatMap((mentor) =>
    mentees.flatMap((mentee) => {
      const pair = { mentorId: mentor.id, menteeId: mentee.id };
      return mentor.services.flatMap((a) =>
        mentee.services.flatMap((b): Tie[] => {
          const together = timeTogether(a, b);
          if (together === null) return [];
          const isNow = together.startsOn <= today && together.endsOn >= today;
          const lastDay = together.endsOn === OPEN_END ? null : together.endsOn;
          return [
            ...(a.led || b.led ? [{ ...pair, kind: "supervision" as const, lastDay }] : []),
            ...(isNow ? [{ ...pair, kind: "chainOfCommand" as const }] : []),
          ];
        }),
      );
    }),
  );
}

function timeTogether(a: Service, b: Service) {
  if (a.missionCode !== b.missionCode) return null;
  const startsOn = a.startsOn > b.startsOn ? a.startsOn : b.startsOn;
  const [endA, endB] = [a.endsOn ?? OPEN_END, b.endsOn ?? OPEN_END];
  const endsOn = endA < endB ? endA : endB;
  return startsOn <= endsOn ? { startsOn, endsOn } : null;
}
