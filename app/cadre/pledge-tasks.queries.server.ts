import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;
const MOST = 20;

/** What waits because of pledges: for a state, what is due within a month or late; for the secretariat, what to register. */
export async function pledgeTasks(actor: Actor): Promise<readonly Task[]> {
  const stateCode = actingState(actor);
  if (stateCode !== null) return dueOf(stateCode);
  return can(actor, "statePledge.advance") ? toRegister() : [];
}

async function dueOf(stateCode: string): Promise<readonly Task[]> {
  const due = await database().statePledge.findMany({
    where: {
      ...{ stateCode, level: { notIn: ["delivered", "withdrawn"] } },
      dueOn: { lte: new Date(now().getTime() + SOON_DAYS * DAY_MS) },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, kind: true, quantity: true, dueOn: true },
  });
  return due.map(({ id, kind, quantity, dueOn }) => ({
    id: `pledge:${id}`,
    title: `pledge.task.${kind}`,
    params: { count: quantity },
    to: paths.statePledge(id),
    dueAt: dueOn.toISOString().slice(0, 10),
  }));
}

async function toRegister(): Promise<readonly Task[]> {
  const [first] = await database().$queryRaw<readonly { id: string; count: number }[]>`
    SELECT "id", count(*) OVER ()::int AS "count" FROM "StatePledge" WHERE "level" = 'pledged'
    ORDER BY "createdAt", "id" LIMIT 1`;
  if (!first) return [];
  return [
    {
      id: "pledges:register",
      title: "pledge.task.register",
      params: { count: first.count },
      to: paths.statePledge(first.id),
      dueAt: null,
    },
  ];
}
