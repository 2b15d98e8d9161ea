import { database, disconnectDatabase } from "#app/platform/database.server.ts";
import { checkData } from "./check-data.ts";
import { DATA_RULES } from "./data-rules.ts";

const SHOWN = 20;

const broken = await checkData(database());
for (const { name, holds } of DATA_RULES) {
  const rows = broken.find(({ rule }) => rule.name === name)?.rows ?? [];
  process.stdout.write(`${rows.length === 0 ? "✓" : "✗"} ${name}: ${holds}\n`);
  for (const { id, why } of rows.slice(0, SHOWN))
    process.stdout.write(`    ${id}${why ? ` (${why})` : ""}\n`);
  if (rows.length > SHOWN) process.stdout.write(`    and ${rows.length - SHOWN} more\n`);
}
process.stdout.write(`${DATA_RULES.length - broken.length} rules hold, ${broken.length} do not\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
await disconnectDatabase();
