import { nameIn } from "#app/i18n/languages.ts";
import { zoneOf } from "#app/mentoring/session/session.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import {
  candidateAddress,
  candidateName,
  interviewCalendar,
  loadInterview,
  placeIn,
} from "./interview-calendar.queries.server.ts";

async function messageTo(tx: Transaction, candidacyId: string) {
  const interview = await loadInterview(tx, candidacyId);
  if (!interview) throw new Error(`Candidacy ${candidacyId} has no interview`);
  const { person, vacancy } = interview.candidacy;
  const locale = person.user?.locale ?? "en";
  const timeZone = zoneOf(person);
  const page = paths.myCase(candidacyId);
  const { how } = await placeIn(locale, interview);
  return {
    interview,
    how,
    message: {
      to: candidateAddress(interview),
      locale,
      calendar: {
        method: interview.cancelledAt ? ("CANCEL" as const) : ("REQUEST" as const),
        body: await interviewCalendar(interview, { locale, timeZone, page, named: true }),
      },
    },
    params: {
      name: candidateName(interview),
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      startsAt: interview.startsAt.toISOString(),
      timeZone,
      link: page,
    },
  };
}

/** Invites a candidate to an interview, or to the time it was moved to. */
export async function inviteToInterview(tx: Transaction, candidacyId: string): Promise<void> {
  const { interview, how, message, params } = await messageTo(tx, candidacyId);
  await queueMail(tx, {
    kind: "interviewInvited",
    ...message,
    params: { ...params, minutes: interview.durationMinutes, how },
    dedupeKey: `interviewInvited:${interview.id}:${interview.sequence}`,
  });
}

/** Tells a candidate that the interview is off. */
export async function tellCalledOff(tx: Transaction, candidacyId: string): Promise<void> {
  const { interview, message, params } = await messageTo(tx, candidacyId);
  await queueMail(tx, {
    kind: "interviewCancelled",
    ...message,
    params,
    dedupeKey: `interviewCancelled:${interview.id}:${interview.sequence}`,
  });
}
