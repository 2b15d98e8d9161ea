import { expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";

/** What pg warned of while `work` ran; each kind of warning is given once a process. */
async function warnings(work: () => Promise<unknown>) {
  const found: string[] = [];
  const hear = ({ message }: Error) => found.push(message);
  process.on("warning", hear);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("warning", hear);
  return found;
}

it("asks one thing at a time of a transaction's connection, in the order in which it was asked", async () => {
  const order: number[] = [];
  const found = await warnings(() =>
    inTransaction((tx) =>
      Promise.all(
        [3, 1, 2].map(async (n) => {
          await tx.$queryRaw`select pg_sleep(${n / 100})::text`;
          order.push(n);
        }),
      ),
    ),
  );
  expect(order).toEqual([3, 1, 2]);
  expect(found).toEqual([]);
});

it("goes on to the next when one has failed, and takes nothing of what the transaction wrote", async () => {
  const code = "xq";
  const failing = inTransaction(async (tx) => {
    await tx.language.create({ data: { code, nameEn: "Q", nameFr: "Q" } });
    const asked = [tx.$queryRaw`select 1`, tx.$queryRaw`select 1 / 0`, tx.$queryRaw`select 2`];
    const answers = await Promise.allSettled(asked);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect(await database().language.count({ where: { code } })).toBe(0);
});
