import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { LetterAudience } from "#app/selection/candidate/told.ts";
import { recusalsOf } from "#app/selection/conflict/recusal.queries.server.ts";
import { focalPointsOf } from "#app/selection/nomination/focal-point.queries.server.ts";
import { KNOWN_TO_STATE, knownToState } from "#app/selection/nomination/known-nominee.ts";
import { readVacancyTitle, VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import type { LetterOutcome } from "./letter.ts";

interface Told {
  readonly candidacyId: string;
  readonly decisionId: string;
  readonly audience: LetterAudience;
  readonly outcome: LetterOutcome;
}

/**
 * Tells a candidate, or the nominating state's focal points, what the decision means: the outcome, without a mark and
 * without another's name, and that the letter stands on their page. Each decision on a case is told once.
 */
export async function tellOutcome(tx: Transaction, letter: Told) {
  const { person, nominationId, nomination, vacancy } = await tx.candidacy.findUniqueOrThrow({
    where: { id: letter.candidacyId },
    select: {
      ...{ nominationId: true, vacancy: { select: VACANCY_TITLE } },
      nomination: { select: { stateCode: true, ...KNOWN_TO_STATE } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
  const titleIn = (locale: string) => ({
    post: nameIn(locale, vacancy.post.roleKind),
    mission: vacancy.post.mission.acronym,
  });
  const about = `${letter.candidacyId}:${letter.decisionId}`;
  if (letter.audience === "state") {
    const known = knownToState(nomination);
    const candidate = `${known.givenName} ${known.familyName}`;
    const outcome = letter.outcome === "selected" ? "selected" : "notSelected";
    const recused = await recusalsOf(tx, [letter.candidacyId]);
    for (const { id, name, email, locale } of await focalPointsOf(tx, nomination.stateCode)) {
      if (recused(id, letter.candidacyId)) continue;
      await queueMail(tx, {
        kind: "stateTold",
        ...{ to: email, locale },
        params: { name, candidate, ...titleIn(locale), outcome, link: paths.nomination(nominationId) },
        dedupeKey: `stateTold:${outcome}:${about}:${id}`,
      });
    }
    return;
  }
  const locale = person.user?.locale ?? "en";
  const name = `${person.givenName} ${person.familyName}`;
  const params = { name, ...titleIn(locale), link: paths.myCase(letter.candidacyId) };
  const address = { to: person.email, locale };
  await queueMail(
    tx,
    letter.outcome === "selected"
      ? { kind: "selected", ...address, params, dedupeKey: `selected:${about}` }
      : {
          kind: "notSelected",
          ...address,
          params: { ...params, suitable: letter.outcome === "suitable" ? "yes" : "no" },
          dedupeKey: `notSelected:${about}`,
        },
  );
}

interface Made {
  readonly vacancyId: string;
  readonly appointmentId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Tells the new leader of the appointment and its term. */
export async function tellAppointed(tx: Transaction, { vacancyId, appointmentId, startsOn, endsOn }: Made) {
  const { roleKind, mission } = await readVacancyTitle(tx, vacancyId);
  const { candidacyId, person } = await tx.appointment.findUniqueOrThrow({
    where: { id: appointmentId },
    select: {
      candidacyId: true,
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
  const locale = person.user?.locale ?? "en";
  await queueMail(tx, {
    kind: "appointed",
    to: person.email,
    locale,
    params: {
      name: `${person.givenName} ${person.familyName}`,
      post: nameIn(locale, roleKind),
      mission: mission.acronym,
      startsOn,
      endsOn,
      link: candidacyId === null ? paths.home() : paths.myCase(candidacyId),
    },
    dedupeKey: `appointed:${appointmentId}`,
  });
}
