import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { serveBuilt } from "#tests/support/serve-built.ts";
import { fillFlows } from "./flow-world.ts";
import { measurePage } from "./load.ts";
import { onOwnDatabase } from "./own-database.ts";
import { ask, signIn } from "./requests.ts";
import { aimOf, tableOf } from "./table.ts";
import { anAccountOf } from "./world.ts";

/**
 * `npm run bench:balance`: how fast the figures of gender balance are served at 1,000,000 stage events of ten years: the
 * first time after a start, and then; and how soon a stage that was just written is in them. Server, database and load share
 * this machine.
 */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
/** Milliseconds of the 95th percentile at one connection, of the first answer after a start, and until a figure is new. */
const AIM = { warm: 120, cold: 1500, fresh: 60_000 } as const;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const TEN_YEARS = { from: daysAgo(3660) };

const PAGES: readonly (readonly [string, string])[] = [
  ["balance, twelve months", paths.balance()],
  ["balance, ten years by state", `${paths.balance()}?from=${TEN_YEARS.from}&by=state`],
  [
    "role × region, twelve months",
    paths.crossings({ first: "role", second: "region", stage: "recommended" }),
  ],
  ["state × age, ten years", paths.crossings({ first: "state", second: "ageBand", ...TEN_YEARS })],
  ["panel × state, ten years", paths.crossings({ first: "panel", second: "state", ...TEN_YEARS })],
];

/** The first answer of a server that was just started. */
async function measureCold(databaseUrl: string, officer: string, path: string) {
  const server = await serveBuilt(databaseUrl);
  try {
    const cookie = await signIn(server.url, officer);
    return (await ask({ url: server.url + path, cookie })).milliseconds;
  } finally {
    await server.stop();
  }
}

/** Milliseconds from a stage written until the figures hold it. */
async function measureFresh(address: string, cookie: string) {
  const csv = `${address}${paths.figure("crossing", "csv", { first: "stage", ...TEN_YEARS })}`;
  const figures = async () => (await fetch(csv, { headers: { cookie } })).text();
  const before = await figures();
  const [one] = await database().$queryRaw<readonly { id: string }[]>`
    select "candidacyId"::text as id from "BalanceFact" where "furthest" = 'nominated' limit 1`;
  const began = performance.now();
  await database().stageEvent.create({ data: { candidacyId: one?.id ?? "", stage: "appointed" } });
  while ((await figures()) === before)
    if (performance.now() - began > AIM.fresh) throw new Error("The figures do not hold it.");
  return performance.now() - began;
}

await onOwnDatabase(async (databaseUrl) => {
  const began = performance.now();
  await fillFlows(EVENTS);
  const events = await database().stageEvent.count();
  const cases = await database().balanceFact.count();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  say(`${events} stage events of ${cases} candidacies, made in ${seconds} s.`);
  const officer = await anAccountOf("secretariat", "Officer");
  const cold = [];
  for (const [, path] of PAGES) cold.push(await measureCold(databaseUrl, officer, path));
  const server = await serveBuilt(databaseUrl);
  try {
    const cookie = await signIn(server.url, officer);
    const rows = [];
    for (const [n, [name, path]] of PAGES.entries()) {
      const page = { url: server.url + path, cookie };
      const { requests, p50, p95 } = await measurePage(page, 1);
      const { statements } = await ask(page);
      const first = cold[n] ?? Number.NaN;
      rows.push([
        ...[name, String(statements), first, aimOf(first, AIM.cold, "ms"), String(requests)],
        ...[p50, p95, aimOf(p95, AIM.warm, "ms")],
      ]);
    }
    const head = ["milliseconds", "statements", "cold", "aim", "requests", "p50", "p95", "aim at p95"];
    say(`\n${tableOf(head, rows)}`);
    const fresh = await measureFresh(server.url, cookie);
    say(
      `\n${tableOf(["a stage written is in the figures, milliseconds", "after", "aim"], [["", fresh, aimOf(fresh, AIM.fresh, "ms")]])}`,
    );
  } finally {
    await server.stop();
  }
});
