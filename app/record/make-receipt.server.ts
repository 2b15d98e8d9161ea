import { z } from "zod";
import { database } from "#app/platform/database.server.ts";
import type { Receipt } from "./receipt.ts";
import { sealRecord } from "./seal-record.server.ts";
import { inclusionProof } from "./tree.ts";

const readEvent = (id: string) =>
  database().recordEvent.findUnique({
    where: { id },
    select: { id: true, actorId: true, canonical: true, leaf: { select: { index: true } } },
  });

/** The receipt of an event with the account that caused it; sealed now where it was not yet. Null where there is none. */
export async function makeReceipt(
  eventId: string,
): Promise<{ receipt: Receipt; actorId: string | null } | null> {
  if (!z.uuid().safeParse(eventId).success) return null;
  let event = await readEvent(eventId);
  if (event && !event.leaf) {
    await sealRecord();
    event = await readEvent(eventId);
  }
  const head = await database().recordHead.findFirst({ orderBy: { treeSize: "desc" } });
  if (!event?.leaf || !head) return null;
  const leafIndex = Number(event.leaf.index);
  const treeSize = Number(head.treeSize);
  const receipt: Receipt = {
    version: 1,
    eventId: event.id,
    event: event.canonical,
    leafIndex,
    treeSize,
    proof: await proofOf(leafIndex, treeSize),
    rootHash: head.rootHash,
    sealedAt: head.sealedAt.toISOString(),
  };
  return { receipt, actorId: event.actorId };
}

/** The proof needs O(log² n) stored nodes: which ones is found by a dry run, then they are read at once. */
async function proofOf(index: number, size: number): Promise<string[]> {
  const wanted = new Map<string, { level: number; position: bigint }>();
  const key = (level: number, position: number) => `${level}:${position}`;
  const none = "0".repeat(64);
  inclusionProof(index, size, (level, position) => {
    wanted.set(key(level, position), { level, position: BigInt(position) });
    return none;
  });
  const rows =
    wanted.size === 0 ? [] : await database().recordNode.findMany({ where: { OR: [...wanted.values()] } });
  const hashes = new Map(rows.map((row) => [`${row.level}:${row.position}`, row.hash]));
  return [
    ...inclusionProof(index, size, (level, position) => {
      const hash = hashes.get(key(level, position));
      if (hash === undefined) throw new Error(`The record lacks its node ${key(level, position)}`);
      return hash;
    }),
  ];
}
