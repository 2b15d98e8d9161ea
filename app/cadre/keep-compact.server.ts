import type { Actor } from "#app/access/actor.ts";
import { compactSide } from "#app/access/cadre-permissions.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import {
  type CompactOrder,
  type CompactSide,
  type NewCompact,
  notesWritten,
  refuseDay,
  refuseNote,
  refuseSequence,
  refuseSignature,
} from "./compact.ts";
import { readFigures } from "./compact-figures.queries.server.ts";

/** The secretariat opens a leader's compact for a year of their term, and names whom they answer to. */
export async function openCompact(actor: Actor, order: NewCompact): Promise<Result<{ compactId: string }>> {
  if (!can(actor, "compact.open")) return refuse("notPermitted");
  try {
    return await inTransaction((tx) => open(tx, actor, order));
  } catch (error) {
    if (isDuplicate(error)) return refuse("compactThere", {}, "year");
    throw error;
  }
}

async function open(
  tx: Transaction,
  actor: Actor,
  { appointmentId, year, supervisorId }: NewCompact,
): Promise<Result<{ compactId: string }>> {
  const term = await tx.appointment.findUnique({
    where: { id: appointmentId },
    select: { startsOn: true, endsOn: true, person: { select: { userId: true } } },
  });
  if (!term) return refuse("leaderUnknown", {}, "appointmentId");
  if (term.startsOn.getUTCFullYear() > year || term.endsOn.getUTCFullYear() < year)
    return refuse("yearOutsideTerm", {}, "year");
  const supervisors = await tx.roleGrant.count({
    where: { userId: supervisorId, role: "decisionMaker", revokedAt: null },
  });
  if (supervisors === 0 || term.person.userId === supervisorId)
    return refuse("supervisorUnknown", {}, "supervisorId");
  const { id: compactId } = await tx.compact.create({
    data: { appointmentId, year, supervisorId, createdById: actor.userId ?? "", createdAt: now() },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "compact.opened",
    subject: { type: "compact", id: compactId },
    facts: { appointmentId, year, supervisorId },
  });
  return ok({ compactId });
}

/** One of the two sides notes a conversation, or signs: on what they have read, and not on what was written since. */
export async function keepCompact(
  actor: Actor,
  compactId: string,
  order: CompactOrder,
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const compact = await load(tx, compactId);
    const side = compact && compactSide(actor, compact.facts);
    if (!compact || !side) return refuse("notFound");
    const read = notesWritten(compact.standing, order.intent === "note" ? side : undefined);
    if (order.version !== read) return refuse("changedMeanwhile");
    return order.intent === "note" ? note(tx, actor, compact, side, order) : sign(tx, actor, compact, side);
  }, "Serializable");
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

async function note(
  tx: Transaction,
  actor: Actor,
  { id: compactId, year, termEndsOn, standing }: Loaded,
  side: CompactSide,
  { moment, heldOn, text }: Extract<CompactOrder, { intent: "note" }>,
): Promise<Result<undefined>> {
  const wrongDay = refuseDay({ moment, heldOn }, { year, termEndsOn, today: today() });
  if (wrongDay) return { ok: false, refusal: wrongDay };
  const refusal = refuseNote(standing) ?? refuseSequence(standing, { moment, heldOn });
  if (refusal) return { ok: false, refusal };
  const key = { compactId, moment, side };
  const said = { heldOn: new Date(heldOn), text, writtenAt: now(), writtenById: actor.userId };
  await tx.compactNote.upsert({
    where: { compactId_moment_side: key },
    create: { ...key, ...said },
    update: { ...said, version: { increment: 1 } },
  });
  await appendEvent(tx, actor, {
    kind: "compact.noted",
    subject: { type: "compact", id: compactId },
    facts: { moment, side, heldOn },
    committed: { text },
  });
  return ok();
}

/** The figures are kept as they stand when the second side signs. */
async function sign(
  tx: Transaction,
  actor: Actor,
  compact: Loaded,
  side: CompactSide,
): Promise<Result<undefined>> {
  const { id, standing } = compact;
  const refusal = refuseSignature(standing, side);
  if (refusal) return { ok: false, refusal };
  const second = standing.leaderSigned || standing.supervisorSigned;
  const figures = second ? await readFigures(tx, compact) : null;
  await tx.compact.update({
    where: { id },
    data: {
      ...(side === "leader" ? { leaderSignedAt: now() } : { supervisorSignedAt: now() }),
      ...(figures ? { signedFigures: figures.map((figure) => ({ ...figure })) } : {}),
    },
  });
  await appendEvent(tx, actor, {
    kind: "compact.signed",
    subject: { type: "compact", id },
    facts: { side, final: second },
    committed: figures ? { figures } : {},
  });
  return ok();
}

async function load(tx: Transaction, id: string) {
  const compact = await tx.compact.findUnique({
    where: { id },
    select: {
      ...{ year: true, supervisorId: true, leaderSignedAt: true, supervisorSignedAt: true },
      appointment: { select: { personId: true, endsOn: true, post: { select: { missionId: true } } } },
      notes: { select: { moment: true, side: true, heldOn: true, version: true } },
    },
  });
  if (!compact) return null;
  const { appointment, supervisorId } = compact;
  return {
    ...{ id, year: compact.year, missionId: appointment.post.missionId },
    termEndsOn: dayOf(appointment.endsOn),
    facts: { personId: appointment.personId, supervisorUserId: supervisorId },
    standing: {
      leaderSigned: compact.leaderSignedAt !== null,
      supervisorSigned: compact.supervisorSignedAt !== null,
      noted: compact.notes.map((note) => ({ ...note, heldOn: dayOf(note.heldOn) })),
    },
  };
}
