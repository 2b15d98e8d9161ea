import type { ClientBase } from "pg";
import { Prisma, PrismaClient } from "#app/generated/prisma/client.ts";
import { config } from "./config.server.ts";
import { OneAtATime } from "./one-at-a-time.server.ts";
import { countQuery } from "./request-scope.server.ts";
import { statementNames } from "./statement-names.ts";

/** How long a connection that nobody asks is kept: with it goes what it has prepared. pg's own ten seconds suit no office. */
const IDLE_MS = 300_000;

/**
 * The adapter writes and reads moments without their zone, as if every server kept UTC. A server that was set up elsewhere
 * would store each by its own clocks, and lose an hour where they change: each connection keeps UTC, whatever the server does.
 */
const inUtc = (client: ClientBase) => client.query("SET TIME ZONE 'UTC'");

function connect() {
  const { DATABASE_URL: connectionString, DATABASE_POOL: max } = config();
  const nameOf = statementNames();
  const adapter = new OneAtATime(
    { connectionString, max, idleTimeoutMillis: IDLE_MS, onConnect: inUtc },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  );
  const client = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  client.$on("query", countQuery);
  return client;
}

type Client = ReturnType<typeof connect>;
const globals = globalThis as typeof globalThis & { cadreDatabase?: Client };

/** The database. One client a process, kept through hot reloads. */
export const database = (): Client => {
  globals.cadreDatabase ??= connect();
  return globals.cadreDatabase;
};

export const disconnectDatabase = async () => {
  await globals.cadreDatabase?.$disconnect();
  globals.cadreDatabase = undefined;
};

/** The handle of an open transaction: every write asks for one, so that none can happen outside. */
export type Transaction = Prisma.TransactionClient;
/** What a question may be asked of: the database, or a transaction under way. */
export type Reader = Client | Transaction;

export type Isolation = "ReadCommitted" | "Serializable";

const RETRIES = 12;

/** Longest wait before another try, in milliseconds. */
const LONGEST_WAIT_MS = 400;

/** How long a transaction may take: a form's, and that of a job which writes thousands of rows. */
const TIMEOUT_MS = { form: 30_000, job: 300_000 } as const;

/**
 * Runs `work` in one transaction. Where a guard reads what another writer may change (capacity, composition,
 * reveal) ask for "Serializable": a run that lost the race is tried again, up to twelve times. Of several that all
 * read what the others write only one wins a round, so each waits a while of its own, the longer the more it has lost.
 */
export async function inTransaction<T>(
  work: (tx: Transaction) => Promise<T>,
  isolation: Isolation = "ReadCommitted",
  pace: keyof typeof TIMEOUT_MS = "form",
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().$transaction(work, {
        isolationLevel: Prisma.TransactionIsolationLevel[isolation],
        maxWait: 10_000,
        timeout: TIMEOUT_MS[pace],
      });
    } catch (error) {
      if (attempt >= RETRIES || !(lostRace(error) || mayHaveLost(error, isolation, attempt))) throw error;
      const longest = Math.min(LONGEST_WAIT_MS, 10 * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    }
  }
}

/**
 * A serializable transaction that lost a race may be told so as a value that is there already, though it had looked and found
 * none (PostgreSQL's manual, § 13.2.3). Run again it sees the other's; a value that stays doubled was no race.
 */
const mayHaveLost = (error: unknown, isolation: Isolation, attempt: number) =>
  isolation === "Serializable" && attempt < 3 && isDuplicate(error);

/** Whether the database gave the transaction up for another's sake (write conflict, deadlock, a place just taken). */
function lostRace(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === "P2034" || /violates exclusion constraint/.test(error.message)) return true;
    return error.code === "P2010" && /40001|40P01/.test(JSON.stringify(error.meta ?? {}) + error.message);
  }
  return (
    error instanceof Error &&
    /TransactionWriteConflict|could not serialize|deadlock detected/.test(error.message)
  );
}

/** Whether a write met a row that is already there (unique constraint). */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
