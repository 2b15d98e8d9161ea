import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { openForPair } from "./pair-seal.queries.server.ts";

/**
 * The goals of a pair in force, with how near each side saw itself to them, for one of the pair; none for everybody
 * else. What the other said at a moment is shown once one has said it oneself, so that neither rates after the other.
 */
export async function readGoals(actor: Actor, engagementId: string) {
  const engagement = await database().engagement.findUnique({
    where: { id: engagementId },
    select: {
      menteeId: true,
      mentor: { select: { personId: true } },
      goals: {
        where: { retiredAt: null },
        orderBy: { position: "asc" },
        select: {
          id: true,
          text: true,
          ratings: { select: { personId: true, moment: true, mark: true } },
        },
      },
    },
  });
  if (!engagement) return [];
  const pair = { mentorPersonId: engagement.mentor.personId, menteePersonId: engagement.menteeId };
  if (!can(actor, "agreement.write", pair)) return [];
  return engagement.goals.map(({ id, text, ratings }) => {
    const own = ratings.filter(({ personId }) => personId === actor.personId);
    const said = new Set(own.map(({ moment }) => moment));
    const other = ratings.filter(({ personId, moment }) => personId !== actor.personId && said.has(moment));
    return { id, text: openForPair(engagementId, text), own: byMoment(own), other: byMoment(other) };
  });
}

interface Rated {
  readonly moment: "start" | "middle" | "end";
  readonly mark: number;
}

const byMoment = (ratings: readonly Rated[]) => {
  const markAt = (moment: Rated["moment"]) =>
    ratings.find((rating) => rating.moment === moment)?.mark ?? null;
  return { start: markAt("start"), middle: markAt("middle"), end: markAt("end") };
};
