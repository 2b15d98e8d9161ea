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
