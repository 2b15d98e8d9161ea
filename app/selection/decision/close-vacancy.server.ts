import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { callTransitions } from "#app/selection/call/call-lifecycle.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import { endInterviews } from "#app/selection/interview/end-interviews.server.ts";
import { vacancyTransitions } from "#app/selection/lifecycle.ts";
import { closePanel } from "#app/selection/panel/enter-phase.server.ts";
import { supersedeLetters } from "./supersede-letters.server.ts";
import { CLOSING_FACTS, tellClosed } from "./tell-closed.server.ts";

interface Order {
  readonly vacancyId: string;
  /** Why, for the secretariat and auditors alone. */
  readonly reason: string;
}

/**
 * Ends a vacancy without an appointment, from wherever it stands, so that its post can be drafted for anew. Its panel
 * ends with it, and its call where that is still open. Sheets that were closed to each other stay so.
 */
export async function closeVacancy(actor: Actor, { vacancyId, reason }: Order): Promise<Result<undefined>> {
  if (!can(actor, "vacancy.close")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const vacancy = await loadVacancy(tx, vacancyId);
    if (!vacancy) return refuse("notFound");
    if ((await withheldCandidacies(tx, actor, vacancyId)).length > 0) return refuse("recusedFromCase");
    const { state, version, call } = vacancy;
    const callOpen = call?.state === "open";
    const otherPosts = callOpen ? call.vacancies.filter(({ id }) => id !== vacancyId).length : 0;
    const next = take(vacancyTransitions.closeWithoutAppointment, state, { reason, otherPosts });
    if (!next.ok) return next;
    const moved = await tx.vacancy.updateMany({
      where: { id: vacancyId, state, version },
      data: { state: next.value, closedReason: reason.trim(), version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await closePanel(tx, actor, vacancyId);
    await endInterviews(tx, actor, await judgedIn(tx, vacancyId));
    await appendEvent(tx, actor, {
      kind: "vacancy.closed",
      subject: { type: "vacancy", id: vacancyId },
      facts: { unfilled: true, from: state },
      committed: { reason: reason.trim() },
    });
    await supersedeLetters(tx, actor, vacancyId, { outcome: "selected" });
    if (callOpen) await endCall(tx, actor, call);
    await tellClosed(tx, vacancy);
    return ok();
  }, "Serializable");
}

const judgedIn = async (tx: Transaction, vacancyId: string) => {
  const candidacies = await tx.candidacy.findMany({ where: { vacancyId }, select: { id: true } });
  return candidacies.map(({ id }) => id);
};

const loadVacancy = (tx: Transaction, id: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      ...CLOSING_FACTS,
      id: true,
      state: true,
      version: true,
      call: {
        select: {
          id: true,
          state: true,
          vacancies: { where: { state: "open" }, select: { id: true } },
          _count: { select: { nominations: { where: { state: "submitted" } } } },
        },
      },
    },
  });
type Call = NonNullable<NonNullable<Awaited<ReturnType<typeof loadVacancy>>>["call"]>;

async function endCall(tx: Transaction, actor: Actor, { id, state, _count }: Call) {
  const next = take(callTransitions.endWithVacancy, state, undefined);
  if (!next.ok) throw new Error(`The call of an open vacancy is not open: ${id}`);
  await tx.call.update({
    where: { id, state },
    data: { state: next.value, closedAt: now(), version: { increment: 1 } },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "call.closed",
    subject: { type: "call", id },
    facts: { nominations: _count.nominations, withoutAppointment: true },
  });
}
