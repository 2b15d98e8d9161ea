import type { MatchProblem } from "#app/mentoring/matching/match-problem.ts";
import type { MenteeProfile, MentorProfile } from "#app/mentoring/matching/match-profile.ts";
import { DEFAULT_WEIGHTS } from "#app/mentoring/matching/match-score.ts";
import type { RunInput } from "#app/mentoring/matching/match-solve.ts";
import { TOPICS } from "#app/mentoring/pool/mentor.ts";
import { createGenerator } from "#app/statistics/generator.ts";

interface Size {
  readonly mentees: number;
  readonly mentors: number;
}

const SEED = 20261129;
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, n) => `${letter}${n}`);

/** A problem of a size, a share of its pairs allowed, scores and places at random. */
export function randomProblem({ mentees, mentors, share }: Size & { readonly share: number }): MatchProblem {
  const chance = createGenerator(SEED);
  return {
    menteeIds: ids("e", mentees),
    mentors: ids("m", mentors).map((id) => ({ id, capacity: 1 + chance.nextBelow(3), held: 0 })),
    scores: ids("e", mentees).map(() =>
      ids("m", mentors).map(() => (chance.nextBelow(1000) < share * 1000 ? chance.nextBelow(10_001) : null)),
    ),
    pinned: [],
  };
}

/** The facts of a run of a size: people of many states, languages, zones, posts and topics. */
export function randomInput({ mentees, mentors }: Size): RunInput {
  const chance = createGenerator(SEED);
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[chance.nextBelow(list.length)];
    if (picked === undefined) throw new Error("The list is empty.");
    return picked;
  };
  const some = <T>(list: readonly T[], count: number) => [
    ...new Set(Array.from({ length: count }, () => pick(list))),
  ];
  const states = ids("S", 120);
  const missions = ids("UN", 20);
  const roles = ids("role", 12).map((code, n) => ({
    code,
    component: ["civilian", "military", "police"][n % 3] ?? "",
  }));
  const zones = ["UTC", "Africa/Nairobi", "America/New_York", "Asia/Kathmandu", "Europe/Paris"];
  const side = (id: string) => ({
    ...{ id, personId: `p-${id}`, stateCodes: [pick(states)], timeZone: pick(zones) },
    ...{ hours: { from: 480, to: 1080 }, acceptsSameState: false },
    languages: some(["en", "fr", "es", "ar"], 2).map((code) => ({ code, level: 2 + chance.nextBelow(2) })),
  });
  return {
    today: "2026-12-01",
    ...{ open: [], declined: [] },
    facts: {
      ties: [],
      programme: { startsOn: "2026-12-01", endsOn: "2027-12-01" },
      ...{ weights: DEFAULT_WEIGHTS, pinned: [] },
      mentors: ids("m", mentors).map(
        (id): MentorProfile => ({
          ...side(id),
          ...{ capacity: 1 + chance.nextBelow(3), activePairs: 0, rolesHeld: some(roles, 2) },
          ...{ missionCodes: some(missions, 2), regions: [], mandateTypes: ["peacekeeping"] },
          topics: some(TOPICS, 6),
          availability: [{ startsOn: "2026-01-01", endsOn: "2030-01-01" }],
          absences: [],
          preferences: { roleKindCodes: [], mandateTypes: [], languageCodes: [] },
        }),
      ),
      mentees: ids("e", mentees).map(
        (id): MenteeProfile => ({
          ...side(id),
          ...{ role: pick(roles), missionCode: pick(missions), region: null, mandateTypes: ["peacekeeping"] },
          ...{ hostConflictStateCodes: [pick(states)], needs: some(TOPICS, 4) },
          ...{ preferredMentorIds: [], avoidMentorIds: [] },
        }),
      ),
    },
  };
}
