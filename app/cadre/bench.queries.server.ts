import { benchOf, coverOf, endsWithinYear } from "./bench.ts";
import { countBehind } from "./bench-count.ts";
import { readPosts } from "./demand.queries.server.ts";
import { readMembers } from "./member-store.queries.server.ts";

export const POSTS_PER_PAGE = 50;

/**
 * Every leadership post with when its term ends and who stands behind it, and how each kind of post is covered. The
 * members are read in one statement, whatever the number of posts.
 *
 * @param acronym of one mission; every one where none is named
 */
export async function readBench(acronym?: string) {
  const [posts, members] = await Promise.all([readPosts(acronym), readMembers()]);
  const { day } = members;
  const behind = countBehind(
    members,
    posts.map(({ id, demand, endsOn }) => ({ id, demand, ends: endsWithinYear(endsOn, day) })),
  );
  const counts = behind.flatMap((kind) => kind.counts);
  const kinds = [...new Map(posts.map(({ roleKindCode, roleKind }) => [roleKindCode, roleKind]))];
  return {
    posts: posts.map(({ demand, ...post }) => ({
      ...post,
      bench: benchOf(counts, post.id),
      endsWithinYear: endsWithinYear(post.endsOn, day),
    })),
    covers: kinds.map(([code, roleKind]) => {
      const ending = posts.filter(
        (one) => one.roleKindCode === code && endsWithinYear(one.endsOn, day),
      ).length;
      const { people = 0, unknown = 0 } = behind.find((one) => one.roleKindCode === code) ?? {};
      const counted = { roleKindCode: code, posts: ending, people, unknown };
      return { ...coverOf(counted), roleKind };
    }),
  };
}

export type Bench = Awaited<ReturnType<typeof readBench>>;
export type BenchPost = Bench["posts"][number];
