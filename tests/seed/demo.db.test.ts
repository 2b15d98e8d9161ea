import { afterAll, beforeAll, expect, it } from "vitest";
import { database, disconnectDatabase } from "#app/platform/database.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { copyTemplate, ensureTemplate } from "../support/template.ts";

/** The demonstration's own database, loaded once for as long as nothing that decides how it looks changes. */
const LOADING_MS = 300_000;
let own: Awaited<ReturnType<typeof copyTemplate>>;

beforeAll(async () => {
  const url = process.env.CADRE_TEST_CLUSTER ?? "";
  const template = await ensureTemplate({ url }, "demo");
  own = await copyTemplate(url, template, `worker_demo_${process.pid}`);
  await disconnectDatabase();
  process.env.DATABASE_URL = own.url;
}, LOADING_MS);

afterAll(async () => {
  await disconnectDatabase();
  await own.drop();
});

it("breaks no rule of the data", async () => {
  expect(await checkData(database())).toEqual([]);
});

it("has a conflict declared and its member recused, before a panel that scores and one that has reported", async () => {
  const conflicts = await database().conflict.findMany({
    where: { source: "declared" },
    select: {
      candidacyId: true,
      member: {
        select: {
          chair: true,
          panel: { select: { phase: true } },
          sheets: { select: { candidacyId: true } },
        },
      },
    },
  });
  const phases = conflicts.map(({ member }) => member.panel.phase).toSorted();
  expect(phases).toEqual(expect.arrayContaining(["desk", "reported"]));
  for (const { candidacyId, member } of conflicts) {
    expect(member.chair).toBe(false);
    expect(member.sheets.map((sheet) => sheet.candidacyId)).not.toContain(candidacyId);
  }
});
