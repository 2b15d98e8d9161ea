import { z } from "zod";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { remindCandidate } from "#app/selection/remind-candidate.server.ts";
import { remindReferee } from "#app/selection/remind-referee.server.ts";
import { disconnectDatabase } from "./database.server.ts";
import { drainJobs, startJobs } from "./jobs.server.ts";
import { log } from "./log.server.ts";
import { sendMail } from "./send-mail.server.ts";

const mailPayload = z.object({ mailId: z.uuid() });
const refereePayload = z.object({ referenceId: z.uuid() });
const candidatePayload = z.object({ requestId: z.uuid() });

const tasks = {
  sendMail: async (payload: unknown) => sendMail(mailPayload.parse(payload).mailId),
  remindReferee: async (payload: unknown) => remindReferee(refereePayload.parse(payload).referenceId),
  remindCandidate: async (payload: unknown) => remindCandidate(candidatePayload.parse(payload).requestId),
};

const SEAL_EVERY_MS = 2_000;

/** Starts what runs beside the pages: the job worker and the sealing of the record. `stop` ends both in order. */
export async function startBackground(): Promise<{ stop: () => Promise<void> }> {
  const runner = await startJobs(tasks);
  let sealing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    sealing = sealing
      .then(sealRecord)
      .catch((error: unknown) => log.error({ error }, "the record could not be sealed"));
  }, SEAL_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await sealing;
      await runner.stop();
      await disconnectDatabase();
    },
  };
}

/** Does everything that waits, once: after loading the demo, and in tests. */
export async function settle(): Promise<void> {
  await drainJobs(tasks);
  await sealRecord();
}
