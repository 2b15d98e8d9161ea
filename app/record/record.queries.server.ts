import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { eventContent } from "./event-content.ts";

export const EVENTS_PER_PAGE = 50;

/**
 * Events of the record, newest first, with the names of those who acted, and the tree's present head.
 *
 * @param about a statement that gives type and id of what the events are to be about; null: all of them
 */
export async function listEvents(page: number, about: Prisma.Sql | null) {
  const [total, events, head] = await Promise.all([
    about ? countAbout(about) : database().recordEvent.count(),
    about
      ? sequencesAbout(about, page).then((those) => database().recordEvent.findMany({ ...those, ...SHOWN }))
      : database().recordEvent.findMany({
          ...{ skip: (page - 1) * EVENTS_PER_PAGE, take: EVENTS_PER_PAGE },
          ...SHOWN,
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

const SHOWN = {
  orderBy: { sequence: "desc" },
  select: {
    id: true,
    at: true,
    kind: true,
    actorId: true,
    actorRole: true,
    subjectId: true,
    leaf: { select: { index: true } },
  },
} as const satisfies Prisma.RecordEventFindManyArgs;

const within = (about: Prisma.Sql) => Prisma.sql`("subjectType", "subjectId") in (${about})`;

async function countAbout(about: Prisma.Sql): Promise<number> {
  const [row] = await database().$queryRaw<{ count: bigint }[]>`
    select count(*) as count from "RecordEvent" where ${within(about)}`;
  return Number(row?.count ?? 0);
}

async function sequencesAbout(
  about: Prisma.Sql,
  page: number,
): Promise<{ where: Prisma.RecordEventWhereInput }> {
  const rows = await database().$queryRaw<{ sequence: bigint }[]>`
    select "sequence" from "RecordEvent" where ${within(about)}
    order by "sequence" desc limit ${EVENTS_PER_PAGE} offset ${(page - 1) * EVENTS_PER_PAGE}`;
  return { where: { sequence: { in: rows.map(({ sequence }) => sequence) } } };
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
