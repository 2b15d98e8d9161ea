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

it("has two who may be one, and two who were merged and can be taken apart, both of whose nominations stand", async () => {
  const pairs = await database().duplicatePair.findMany({
    orderBy: { state: "asc" },
    select: { state: true, keptId: true, firstId: true, secondId: true },
  });
  expect(pairs.map(({ state }) => state)).toEqual(expect.arrayContaining(["suspected", "merged"]));
  const [merged] = pairs.filter(({ state }) => state === "merged");
  const people = [merged?.firstId ?? "", merged?.secondId ?? ""];
  const kept = { candidacy: { mergedInto: { personId: merged?.keptId ?? "" } } };
  expect(await database().nomination.count({ where: { personId: { in: people }, state: "submitted" } })).toBe(
    2,
  );
  expect(await database().nomination.count({ where: { personId: { in: people }, ...kept } })).toBe(1);
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
