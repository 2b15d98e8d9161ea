import { countAppointedTo, readNextTarget, readProjectionPosts } from "./projection.queries.server.ts";
import { postsToday } from "./projection-posts.ts";
import { monthAfter, type ProjectionQuery } from "./projection-query.ts";
import { type Figures, scenarios, settingsOf } from "./projection-scenarios.ts";
import { shareIn } from "./uniformed.ts";

/** Appointments of so many months tell the share of women among them as now. */
const LATELY_MONTHS = 36;

/** Parity at the date of the System-wide Strategy for peace operations, where no target is in force. */
const PARITY = { value: 50, due: "2028-12-31" } as const;

/**
 * A projection with all that it rests on: posts as they are, figures taken where the address leaves them out, scenarios.
 *
 * @param bench how the bench of its list is made up, for whoever may see it; null for others
 */
export async function readProjection(
  asked: ProjectionQuery,
  today: string,
  bench: { readonly women: number; readonly men: number } | null,
) {
  const since = monthAfter(today, -LATELY_MONTHS);
  const [{ terms, acting }, appointed, next] = await Promise.all([
    readProjectionPosts(asked.list, today),
    countAppointedTo(asked.list, since, today),
    readNextTarget(asked.list, today),
  ]);
  const target = next ?? { ...PARITY, due: PARITY.due > today ? PARITY.due : monthAfter(today, 24) };
  const figures: Figures = {
    share: shareIn(appointed),
    bench: bench && shareIn(bench),
    target: target.value / 100,
    due: target.due,
  };
  const { posts, ...counts } = postsToday(terms, today, asked.fill);
  const settings = settingsOf(asked, figures, today);
  return {
    ...{ asked, today, appointed, bench, figures, settings, since },
    counts: { ...counts, acting, all: terms.length },
    scenarios: posts.length === 0 ? [] : scenarios(posts, asked, figures, today),
  };
}
export type ProjectionPage = Awaited<ReturnType<typeof readProjection>>;
