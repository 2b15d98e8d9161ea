/**
 * Scores of alternatives as one weight t moves from 0 to 1 and the others keep their ratios to each other:
 *
 *   score_i(t) = constant_i + slope_i · t + Σ_g part_ig / (seen_g + (1 − seen_g) · t)
 *
 * The fractions come from ratings in which some of the other criteria are missing: only `seen` of their weight is there, and
 * the mean is over what is. Without such ratings scores are straight lines.
 */
export interface MovingScores {
  readonly constant: Float64Array;
  readonly slope: Float64Array;
  /** Above 0, below 1. */
  readonly seen: Float64Array;
  /** alternatives × fractions, row after row. */
  readonly parts: Float64Array;
}

/** Where the first so many change: the weight, and who joins and leaves them beyond it. */
export interface Turn {
  readonly weight: number;
  readonly joining: readonly number[];
  readonly leaving: readonly number[];
}

/** Weights nearer to an end of the scale than this are the end: beyond it there is nothing. */
const EDGE = 1e-12;
/** Values nearer to each other than this, at one weight, are one. */
const SAME = 1e-9;

/**
 * The nearest weight, from `start` to `end` (either way round), beyond which somebody from outside stands above somebody inside: how far
 * one weight may move before the first so many are others (the stability interval of Mareschal 1988, European Journal of
 * Operational Research 33:54–64; the "most critical criterion" of Triantaphyllou & Sánchez 1997, Decision Sciences 28:151–194).
 *
 * For straight lines it is the least of the crossings −(c_i − c_j)/(s_i − s_j) over all pairs, exact. With fractions each pair's
 * first crossing is bracketed by interval arithmetic, which misses none, and halved to the last digits.
 *
 * @param inside alternatives that are each above every one outside at `start`
 * @returns null where nothing changes before the end
 */
export function nearestTurn(
  scores: MovingScores,
  inside: readonly number[],
  start: number,
  end: number,
): Turn | null {
  const within = new Set(inside);
  const outside = Array.from(scores.constant.keys()).filter((i) => !within.has(i));
  const far = end > start ? end - EDGE : end + EDGE;
  const way = Math.sign(far - start);
  const meetings: { readonly upper: number; readonly lower: number; readonly at: number }[] = [];
  let nearest = far;
  for (const upper of inside) {
    for (const lower of outside) {
      const at = firstZero(gapOf(scores, upper, lower), start, nearest);
      if (at === null) continue;
      meetings.push({ upper, lower, at });
      // A little beyond, so that pairs that meet at the same weight are all found.
      nearest = way > 0 ? Math.min(far, at + SAME) : Math.max(far, at - SAME);
    }
  }
  const last = meetings.at(-1);
  if (last === undefined) return null;
  const first = meetings.reduce((least, { at }) => (way * (at - least) < 0 ? at : least), last.at);
  const there = meetings.filter(({ at }) => Math.abs(at - first) <= SAME);
  return turnAt(scores, there, first, way);
}

/** Who goes on beyond a weight at which these pairs meet: of all who meet there, those who rise fastest. */
function turnAt(
  scores: MovingScores,
  pairs: readonly { readonly upper: number; readonly lower: number }[],
  weight: number,
  way: number,
): Turn {
  const uppers = [...new Set(pairs.map(({ upper }) => upper))];
  const lowers = [...new Set(pairs.map(({ lower }) => lower))];
  const rise = new Map(
    [...uppers, ...lowers].map((i) => [i, way * derivativeAt(lineOf(scores, i), scores.seen, weight)]),
  );
  const ordered = [...rise.values()].sort((a, b) => b - a);
  const least = (ordered[uppers.length - 1] ?? 0) - SAME;
  const goesOn = (i: number) => (rise.get(i) ?? 0) >= least;
  return { weight, joining: lowers.filter(goesOn), leaving: uppers.filter((i) => !goesOn(i)) };
}

