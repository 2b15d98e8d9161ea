import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { keptCertificateSchema } from "./match-check.ts";
import { unmatchedSchema } from "./match-outcome.ts";
import { runInputSchema } from "./match-solve.ts";
import { checkApart } from "./solve-apart.server.ts";

/**
 * Checks the certificate of a kept run once more, from the facts kept with it, and keeps what came of it. Runs from before
 * the facts were kept whole are refused.
 */
export async function checkRunAgain(actor: Actor, runId: string): Promise<Result<{ verified: boolean }>> {
  if (!can(actor, "match.run")) return refuse("notPermitted");
  const run = await database().matchRun.findUnique({
    where: { id: runId },
    select: {
      input: true,
      certificate: true,
      problemHash: true,
      unmatched: true,
      proposals: { select: { needId: true, mentorId: true } },
    },
  });
  if (!run) return refuse("notFound");
  const input = runInputSchema.safeParse(run.input);
  const certificate = keptCertificateSchema.safeParse(run.certificate);
  if (!input.success || !certificate.success || run.problemHash === null) return refuse("runNotKept");
  const faults = await checkApart({
    input: input.data,
    problemHash: run.problemHash,
    certificate: certificate.data,
    pairs: run.proposals.map(({ needId: menteeId, mentorId }) => ({ menteeId, mentorId })),
    unmatched: unmatchedSchema.parse(run.unmatched).map(({ needId }) => needId),
  });
  const verified = faults.length === 0;
  await inTransaction((tx) =>
    tx.matchRun.update({
      where: { id: runId },
      data: { verified, checkedAt: now() },
      select: { id: true },
    }),
  );
  return ok({ verified });
}
