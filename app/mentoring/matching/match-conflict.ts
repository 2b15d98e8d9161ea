import { z } from "zod";
import type { MatchPair } from "./match-problem.ts";
import type { PreparedMatching } from "./match-proposal.ts";
import { RULE_CODES } from "./match-rules.ts";

const pair = z.object({ menteeId: z.string(), mentorId: z.string() });

/**
 * Pairs that cannot hold together, as few as contradict: with any one of them lifted, or the rule, the place or the
 * answer named beside them given way, this contradiction is gone.
 */
export const pinConflictSchema = z.object({
  /**
   * - rule: a hard rule excludes the pinned pair (`rules`);
   * - pool: its mentor is not available for pairs;
   * - declined: one of the two has declined the pair;
   * - twice: one mentee is held to two mentors;
   * - capacity: a mentor is held to more mentees than have a place (`places`).
   */
  kind: z.enum(["rule", "pool", "declined", "twice", "capacity"]),
  pairs: z.array(pair),
  /** Which of the pairs hold because a side has accepted them, not by the secretariat's hand. */
  accepted: z.array(pair),
  rules: z.array(z.enum(RULE_CODES)),
  /** Free places of the mentor, of `capacity`; null for the other kinds. */
  places: z.number().nullable(),
});
export type PinConflict = z.infer<typeof pinConflictSchema>;

/** What was given by hand and by answers, to be looked at together. */
interface Held {
  readonly pinned: readonly MatchPair[];
  /** Pairs that one side has accepted and the other may still accept. */
  readonly accepted: readonly MatchPair[];
  readonly declined: readonly MatchPair[];
}

/**
 * Why pinned pairs cannot hold: every contradiction, each as small as it can be. Pinned pairs meet nothing else than
 * hard rules, each other and places, so that these small sets are all there are: a matching with every pin exists if and
 * only if the list is empty (then the pins alone are one, and staying without a mentor is open to everybody else).
 *
 * @param prepared without the pins taken into its problem; a pin of a mentee it does not know is moot and left out
 */
export function findPinConflicts(prepared: PreparedMatching, held: Held): readonly PinConflict[] {
  const { problem, findings } = prepared;
  const pinned = unique(held.pinned).filter(({ menteeId }) => problem.menteeIds.includes(menteeId));
  const isPinned = new Set(pinned.map(keyOf));
  const accepted = unique(held.accepted).filter((one) => !isPinned.has(keyOf(one)));
  const declined = new Set(held.declined.map(keyOf));
  const none = { accepted: [] as MatchPair[], rules: [], places: null };
  const single = pinned.flatMap((one): PinConflict[] => {
    const column = problem.mentors.findIndex(({ id }) => id === one.mentorId);
    if (column < 0) return [{ kind: "pool", pairs: [one], ...none }];
    if (declined.has(keyOf(one))) return [{ kind: "declined", pairs: [one], ...none }];
    // A place too few is said with everybody who takes one, below.
    const rules = (findings[problem.menteeIds.indexOf(one.menteeId)]?.[column]?.excludedBy ?? []).filter(
      (code) => code !== "noFreePlace",
    );
    return rules.length > 0 ? [{ kind: "rule", pairs: [one], ...none, rules: [...rules] }] : [];
  });
  const all = [...pinned, ...accepted];
  const acceptedIn = (pairs: readonly MatchPair[]) => pairs.filter((one) => accepted.includes(one));
  const twice = problem.menteeIds.flatMap((menteeId): PinConflict[] => {
    const pairs = all.filter((one) => one.menteeId === menteeId).slice(0, 2);
    if (pairs.length < 2) return [];
    return [{ kind: "twice", ...none, pairs, accepted: acceptedIn(pairs) }];
  });
  const over = problem.mentors.flatMap(({ id, capacity }): PinConflict[] => {
    const pairs = all.filter(({ mentorId }) => mentorId === id).slice(0, capacity + 1);
    if (pairs.length <= capacity) return [];
    return [{ kind: "capacity", ...none, pairs, accepted: acceptedIn(pairs), places: capacity }];
  });
  return [...single, ...twice, ...over];
}

const keyOf = ({ menteeId, mentorId }: MatchPair): string => `${menteeId} ${mentorId}`;

/** The pairs, each once. */
const unique = (pairs: readonly MatchPair[]): readonly MatchPair[] => [
  ...new Map(
    pairs.map(({ menteeId, mentorId }) => [keyOf({ menteeId, mentorId }), { menteeId, mentorId }]),
  ).values(),
];
