import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";
import { RATED_MONTHS, type RatingTally } from "./session-feedback.ts";

/**
 * The ratings of the last twelve months, counted by the database. Only whole steps of so many ratings count, and a step
 * is the same whenever it is asked: steps are told off from the first rating ever given, and those that lie wholly in the
 * period are counted. A rating that comes, or one that grows too old, so moves the figure by a whole step or not at all.
 *
 * @param step how many ratings make a step
 */
export async function tallyRatings(step: number): Promise<RatingTally> {
  const since = new Date(monthsAfter(today(), -RATED_MONTHS));
  const [row] = await database().$queryRaw<
    Record<"given" | "counted" | "voices" | "a" | "b" | "c" | "d", number>[]
  >`
    with before as (select count(*) as n from "SessionFeedback" where "givenAt" < ${since}),
    numbered as (
      select f."personId", f."usefulness", b.n as before,
        b.n + row_number() over (order by f."givenAt", f."sessionId", f."personId") as place,
        b.n + count(*) over () as total
      from "SessionFeedback" f cross join before b where f."givenAt" >= ${since}
    ),
    whole as (
      select * from numbered
      where place > ceil(before::numeric / ${step}::int) * ${step}::int and place <= total - total % ${step}::int
    )
    select (select count(*) from numbered)::int as given, count(*)::int as counted,
      count(distinct "personId")::int as voices,
      (count(*) filter (where "usefulness" = 1))::int as a, (count(*) filter (where "usefulness" = 2))::int as b,
      (count(*) filter (where "usefulness" = 3))::int as c, (count(*) filter (where "usefulness" = 4))::int as d
    from whole`;
  const { given = 0, counted = 0, voices = 0, a = 0, b = 0, c = 0, d = 0 } = row ?? {};
  return { given, counted, voices, counts: { 1: a, 2: b, 3: c, 4: d } };
}
