import { z } from "zod";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { checkImport } from "#app/selection/check-import.server.ts";
import { catchUpDuplicates, findDuplicates } from "#app/selection/find-duplicates.server.ts";
import { remindCandidate } from "#app/selection/remind-candidate.server.ts";
import { remindReferee } from "#app/selection/remind-referee.server.ts";
import { runImport } from "#app/selection/run-import.server.ts";
import { disconnectDatabase } from "./database.server.ts";
import { sweepFiles } from "./files.server.ts";
import { drainJobs, startJobs } from "./jobs.server.ts";
import { log } from "./log.server.ts";
import { deleteObject } from "./object-store.server.ts";
import { sendMail } from "./send-mail.server.ts";

const objectPayload = z.object({ key: z.uuid() });
const personPayload = z.object({ personId: z.uuid() });
const mailPayload = z.object({ mailId: z.uuid() });
const refereePayload = z.object({ referenceId: z.uuid() });
const candidatePayload = z.object({ requestId: z.uuid() });

const importPayload = z.object({ importId: z.uuid() });

const tasks = {
  sendMail: async (payload: unknown) => sendMail(mailPayload.parse(payload).mailId),
  checkImport: async (payload: unknown) => checkImport(importPayload.parse(payload).importId),
  runImport: async (payload: unknown) => runImport(importPayload.parse(payload).importId),
  deleteObject: async (payload: unknown) => deleteObject(objectPayload.parse(payload).key),
  findDuplicates: async (payload: unknown) => findDuplicates(personPayload.parse(payload).personId),
  remindReferee: async (payload: unknown) => remindReferee(refereePayload.parse(payload).referenceId),
  remindCandidate: async (payload: unknown) => remindCandidate(candidatePayload.parse(payload).requestId),
};

const SEAL_EVERY_MS = 2_000;
const CATCH_UP_EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Starts what runs beside the pages: the job worker and the sealing of the record. `stop` ends both in order. */
export async function startBackground(): Promise<{ stop: () => Promise<void> }> {
  const runner = await startJobs(tasks);
  const repeated = [
    every(SEAL_EVERY_MS, sealRecord, "the record could not be sealed"),
    every(CATCH_UP_EVERY_MS, catchUpDuplicates, "nominees could not be compared"),
    every(SWEEP_EVERY_MS, sweepFiles, "files that nothing refers to could not be swept away"),
  ];
  return {
    stop: async () => {
      await Promise.all(repeated.map((stop) => stop()));
      await runner.stop();
      await disconnectDatabase();
    },
  };
}

/** Does a thing again and again, never twice at a time; the function returned ends it. */
function every(milliseconds: number, work: () => Promise<unknown>, complaint: string) {
  let doing: Promise<unknown> = Promise.resolve();
  let free = true;
  const timer = setInterval(() => {
    if (!free) return;
    free = false;
    doing = work()
      .catch((error: unknown) => log.error({ error }, complaint))
      .finally(() => {
        free = true;
      });
  }, milliseconds);
  return async () => {
    clearInterval(timer);
    await doing;
  };
}

/** Does everything that waits, once: after loading the demo, and in tests. */
export async function settle(): Promise<void> {
  await drainJobs(tasks);
  while ((await catchUpDuplicates()) > 0);
  await sealRecord();
}
