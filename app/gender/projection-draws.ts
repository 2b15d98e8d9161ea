import { createGenerator } from "#app/statistics/generator.ts";
import { type Assumptions, openings, type ProjectedPost } from "./projected-post.ts";

interface Change {
  readonly post: number;
  /** Who follows, where it is known; undefined: an opening. */
  readonly woman?: boolean | null;
}

/** What was found over all paths. */
export interface DrawnPaths {
  /** For each month the distribution of the number of women; empty where paths were followed to the target alone. */
  readonly women: readonly Float64Array[];
  /** For each month the part of the paths that has reached what is needed in it or before. */
  readonly everReached: Float64Array;
}

/**
 * Draws whole paths of who follows whom, seeded: the same seed gives the same paths to the last digit.
 *
 * @param needed the women needed in each month from 0 to the horizon
 * @param until `target`: each path only until it is there, which is enough for the first time; `horizon`: all the way
 */
export function drawPaths(
  posts: readonly ProjectedPost[],
  assumptions: Assumptions,
  needed: readonly number[],
  { seed, draws }: { readonly seed: number; readonly draws: number },
  until: "target" | "horizon",
): DrawnPaths {
  const { renewal, share } = assumptions;
  const generator = createGenerator(seed);
  const changes = changesByMonth(posts, assumptions);
  const women = until === "target" ? [] : needed.map(() => new Float64Array(posts.length + 1));
  const firstIn = new Float64Array(needed.length);
  const first = posts.map(({ holders }) => holders[0]?.woman ?? null);
  const startCount = first.filter((woman) => woman === true).length;
  const weight = 1 / draws;
  for (let draw = 0; draw < draws; draw += 1) {
    const held = [...first];
    let count = startCount;
    let reached = false;
    for (const [month, least] of needed.entries()) {
      for (const { post, woman } of changes[month] ?? []) {
        const before = held[post] ?? null;
        const opening = woman === undefined;
        if (opening && before !== null && generator.next() < renewal) continue;
        const next = opening ? generator.next() < share : woman;
        held[post] = next;
        count += Number(next === true) - Number(before === true);
      }
      if (!reached && count >= least) {
        reached = true;
        firstIn[month] = (firstIn[month] ?? 0) + weight;
        if (until === "target") break;
      }
      const distribution = women[month];
      if (distribution) distribution[count] = (distribution[count] ?? 0) + weight;
    }
  }
  let sum = 0;
  const everReached = firstIn.map((part) => {
    sum += part;
    return Math.min(1, sum);
  });
  return { women, everReached };
}

function changesByMonth(
  posts: readonly ProjectedPost[],
  assumptions: Assumptions,
): readonly (readonly Change[])[] {
  const changes: Change[][] = Array.from({ length: assumptions.horizon + 1 }, () => []);
  for (const [post, { holders }] of posts.entries()) {
    for (const { from, woman } of holders.slice(1)) changes[from]?.push({ post, woman });
  }
  for (const [post, one] of posts.entries()) {
    for (const month of openings(one, assumptions)) changes[month]?.push({ post });
  }
  return changes;
}
