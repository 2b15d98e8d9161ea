import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { receiptSchema, verifyReceipt } from "#app/record/receipt.ts";
import { type Served, serveBuilt } from "#tests/support/serve-built.ts";
import { filledSheet, signIn } from "./requests.ts";
import { type OpenSheet, storedSheet } from "./sheet-world.ts";

const DRAFT = "What was kept of the sheet before it was submitted.";
const FINAL = "What was submitted: the last word of this member on it.";
/** Milliseconds after a submit was sent within which the server is killed, where chance decides. */
const WITHIN_MS = 60;
const PATIENCE_MS = 20_000;

/** What came of one submit whose server was killed: wholly in, or wholly out; or neither, in words. */
export interface Killed {
  readonly how: "at some moment" | "within the transaction";
  readonly sheet: "in" | "out";
  readonly faults: readonly string[];
}

/**
 * Submits each sheet to a server that is killed (SIGKILL) meanwhile: every second one while its transaction waits to
 * write its event, the others at some moment. Another server, which goes on, then says what is kept; and takes the sheet
 * once more, as its member would.
 */
export async function killWhileSubmitting(
  databaseUrl: string,
  sheets: readonly OpenSheet[],
): Promise<readonly Killed[]> {
  const standing = await serveBuilt(databaseUrl);
  const rounds: Killed[] = [];
  try {
    const cookie = await signIn(standing.url, sheets[0]?.userId ?? "");
    for (const [n, sheet] of sheets.entries()) {
      const how = n % 2 === 0 ? "at some moment" : "within the transaction";
      rounds.push(await killOnce(databaseUrl, { standing, cookie, sheet, how }));
    }
  } finally {
    await standing.stop();
  }
  return rounds;
}

interface Round {
  readonly standing: Served;
  readonly cookie: string;
  readonly sheet: OpenSheet;
  readonly how: Killed["how"];
}

async function killOnce(databaseUrl: string, { standing, cookie, sheet, how }: Round): Promise<Killed> {
  const post = (address: string, path: string, version: number, text: string) =>
    fetch(address + path, {
      method: "POST",
      headers: { cookie },
      body: filledSheet(sheet.criterionIds, version, text),
      redirect: "manual",
    });
  const submit = (address: string) => post(address, paths.sheet(sheet.panelId, sheet.candidacyId), 1, FINAL);
  await post(standing.url, paths.autosaveSheet(sheet.panelId, sheet.candidacyId), 0, DRAFT);
  const victim = await serveBuilt(databaseUrl);
  const watching = new pg.Client({ connectionString: databaseUrl });
  await watching.connect();
  try {
    if (how === "within the transaction") await lockRecord(watching);
    // The server is gone before it can answer, or has answered already: either is as it may be.
    const answer = submit(victim.url).catch(() => null);
    if (how === "within the transaction") await untilSomebodyWaits(watching);
    else await pause(Math.random() * WITHIN_MS);
    process.kill(victim.pid, "SIGKILL");
    await Promise.all([answer, victim.stop()]);
    if (how === "within the transaction") await watching.query("rollback");
    await untilNobodyWorks(watching);
    const found = await standingOf(sheet, standing, cookie);
    await submit(standing.url);
    const after = await standingOf(sheet, standing, cookie);
    const last = after.sheet === "in" ? [] : ["submitted once more, it is not in"];
    return { how, sheet: found.sheet, faults: [...found.faults, ...after.faults, ...last] };
  } finally {
    await watching.end();
  }
}

/** Nobody writes into the record until this is given up. */
async function lockRecord(client: pg.Client) {
  await client.query("begin");
  await client.query('lock table "RecordEvent" in exclusive mode');
}

const WAITING = `select count(*)::int as n from pg_locks where not granted and relation = '"RecordEvent"'::regclass`;
const untilSomebodyWaits = (client: pg.Client) =>
  until(client, WAITING, (n) => n > 0, "no submit reached the record");

const WORKING = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`;
/** What the killed server had begun ends when the database finds it gone. */
const untilNobodyWorks = (client: pg.Client) =>
  until(client, WORKING, (n) => n === 0, "what a killed server had begun goes on");

async function until(client: pg.Client, question: string, enough: (n: number) => boolean, otherwise: string) {
  for (const last = Date.now() + PATIENCE_MS; Date.now() < last; await pause(5)) {
    const { rows } = await client.query<{ n: number }>(question);
    if (enough(rows[0]?.n ?? 0)) return;
  }
  throw new Error(`After ${PATIENCE_MS / 1000} s ${otherwise}.`);
}

/** Whether a sheet is in or out, and all that speaks against either: its text, its events, its receipt. */
async function standingOf(sheet: OpenSheet, { url }: Served, cookie: string) {
  const { sheet: stored, events, said } = await storedSheet(sheet);
  const submitted = events.filter(({ kind }) => kind === "sheet.submitted");
  const isIn = stored?.submittedAt != null;
  const faults: string[] = [];
  const expected = isIn ? FINAL : DRAFT;
  if (said.size !== 1 || !said.has(expected)) faults.push(`${isIn ? "in" : "out"}, with another text`);
  if (stored?.version !== (isIn ? 2 : 1))
    faults.push(`${isIn ? "in" : "out"}, at version ${stored?.version}`);
  if (submitted.length !== (isIn ? 1 : 0)) faults.push(`${isIn ? "in" : "out"}, ${submitted.length} events`);
  for (const { id } of submitted) {
    const answer = await fetch(url + paths.receipt(id), { headers: { cookie } });
    const receipt = answer.ok ? receiptSchema.safeParse(await answer.json()) : null;
    if (!receipt?.success || !verifyReceipt(receipt.data)) faults.push("its receipt does not stand");
  }
  return { sheet: isIn ? ("in" as const) : ("out" as const), faults };
}
