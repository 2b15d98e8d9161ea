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
 */
export function explainMatching(problem: MatchProblem, matching: Matching): readonly Explanation[] {
  const arena = solvedArena(problem, matching);
  const rows = new Map(arena.rowIds.map((id, row) => [id, row]));
  const mentorOf = new Map(matching.pairs.map((pair) => [pair.menteeId, pair.mentorId]));
  return problem.menteeIds.map((menteeId, index) => {
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
        cost: row === undefined ? null : costOfGranting(arena, row, best.mentorId),
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

function costOfGranting(arena: Arena, row: number, mentorId: string): Cost | null {
  const column = arena.columnIds.indexOf(mentorId);
  const whole = slack(arena, row, column) + wayBack(arena, row, column);
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
 * Length of the cheapest way from a column that has one row too many to the place the given row leaves; infinite
 * where there is none. One node stands for the outside (staying without a mentor, or a spare place).
 */
function wayBack(arena: Arena, row: number, start: number): number {
  const outside = arena.columnIds.length;
  const present = at(arena.mate, row);
  const distance = new Float64Array(outside + 1).fill(Number.POSITIVE_INFINITY);
  const settled = new Uint8Array(outside + 1);
  distance[present < 0 ? outside : present] = 0;
  const shorten = (node: number, length: number) => {
    if (length < at(distance, node)) distance[node] = length;
  };
  for (;;) {
    const node = nearestOpen(distance, settled);
    if (node < 0 || node === start) return at(distance, start);
    settled[node] = 1;
    if (node === outside) intoOutside(arena, row, at(distance, node), shorten);
    else intoColumn(arena, row, node, at(distance, node), shorten);
  }
}

function nearestOpen(distance: Float64Array, settled: Uint8Array): number {
  let best = -1;
  for (let node = 0; node < distance.length; node += 1) {
    if (settled[node] === 1 || at(distance, node) === Number.POSITIVE_INFINITY) continue;
    if (best < 0 || at(distance, node) < at(distance, best)) best = node;
  }
  return best;
}

type Shorten = (node: number, length: number) => void;

function intoOutside(arena: Arena, row: number, base: number, shorten: Shorten): void {
  for (let column = 0; column < arena.columnIds.length; column += 1) {
    const load = at(arena.load, column);
    if (load >= at(arena.room, column)) continue;
    shorten(column, base + marginal(arena, column, load + 1) - at(arena.price, column));
  }
  arena.mate.forEach((from, mover) => {
    if (from >= 0 && mover !== row) shorten(from, base + at(arena.gain, mover));
  });
}

function intoColumn(arena: Arena, row: number, column: number, base: number, shorten: Shorten): void {
  const outside = arena.columnIds.length;
  const load = at(arena.load, column);
  if (load > 0) shorten(outside, base + at(arena.price, column) - marginal(arena, column, load));
  arena.mate.forEach((from, mover) => {
    if (mover === row || from === column) return;
    const length = slack(arena, mover, column);
    if (length < Number.POSITIVE_INFINITY) shorten(from < 0 ? outside : from, base + length);
  });
}
