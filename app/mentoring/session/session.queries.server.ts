import type { Actor } from "#app/access/actor.ts";
import { take } from "#app/access/transition.ts";
import { engagementsOf, pairShown, shownPair } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { findOwnFeedback } from "./own-feedback.queries.server.ts";
import { isSessionChannel } from "./session.ts";
import { sessionTransitions } from "./session-lifecycle.ts";

/**
 * One session as an actor may see it: to overseers, that it was planned and whether it took place; to the pair also
 * how they meet, what they can do next, and each their own feedback.
 */
export async function readSession(actor: Actor, sessionId: string) {
  const found = await database().mentoringSession.findFirst({
    where: { id: sessionId, engagement: engagementsOf(actor) },
    select: {
      id: true,
      engagementId: true,
      state: true,
      startsAt: true,
      durationMinutes: true,
      channel: true,
      sequence: true,
      engagement: { select: { ...pairShown, state: true } },
    },
  });
  if (!found) return null;
  const { engagement, channel, ...session } = found;
  const pair = shownPair(actor, engagement);
  const facts = { startsAt: session.startsAt, now: now() };
  const may = (arrow: keyof typeof sessionTransitions) =>
    pair.own !== null && take(sessionTransitions[arrow], session.state, facts).ok;
  const feedback = pair.own ? await findOwnFeedback(actor, session) : null;
  return {
    ...session,
    ...pair,
    startsAt: session.startsAt.toISOString(),
    channel: pair.own && isSessionChannel(channel) ? channel : null,
    feedback,
    may: {
      move: may("move") && engagement.state === "active",
      cancel: may("cancel"),
      hold: may("held"),
      giveFeedback: may("giveFeedback") && !feedback,
    },
  };
}
