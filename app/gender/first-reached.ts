import {
  type Assumptions,
  firstOpening,
  knownChanges,
  openings,
  type ProjectedPost,
} from "./projected-post.ts";

interface Step {
  readonly month: number;
  readonly more: number;
  readonly fewer: number;
  /** A change that is known: certain, and of so many women. */
  readonly known: number;
}

/**
 * How likely the number of women has reached what is needed by each month, exactly: a chain over the openings in their
 * order, in which a path that is at the target leaves (METHOD §10; O(n²) for n posts). Each opening changes the number by
 * what is known of its post alone, which holds only while no post opens a second time: then who holds it hangs on the
 * path, and the answer is null.
 *
 * @param needed the women needed in each month from 0 to the horizon
 */
export function firstReached(
  posts: readonly ProjectedPost[],
  assumptions: Assumptions,
  needed: readonly number[],
): Float64Array | null {
  const opened = posts.map((post) => ({ post, months: openings(post, assumptions) }));
  if (opened.some(({ months }) => months.length > 1)) return null;
  const steps = opened.flatMap(({ post, months }): readonly Step[] => [
    ...knownChanges(post).map(({ month, change }) => ({ month, more: 0, fewer: 0, known: change })),
    ...months.map((month) => ({ month, ...firstOpening(post, assumptions), known: 0 })),
  ]);
  let women = new Float64Array(posts.length + 1);
  women[posts.filter(({ holders }) => holders[0]?.woman === true).length] = 1;
  const reached = new Float64Array(needed.length);
  let gone = 0;
  for (let month = 0; month < needed.length; month += 1) {
    for (const step of steps) if (step.month === month) women = after(women, step);
    for (let count = needed[month] ?? 0; count < women.length; count += 1) {
      gone += women[count] ?? 0;
      women[count] = 0;
    }
    reached[month] = Math.min(1, gone);
  }
  return reached;
}

/** The number of women after one step. */
function after(women: Float64Array, { more, fewer, known }: Step): Float64Array<ArrayBuffer> {
  const next = new Float64Array(women.length);
  for (const [count, probability] of women.entries()) {
    if (probability === 0) continue;
    const from = count + known;
    for (const [to, part] of [
      [from, 1 - more - fewer],
      [from + 1, more],
      [from - 1, fewer],
    ] as const) {
      if (part > 0) next[to] = (next[to] ?? 0) + probability * part;
    }
  }
  return next;
}
