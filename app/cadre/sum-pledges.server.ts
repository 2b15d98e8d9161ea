import { database } from "#app/platform/database.server.ts";
import { PLEDGE_KINDS, PUBLIC_LEVELS } from "./state-pledge.ts";

/**
 * The public register of pledges in one line a kind: how many states, how many pledges at each level, how much is promised
 * and how much of it was found delivered. Nothing but what the register shows pledge by pledge is added up; no count of
 * people by state is in it.
 */
export async function sumPledges() {
  const rows = await database().statePledge.groupBy({
    by: ["kind", "level", "stateCode"],
    where: { level: { in: [...PUBLIC_LEVELS] } },
    _count: true,
    _sum: { quantity: true },
  });
  return PLEDGE_KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) return [];
    const at = (level: (typeof PUBLIC_LEVELS)[number]) => own.filter((row) => row.level === level);
    const quantity = (some: typeof own) => some.reduce((sum, { _sum }) => sum + (_sum.quantity ?? 0), 0);
    const count = (some: typeof own) => some.reduce((sum, { _count }) => sum + _count, 0);
    return [
      {
        kind,
        states: new Set(own.map(({ stateCode }) => stateCode)).size,
        pledges: {
          registered: count(at("registered")),
          verified: count(at("verified")),
          ready: count(at("ready")),
          delivered: count(at("delivered")),
        },
        promised: quantity(own),
        delivered: quantity(at("delivered")),
      },
    ];
  });
}

/**
 * The same register as it stood when a day began: pledges made before it, at the level that they had reached by then.
 * Pledges withdrawn since are left out.
 *
 * @param day ISO date
 */
export async function sumPledgesBefore(day: string) {
  const before = new Date(day);
  const pledges = await database().statePledge.findMany({
    where: { createdAt: { lt: before }, level: { not: "withdrawn" } },
    select: {
      ...{ kind: true, stateCode: true, quantity: true },
      steps: {
        where: { takenAt: { lt: before } },
        orderBy: { takenAt: "desc" },
        take: 1,
        select: { level: true },
      },
    },
  });
  return PLEDGE_KINDS.flatMap((kind) => {
    const own = pledges.filter((pledge) => pledge.kind === kind && pledge.steps.length > 0);
    if (own.length === 0) return [];
    const sum = (some: typeof own) => some.reduce((all, { quantity }) => all + quantity, 0);
    const delivered = own.filter(({ steps }) => steps.some(({ level }) => level === "delivered"));
    return [
      {
        ...{ kind, states: new Set(own.map(({ stateCode }) => stateCode)).size, pledges: own.length },
        ...{ promised: sum(own), delivered: sum(delivered) },
      },
    ];
  });
}
