import type { Actor } from "#app/access/actor.ts";
import { engagementsOf, pairShown, shownPair } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";

/** A series with its sessions, for the two of the pair. */
export async function readSeries(actor: Actor, seriesId: string) {
  const found = await database().sessionSeries.findFirst({
    where: { id: seriesId, engagement: engagementsOf(actor) },
    include: {
      engagement: { select: pairShown },
      sessions: {
        orderBy: { startsAt: "asc" },
        select: { id: true, state: true, startsAt: true, durationMinutes: true },
      },
    },
  });
  if (!found) return null;
  const { engagement, sessions, createdAt, stoppedAt, ...series } = found;
  const pair = shownPair(actor, engagement);
  if (!pair.own) return null;
  const coming = sessions.filter(({ state, startsAt }) => state === "scheduled" && startsAt > now());
  return {
    ...series,
    ...pair,
    stopped: stoppedAt !== null,
    coming: coming.length,
    sessions: sessions.map(({ startsAt, ...session }) => ({
      ...session,
      startsAt: startsAt.toISOString(),
      awaits: null,
    })),
  };
}
