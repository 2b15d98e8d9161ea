import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { callPhase } from "./call.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";

const LIMIT = 50;

/** Days before its hour from which a call that closes is on the secretariat's home: time to extend it. */
const CLOSING_SOON_DAYS = 7;

/** The calls that wait for the secretariat: to be published, soon to close, or to be ended. */
export async function callTasks(actor: Actor): Promise<readonly Task[]> {
  if (!can(actor, "call.manage")) return [];
  const moment = now();
  const soon = new Date(moment.getTime() + CLOSING_SOON_DAYS * 86_400_000);
  const calls = await database().call.findMany({
    where: { OR: [{ state: "draft" }, { state: "open", closesAt: { lte: soon } }] },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: LIMIT,
    select: { ...NAMED_CALL, id: true, state: true, opensAt: true, closesAt: true, takesUntil: true },
  });
  return calls.map((call): Task => {
    const phase = callPhase(call, moment);
    const params = { call: nameOfCall(actor.locale, call) };
    const due = call.closesAt?.toISOString() ?? null;
    if (phase === "draft") {
      const to = paths.publishCall(call.reference);
      return { id: `publishCall:${call.id}`, title: "call.task.publish", params, to, dueAt: null };
    }
    return phase === "past"
      ? {
          id: `closeCall:${call.id}`,
          title: "call.task.close",
          params,
          to: paths.closeCall(call.reference),
          dueAt: due,
        }
      : {
          id: `closingSoon:${call.id}`,
          title: "call.task.closingSoon",
          params,
          to: paths.call(call.reference),
          dueAt: due,
        };
  });
}
