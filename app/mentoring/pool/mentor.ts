import type { MentorState } from "#app/mentoring/lifecycle.ts";
import { CHECK_DAYS } from "#app/mentoring/programme.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";

/** What mentors help with and leaders ask help for; the tail of the message key `mentoring.topic.…`. */
export const TOPICS = [
  "politicalStrategy",
  "goodOffices",
  "hostRelations",
  "integration",
  "protection",
  "crisis",
  "security",
  "womenPeaceSecurity",
  "leadershipTeam",
  "resources",
  "conduct",
  "headquarters",
  "communication",
  "transition",
  "resilience",
] as const;
export type Topic = (typeof TOPICS)[number];

/** Whether a stored word is a topic. */
export const isTopic = (word: string): word is Topic => TOPICS.some((topic) => topic === word);

/** Most topics a leader asks help on: choosing says what matters. */
export const MOST_TOPICS = 5;

/** The kinds of mandate a mentor knows: those of the missions themselves. */
export const MANDATE_TYPES = ["peacekeeping", "specialPolitical"] as const;
export type MandateType = (typeof MANDATE_TYPES)[number];

/** Whether a stored word is a kind of mandate. */
export const isMandateType = (word: string): word is MandateType =>
  MANDATE_TYPES.some((type) => type === word);

/** Pairs a mentor takes unless they say otherwise (METHOD §7); none is what somebody says who only wants to wait. */
export const USUAL_PAIRS = 2;

/** Hours a week a mentor gives to all pairs together: Cadre's own bounds. */
export const WEEKLY_HOURS = { least: 1, usual: 2, most: 20 } as const;

/** Knowledge of a language as forms post it (1 basic, 2 working, 3 fluent); empty where there is none. */
export const LANGUAGE_LEVELS = ["1", "2", "3"] as const;

/**
 * Whether the yearly check waits for a mentor's answer.
 *
 * @param checkedOn ISO date on which the mentor last said that the profile holds
 */
export function isCheckDue(
  { state, checkedOn }: { readonly state: MentorState; readonly checkedOn: string | null },
  at: Date,
): boolean {
  if (checkedOn === null || state === "pledged" || state === "confirmed") return false;
  return daysAfter(checkedOn, CHECK_DAYS) <= dayOf(at);
}
