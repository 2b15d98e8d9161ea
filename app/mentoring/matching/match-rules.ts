import { FIRST_SESSION_DAYS } from "#app/mentoring/programme.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import type { DaySpan, MenteeProfile, MentorProfile, SpokenLanguage, Tie } from "./match-profile.ts";

/** Lowest level at which a language serves for work (1 basic, 2 working, 3 fluent). */
export const WORKING_LEVEL = 2;

/**
 * Days in a row a mentor may be away within a programme: at a rhythm of a month (METHOD §7), a session moved, not lost.
 * Cadre's own choice.
 */
export const LONGEST_ABSENCE = 42;

/** Years for which having been the other's supervisor or subordinate excludes a pair (METHOD §7). */
export const SUPERVISION_YEARS = 5;

/** What a rule looks at: the two people, the days the programme lasts, and what is known between the two. */
export interface PairFacts {
  readonly mentor: MentorProfile;
  readonly mentee: MenteeProfile;
  readonly programme: DaySpan;
  /** Ties between these two alone. */
  readonly ties: readonly Tie[];
}

/**
 * The hard rules of METHOD §7, each named: whether the rule excludes the pair.
 *
 * What is not known never lets a pair through where the rule asks for something (no language or no availability on
 * file excludes), nor keeps it out where the rule asks for a tie.
 */
const RULES = {
  samePerson: ({ mentor, mentee }) => mentor.personId === mentee.personId,
  noCommonLanguage: ({ mentor, mentee }) => commonLevel(mentor.languages, mentee.languages) < WORKING_LEVEL,
  noFreePlace: ({ mentor }) => mentor.activePairs >= mentor.capacity,
  notAvailable: ({ mentor, programme }) => !covers(mentor.availability, programme),
  awayTooLong: ({ mentor, programme }) => isAwayTooLong(mentor.absences, programme),
  supervisedWithinFiveYears: ({ ties, programme }) =>
    ties.some((tie) => tie.kind === "supervision" && isRecent(tie.lastDay, programme.startsOn)),
  declaredConflict: has("declaredConflict"),
  endedPairing: has("endedPairing"),
  satOnPanel: has("satOnPanel"),
  vetted: has("vetted"),
  sameChainOfCommand: has("chainOfCommand"),
  nationalOfPartyToConflict: ({ mentor, mentee }) =>
    mentor.stateCodes.some((code) => mentee.hostConflictStateCodes.includes(code)),
  sameState: ({ mentor, mentee }) =>
    !(mentor.acceptsSameState && mentee.acceptsSameState) &&
    mentor.stateCodes.some((code) => mentee.stateCodes.includes(code)),
  avoided: ({ mentor, mentee }) => mentee.avoidMentorIds.includes(mentor.id),
  forbiddenPair: has("forbiddenPair"),
} satisfies Record<string, (facts: PairFacts) => boolean>;

/** The name of a hard rule; the tail of its message key. */
export type RuleCode = keyof typeof RULES;

const isRuleCode = (name: string): name is RuleCode => Object.hasOwn(RULES, name);

/** Every rule's code, in the order in which they are shown. */
export const RULE_CODES: readonly RuleCode[] = Object.keys(RULES).filter(isRuleCode);

/**
 * Which hard rules exclude the pair; an empty list means that it may be formed.
 *
 * All rules are asked, not only the first that bites, so that a page can say what would have to change. The code
 * `avoided` is the mentee's confidence: show how many it excludes to the secretariat alone, and whom to nobody.
 */
export function excludingRules(facts: PairFacts): readonly RuleCode[] {
  return RULE_CODES.filter((code) => RULES[code](facts));
}

/** The best level at which both speak one language: the lower of the two, 0 where they share none. */
export function commonLevel(a: readonly SpokenLanguage[], b: readonly SpokenLanguage[]): number {
  let best = 0;
  for (const one of a) {
    for (const other of b) {
      if (one.code === other.code) best = Math.max(best, Math.min(one.level, other.level));
    }
  }
  return best;
}

function has(kind: Tie["kind"]): (facts: PairFacts) => boolean {
  return ({ ties }) => ties.some((tie) => tie.kind === kind);
}

/**
 * Whether the spans together leave no day of the programme open; spans that touch or overlap join. ISO dates sort
 * as text.
 */
function covers(spans: readonly DaySpan[], programme: DaySpan): boolean {
  let open = programme.startsOn;
  for (const span of [...spans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (span.startsOn <= open && span.endsOn >= open) open = dayAfter(span.endsOn);
  }
  return open > programme.endsOn;
}

/**
 * Whether the mentor is away for too many days in a row, or for all of the first thirty, within which a pair first meets;
 * absences that touch or overlap are one.
 */
function isAwayTooLong(absences: readonly DaySpan[], programme: DaySpan): boolean {
  const { startsOn, endsOn } = programme;
  let current: DaySpan | null = null;
  for (const span of [...absences].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (span.endsOn < startsOn || span.startsOn > endsOn) continue;
    const joins: boolean = current !== null && span.startsOn <= dayAfter(current.endsOn);
    const from: string = joins && current ? current.startsOn : later(span.startsOn, startsOn);
    const to: string = joins && current ? later(current.endsOn, span.endsOn) : span.endsOn;
    current = { startsOn: from, endsOn: to };
    const last = to < endsOn ? to : endsOn;
    if (last >= daysAfter(from, LONGEST_ABSENCE)) return true;
    if (from === startsOn && last >= daysAfter(from, FIRST_SESSION_DAYS - 1)) return true;
  }
  return false;
}

const later = (a: string, b: string): string => (a > b ? a : b);

const dayAfter = (day: string): string => daysAfter(day, 1);

/** Within five years before the programme starts, the anniversary itself included. */
function isRecent(lastDay: string | null, startsOn: string): boolean {
  if (lastDay === null) return true;
  const year = Number(lastDay.slice(0, 4)) + SUPERVISION_YEARS;
  return `${String(year).padStart(4, "0")}${lastDay.slice(4)}` >= startsOn;
}
