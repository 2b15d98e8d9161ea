import { expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";

it("what is asked twice on a connection stays prepared there, with its values apart", async () => {
  const prepared = await inTransaction(async (tx) => {
    for (const code of ["GH", "UY", "FR", "NP"])
      expect((await tx.state.findUnique({ where: { code } }))?.code).toBe(code);
    return tx.$queryRaw<readonly { statement: string }[]>`SELECT statement FROM pg_prepared_statements`;
  });
  const asked = prepared.filter(({ statement }) => /FROM "public"\."State"/.test(statement));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.statement).toContain("$1");
});

it("a statement that is refused can be asked again, prepared or not", async () => {
  const ask = () => database().$queryRawUnsafe("SELECT 1 / (SELECT 0)");
  for (let time = 0; time < 4; time += 1) await expect(ask()).rejects.toThrow(/division by zero/);
});
