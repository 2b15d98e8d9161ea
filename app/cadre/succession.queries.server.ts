import { database } from "#app/platform/database.server.ts";
import { nextBehind } from "./bench-count.ts";
import { readPosts } from "./demand.queries.server.ts";
import type { FitGroup } from "./fit.ts";
import { readMembers } from "./member-store.queries.server.ts";

/** So many of each group are named for a post; the others are behind its link. */
const NAMED = 3;

/**
 * Who could follow in each post of a mission: women, men and the others apart, so that none hides the others; who is
 * ready soonest first, and of these who is known to meet what the post asks. As many statements whatever the number of posts.
 */
export async function listNextInLine(acronym: string) {
  const [posts, members] = await Promise.all([readPosts(acronym), readMembers()]);
  const next = posts.map((post) => ({ ...post, followers: nextBehind(members, post.demand, NAMED) }));
  const people = await database().cadreMembership.findMany({
    where: { id: { in: next.flatMap(({ followers }) => followers.map(({ membershipId }) => membershipId)) } },
    select: { id: true, person: { select: { givenName: true, familyName: true } } },
  });
  const nameOf = new Map(
    people.map(({ id, person }) => [id, `${person.givenName} ${person.familyName}`] as const),
  );
  return next.map(({ id: postId, roleKind, followers }) => {
    const rows = followers.flatMap(({ membershipId: id, ...one }) => {
      const name = nameOf.get(id);
      return name === undefined ? [] : [{ postId, id, name, ...one }];
    });
    const of = (group: FitGroup) => rows.filter((row) => row.group === group);
    return { id: postId, roleKind, women: of("women"), men: of("men"), others: of("others") };
  });
}

export type PostSuccession = Awaited<ReturnType<typeof listNextInLine>>[number];
