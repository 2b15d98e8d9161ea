import { database } from "#app/platform/database.server.ts";

export const EVENTS_PER_PAGE = 50;

/** Events of the record, newest first, with the names of those who acted, and the tree's present head. */
export async function listEvents(page: number) {
  const [total, events, head] = await Promise.all([
    database().recordEvent.count(),
    database().recordEvent.findMany({
      orderBy: { sequence: "desc" },
      skip: (page - 1) * EVENTS_PER_PAGE,
      take: EVENTS_PER_PAGE,
      select: {
        id: true,
        at: true,
        kind: true,
        actorId: true,
        actorRole: true,
        subjectType: true,
        leaf: { select: { index: true } },
      },
    }),
    readHead(),
  ]);
  const ids = [...new Set(events.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))];
  const people = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    total,
    head,
    events: events.map(({ leaf, actorId, at, ...event }) => ({
      ...event,
      at: at.toISOString(),
      by: actorId === null ? null : (names.get(actorId) ?? null),
      index: leaf === null ? null : Number(leaf.index),
    })),
  };
}

async function readHead() {
  const head = await database().recordHead.findFirst({ orderBy: { treeSize: "desc" } });
  return head && { size: Number(head.treeSize), root: head.rootHash, sealedAt: head.sealedAt.toISOString() };
}

/** Whether the record ever had this head. */
export async function knowsHead(size: number, root: string): Promise<boolean> {
  const head = await database().recordHead.findUnique({ where: { treeSize: BigInt(size) } });
  return head?.rootHash === root;
}
