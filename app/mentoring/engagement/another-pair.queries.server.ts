import { take } from "#app/access/transition.ts";
import { needTransitions } from "#app/mentoring/lifecycle.ts";
import { database, type Reader } from "#app/platform/database.server.ts";

/** The need that a pair serves, and what other pairs it has had. */
export async function loadNeedOf(reader: Reader, engagementId: string) {
  const { createdAt, proposal } = await reader.engagement.findUniqueOrThrow({
    where: { id: engagementId },
    select: {
      createdAt: true,
      proposal: { select: { need: { select: { id: true, state: true, version: true } } } },
    },
  });
  const { need } = proposal;
  const others = await reader.engagement.findMany({
    where: { id: { not: engagementId }, proposal: { needId: need.id } },
    select: { state: true, createdAt: true },
  });
  return {
    ...need,
    otherAtWork: others.some(({ state }) => state === "active"),
    laterPair: others.some((other) => other.createdAt > createdAt),
  };
}

/**
 * Whether the leader of a pair that has ended may ask for another mentor on its page, or why not; null where the need is
 * open already or was taken back, and there is nothing to say.
 */
export async function readAnother(engagementId: string) {
  const need = await loadNeedOf(database(), engagementId);
  if (need.state !== "matched") return null;
  const next = take(needTransitions.askAgain, need.state, need);
  return { refusal: next.ok ? null : next.refusal };
}
