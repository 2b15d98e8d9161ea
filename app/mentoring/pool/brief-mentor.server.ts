import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { briefWhenReady } from "./brief-ready.server.ts";
import { latestCode, latestSteps } from "./induction.queries.server.ts";
import { loadOwn } from "./keep-mentor.server.ts";
import type { InductionMark } from "./mentor-form.ts";

/** A mentor marks a step of their own induction as done. */
export function markOwnInduction(actor: Actor, mark: InductionMark): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    return mentor ? keepMark(tx, actor, { ...mentor, byMentor: true }, mark) : refuse("notFound");
  }, "Serializable");
}

/** The secretariat marks a step of a mentor's induction as done. */
export function markInduction(
  actor: Actor,
  { mentorId, mark }: { readonly mentorId: string; readonly mark: InductionMark },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "mentor.induct")) return refuse("notFound");
    const mentor = await tx.mentor.findUnique({ where: { id: mentorId }, select: { id: true, state: true } });
    return mentor ? keepMark(tx, actor, { ...mentor, byMentor: false }, mark) : refuse("notFound");
  }, "Serializable");
}

/**
 * A mentor acknowledges the code of conduct, in the version they were shown. One published meanwhile is to be read first.
 */
export function acknowledgeCode(
  actor: Actor,
  { version }: { readonly version: number },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    if (mentor.state === "pledged") return refuse("profileNotConfirmed");
    const latest = await latestCode(tx);
    if (latest.version !== version) return refuse("codeChanged");
    const { count } = await tx.codeAcknowledgement.createMany({
      data: [{ mentorId: mentor.id, version, acknowledgedAt: now() }],
      skipDuplicates: true,
    });
    if (count === 0) return ok();
    await appendEvent(tx, actor, {
      kind: "mentor.acknowledged",
      subject: { type: "mentor", id: mentor.id },
      facts: { version },
    });
    await briefWhenReady(tx, actor, mentor);
    return ok();
  }, "Serializable");
}

type Known = Pick<NonNullable<Awaited<ReturnType<typeof loadOwn>>>, "id" | "state">;

async function keepMark(
  tx: Transaction,
  actor: Actor,
  { byMentor, ...mentor }: Known & { readonly byMentor: boolean },
  { stepCode, version, doneOn }: InductionMark,
) {
  if (actor.userId === null) return refuse("notPermitted");
  if (mentor.state === "pledged") return refuse("profileNotConfirmed");
  if (doneOn > dayOf(now())) return refuse("dayInFuture", {}, "doneOn");
  const step = (await latestSteps(tx)).find(({ code }) => code === stepCode);
  if (!step) return refuse("notFound");
  if (step.version !== version) return refuse("stepChanged");
  const { count } = await tx.inductionDone.createMany({
    data: [
      {
        ...{ mentorId: mentor.id, stepCode, version, doneOn: new Date(doneOn), markedAt: now() },
        ...{ markedById: actor.userId, byMentor },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return ok();
  await appendEvent(tx, actor, {
    kind: "mentor.inducted",
    subject: { type: "mentor", id: mentor.id },
    facts: { stepCode, version, doneOn },
  });
  await briefWhenReady(tx, actor, mentor);
  return ok();
}
