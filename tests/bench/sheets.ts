import { serveBuilt } from "#tests/support/serve-built.ts";
import { autosaveAtOnce } from "./autosaving.ts";
import { killWhileSubmitting } from "./killing.ts";
import { onOwnDatabase } from "./own-database.ts";
import { assessorsAtWork, sheetsOfOneMember } from "./sheet-world.ts";
import { tableOf } from "./table.ts";

/**
 * `npm run bench:sheets`: forty assessors save their sheets at once for a minute, five of them in two tabs; and a server
 * is killed fifty times while a sheet is submitted to it. Ends with an error where anything was lost.
 */
const ASSESSORS = { many: 40, twoTabs: 5, ms: 60_000 } as const;
const KILLS = 50;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Says what went wrong, and has the program end with an error. */
function tell(faults: readonly string[]) {
  for (const fault of faults) say(`✗ ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

await onOwnDatabase(async (databaseUrl) => {
  const open = await assessorsAtWork(ASSESSORS.many);
  const server = await serveBuilt(databaseUrl);
  const { saves, overtaken, p50, p95, faults } = await autosaveAtOnce(server.url, open, ASSESSORS).finally(
    server.stop,
  );
  const head = [
    `${open.length} assessors, ${ASSESSORS.ms / 1000} s`,
    "saves",
    "overtaken",
    "p50 ms",
    "p95 ms",
    "faults",
  ];
  say(`\n${tableOf(head, [["", String(saves), String(overtaken), p50, p95, String(faults.length)]])}`);
  tell(faults);
});

await onOwnDatabase(async (databaseUrl) => {
  const rounds = await killWhileSubmitting(databaseUrl, await sheetsOfOneMember(KILLS));
  const row = (how: string) => {
    const of = rounds.filter((round) => round.how === how);
    const isIn = of.filter(({ sheet }) => sheet === "in").length;
    const faults = of.reduce((sum, round) => sum + round.faults.length, 0);
    return [how, String(of.length), String(isIn), String(of.length - isIn), String(faults)];
  };
  const head = ["the server killed", "times", "sheet in", "sheet out", "faults"];
  say(`\n${tableOf(head, [row("at some moment"), row("within the transaction")])}`);
  tell(rounds.flatMap(({ faults }) => faults));
});
