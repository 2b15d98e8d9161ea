import { SPREAD_STEP } from "#app/mentoring/session/feedback-spread.ts";
import { tallyRatings } from "#app/mentoring/session/feedback-tally.queries.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { onOwnDatabase } from "./own-database.ts";
import { tableOf } from "./table.ts";
import { at, timed } from "./timed.ts";

/**
 * `npm run bench:ratings`: how fast the ratings of twelve months are counted, where they lie among those of as many years
 * as a row says. Database and program share this machine.
 */
const A_YEAR = Number(process.env.BENCH_RATINGS ?? 20_000);
const YEARS = [1, 5, 10] as const;
const TIMES = 20;

/** Ratings alone, at even distances over the years up to today; what they refer to is left out. */
const fill = (years: number) =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`truncate "SessionFeedback"`;
    await tx.$executeRaw`
      insert into "SessionFeedback" ("sessionId", "personId", "usefulness", "givenAt")
      select gen_random_uuid(), md5((n % 997)::text)::uuid, 1 + n % 4, now() - n * interval '1 year' / ${A_YEAR}::int
      from generate_series(1, ${years * A_YEAR}::int) as n`;
  });

await onOwnDatabase(async () => {
  const rows = [];
  for (const years of YEARS) {
    await fill(years);
    await database().$executeRaw`analyze "SessionFeedback"`;
    const { given, counted } = await tallyRatings(SPREAD_STEP);
    const taken = await timed(TIMES, () => tallyRatings(SPREAD_STEP));
    rows.push([
      ...[String(years), String(years * A_YEAR), String(given), String(counted)],
      ...[at(taken, 0.5).toFixed(0), at(taken, 0.95).toFixed(0)],
    ]);
  }
  const heads = ["years", "ratings", "of twelve months", "counted", "p50 ms", "p95 ms"];
  process.stdout.write(`\n${tableOf(heads, rows)}\n`);
});
