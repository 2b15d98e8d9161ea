import { readBench } from "#app/cadre/bench.queries.server.ts";
import { readPosts } from "#app/cadre/demand.queries.server.ts";
import { FIT_PER_PAGE, orderByFit } from "#app/cadre/fit-order.queries.server.ts";
import { fillCadre } from "./cadre-world.ts";
import { onOwnDatabase } from "./own-database.ts";
import { aimOf, tableOf } from "./table.ts";
import { at, timed } from "./timed.ts";

/**
 * `npm run bench:fit`: how fast members are put in order of fit to a vacancy, and how fast the bench of every post is
 * counted, at 100,000 members. Database and program share this machine.
 */
const SIZE = Number(process.env.BENCH_MEMBERS ?? 100_000);
/** Milliseconds of the 95th percentile of an order of fit. */
const AIM = 150;
const TIMES = 40;

const say = (line: string) => void process.stdout.write(`${line}\n`);

await onOwnDatabase(async () => {
  await fillCadre(SIZE);
  const posts = await readPosts();
  const rows = [];
  for (const { demand } of posts.slice(0, 4)) {
    const [first] = await orderByFit({ userId: "bench" }, demand, { page: 1, perPage: FIT_PER_PAGE });
    const taken = await timed(TIMES, () =>
      orderByFit({ userId: "bench" }, demand, { page: 1, perPage: FIT_PER_PAGE }),
    );
    rows.push([
      ...[`fit, ${demand.roleKindCode}`, String(first?.of ?? 0)],
      ...[at(taken, 0.5), at(taken, 0.95), aimOf(at(taken, 0.95), AIM, "ms")],
    ]);
  }
  const taken = await timed(5, () => readBench());
  rows.push([`the bench of ${posts.length} posts`, String(SIZE), at(taken, 0.5), at(taken, 0.95), "–"]);
  say(`\n${tableOf(["", "members", "p50", "p95", "aim at p95"], rows)}`);
});
