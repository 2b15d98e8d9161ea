import { loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { closeEngagement } from "./close-engagement.server.ts";
import { tellPair } from "./tell-pair.server.ts";

const AT_ONCE = 100;

/** Ends the pairs whose last day has passed, and thanks both. */
export async function endCompleted(): Promise<number> {
  const over = { state: "active", endsOn: { lt: new Date(dayOf(now())) } } as const;
  const found = await database().engagement.findMany({
    where: over,
    orderBy: [{ endsOn: "asc" }, { id: "asc" }],
    take: AT_ONCE,
    select: { id: true },
  });
  for (const { id } of found) {
    await inTransaction(async (tx) => {
      // An extension may have been agreed since.
      const still = await tx.engagement.count({ where: { id, ...over } });
      const pair = still === 1 ? await loadPair(tx, id) : null;
      if (!pair || !(await closeEngagement(tx, null, pair, "complete"))) return;
      await tellPair(tx, pair, {
        kind: "pairComplete",
        to: [pair.mentor, pair.mentee],
        link: paths.engagement(id),
        occasion: id,
        extra: {},
      });
    }, "Serializable");
  }
  return found.length;
}
