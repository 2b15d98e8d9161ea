import { ok, type Result } from "#app/access/result.ts";
import { type Arena, at, layOut } from "./match-arena.ts";
import { placeEverybody } from "./match-flow.ts";
import {
  byId,
  checkProblem,
  type Matching,
  type MatchPair,
  type MatchProblem,
  type PinRefusal,
} from "./match-problem.ts";
import { settleTies } from "./match-ties.ts";

/**
 * The best assignment of mentors to mentees, exactly: most mentees matched, then the highest total score, then the
 * most even load of the mentors (least sum of squared loads, pairs already held counted in; METHOD §7).
 *
 * Where several are equally good in all three, the stated order decides: mentees by id, each in turn gets the first
 * mentor by id that a best assignment still allows. So the answer depends on the problem alone, not on the order of
 * its rows. The dual values come along as the certificate that `verifyMatching` checks.
 *
 * @param onPlaced told after each mentee how many have been looked at
 * @returns the matching, or a refusal naming the pinned pair that cannot hold
 * @throws on a malformed problem (see `checkProblem`) or one too large for exact whole numbers (see `layOut`)
 */
export function solveMatching(
  problem: MatchProblem,
  onPlaced?: (placed: number) => void,
): Result<Matching, PinRefusal> {
  const checked = checkProblem(problem);
  if (!checked.ok) return checked;
  const arena = layOut(problem);
  placeEverybody(arena, onPlaced);
  settleTies(arena);
  return ok(readOff(problem, arena));
}

function readOff(problem: MatchProblem, arena: Arena): Matching {
  const found = arena.rowIds.flatMap((menteeId, row): MatchPair[] => {
    const mentorId = arena.columnIds[at(arena.mate, row)];
    return mentorId === undefined ? [] : [{ menteeId, mentorId }];
  });
  const pairs = [...found, ...problem.pinned].sort((a, b) => byId(a.menteeId, b.menteeId));
  const loads = arena.columnIds.map((_, column) => at(arena.held, column) + at(arena.load, column));
  return {
    pairs: pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
    unmatched: arena.rowIds.filter((_, row) => at(arena.mate, row) < 0),
    score: pairs.reduce((sum, pair) => sum + scoreOf(problem, pair), 0),
    spread: loads.reduce((sum, load) => sum + load * load, 0),
    certificate: {
      unitMatch: arena.unitMatch,
      unitScore: arena.unitScore,
      gain: Object.fromEntries(arena.rowIds.map((id, row) => [id, at(arena.gain, row)])),
      price: Object.fromEntries(arena.columnIds.map((id, column) => [id, at(arena.price, column)])),
    },
  };
}

function scoreOf(problem: MatchProblem, pair: MatchPair): number {
  const column = problem.mentors.findIndex((mentor) => mentor.id === pair.mentorId);
  return problem.scores[problem.menteeIds.indexOf(pair.menteeId)]?.[column] ?? 0;
}
