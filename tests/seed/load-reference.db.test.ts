import { expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { loadReference } from "#prisma/seed/load-reference.ts";

it("loads once, and after a change brings back what differs without doubling anything", async () => {
  expect(await loadReference()).toBe(false);
  const before = await database().mission.findUniqueOrThrow({ where: { acronym: "UNMISS" } });
  await database().mission.update({ where: { id: before.id }, data: { headquarters: "Elsewhere" } });
  await database().appSetting.update({ where: { key: "reference" }, data: { value: "older" } });
  expect(await loadReference()).toBe(true);
  expect(await database().mission.findUniqueOrThrow({ where: { acronym: "UNMISS" } })).toEqual(before);
  expect(await database().state.count()).toBe(195);
});
