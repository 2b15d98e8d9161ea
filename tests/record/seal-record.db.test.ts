import { describe, expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { rootHash } from "#app/record/tree.ts";

const write = (id: string) =>
  inTransaction((tx) =>
    appendEvent(tx, null, { kind: "account.created", subject: { type: "test", id }, committed: { id } }),
  );

/** The head recomputed from nothing but the events, in the order of their leaves. */
async function recomputedRoot() {
  const leaves = await database().recordLeaf.findMany({
    orderBy: { index: "asc" },
    include: { event: true },
  });
  const { leafHash, nodesCompletedBy } = await import("#app/record/tree.ts");
  const nodes = new Map<string, string>();
  const read = (level: number, position: number) => nodes.get(`${level}:${position}`) ?? "missing";
  leaves.forEach(({ event }, size) => {
    for (const node of nodesCompletedBy(size, leafHash(event.canonical), read)) {
      nodes.set(`${node.level}:${node.position}`, node.hash);
    }
  });
  return rootHash(leaves.length, read);
}

describe("sealing the record", () => {
  it("gives every event one place, whoever seals at the same time", async () => {
    await Promise.all(Array.from({ length: 23 }, (_, index) => write(`first ${index}`)));
    await Promise.all([sealRecord(), sealRecord(), sealRecord()]);
    await write("later");
    await sealRecord();
    const leaves = await database().recordLeaf.findMany({ orderBy: { index: "asc" } });
    expect(leaves.map(({ index }) => Number(index))).toEqual(Array.from({ length: 24 }, (_, index) => index));
    const head = await database().recordHead.findFirstOrThrow({ orderBy: { treeSize: "desc" } });
    expect(Number(head.treeSize)).toBe(24);
    expect(head.rootHash).toBe(await recomputedRoot());
  });

  it("keeps personal content out of the event: only a commitment stands there", async () => {
    const id = await write("a person's name");
    const event = await database().recordEvent.findUniqueOrThrow({ where: { id }, include: { salts: true } });
    expect(JSON.parse(event.canonical).committed.id).toMatch(/^[0-9a-f]{64}$/);
    expect(event.salts).toHaveLength(1);
  });

  it("an event of a transaction that fails does not exist", async () => {
    const before = await database().recordEvent.count();
    await expect(
      inTransaction(async (tx) => {
        await appendEvent(tx, null, { kind: "account.created", subject: { type: "test", id: "undone" } });
        throw new Error("undo");
      }),
    ).rejects.toThrow("undo");
    expect(await database().recordEvent.count()).toBe(before);
  });

  it.each([
    ["changed", `update "RecordEvent" set "kind" = 'x'`],
    ["deleted", `delete from "RecordLeaf"`],
    ["emptied", `truncate "RecordNode"`],
    ["its head moved", `update "RecordHead" set "rootHash" = 'x'`],
  ])("cannot be %s", async (_what, statement) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/append-only/);
  });
});
