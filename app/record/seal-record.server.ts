import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { type NewNode, nodesCompletedBy, peaks, rootHash } from "./tree.ts";

/** Events sealed in one transaction. */
const BATCH = 500;
/** Any number that no other advisory lock uses. */
const LOCK = 9162;
/**
 * How far below the newest sealed event an unsealed one may lie: sequences are given when an event is written and
 * become visible when its transaction commits. No transaction lives through this many others.
 */
const REACH_BACK = 100_000n;

/** Gives every committed event its place in the tree (docs/decisions/0001). @returns how many were sealed */
export async function sealRecord(): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await inTransaction(sealBatch);
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

async function sealBatch(tx: Transaction): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK}::bigint)`;
  const head = await tx.recordHead.findFirst({ orderBy: { treeSize: "desc" } });
  const size = Number(head?.treeSize ?? 0n);
  const events = await unsealed(tx);
  if (events.length === 0) return 0;
  const nodes = await readPeaks(tx, size);
  const made: NewNode[] = [];
  events.forEach((event, index) => {
    for (const node of nodesCompletedBy(size + index, event.leafHash, nodes.read)) {
      nodes.keep(node);
      made.push(node);
    }
  });
  const treeSize = size + events.length;
  await tx.recordLeaf.createMany({
    data: events.map(({ sequence }, index) => ({ index: BigInt(size + index), eventSequence: sequence })),
  });
  await tx.recordNode.createMany({
    data: made.map((node) => ({ ...node, position: BigInt(node.position) })),
  });
  await tx.recordHead.create({
    data: { treeSize: BigInt(treeSize), rootHash: rootHash(treeSize, nodes.read), sealedAt: now() },
  });
  return events.length;
}

async function unsealed(tx: Transaction) {
  const newest = await tx.recordLeaf.aggregate({ _max: { eventSequence: true } });
  const from = (newest._max.eventSequence ?? 0n) - REACH_BACK;
  return tx.recordEvent.findMany({
    where: { sequence: { gt: from }, leaf: null },
    orderBy: { sequence: "asc" },
    take: BATCH,
    select: { sequence: true, leafHash: true },
  });
}

/** The hashes that the next leaves are joined to. */
async function readPeaks(tx: Transaction, size: number) {
  const wanted = peaks(size);
  const rows =
    wanted.length === 0
      ? []
      : await tx.recordNode.findMany({
          where: { OR: wanted.map(({ level, position }) => ({ level, position: BigInt(position) })) },
        });
  const known = new Map(rows.map((row) => [`${row.level}:${row.position}`, row.hash]));
  return {
    read: (level: number, position: number) => {
      const found = known.get(`${level}:${position}`);
      if (found === undefined) throw new Error(`The record lacks its node ${level}:${position}`);
      return found;
    },
    keep: (node: NewNode) => known.set(`${node.level}:${node.position}`, node.hash),
  };
}
