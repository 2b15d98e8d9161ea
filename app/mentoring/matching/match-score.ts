import type { MenteeProfile, MentorProfile } from "./match-profile.ts";
import { commonLevel, WORKING_LEVEL } from "./match-rules.ts";

/** The parts of a pair's score, in the order in which they are shown. */
export const SCORE_PARTS = ["role", "mission", "needs", "language", "hours", "preferences"] as const;

/** One part of a pair's score. */
export type ScorePart = (typeof SCORE_PARTS)[number];

/** How much each part counts: whole numbers, 0 or more, not all 0. Points of 100 in the default. */
export type ScoreWeights = Readonly<Record<ScorePart, number>>;

/** Cadre's own default: having held the role and covering the needs count most. The programme may set others. */
export const DEFAULT_WEIGHTS: ScoreWeights = {
  role: 25,
  mission: 20,
  needs: 25,
  language: 10,
  hours: 10,
  preferences: 10,
};

/** Daily overlap, in minutes, from which hours no longer limit a pair: Cadre's own choice. */
export const AMPLE_OVERLAP = 240;

/** A pair's score with its parts. */
export interface PairScore {
  /** Hundredths of a point, 0 to 10,000, rounded half up once, at the end. */
  readonly total: number;
  /**
   * Whole points 0 to 100 each; `null` where nothing was stated to judge by, and the part is left out of the mean.
   */
  readonly parts: Readonly<Record<ScorePart, number | null>>;
}

/**
 * How well a mentor suits a mentee: the weighted mean of METHOD §7, with each part.
 *
 * - role: 100 for the same kind of post held, 50 for another of the same component, else 0;
 * - mission: 100 for the same mission; else 40 for its region plus 40 for a type of mandate in common;
 * - needs: share of the mentee's needs the mentor's topics cover;
 * - language: the best language in common, by the lower of the two levels (of 3);
 * - hours: daily overlap of hours, full at `AMPLE_OVERLAP`;
 * - preferences: mean of the sides that stated a wish. Mentee: 100, 80, 60, 40 for the first to fourth mentor
 *   wished for, 20 after, 0 if not named. Mentor: the share of what was wished for (kind of post, kind of mission,
 *   language, as far as stated) that the mentee meets.
 *
 * A part with nothing stated is left out, not counted 0. The steps within a part are Cadre's own.
 *
 * @param overlap minutes a day in which both can talk (`match-hours.ts`)
 * @throws on weights that are no whole numbers ≥ 0, or are all 0
 */
export function scorePair(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  overlap: number,
  weights: ScoreWeights = DEFAULT_WEIGHTS,
): PairScore {
  const parts = {
    role: rolePart(mentor, mentee),
    mission: missionPart(mentor, mentee),
    needs: needsPart(mentor, mentee),
    language: share(commonLevel(mentor.languages, mentee.languages), 3),
    hours: share(overlap, AMPLE_OVERLAP),
    preferences: preferencePart(mentor, mentee),
  };
  return { total: weightedMean(parts, weights), parts };
}

function weightedMean(parts: PairScore["parts"], weights: ScoreWeights): number {
  const stated = SCORE_PARTS.map((part) => ({ points: parts[part], weight: weights[part] }));
  if (stated.some(({ weight }) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError("Score weights are whole numbers, 0 or more.");
  }
  if (stated.every(({ weight }) => weight === 0))
    throw new RangeError("Some score weight has to be above 0.");
  let [sum, base] = [0, 0];
  for (const { points, weight } of stated) {
    if (points === null) continue;
    sum += weight * points;
    base += weight;
  }
  return base === 0 ? 0 : Math.floor((200 * sum + base) / (2 * base));
}

function rolePart(mentor: MentorProfile, mentee: MenteeProfile): number {
  if (mentor.rolesHeld.some((role) => role.code === mentee.role.code)) return 100;
  return mentor.rolesHeld.some((role) => role.component === mentee.role.component) ? 50 : 0;
}

function missionPart(mentor: MentorProfile, mentee: MenteeProfile): number {
  if (mentor.missionCodes.includes(mentee.missionCode)) return 100;
  const region = mentee.region !== null && mentor.regions.includes(mentee.region);
  const mandate = mentee.mandateTypes.some((type) => mentor.mandateTypes.includes(type));
  return (region ? 40 : 0) + (mandate ? 40 : 0);
}

function needsPart(mentor: MentorProfile, mentee: MenteeProfile): number | null {
  const needs = new Set(mentee.needs);
  if (needs.size === 0) return null;
  return share(
    mentor.topics.filter((topic, i, all) => needs.has(topic) && all.indexOf(topic) === i).length,
    needs.size,
  );
}

const WISH_POINTS = [100, 80, 60, 40];

function preferencePart(mentor: MentorProfile, mentee: MenteeProfile): number | null {
  const sides: number[] = [];
  const place = mentee.preferredMentorIds.indexOf(mentor.id);
  if (mentee.preferredMentorIds.length > 0) sides.push(place < 0 ? 0 : (WISH_POINTS[place] ?? 20));
  const { roleKindCodes, mandateTypes, languageCodes } = mentor.preferences;
  const spoken = mentee.languages.filter(({ level }) => level >= WORKING_LEVEL).map(({ code }) => code);
  const wishes = [
    { wished: roleKindCodes, has: [mentee.role.code] },
    { wished: mandateTypes, has: mentee.mandateTypes },
    { wished: languageCodes, has: spoken },
  ].filter(({ wished }) => wished.length > 0);
  const met = wishes.filter(({ wished, has }) => has.some((one) => wished.includes(one)));
  if (wishes.length > 0) sides.push(share(met.length, wishes.length));
  return sides.length === 0 ? null : sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

/** Whole points of 100, rounded half up, never above 100. */
const share = (part: number, whole: number): number =>
  Math.min(100, Math.floor((200 * part + whole) / (2 * whole)));