/** A score, or the difference of two, as a function of the weight. */
interface Line {
  readonly constant: number;
  readonly slope: number;
  readonly parts: Float64Array;
}

const lineOf = ({ constant, slope, seen, parts }: MovingScores, i: number): Line => ({
  constant: constant[i] ?? 0,
  slope: slope[i] ?? 0,
  parts: parts.subarray(i * seen.length, (i + 1) * seen.length),
});

function gapOf(scores: MovingScores, upper: number, lower: number): Line & Pick<MovingScores, "seen"> {
  const [a, b] = [lineOf(scores, upper), lineOf(scores, lower)];
  return {
    seen: scores.seen,
    constant: a.constant - b.constant,
    slope: a.slope - b.slope,
    parts: a.parts.map((part, g) => part - (b.parts[g] ?? 0)),
  };
}

function derivativeAt({ slope, parts }: Line, seen: Float64Array, t: number): number {
  let sum = slope;
  for (let g = 0; g < seen.length; g += 1) {
    const share = seen[g] ?? 1;
    sum -= ((parts[g] ?? 0) * (1 - share)) / (share + (1 - share) * t) ** 2;
  }
  return sum;
}

type Gap = ReturnType<typeof gapOf>;

/** The zero nearest to `start`, on the way to `end`, of a gap that is above 0 at `start`. */
function firstZero(gap: Gap, start: number, end: number): number | null {
  if (gap.seen.length > 0) return bracketed(gap, start, end);
  const zero = -gap.constant / gap.slope;
  const way = Math.sign(end - start);
  // Away from the start the gap must shrink; −0 and 0/0 are no crossing.
  return gap.slope * way < 0 && way * (end - zero) >= 0 ? zero : null;
}

/** Halves the way until on each part the gap is either above 0 throughout or runs one way only. */
function bracketed(gap: Gap, near: number, far: number): number | null {
  const { least, leastSlope, mostSlope } = boundsOver(gap, Math.min(near, far), Math.max(near, far));
  if (least > 0) return null;
  const middle = (near + far) / 2;
  if (leastSlope > 0 || mostSlope < 0) return valueAt(gap, far) > 0 ? null : halved(gap, near, far);
  if (Math.abs(far - near) < EDGE) return valueAt(gap, far) > 0 ? null : far;
  return bracketed(gap, near, middle) ?? bracketed(gap, middle, far);
}

function valueAt({ constant, slope, parts, seen }: Gap, t: number): number {
  let sum = constant + slope * t;
  for (let g = 0; g < seen.length; g += 1) {
    const share = seen[g] ?? 1;
    sum += (parts[g] ?? 0) / (share + (1 - share) * t);
  }
  return sum;
}

function halved(gap: Gap, near: number, far: number): number {
  let [above, below] = [near, far];
  for (let step = 0; step < 60; step += 1) {
    const middle = (above + below) / 2;
    if (valueAt(gap, middle) > 0) above = middle;
    else below = middle;
  }
  return below;
}

/** Bounds of a gap and of its derivative between two weights: each fraction runs one way, so its ends bound it. */
function boundsOver({ constant, slope, parts, seen }: Gap, low: number, high: number) {
  let least = constant + Math.min(slope * low, slope * high);
  let [leastSlope, mostSlope] = [slope, slope];
  for (let g = 0; g < seen.length; g += 1) {
    const share = seen[g] ?? 1;
    const part = parts[g] ?? 0;
    const [atLow, atHigh] = [1 / (share + (1 - share) * low), 1 / (share + (1 - share) * high)];
    least += Math.min(part * atLow, part * atHigh);
    const [fallLow, fallHigh] = [-part * (1 - share) * atLow ** 2, -part * (1 - share) * atHigh ** 2];
    leastSlope += Math.min(fallLow, fallHigh);
    mostSlope += Math.max(fallLow, fallHigh);
  }
  return { least, leastSlope, mostSlope };
}
