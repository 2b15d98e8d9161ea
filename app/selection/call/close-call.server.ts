import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { vacancyTransitions } from "#app/selection/lifecycle.ts";
import { closePanel } from "#app/selection/panel/enter-phase.server.ts";
import { callTransitions } from "./call-lifecycle.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { tellStarters } from "./tell-starters.server.ts";

interface Order {
  readonly callId: string;
  /** Why before its hour and grace have passed; empty from then on. */
  readonly reason: string;
}

/**
 * Ends a call: no nomination is taken any more, and screening begins. A vacancy of several that nobody was nominated for
 * ends unfilled. Where the call ends early, everybody who began to nominate is told why.
 */
export async function closeCall(actor: Actor, { callId, reason }: Order): Promise<Result<undefined>> {
  if (!can(actor, "call.manage")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const call = await loadCall(tx, callId);
    if (!call) return refuse("notFound");
    const { state, kind, takesUntil, vacancies, version } = call;
    if (takesUntil === null) return refuse("wrongState", { state });
    const moment = now();
    const nominations = call._count.nominations;
    const global = kind === "global";
    const next = take(callTransitions.close, state, { takesUntil, now: moment, reason, global, nominations });
    if (!next.ok) return next;
    const moved = await tx.call.updateMany({
      where: { id: callId, state, version },
      data: { state: next.value, closedAt: moment, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    for (const vacancy of vacancies) await goOn(tx, actor, vacancy);
    const early = moment < takesUntil;
    await appendEvent(tx, actor, {
      kind: "call.closed",
      subject: { type: "call", id: callId },
      facts: { nominations, early },
      committed: reason === "" ? {} : { reason },
    });
    if (early) await tellEarlyEnd(tx, call, reason);
    return ok();
  }, "Serializable");
}

/** Nominations that are still there; of two of one person, joined, one counts. */
const SUBMITTED = {
  where: { state: "submitted", OR: [{ candidacy: null }, { candidacy: { state: { not: "merged" } } }] },
} as const satisfies Prisma.Call$nominationsArgs;

const loadCall = (tx: Transaction, id: string) =>
  tx.call.findUnique({
    where: { id },
    select: {
      ...NAMED_CALL,
      id: true,
      state: true,
      version: true,
      takesUntil: true,
      vacancies: {
        ...NAMED_CALL.vacancies,
        select: {
          ...NAMED_CALL.vacancies.select,
          id: true,
          state: true,
          _count: { select: { nominations: SUBMITTED } },
        },
      },
      _count: { select: { nominations: SUBMITTED } },
    },
  });

type Call = NonNullable<Awaited<ReturnType<typeof loadCall>>>;

/** A vacancy with nominees goes on to screening; one without ends, and any panel named for it with it. */
async function goOn(tx: Transaction, actor: Actor, { id, state, _count }: Call["vacancies"][number]) {
  const { nominations } = _count;
  const next =
    nominations > 0
      ? take(vacancyTransitions.closeCall, state, { nominations })
      : take(vacancyTransitions.endUnfilled, state, undefined);
  if (!next.ok) throw new Error(`A vacancy of an open call is not open: ${id}`);
  await tx.vacancy.update({ where: { id }, data: { state: next.value, version: { increment: 1 } } });
  if (nominations > 0) return;
  await closePanel(tx, actor, id);
  await appendEvent(tx, actor, {
    kind: "vacancy.closed",
    subject: { type: "vacancy", id },
    facts: { unfilled: true },
  });
}

const tellEarlyEnd = (tx: Transaction, call: Call, reason: string) =>
  tellStarters(tx, call.id, ({ name, email, locale }) => ({
    kind: "callEndedEarly",
    to: email,
    locale,
    params: {
      name,
      call: nameOfCall(locale, call),
      reference: call.reference,
      reason,
      link: paths.call(call.reference),
    },
    dedupeKey: `callEndedEarly:${call.id}:${email}`,
  }));
