import type { Actor } from "#app/access/actor.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import type { Task } from "#app/access/task.ts";
import { ACTION_REMINDER_DAYS } from "#app/mentoring/session/session-reminders.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";

const MOST = 20;

const name = { select: { givenName: true, familyName: true } } as const;
const pair = { id: true, mentor: { select: { person: name } }, mentee: name } as const;

/** What waits between the two of a pair: times to choose from, and what was agreed to be done by a day that is near. */
export async function pairPlanTasks(actor: Actor): Promise<readonly Task[]> {
  const { personId } = actor;
  const side = pairSide(actor);
  if (personId === null || side === null) return [];
  const engagement = {
    state: "active" as const,
    ...(side === "mentor" ? { mentor: { personId } } : { menteeId: personId }),
  };
  const soon = new Date(daysAfter(dayOf(now()), ACTION_REMINDER_DAYS));
  const [offers, actions] = await Promise.all([
    database().slotOffer.findMany({
      where: { state: "open", offeredById: { not: personId }, engagement },
      orderBy: { createdAt: "asc" },
      take: MOST,
      select: { id: true, engagement: { select: pair } },
    }),
    database().sharedAction.findMany({
      where: {
        doneAt: null,
        dueOn: { lte: soon },
        OR: [{ ownerId: personId }, { ownerId: null }],
        engagement,
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST,
      select: { id: true, dueOn: true, engagement: { select: pair } },
    }),
  ]);
  const otherOf = (of: (typeof offers)[number]["engagement"]) => {
    const { givenName, familyName } = side === "mentor" ? of.mentee : of.mentor.person;
    return { other: `${givenName} ${familyName}` };
  };
  return [
    ...offers.map((offer) => ({
      id: `slots:${offer.id}`,
      title: "mentoring.task.slots" as const,
      params: otherOf(offer.engagement),
      to: paths.slotOffer(offer.id),
      dueAt: null,
    })),
    ...actions.map((action) => ({
      id: `action:${action.id}`,
      title: "mentoring.task.action" as const,
      params: otherOf(action.engagement),
      to: paths.sharedActions(action.engagement.id),
      dueAt: action.dueOn && dayOf(action.dueOn),
    })),
  ];
}
