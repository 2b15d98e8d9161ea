import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { grantRole } from "#app/access/open-person-account.server.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { offerMentorship } from "#app/mentoring/pool/offer-mentorship.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { CLEARANCE_FACTS, clearancesMissing } from "#app/selection/clearance/clearance.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { candidacyTransitions, vacancyTransitions } from "#app/selection/lifecycle.ts";
import { closePanel } from "#app/selection/panel/enter-phase.server.ts";
import { type Term, termsOverlap } from "./appointment.ts";
import { tellAppointed } from "./tell-outcome.server.ts";

interface Order extends Term {
  readonly vacancyId: string;
}

/**
 * Appoints the person selected for a term: the post is held, the vacancy closed, and the new leader becomes a mentee
 * with a mentor offered.
 */
export async function appoint(actor: Actor, order: Order): Promise<Result<{ appointmentId: string }>> {
  try {
    return await inTransaction((tx) => make(tx, actor, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("wrongState", { state: "closed" });
    throw error;
  }
}

async function make(tx: Transaction, actor: Actor, order: Order): Promise<Result<{ appointmentId: string }>> {
  if (!can(actor, "appointment.make")) return refuse("notPermitted");
  const { vacancyId, startsOn, endsOn } = order;
  const vacancy = await loadVacancy(tx, actor, vacancyId);
  if (!vacancy) return refuse("notFound");
  const selected = vacancy.candidacies[0];
  if (!selected) return refuse("wrongState", { state: vacancy.state });
  const next = take(vacancyTransitions.appoint, vacancy.state, {
    startsOn,
    endsOn,
    overlaps: vacancy.post.appointments.some((held) => termsOverlap(order, isoTerm(held))),
    clearancesMissing: clearancesMissing(selected.clearances, now()).length,
    told: toldOf("candidate", selected.letters, vacancy.state === "closed") === "all",
  });
  if (!next.ok) return next;
  const appointed = take(candidacyTransitions.appoint, selected.state, undefined);
  if (!appointed.ok) return appointed;
  const moved = await tx.vacancy.updateMany({
    where: { id: vacancyId, state: vacancy.state },
    data: { state: next.value, version: { increment: 1 } },
  });
  if (moved.count !== 1) return refuse("wrongState", { state: next.value });
  const { id: appointmentId } = await tx.appointment.create({
    data: {
      postId: vacancy.postId,
      personId: selected.personId,
      candidacyId: selected.id,
      startsOn: new Date(startsOn),
      endsOn: new Date(endsOn),
    },
    select: { id: true },
  });
  await tx.candidacy.update({
    where: { id: selected.id },
    data: { state: appointed.value, version: { increment: 1 } },
  });
  await tx.stageEvent.createMany({
    data: [{ candidacyId: selected.id, stage: "appointed", reachedAt: now() }],
  });
  await closePanel(tx, actor, vacancyId);
  await appendEvent(tx, actor, {
    kind: "appointment.made",
    subject: { type: "appointment", id: appointmentId },
    facts: { vacancyId, candidacyId: selected.id, postId: vacancy.postId, startsOn, endsOn },
  });
  await appendEvent(tx, actor, { kind: "vacancy.closed", subject: { type: "vacancy", id: vacancyId } });
  const { userId } = selected.person;
  if (userId !== null) await grantRole(tx, actor, userId, "mentee");
  await offerMentorship(tx, actor, { appointmentId, personId: selected.personId, startsOn });
  await tellAppointed(tx, { vacancyId, appointmentId, startsOn, endsOn });
  return ok({ appointmentId });
}

const loadVacancy = (tx: Transaction, actor: Actor, id: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      state: true,
      postId: true,
      post: {
        select: {
          appointments: { where: { acting: false }, select: { startsOn: true, endsOn: true } },
        },
      },
      candidacies: {
        where: { state: "selected", ...notRecused(actor) },
        select: {
          id: true,
          state: true,
          personId: true,
          person: { select: { userId: true } },
          clearances: { select: CLEARANCE_FACTS },
          letters: TOLD_BY,
        },
      },
    },
  });

const isoTerm = ({ startsOn, endsOn }: { readonly startsOn: Date; readonly endsOn: Date }): Term => ({
  startsOn: startsOn.toISOString().slice(0, 10),
  endsOn: endsOn.toISOString().slice(0, 10),
});
