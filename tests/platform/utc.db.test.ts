import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database, disconnectDatabase } from "#app/platform/database.server.ts";

/** Has the server of these tests keep a zone, for connections from now on. */
async function keepZone(zone: string | null) {
  const [here] = await database().$queryRaw<readonly { name: string }[]>`SELECT current_database() AS "name"`;
  const setting = zone === null ? "RESET timezone" : `SET timezone TO '${zone}'`;
  await database().$executeRawUnsafe(`ALTER DATABASE "${here?.name}" ${setting}`);
  await disconnectDatabase();
}

beforeAll(() => keepZone("Europe/Zurich"));
afterAll(() => keepZone(null));

/** Half past two did not exist in Zurich on that night, when its clocks went from two to three. */
const MOMENT = new Date("2026-03-29T02:30:00Z");

it("a moment is stored as it is, and compared with days of UTC, on a server that keeps another zone", async () => {
  const key = `moment-${randomUUID()}`;
  await database().appSetting.create({ data: { key, value: "", updatedAt: MOMENT } });
  const [row] = await database().$queryRaw<readonly { epoch: number; within: boolean }[]>`
    SELECT extract(epoch FROM "updatedAt")::float8 AS "epoch",
      "updatedAt" >= ${"2026-03-29"}::date AND "updatedAt" < ${"2026-03-29"}::date + 1 AS "within"
    FROM "AppSetting" WHERE "key" = ${key}`;
  expect(row).toEqual({ epoch: MOMENT.getTime() / 1000, within: true });
  expect((await database().appSetting.findUniqueOrThrow({ where: { key } })).updatedAt).toEqual(MOMENT);
});
