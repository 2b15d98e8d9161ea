import { expect, it } from "vitest";
import { database, inTransaction, type Reader } from "#app/platform/database.server.ts";

/** What was warned of while `work` ran; each kind of warning is given once a process. */
async function warnings(work: () => Promise<unknown>) {
  const found: string[] = [];
  const hear = ({ message }: Error) => found.push(message);
  process.prependListener("warning", hear);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("warning", hear);
  return found;
}

const SOME = { take: 1, select: { id: true } } as const;
/** Prisma loads relations side by side. */
const withRelations = (reader: Reader) =>
  reader.state.findMany({
    take: 3,
    orderBy: { code: "asc" },
    select: { code: true, roleGrants: SOME, nominations: SOME, drafts: SOME, lists: SOME, mentors: SOME },
  });

it("asks one thing at a time of a transaction's connection, and gets what it would get outside", async () => {
  let inside: unknown;
  const found = await warnings(async () => {
    inside = await inTransaction((tx) => withRelations(tx));
  });
  expect(found).toEqual([]);
  expect(inside).toEqual(await withRelations(database()));
});

it("goes on after a query that failed: what the transaction wrote is undone, and the next one works", async () => {
  const code = "xq";
  const failing = inTransaction(async (tx) => {
    await tx.language.create({ data: { code, nameEn: "Q", nameFr: "Q" } });
    await tx.$queryRaw`select 1 / 0`;
  });
  await expect(failing).rejects.toThrow("division by zero");
  expect(await inTransaction((tx) => tx.language.count({ where: { code } }))).toBe(0);
});
