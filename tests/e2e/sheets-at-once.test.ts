import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import type { Cluster } from "#app/platform/cluster.mjs";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { autosaveAtOnce } from "#tests/bench/autosaving.ts";
import { killWhileSubmitting } from "#tests/bench/killing.ts";
import { assessorsAtWork, sheetsOfOneMember } from "#tests/bench/sheet-world.ts";
import { serveBuilt } from "#tests/support/serve-built.ts";
import { copyTemplate, ensureTemplate, TEST_SECRET, testCluster } from "#tests/support/template.ts";

/** The short form of `npm run bench:sheets`: what it shows in minutes, here in seconds. */
let cluster: Cluster;
let own: Awaited<ReturnType<typeof copyTemplate>>;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  cluster = await testCluster();
  const template = await ensureTemplate(cluster, "reference");
  own = await copyTemplate(cluster.url, template, `e2e_${randomBytes(4).toString("hex")}`);
  Object.assign(process.env, { DATABASE_URL: own.url, CADRE_SECRET: TEST_SECRET, LOG_LEVEL: "silent" });
});

test.afterAll(async () => {
  await disconnectDatabase();
  await own.drop();
  cluster.stop();
});

test("forty assessors who save at once lose nothing, and one with two tabs is told", async () => {
  const sheets = await assessorsAtWork(40);
  const server = await serveBuilt(own.url);
  const { saves, overtaken, faults } = await autosaveAtOnce(server.url, sheets, {
    twoTabs: 5,
    ms: 3_000,
  }).finally(server.stop);
  expect(faults).toEqual([]);
  expect(saves).toBeGreaterThanOrEqual(40);
  expect(overtaken).toBeGreaterThan(0);
});

test("a sheet whose server is killed while it is submitted is wholly in or wholly out, and its receipt says which", async () => {
  test.setTimeout(240_000);
  const rounds = await killWhileSubmitting(own.url, await sheetsOfOneMember(2));
  expect(rounds.flatMap(({ faults }) => faults)).toEqual([]);
  const within = rounds.filter(({ how }) => how === "within the transaction");
  expect(within.map(({ sheet }) => sheet)).toEqual(["out"]);
});
