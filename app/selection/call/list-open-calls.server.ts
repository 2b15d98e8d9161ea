import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";

/** So many are listed; how many there are is told beside. */
const MOST_LISTED = 100;

/** The calls that take nominations at this moment, the next to close first: what the public may know of each. */
export async function listOpenCalls() {
  const moment = now();
  const where = { state: "open", opensAt: { lte: moment }, closesAt: { gt: moment } } as const;
  const [total, calls] = await Promise.all([
    database().call.count({ where }),
    database().call.findMany({
      where,
      orderBy: [{ closesAt: "asc" }, { id: "asc" }],
      take: MOST_LISTED,
      select: { ...NAMED_CALL, closesAt: true },
    }),
  ]);
  return {
    total,
    listed: calls.map(({ closesAt, ...call }) => ({
      ...{ reference: call.reference, kind: call.kind },
      title: { en: nameOfCall("en", call), fr: nameOfCall("fr", call) },
      closesAt: (closesAt ?? moment).toISOString(),
    })),
  };
}
