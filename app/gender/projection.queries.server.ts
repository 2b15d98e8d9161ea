import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import type { ProjectedList } from "./projection-query.ts";
import { readTargets } from "./target.queries.server.ts";

/** Which kinds of post a list is of. */
const kindsIn = (list: ProjectedList) =>
  list === "headsAndDeputies"
    ? { OR: [{ isHead: true }, { isDeputy: true }] }
    : list === "heads"
      ? { isHead: true }
      : { isDeputy: true };

/**
 * The posts of a list in missions that run, each with the terms that are not over, by their start; acting leaders are
 * counted apart and fill no post.
 */
export async function readProjectionPosts(list: ProjectedList, today: string) {
  const posts = await database().post.findMany({
    where: {
      roleKind: kindsIn(list),
      mission: { OR: [{ endsOn: null }, { endsOn: { gt: new Date(today) } }] },
    },
    orderBy: { id: "asc" },
    select: {
      appointments: {
        where: { endsOn: { gte: new Date(today) } },
        orderBy: { startsOn: "asc" },
        select: { startsOn: true, endsOn: true, acting: true, person: { select: { gender: true } } },
      },
    },
  });
  const acting = posts
    .flatMap(({ appointments }) => appointments)
    .filter((one) => one.acting && dayOf(one.startsOn) <= today).length;
  const terms = posts.map(({ appointments }) =>
    appointments
      .filter((one) => !one.acting)
      .map(({ startsOn, endsOn, person: { gender } }) => ({
        ...{ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), gender },
      })),
  );
  return { terms, acting };
}

/** Women and men among those appointed to posts of a list in a stretch of days; acting leaders are left out. */
export async function countAppointedTo(list: ProjectedList, from: string, to: string) {
  const appointed = await database().appointment.findMany({
    where: {
      acting: false,
      startsOn: { gt: new Date(from), lte: new Date(to) },
      post: { roleKind: kindsIn(list) },
    },
    select: { person: { select: { gender: true } } },
  });
  const of = (gender: "woman" | "man") => appointed.filter((one) => one.person.gender === gender).length;
  return { women: of("woman"), men: of("man") };
}

/** The share target in force for a list that is due next; that of heads and deputies together where it has none. */
export async function readNextTarget(list: ProjectedList, today: string) {
  const targets = (await readTargets()).filter(
    ({ measure, counting, due }) => measure === "shareOfWomen" && counting === "stock" && due > today,
  );
  const of = (subject: string) => targets.find((one) => one.subject === subject);
  return of(list) ?? of("headsAndDeputies") ?? null;
}
