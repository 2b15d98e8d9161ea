// @ts-check
/** `npm run db:reset`: empties the database and fills it as a first start would; `--no-demo` leaves it without. */
import { installDependencies, requireNode } from "./install.mjs";

requireNode();
installDependencies((line) => void process.stdout.write(`${line}\n`));
const { say, withDatabase } = await import("./house.mjs");
const { isReal, wantsDemo } = await import("./environment.mjs");
const { emptyDatabase, prepareClient, prepareDatabase } = await import("./prepare.mjs");

await withDatabase(async ({ url }) => {
  if (isReal()) throw new Error("db:reset deletes everything and does not do so where CADRE_ENV=production.");
  await prepareClient(say);
  await emptyDatabase(url);
  await prepareDatabase(url, { say, demo: wantsDemo() });
  say("The database is as new.");
});
