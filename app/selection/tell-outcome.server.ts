import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { readVacancyTitle } from "./panel-state.queries.server.ts";

/** Those whose candidacy ends with the decision, one way or the other. */
const TOLD = ["selected", "recommended", "suitable", "notRecommended"] as const;

/**
 * Tells each candidate, and each nominating state's focal points, what the decision means for them: as it stands on
 * record, without a mark and without another's name.
 */
export async function tellOutcome(tx: Transaction, vacancyId: string) {
  const { roleKind, mission } = await readVacancyTitle(tx, vacancyId);
  const candidacies = await tx.candidacy.findMany({
    where: { vacancyId, state: { in: [...TOLD] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      state: true,
      nominationId: true,
      nomination: { select: { stateCode: true } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
  const focalPoints = await tx.roleGrant.findMany({
    where: {
      role: "focalPoint",
      revokedAt: null,
      stateCode: { in: candidacies.flatMap(({ nomination }) => nomination.stateCode ?? []) },
    },
    select: { stateCode: true, user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  for (const { id, state, nominationId, nomination, person } of candidacies) {
    const name = `${person.givenName} ${person.familyName}`;
    const chosen = state === "selected";
    const locale = person.user?.locale ?? "en";
    const common = { name, post: nameIn(locale, roleKind), mission: mission.acronym, link: paths.myCase(id) };
    const address = { to: person.email, locale };
    await queueMail(
      tx,
      chosen
        ? { kind: "selected", ...address, params: common, dedupeKey: `selected:${id}` }
        : {
            kind: "notSelected",
            ...address,
            params: { ...common, suitable: state === "notRecommended" ? "no" : "yes" },
            dedupeKey: `notSelected:${id}`,
          },
    );
    for (const { user } of focalPoints.filter(({ stateCode }) => stateCode === nomination.stateCode)) {
      await queueMail(tx, {
        kind: "stateTold",
        to: user.email,
        locale: user.locale,
        params: {
          name: user.name,
          candidate: name,
          post: nameIn(user.locale, roleKind),
          mission: mission.acronym,
          outcome: chosen ? "selected" : "notSelected",
          link: paths.nomination(nominationId),
        },
        dedupeKey: `stateTold:${chosen ? "selected" : "notSelected"}:${id}:${user.id}`,
      });
    }
  }
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
