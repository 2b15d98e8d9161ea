export type LetterAudience = "candidate" | "state";
export const LETTER_STATES = ["awaitingReview", "sent", "superseded"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** The state that an address asks for; those that wait, where it asks for none there is. */
export const letterStateIn = (asked: string | null): LetterState =>
  LETTER_STATES.find((state) => state === asked) ?? "awaitingReview";

/**
 * What somebody was told of a decision on a case: all there is to tell; an earlier decision, but not the one that stands
 * now; or none yet. Until told, their pages say what they said before.
 */
export type Told = "all" | "earlier" | "nothing";

/** A letter as who is told reads it: to whom, and whether it went out. */
export interface ToldBy {
  readonly audience: LetterAudience;
  readonly state: LetterState;
}

/**
 * What those concerned with a case were told, by its letters. A case without one was told at once, as all were before
 * letters waited for review. A letter that was superseded leaves its reader where they were, except that a vacancy closed
 * without an appointment tells them itself.
 *
 * @param closed whether the vacancy is
 * @param letters the oldest first; a state reads those of a candidate who has no letter to a state
 */
export function toldOf(audience: LetterAudience, letters: readonly ToldBy[], closed: boolean): Told {
  const own = letters.filter((letter) => letter.audience === audience);
  const states = (own.length > 0 ? own : letters).map(({ state }) => state);
  const last = states.at(-1) ?? "sent";
  if (last === "sent" || (last === "superseded" && closed)) return "all";
  return states.includes("sent") ? "earlier" : "nothing";
}

/** The letters of a case, the oldest first, as `toldOf` reads them: for queries to load. */
export const TOLD_BY = {
  orderBy: [{ draftedAt: "asc" as const }, { id: "asc" as const }],
  select: { audience: true as const, state: true as const },
};
