import { type Assumptions, isFilled, openings, type ProjectedPost } from "#app/gender/projected-post.ts";

/** One way in which everything may go: who holds each post in each month, and how likely that is. */
interface Path {
  readonly probability: number;
  readonly women: readonly number[];
}

/** Every way a post may go, by trying each answer at each opening: for a handful of posts only. */
function waysOf(post: ProjectedPost, { renewal, share, ...ahead }: Assumptions) {
  const opens = new Set(openings(post, { renewal, share, ...ahead }));
  let ways: { probability: number; held: (boolean | null)[] }[] = [{ probability: 1, held: [] }];
  for (let month = 0; month <= ahead.horizon; month += 1) {
    const known = post.holders.findLast(({ from }) => from === month);
    ways = ways.flatMap(({ probability, held }) => {
      const before = held.at(-1) ?? null;
      const now = known ? known.woman : before;
      if (!opens.has(month)) return [{ probability, held: [...held, now] }];
      const stays = now === null ? 0 : renewal;
      return [
        { probability: probability * stays, held: [...held, now] },
        { probability: probability * (1 - stays) * share, held: [...held, true] },
        { probability: probability * (1 - stays) * (1 - share), held: [...held, false] },
      ].filter((way) => way.probability > 0);
    });
  }
  return ways;
}

/** Every path of all posts together. */
function pathsOf(posts: readonly ProjectedPost[], assumptions: Assumptions): readonly Path[] {
  const none: Path = { probability: 1, women: Array.from({ length: assumptions.horizon + 1 }, () => 0) };
  return posts.reduce<readonly Path[]>(
    (paths, post) =>
      paths.flatMap((path) =>
        waysOf(post, assumptions).map(({ probability, held }) => ({
          probability: path.probability * probability,
          women: path.women.map((count, month) => count + Number(held[month] === true)),
        })),
      ),
    [none],
  );
}

/** What a projection should say, by adding up the paths. */
export function bruteForce(posts: readonly ProjectedPost[], assumptions: Assumptions, target: number) {
  const paths = pathsOf(posts, assumptions);
  const filled = Array.from(
    { length: assumptions.horizon + 1 },
    (_, month) => posts.filter((post) => isFilled(post, month)).length,
  );
  const at = ({ women }: Path, month: number) => {
    const all = filled[month] ?? 0;
    return all > 0 && (women[month] ?? 0) >= target * all - 1e-9;
  };
  const sum = (chosen: readonly Path[]) => chosen.reduce((total, { probability }) => total + probability, 0);
  return filled.map((all, month) => ({
    expected:
      all === 0
        ? 0
        : paths.reduce((total, { probability, women }) => total + probability * (women[month] ?? 0), 0) / all,
    atTarget: sum(paths.filter((path) => at(path, month))),
    everAtTarget: sum(
      paths.filter((path) => Array.from({ length: month + 1 }, (_, one) => one).some((one) => at(path, one))),
    ),
  }));
}
