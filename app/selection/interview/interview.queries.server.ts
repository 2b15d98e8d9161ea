import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { isSessionChannel, zoneOf } from "#app/mentoring/session/session.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { candidacyFactsOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import {
  interviewCalendar,
  type LoadedInterview,
  loadInterview,
} from "./interview-calendar.queries.server.ts";
import type { InterviewLine, InterviewPage } from "./interview-page.ts";

const lineOf = (interview: LoadedInterview): InterviewLine => ({
  startsAt: interview.startsAt.toISOString(),
  durationMinutes: interview.durationMinutes,
  timeZone: interview.timeZone,
  candidateZone: zoneOf(interview.candidacy.person),
  channel: isSessionChannel(interview.channel) ? interview.channel : null,
  place: interview.place,
  sequence: interview.sequence,
  cancelled: interview.cancelledAt !== null,
});

/** One candidacy's interview for the officer who sets it; null where it is not this officer's to set. */
export async function readInterview(
  actor: Actor,
  panelId: string,
  candidacyId: string,
): Promise<InterviewPage | null> {
  if (!can(actor, "interview.arrange")) return null;
  const panel = await loadPanel(database(), panelId);
  if (!panel?.interview || !visibleTo(panel, actor).includes(candidacyId)) return null;
  const [vacancy, interview, candidacy] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    loadInterview(database(), candidacyId),
    database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: {
        person: {
          select: {
            ...{ givenName: true, familyName: true, timeZone: true },
            user: { select: { timeZone: true } },
          },
        },
      },
    }),
  ]);
  const { person } = candidacy;
  return {
    panelId,
    candidacyId,
    vacancy,
    name: `${person.givenName} ${person.familyName}`,
    candidateZone: zoneOf(person),
    open: PHASE_RIGHTS[panel.phase].arranges,
    interview: interview && lineOf(interview),
  };
}

/** A candidate's own interview; one that was called off is told as such. */
export async function readOwnInterview(candidacyId: string): Promise<InterviewLine | null> {
  const interview = await loadInterview(database(), candidacyId);
  return interview && lineOf(interview);
}

/** An interview as a file for calendars: for its candidate, and for those who may read the candidacy's file on its panel. */
export async function readInterviewCalendar(actor: Actor, candidacyId: string, locale: string) {
  const interview = await loadInterview(database(), candidacyId);
  if (!interview) return null;
  const { personId, person, vacancyId } = interview.candidacy;
  if (can(actor, "candidacy.follow", { personId })) {
    const page = paths.myCase(candidacyId);
    return interviewCalendar(interview, { locale, timeZone: zoneOf(person), page, named: true });
  }
  const found = await database().panel.findUnique({ where: { vacancyId }, select: { id: true } });
  const panel = found && (await loadPanel(database(), found.id));
  if (!panel || !visibleTo(panel, actor).includes(candidacyId)) return null;
  const facts = candidacyFactsOf(panel, candidacyId, actor);
  if (!can(actor, "interview.read", facts)) return null;
  const page = paths.panel(panel.id);
  return interviewCalendar(interview, { locale, timeZone: actor.timeZone, page, named: false });
}
