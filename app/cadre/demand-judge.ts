import { monthsAfter } from "#app/platform/utc-day.ts";
import { type Demand, figuresOf } from "./demand.ts";
import { MEMBERSHIP_STATES } from "./lifecycle.ts";
import { dayNumber, listedWords, type MembersToday, NONE } from "./member-store.ts";
import { READINESS_LEVELS } from "./readiness.ts";

/** Whether somebody speaks a language at a level or better; null where no language of theirs is on file. */
export const speaks = (languages: readonly string[], code: string, level: number): boolean | null =>
  languages.length === 0
    ? null
    : languages.some((one) => one.slice(0, -2) === code && Number(one.slice(-1)) >= level);

/** What is known of a figure against the one that is asked; null where it is not. */
const against = (figure: number, meets: (figure: number) => boolean): boolean | null =>
  figure === NONE ? null : meets(figure);

/** Answers together: false where one is, else null where one is not known (Kleene's logic, as SQL reckons). */
const together = (one: boolean | null, other: boolean | null): boolean | null =>
  one === false || other === false ? false : one === null || other === null ? null : true;

/** In how many months from now each readiness begins and ends: the year to come, one to two years, three to five. */
const MONTHS = {
  now: { begin: 0, end: 12 },
  oneToTwoYears: { begin: 12, end: 24 },
  threeToFiveYears: { begin: 36, end: 60 },
} as const;

/**
 * Judges members by what a post asks in figures: true where everything is known to be met and the member has not said that
 * they are not free in the time for which they are found ready, false where something is not, null where something is not on
 * file and nothing is against it. What they have not said of their time stands against nobody.
 *
 * @returns of a slot, and the place of a readiness in `READINESS_LEVELS`
 */
export function judgeOf({ store, day }: MembersToday, demand: Demand) {
  const { columns, codes } = store;
  const { years, missions, days, languages, barred } = figuresOf(demand);
  const spoken = listedWords(codes.languages).map((list) =>
    languages.reduce(
      (all: boolean | null, { code, level }) => together(all, speaks(list, code, level)),
      true,
    ),
  );
  const keptOut = {
    nationalities: listedWords(codes.nationalities).map((list) => list.some((one) => barred.includes(one))),
    impossible: listedWords(codes.impossible).map((list) =>
      list.some((one) => demand.hostCodes.includes(one)),
    ),
    kinds: listedWords(codes.kinds).map((list) => list.length > 0 && !list.includes(demand.roleKindCode)),
  };
  const begins = READINESS_LEVELS.map((level) => dayNumber(monthsAfter(day, MONTHS[level].begin)));
  const ends = READINESS_LEVELS.map((level) => dayNumber(monthsAfter(day, MONTHS[level].end)));
  const isFree = (slot: number, level: number) => {
    const from = columns.from[slot] ?? NONE;
    const until = columns.until[slot] ?? NONE;
    return (from === NONE || from <= (ends[level] ?? 0)) && (until === NONE || until > (begins[level] ?? 0));
  };
  return (slot: number, level: number): boolean | null => {
    if (
      keptOut.nationalities[columns.nationalities[slot] ?? 0] ||
      keptOut.impossible[columns.impossible[slot] ?? 0] ||
      keptOut.kinds[columns.kinds[slot] ?? 0] ||
      !isFree(slot, level)
    )
      return false;
    let meets: boolean | null = spoken[columns.languages[slot] ?? 0] ?? null;
    if (years !== null)
      meets = together(
        meets,
        against(columns.years[slot] ?? NONE, (one) => one >= years),
      );
    if (missions !== null)
      meets = together(
        meets,
        against(columns.missions[slot] ?? NONE, (one) => one >= missions),
      );
    if (days !== null)
      meets = together(
        meets,
        against(columns.deployable[slot] ?? NONE, (one) => one <= days),
      );
    return meets;
  };
}

/**
 * Visits who counts behind a kind of post: active, agreed to be compared with vacancies, not in post, and with a finding that
 * holds on the day. An expired one is never visited.
 *
 * @param visit gets the slot and the place of the readiness in `READINESS_LEVELS`
 */
export function eachReady(
  { store, day, inPost }: MembersToday,
  roleKindCode: string,
  visit: (slot: number, level: number) => void,
) {
  const finding = store.findings.get(roleKindCode);
  if (!finding) return;
  const { level, expires } = finding;
  const { state, vacancies } = store.columns;
  const [today, active] = [dayNumber(day), MEMBERSHIP_STATES.indexOf("active")];
  for (let slot = 0; slot < store.size; slot += 1) {
    const at = level[slot] ?? 0;
    if (
      at > 0 &&
      (expires[slot] ?? NONE) >= today &&
      state[slot] === active &&
      vacancies[slot] &&
      !inPost[slot]
    )
      visit(slot, at - 1);
  }
}
