import { type Arena, at, layOut, marginal, slack } from "./match-arena.ts";
import type { Matching, MatchProblem } from "./match-problem.ts";

/**
 * What the whole would lose if a wish were granted; each part may also be negative where an earlier part is a loss.
 */
export interface Cost {
  /** Mentees fewer matched. */
  readonly matched: number;
  /** Score less, in the problem's units. */
  readonly score: number;
  /** Sum of squared loads more. */
  readonly spread: number;
}

/**
 * A mentor a mentee has not been given, and what granting it would cost; `null` where the pinned pairs rule it out.
 */
export interface Alternative {
  readonly mentorId: string;
  readonly score: number;
  readonly cost: Cost | null;
}

/** Why a mentee has whom they have. */
export interface Explanation {
  readonly menteeId: string;
  readonly mentorId: string | null;
  readonly score: number | null;
  readonly pinned: boolean;
  /** Of all other mentors allowed, the one that scores highest with this mentee; `null` where there is none. */
  readonly nextBest: Alternative | null;
}

/**
 * For each mentee, the next best mentor and the exact price to the whole of granting it.
 *
 * The price is the fall of the best attainable assignment when the pair is forced: its slack plus the shortest way
 * by which the displaced can be led to the place that falls free, under the certificate's reduced costs (all ≥ 0,
 * hence Dijkstra's algorithm). So it equals what solving again with the pair pinned would show, at one search a
 * mentee. Highest-scoring alternatives are taken in the stated order of ids when they tie. Pinned mentees have no
 * price (`cost: null`).
 *
 * @param onMentee told of each mentee as their prices are found
 */
export function explainMatching(
  problem: MatchProblem,
  matching: Matching,
  onMentee: () => void = () => {},
): readonly Explanation[] {
  const arena = solvedArena(problem, matching);
  const costs = stepCosts(arena);
  const rows = new Map(arena.rowIds.map((id, row) => [id, row]));
  const mentorOf = new Map(matching.pairs.map((pair) => [pair.menteeId, pair.mentorId]));
  return problem.menteeIds.map((menteeId, index) => {
    onMentee();
    const mentorId = mentorOf.get(menteeId) ?? null;
    const row = rows.get(menteeId);
    const scores = problem.scores[index] ?? [];
    const best = bestOther(problem, scores, mentorId);
    return {
      menteeId,
      mentorId,
      score: scores[problem.mentors.findIndex((mentor) => mentor.id === mentorId)] ?? null,
      pinned: row === undefined,
      nextBest: best && {
        ...best,
        cost: row === undefined ? null : costOfGranting(arena, costs, row, best.mentorId),
      },
    };
  });
}

function bestOther(problem: MatchProblem, scores: readonly (number | null)[], given: string | null) {
  let best: { mentorId: string; score: number } | null = null;
  for (const [column, { id }] of problem.mentors.entries()) {
    const score = scores[column] ?? null;
    if (score === null || id === given) continue;
    if (best === null || score > best.score || (score === best.score && id < best.mentorId)) {
      best = { mentorId: id, score };
    }
  }
  return best;
}

function solvedArena(problem: MatchProblem, matching: Matching): Arena {
  const arena = layOut(problem);
  const columns = new Map(arena.columnIds.map((id, column) => [id, column]));
  const mentorOf = new Map(matching.pairs.map((pair) => [pair.menteeId, pair.mentorId]));
  arena.rowIds.forEach((id, row) => {
    const column = columns.get(mentorOf.get(id) ?? "") ?? -1;
    arena.mate[row] = column;
    if (column >= 0) arena.load[column] = at(arena.load, column) + 1;
    arena.gain[row] = matching.certificate.gain[id] ?? Number.NaN;
  });
  arena.columnIds.forEach((id, column) => {
    arena.price[column] = matching.certificate.price[id] ?? Number.NaN;
  });
  return arena;
}

function costOfGranting(arena: Arena, costs: Float64Array, row: number, mentorId: string): Cost | null {
  const column = arena.columnIds.indexOf(mentorId);
  const whole = slack(arena, row, column) + wayBack(arena, costs, row, column);
  return Number.isFinite(whole) ? readBack(arena, whole) : null;
}

/** Takes a whole-number difference apart into the three aims; the units leave room for a part of either sign. */
function readBack(arena: Arena, whole: number): Cost {
  const matched = nearestWhole(whole / arena.unitMatch);
  const rest = whole - matched * arena.unitMatch;
  const score = nearestWhole(rest / arena.unitScore);
  return { matched, score, spread: rest - score * arena.unitScore };
}

/** Nothing lost is 0, never the −0 that rounding leaves. */
const nearestWhole = (value: number): number => Math.round(value) + 0;

/**
 * What one step costs that leads somebody out of a column into another: nodes × nodes, the node entered first; infinite where
 * there is none. The last node stands for the outside (staying without a mentor, or a spare place). Found once a matching:
 * of all who could take the step only the cheapest counts.
 */
function stepCosts(arena: Arena): Float64Array {
  const outside = arena.columnIds.length;
  const nodes = outside + 1;
  const costs = new Float64Array(nodes * nodes).fill(Number.POSITIVE_INFINITY);
  const cheapen = (into: number, from: number, cost: number) => {
    const place = into * nodes + from;
    if (cost < at(costs, place)) costs[place] = cost;
  };
  arena.mate.forEach((mate, mover) => {
    const from = mate < 0 ? outside : mate;
    for (let into = 0; into < outside; into += 1)
      if (into !== from) cheapen(into, from, slack(arena, mover, into));
    if (mate >= 0) cheapen(outside, from, at(arena.gain, mover));
  });
  for (let column = 0; column < outside; column += 1) {
    const load = at(arena.load, column);
    const price = at(arena.price, column);
    if (load < at(arena.room, column)) cheapen(outside, column, marginal(arena, column, load + 1) - price);
    if (load > 0) cheapen(column, outside, price - marginal(arena, column, load));
  }
  return costs;
}

/**
 * Length of the cheapest way from a column that has one row too many to the place the given row leaves; infinite
 * where there is none. The row itself needs no leaving out: its steps lead out of the place where the way ends.
 */
function wayBack(arena: Arena, costs: Float64Array, row: number, start: number): number {
  const nodes = arena.columnIds.length + 1;
  const present = at(arena.mate, row);
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const settled = new Uint8Array(nodes);
  distance[present < 0 ? nodes - 1 : present] = 0;
  for (;;) {
    const node = nearestOpen(distance, settled);
    if (node < 0 || node === start) return at(distance, start);
    settled[node] = 1;
    const base = at(distance, node);
    for (let from = 0; from < nodes; from += 1) {
      const length = base + at(costs, node * nodes + from);
      if (length < at(distance, from)) distance[from] = length;
    }
  }
}

function nearestOpen(distance: Float64Array, settled: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < distance.length; node += 1) {
    const length = at(distance, node);
    if (settled[node] === 0 && length < least) {
      best = node;
      least = length;
    }
  }
  return best;
}
