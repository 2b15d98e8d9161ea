import { today } from "#app/platform/clock.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { recuses } from "#app/selection/conflict/conflict-register.ts";

/**
 * How many conflicts the register knows between those who sit on a panel and each of some people, as it would recuse
 * them today. Who has none is not in the map.
 *
 * @param judges accounts
 */
export async function countPanelConflicts(
  reader: Reader,
  judges: readonly string[],
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if (judges.length === 0 || personIds.length === 0) return counts;
  const ties = await reader.knownConflict.findMany({
    where: { userId: { in: [...judges] }, personId: { in: [...personIds] } },
    select: { personId: true, standing: true, expiresOn: true, endedAt: true, pin: true },
  });
  for (const { personId, standing, expiresOn, endedAt, pin } of ties) {
    const tie = {
      ...{ standing, pin, ended: endedAt !== null },
      expiresOn: expiresOn?.toISOString().slice(0, 10) ?? null,
    };
    if (recuses(tie, today())) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  }
  return counts;
}
