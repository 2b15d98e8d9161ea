import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { focalPointsOf } from "./focal-point.queries.server.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";

/** Tells those who decide, the secretariat and the nominating state that whoever was selected has declined; not why. */
export async function tellDeclined(tx: Transaction, candidacyId: string) {
  const { person, vacancyId, vacancy, nominationId, nomination } = await tx.candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: {
      ...{ vacancyId: true, nominationId: true, vacancy: { select: VACANCY_TITLE } },
      person: { select: { givenName: true, familyName: true } },
      nomination: { select: { stateCode: true } },
    },
  });
  const told = [
    ...(await wearersOf(tx, "decisionMaker")).map((user) => ({ user, link: paths.decision(vacancyId) })),
    ...(await wearersOf(tx, "secretariat")).map((user) => ({ user, link: paths.vacancy(vacancyId) })),
    ...(await focalPointsOf(tx, nomination.stateCode)).map((user) => ({
      ...{ user, link: paths.nomination(nominationId) },
    })),
  ];
  for (const { user, link } of told) {
    await queueMail(tx, {
      kind: "selectionDeclined",
      ...{ to: user.email, locale: user.locale },
      params: {
        name: user.name,
        candidate: `${person.givenName} ${person.familyName}`,
        post: nameIn(user.locale, vacancy.post.roleKind),
        mission: vacancy.post.mission.acronym,
        link,
      },
      dedupeKey: `selectionDeclined:${candidacyId}:${user.id}`,
    });
  }
}

async function wearersOf(tx: Transaction, role: "decisionMaker" | "secretariat") {
  return tx.user.findMany({
    where: { roles: { some: { role, revokedAt: null } } },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, locale: true },
  });
}
