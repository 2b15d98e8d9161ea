import { z } from "zod";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { demandsOf, judgedSql } from "./bench-judgement.queries.server.ts";
import { readPosts } from "./demand.queries.server.ts";
import { FIT_GROUPS, type FitGroup } from "./fit.ts";
import { READINESS_LEVELS } from "./readiness.ts";

/** So many of each group are named for a post; the others are behind its link. */
const NAMED = 3;

const named = z.array(
  z.object({
    postId: z.string(),
    id: z.uuid(),
    name: z.string(),
    group: z.enum(FIT_GROUPS),
    level: z.enum(READINESS_LEVELS),
    known: z.boolean(),
  }),
);

/**
 * Who could follow in each post of a mission: women, men and the others apart, so that none hides the others; who is
 * ready soonest first, and of these who is known to meet what the post asks. One statement, whatever the number of posts.
 */
export async function listNextInLine(acronym: string) {
  const posts = await readPosts(acronym);
  const day = today();
  const rows = named.parse(
    await database().$queryRaw<unknown[]>`
    WITH ${judgedSql(demandsOf(posts, day), day)}, grouped AS (
      SELECT j."postId", j."id", j."level", j."meets", p."givenName" || ' ' || p."familyName" AS "name",
        CASE j."gender" WHEN 'woman' THEN 'women' WHEN 'man' THEN 'men' ELSE 'others' END AS "group"
      FROM judged j JOIN "CadreMembership" m ON m."id" = j."id" JOIN "Person" p ON p."id" = m."personId"
      WHERE j."meets" IS NOT FALSE
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY "postId", "group" ORDER BY "level", "meets" IS NULL, "id") AS "nth"
      FROM grouped
    )
    SELECT "postId", "id", "name", "group", "level"::text, "meets" IS NOT NULL AS "known" FROM placed
    WHERE "nth" <= ${NAMED}::int ORDER BY "nth"`,
  );
  return posts.map(({ id, roleKind }) => {
    const of = (group: FitGroup) => rows.filter((row) => row.postId === id && row.group === group);
    return { id, roleKind, women: of("women"), men: of("men"), others: of("others") };
  });
}

export type PostSuccession = Awaited<ReturnType<typeof listNextInLine>>[number];
