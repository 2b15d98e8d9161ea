import { listMembers } from "#app/cadre/member.queries.server.ts";
import type { MemberSearch } from "#app/cadre/member-search.ts";
import { fillCadre } from "./cadre-world.ts";
import { onOwnDatabase } from "./own-database.ts";
import { aimOf, tableOf } from "./table.ts";
import { at, timed } from "./timed.ts";

/**
 * `npm run bench:search`: how fast the cadre is searched at 100,000 members: the first page of what is found with the
 * counts of every facet. Database and program share this machine.
 */
const SIZE = Number(process.env.BENCH_MEMBERS ?? 100_000);
/** Milliseconds of the 95th percentile of a search. */
const AIM = 80;
const TIMES = 40;

const SEARCHES: Readonly<Record<string, MemberSearch>> = {
  "one person": { q: "awa 4096" },
  "a family name": { q: "family12" },
  "a name in Cyrillic": { q: "владимир" },
  everybody: {},
  "women ready now": { gender: "woman", level: "now" },
  "ready as one kind, fluent in French, of a region": {
    ...{ role: "srsg", level: "now", language: "fr", speaks: "3", region: "African" },
  },
  nobody: { q: "nobody of that name" },
};

await onOwnDatabase(async () => {
  await fillCadre(SIZE);
  const rows = [];
  for (const [name, search] of Object.entries(SEARCHES)) {
    const ask = () => listMembers({ userId: "bench" }, search, { page: 1, perPage: 50 });
    const { total } = await ask();
    const taken = await timed(TIMES, ask);
    rows.push([name, String(total), at(taken, 0.5), at(taken, 0.95), aimOf(at(taken, 0.95), AIM, "ms")]);
  }
  process.stdout.write(`\n${tableOf(["", "found", "p50", "p95", "aim at p95"], rows)}\n`);
});
