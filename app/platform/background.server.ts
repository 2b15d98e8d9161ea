import { z } from "zod";
import { allotAfterClosing } from "#app/cadre/allot-seats.server.ts";
import { readMembers } from "#app/cadre/member-store.queries.server.ts";
import { remindPledge } from "#app/cadre/remind-pledge.server.ts";
import { tellOfFound } from "#app/cadre/tell-of-found.server.ts";
import { tendCadre } from "#app/cadre/tend-cadre.server.ts";
import { readCases } from "#app/gender/case-store.queries.server.ts";
import { askForReviews } from "#app/mentoring/engagement/ask-for-reviews.server.ts";
import { endCompleted } from "#app/mentoring/engagement/end-completed.server.ts";
import { nudgePairs } from "#app/mentoring/engagement/nudge-pairs.server.ts";
import { solveAgain } from "#app/mentoring/matching/run-matching.server.ts";
import { solveMatchingRun } from "#app/mentoring/matching/solve-run.server.ts";
import { checkMentors } from "#app/mentoring/pool/check-mentors.server.ts";
import { remindAction } from "#app/mentoring/session/remind-action.server.ts";
import { remindSession } from "#app/mentoring/session/remind-session.server.ts";
import { sealComments } from "#app/mentoring/session/seal-comments.server.ts";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { remindCandidate } from "#app/selection/candidate/remind-candidate.server.ts";
import { remindReferee } from "#app/selection/clearance/remind-referee.server.ts";
import { catchUpDuplicates, findDuplicates } from "#app/selection/duplicate/find-duplicates.server.ts";
import { checkImport } from "#app/selection/nomination/check-import.server.ts";
import { runImport } from "#app/selection/nomination/run-import.server.ts";
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
const coursePayload = z.object({ courseId: z.uuid() });
const pledgePayload = z.object({ pledgeId: z.uuid() });
const candidatePayload = z.object({ requestId: z.uuid() });

const runPayload = z.object({ runId: z.uuid() });
const sessionPayload = z.object({ sessionId: z.uuid(), sequence: z.number(), hours: z.number() });
const actionPayload = z.object({ actionId: z.uuid() });

const importPayload = z.object({ importId: z.uuid() });

const tasks = {
  sendMail: async (payload: unknown) => sendMail(mailPayload.parse(payload).mailId),
  checkImport: async (payload: unknown) => checkImport(importPayload.parse(payload).importId),
  runImport: async (payload: unknown) => runImport(importPayload.parse(payload).importId),
  deleteObject: async (payload: unknown) => deleteObject(objectPayload.parse(payload).key),
  findDuplicates: async (payload: unknown) => findDuplicates(personPayload.parse(payload).personId),
  remindReferee: async (payload: unknown) => remindReferee(refereePayload.parse(payload).referenceId),
  remindCandidate: async (payload: unknown) => remindCandidate(candidatePayload.parse(payload).requestId),
  solveAgain,
  solveMatching: async (payload: unknown) => solveMatchingRun(runPayload.parse(payload).runId),
  remindSession: async (payload: unknown) => remindSession(sessionPayload.parse(payload)),
  remindAction: async (payload: unknown) => remindAction(actionPayload.parse(payload).actionId),
  allotSeats: async (payload: unknown) => allotAfterClosing(coursePayload.parse(payload).courseId),
  remindPledge: async (payload: unknown) => remindPledge(pledgePayload.parse(payload).pledgeId),
};

const SEAL_EVERY_MS = 2_000;
const CATCH_UP_EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;
/** Days begin and end for pairs; an hour late is in time. */
const PAIRS_EVERY_MS = 3_600_000;
const CHECK_MENTORS_EVERY_MS = 3_600_000;
const NUDGE_EVERY_MS = 3_600_000;

/**
 * Starts what runs beside the pages: the job worker, the sealing of the record, and the first reading of what a process keeps
 * for figures and searches, so that whoever opens the first page does not wait for it. `stop` ends all in order.
 */
export async function startBackground(): Promise<{ stop: () => Promise<void> }> {
  const runner = await startJobs(tasks);
  const sealing = sealComments().catch((error: unknown) =>
    log.error({ error }, "comments of feedback from before could not be sealed"),
  );
  const keeping = Promise.all([readCases(), readMembers()]).catch((error: unknown) =>
    log.error({ error }, "what is kept for figures and searches could not be read"),
  );
  const repeated = [
    every(SEAL_EVERY_MS, sealRecord, "the record could not be sealed"),
    every(CATCH_UP_EVERY_MS, catchUpDuplicates, "nominees could not be compared"),
    every(PAIRS_EVERY_MS, askForReviews, "pairs could not be asked to look back"),
    every(PAIRS_EVERY_MS, endCompleted, "pairs whose last day has passed could not be ended"),
    every(
      CHECK_MENTORS_EVERY_MS,
      checkMentors,
      "mentors could not be asked whether their profile still holds",
    ),
    every(NUDGE_EVERY_MS, nudgePairs, "quiet pairs could not be written to"),
    every(SWEEP_EVERY_MS, tendCadre, "memberships could not be looked after"),
    every(SWEEP_EVERY_MS, tellOfFound, "kept searches could not be asked anew"),
    every(SWEEP_EVERY_MS, sweepFiles, "files that nothing refers to could not be swept away"),
  ];
  return {
    stop: async () => {
      await Promise.all([sealing, keeping]);
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
  await tendCadre();
  await tellOfFound();
  await drainJobs(tasks);
  while ((await catchUpDuplicates()) > 0);
  await sealRecord();
}
