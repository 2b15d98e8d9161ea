import type { Actor } from "#app/access/actor.ts";
import { engagementsOf, pairShown, shownPair } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { isSessionChannel } from "./session.ts";

/** Times that one of a pair put to the other, for the two alone. */
export async function readSlotOffer(actor: Actor, offerId: string) {
  const found = await database().slotOffer.findFirst({
    where: { id: offerId, engagement: engagementsOf(actor) },
    include: { engagement: { select: { ...pairShown, state: true } } },
  });
  if (!found) return null;
  const pair = shownPair(actor, found.engagement);
  if (!pair.own) return null;
  const { id, engagementId, state, startsAt, durationMinutes, channel, sessionId, offeredById } = found;
  const own = offeredById === actor.personId;
  const waits = state === "open" && found.engagement.state === "active";
  return {
    ...{ id, engagementId, state, durationMinutes, sessionId, own: pair.own, ownZone: pair.ownZone },
    ...{ mentor: pair.mentor, mentee: pair.mentee },
    channel: isSessionChannel(channel) ? channel : ("video" as const),
    slots: startsAt.map((instant) => instant.toISOString()),
    offeredByOneself: own,
    may: { take: waits && !own, withdraw: waits && own },
  };
}

/** What a pair has planned together beside single sessions: the times that wait for an answer, their series. */
export async function readPlans(actor: Actor, engagementId: string) {
  const engagement = { AND: [{ id: engagementId }, engagementsOf(actor)] };
  const [offer, series] = await Promise.all([
    database().slotOffer.findFirst({
      where: { state: "open", engagement },
      select: { id: true, startsAt: true, offeredById: true },
    }),
    database().sessionSeries.findMany({
      where: { stoppedAt: null, engagement },
      orderBy: { createdAt: "asc" },
      take: 10,
      select: { id: true, everyMonths: true, nth: true, weekday: true, localTime: true, timeZone: true },
    }),
  ]);
  return {
    offer: offer && {
      id: offer.id,
      count: offer.startsAt.length,
      offeredByOneself: offer.offeredById === actor.personId,
    },
    series,
  };
}
