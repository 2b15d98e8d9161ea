import { database } from "#app/platform/database.server.ts";
import { eventContent } from "./event-content.ts";

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

/** Whether the record ever had this head, sealed at that instant. */
export async function knowsHead({ treeSize, rootHash, sealedAt }: Head): Promise<boolean> {
  const head = await database().recordHead.findUnique({ where: { treeSize: BigInt(treeSize) } });
  return head?.rootHash === rootHash && head.sealedAt.getTime() === Date.parse(sealedAt);
}

interface Head {
  readonly treeSize: number;
  readonly rootHash: string;
  readonly sealedAt: string;
}

/** One event by what the record says of it, with the name of whoever acted; null where there is none. */
export async function readEvent(eventId: string) {
  const event = await database().recordEvent.findUnique({
    where: { id: eventId },
    select: {
      id: true,
      at: true,
      kind: true,
      actorId: true,
      actorRole: true,
      subjectType: true,
      subjectId: true,
      canonical: true,
      leafHash: true,
    },
  });
  if (!event) return null;
  const { actorId, at, ...rest } = event;
  const actor = actorId
    ? await database().user.findUnique({ where: { id: actorId }, select: { name: true } })
    : null;
  return { ...rest, ...eventContent(event.canonical), at: at.toISOString(), by: actor?.name ?? null };
}
