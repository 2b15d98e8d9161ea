import { Logger, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import { config } from "./config.server.ts";
import type { Transaction } from "./database.server.ts";
import { log } from "./log.server.ts";

/** What is done after a transaction has committed; each may run more than once and must bear it. */
export interface Jobs {
  sendMail: { mailId: string };
  checkImport: { importId: string };
  runImport: { importId: string };
  deleteObject: { key: string };
  findDuplicates: { personId: string };
  remindReferee: { referenceId: string };
  remindCandidate: { requestId: string };
  solveAgain: Record<string, never>;
  solveMatching: { runId: string };
  remindSession: { sessionId: string; sequence: number; hours: number };
  remindAction: { actionId: string };
  allotSeats: { courseId: string };
  remindPledge: { pledgeId: string };
}

const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ job: true }, message);
});

/**
 * Puts a job on the table in the transaction that makes it necessary. One with the same `key` waits only once.
 *
 * @param runAt when it is done; at once where nothing is said
 */
export async function enqueue<K extends keyof Jobs>(
  tx: Transaction,
  kind: K,
  payload: Jobs[K],
  key?: string,
  runAt?: Date,
) {
  await tx.$executeRaw`select graphile_worker.add_job(${kind}::text, payload := ${JSON.stringify(payload)}::json, job_key := ${key ?? null}::text, run_at := ${runAt ?? null}::timestamptz, max_attempts := 12)`;
}

/** Puts many jobs of one kind on the table in one statement, each with a key of its own. */
export async function enqueueMany<K extends keyof Jobs>(
  tx: Transaction,
  kind: K,
  jobs: readonly { readonly payload: Jobs[K]; readonly key: string }[],
) {
  if (jobs.length === 0) return;
  const payloads = jobs.map(({ payload }) => JSON.stringify(payload));
  const keys = jobs.map(({ key }) => key);
  await tx.$executeRaw`
    select count(*) from graphile_worker.add_jobs((
      select array_agg((${kind}::text, job.payload::json, null, null, 12, job.key, null, null)::graphile_worker.job_spec)
      from unnest(${payloads}::text[], ${keys}::text[]) as job (payload, key)))`;
}

/** Creates or updates the job tables. */
export const migrateJobs = (connectionString: string) => runMigrations({ connectionString, logger });

/** Starts working jobs off in this process; the returned runner's `stop()` finishes those under way. */
export const startJobs = (tasks: TaskList): Promise<Runner> =>
  run({
    connectionString: config().DATABASE_URL,
    taskList: tasks,
    concurrency: 4,
    maxPoolSize: 5,
    pollInterval: 1000,
    noHandleSignals: true,
    logger,
  });

/** Works off what waits now, then returns: for the demo's loading and for tests. */
export async function drainJobs(tasks: TaskList) {
  const { runOnce } = await import("graphile-worker");
  await runOnce({
    connectionString: config().DATABASE_URL,
    taskList: tasks,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger,
  });
}
