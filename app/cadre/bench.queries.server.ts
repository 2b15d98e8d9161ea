import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { benchOf, coverOf, endsWithinYear } from "./bench.ts";
import { demandsOf, judgedSql } from "./bench-judgement.queries.server.ts";
import { readPosts } from "./demand.queries.server.ts";
import { READINESS_LEVELS } from "./readiness.ts";

export const POSTS_PER_PAGE = 50;

const counted = z.array(
  z.object({
    /** Of the counts behind one post. */
    postId: z.string().nullable(),
    /** Of the people behind the posts of a kind that end within a year. */
    roleKindCode: z.string().nullable(),
    level: z.enum(READINESS_LEVELS).nullable(),
    gender: z.enum(GENDERS).nullable(),
    meets: z.boolean().nullable(),
    people: z.number().int(),
  }),
);

/**
 * Every leadership post with when its term ends and who stands behind it, and how each kind of post is covered. The
 * members are counted in one statement, whatever the number of posts.
 *
 * @param acronym of one mission; every one where none is named
 */
export async function readBench(acronym?: string) {
  const posts = await readPosts(acronym);
  const day = today();
  const demands = demandsOf(posts, day);
  const rows = counted.parse(
    await database().$queryRaw<unknown[]>`
    WITH ${judgedSql(demands, day)}
    SELECT "postId", NULL AS "roleKindCode", "level"::text, "gender"::text, "meets", count(*)::int AS "people"
    FROM judged GROUP BY 1, 3, 4, 5
    UNION ALL
    SELECT NULL, "roleKindCode", NULL, NULL, "meets", count(*)::int FROM (
      SELECT "roleKindCode", "id", bool_or("meets") AS "meets" FROM judged
      WHERE "ends" AND "level" = 'now' AND "meets" IS DISTINCT FROM false GROUP BY 1, 2
    ) behind GROUP BY 2, 5`,
  );
  const counts = rows.flatMap(({ postId, level, gender, meets, people }) =>
    postId && level && gender ? [{ postId, level, gender, meets, people }] : [],
  );
  const kinds = [...new Map(posts.map(({ roleKindCode, roleKind }) => [roleKindCode, roleKind]))];
  return {
    posts: posts.map(({ demand, ...post }) => ({
      ...post,
      bench: benchOf(counts, post.id),
      endsWithinYear: endsWithinYear(post.endsOn, day),
    })),
    covers: kinds.map(([code, roleKind]) => {
      const ending = demands.filter((one) => one.roleKindCode === code && one.ends).length;
      const people = (meets: true | null) =>
        rows.find((one) => one.roleKindCode === code && one.meets === meets)?.people ?? 0;
      const counted = { roleKindCode: code, posts: ending, people: people(true), unknown: people(null) };
      return { ...coverOf(counted), roleKind };
    }),
  };
}

export type Bench = Awaited<ReturnType<typeof readBench>>;
export type BenchPost = Bench["posts"][number];
