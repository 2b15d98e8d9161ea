import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";

const LIMIT = 50;

/** A state's sheets that were found good and wait for the word to be entered, while their call still takes nominations. */
export async function importTasks(actor: Actor): Promise<readonly Task[]> {
  const { stateCode } = actor;
  if (stateCode === null || !can(actor, "import.run", { stateCode })) return [];
  const waiting = await database().nominationImport.findMany({
    where: { stateCode, state: "ready", call: { state: "open", takesUntil: { gt: now() } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: LIMIT,
    select: { id: true, rows: true, call: { select: { ...NAMED_CALL, closesAt: true } } },
  });
  return waiting.map(
    ({ id, rows, call }): Task => ({
      id: `enterImport:${id}`,
      title: "nominating.import.task",
      params: { rows, call: nameOfCall(actor.locale, call) },
      to: paths.import(id),
      dueAt: call.closesAt?.toISOString() ?? null,
    }),
  );
}
