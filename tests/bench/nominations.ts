import { paths } from "#app/paths.ts";
import { listNominations } from "#app/selection/nomination/nomination-list.queries.server.ts";
import { type ListFilter, listFilterSchema } from "#app/selection/nomination/nomination-list.ts";
import { serveBuilt } from "#tests/support/serve-built.ts";
import { measureImport } from "./import.ts";
import { measurePage } from "./load.ts";
import { fillNominations } from "./nomination-world.ts";
import { onOwnDatabase } from "./own-database.ts";
import { ask, signIn } from "./requests.ts";
import { aimOf, tableOf } from "./table.ts";
import { anAccountOf } from "./world.ts";

/**
 * `npm run bench:nominations`: how fast a large sheet is taken, and how fast the secretariat's list is served at 100,000
 * nominations, whatever it is narrowed by, and how deep one has paged. Server, database and load share this machine.
 */
const SIZE = { list: 100_000, sheet: 10_000 } as const;
/** Milliseconds of the 95th percentile at one connection, and seconds from the file sent to its last row entered. */
const AIM = { list: 80, import: 60 } as const;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** A page somewhere in the middle: so many pages from the first. */
async function deepInside(pages: number): Promise<Partial<ListFilter>> {
  let after: string | undefined;
  for (let n = 0; n < pages; n += 1)
    after = (await listNominations({ userId: null }, listFilterSchema.parse({ after }))).older ?? after;
  return { after };
}

interface Served {
  readonly address: string;
  readonly cookie: string;
}

/** The page as it is served over one connection, and how many it finds. */
async function measure({ address, cookie }: Served, what: string, asked: Partial<ListFilter>) {
  const { total } = await listNominations({ userId: null }, listFilterSchema.parse(asked));
  const page = { url: address + paths.candidacies(asked), cookie };
  const { statements } = await ask(page);
  const { requests, p50, p95 } = await measurePage(page, 1);
  return [what, String(total), String(statements), String(requests), p50, p95, aimOf(p95, AIM.list, "ms")];
}

const NARROWED: readonly (readonly [string, Partial<ListFilter>])[] = [
  ["nothing", {}],
  ["a state", { state: "FR" }],
  ["a stage", { stage: "screenedIn" }],
  ["a rare stage", { stage: "appointed" }],
  ["a gender", { gender: "woman" }],
  ["a kind of post", { roleKind: "forceCommander" }],
  ["all four", { state: "FR", stage: "consented", gender: "woman", roleKind: "forceCommander" }],
  ["a rare name", { name: "okonkwo 808" }],
  ["a common name", { name: "diallo" }],
  ["a name and a state", { name: "diallo", state: "FR" }],
  ["two letters", { name: "li" }],
  ["one Chinese character", { name: "陳" }],
  ["an Arabic name", { name: "الزهراء" }],
  ["a name nobody has", { name: "zzyzx" }],
];

async function measureList(databaseUrl: string) {
  const officer = await anAccountOf("secretariat", "Officer");
  const server = await serveBuilt(databaseUrl);
  try {
    const served = { address: server.url, cookie: await signIn(server.url, officer) };
    const rows = [];
    for (const [what, asked] of NARROWED) rows.push(await measure(served, what, asked));
    rows.push(await measure(served, "nothing, 200 pages deep", await deepInside(200)));
    const head = ["the list, narrowed by", "found", "statements", "requests", "p50", "p95", "aim at p95"];
    say(`\n${tableOf(head, rows)}`);
  } finally {
    await server.stop();
  }
}

await onOwnDatabase(async (databaseUrl) => {
  await fillNominations(SIZE.list);
  await measureList(databaseUrl);
  const { sent, checked, entered, moves } = await measureImport(SIZE.sheet);
  const head = [`an import of ${SIZE.sheet}, seconds`, "sent", "checked", "entered", "progress seen", "aim"];
  const aim = aimOf(sent + checked + entered, AIM.import, "s");
  say(`\n${tableOf(head, [["", sent, checked, entered, String(moves), aim]])}`);
});
