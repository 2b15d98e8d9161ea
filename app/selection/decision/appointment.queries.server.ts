import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { CLEARANCE_FACTS, openGatesOf } from "#app/selection/clearance/clearance.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { titleOf, VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import type { AppointmentCase } from "#app/selection/report/report-page.ts";

/**
 * What the appointment is made upon: who was selected, who holds the post and until when, which gates are open. For
 * somebody recused from whoever was selected there is none.
 */
export async function readAppointmentCase(
  actor: Pick<Actor, "userId">,
  vacancyId: string,
): Promise<AppointmentCase | null> {
  const today = now();
  const vacancy = await database().vacancy.findUnique({
    where: { id: vacancyId },
    select: {
      state: true,
      reference: true,
      decision: { select: { reasons: true, tieBreakReason: true, departureReason: true, decidedAt: true } },
      post: {
        select: {
          ...VACANCY_TITLE.post.select,
          appointments: {
            where: { endsOn: { gte: today } },
            orderBy: { endsOn: "asc" },
            select: {
              startsOn: true,
              endsOn: true,
              acting: true,
              candidacy: { select: { vacancyId: true } },
              person: { select: { givenName: true, familyName: true } },
            },
          },
        },
      },
      candidacies: {
        where: { state: { in: ["selected", "appointed"] }, ...notRecused(actor) },
        select: {
          id: true,
          person: { select: { givenName: true, familyName: true } },
          clearances: { select: CLEARANCE_FACTS },
        },
      },
    },
  });
  const selected = vacancy?.candidacies[0];
  if (!vacancy?.decision || !selected) return null;
  const terms = vacancy.post.appointments.map(({ startsOn, endsOn, acting, candidacy, person }) => ({
    name: `${person.givenName} ${person.familyName}`,
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn.toISOString().slice(0, 10),
    acting,
    ofThisVacancy: candidacy?.vacancyId === vacancyId,
  }));
  return {
    vacancyId,
    state: vacancy.state,
    vacancy: titleOf(vacancy),
    candidacyId: selected.id,
    name: `${selected.person.givenName} ${selected.person.familyName}`,
    reasons: vacancy.decision.reasons,
    tieBreakReason: vacancy.decision.tieBreakReason,
    departureReason: vacancy.decision.departureReason,
    decidedAt: vacancy.decision.decidedAt.toISOString(),
    openGates: openGatesOf(selected.clearances, today),
    holders: terms.filter(({ ofThisVacancy }) => !ofThisVacancy),
    made: terms.find(({ ofThisVacancy }) => ofThisVacancy) ?? null,
    today: today.toISOString().slice(0, 10),
  };
}
