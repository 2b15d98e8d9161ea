import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { type LetterAudience, TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { recusalsOf } from "#app/selection/conflict/recusal.queries.server.ts";
import { focalPointsOf } from "#app/selection/nomination/focal-point.queries.server.ts";
import { candidateUserIds } from "#app/selection/panel/judging-candidates.queries.server.ts";
import { readVacancyTitle, VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { decisionRound } from "./decision-round.queries.server.ts";

/**
 * Tells those who decide, the secretariat and the nominating state that whoever was selected has declined; not why.
 * Whoever is a candidate for the post is told as a candidate alone, whatever else they are; whoever is recused from the
 * case hears nothing of it.
 */
export async function tellDeclined(tx: Transaction, candidacyId: string) {
  const { person, vacancyId, vacancy, nominationId, nomination } = await tx.candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: {
      ...{ vacancyId: true, nominationId: true, vacancy: { select: VACANCY_TITLE } },
      person: { select: { givenName: true, familyName: true } },
      nomination: { select: { stateCode: true } },
    },
  });
  const candidates = await candidateUserIds(tx, vacancyId);
  const told = [
    ...(await wearersOf(tx, "decisionMaker", candidates)).map((user) => ({
      ...{ user, link: paths.decision(vacancyId) },
    })),
    ...(await wearersOf(tx, "secretariat", candidates)).map((user) => ({
      ...{ user, link: paths.vacancy(vacancyId) },
    })),
    ...(await focalPointsOf(tx, nomination.stateCode)).map((user) => ({
      ...{ user, link: paths.nomination(nominationId) },
    })),
  ];
  const recused = await recusalsOf(tx, [candidacyId]);
  for (const { user, link } of told.filter((one) => !recused(one.user.id, candidacyId))) {
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

/**
 * Tells those among whom is decided anew, and their nominating states, that they are considered again, without another's
 * name. For all others what they were told stands; who was told nothing yet is told nothing now.
 */
export async function tellReopened(tx: Transaction, vacancyId: string) {
  const { roleKind, mission } = await readVacancyTitle(tx, vacancyId);
  const round = await decisionRound(tx, vacancyId);
  const candidacies = await tx.candidacy.findMany({
    where: { vacancyId, state: "recommended" },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, nominationId: true, nomination: { select: { stateCode: true } }, letters: TOLD_BY },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
  for (const { id, nominationId, nomination, person, letters } of candidacies) {
    const candidate = `${person.givenName} ${person.familyName}`;
    const locale = person.user?.locale ?? "en";
    const knows = (audience: LetterAudience) => toldOf(audience, letters, false) !== "nothing";
    if (knows("candidate"))
      await queueMail(tx, {
        kind: "decisionReopened",
        ...{ to: person.email, locale },
        params: {
          ...{ name: candidate, post: nameIn(locale, roleKind), mission: mission.acronym },
          link: paths.myCase(id),
        },
        dedupeKey: `decisionReopened:${id}:${round}`,
      });
    if (!knows("state")) continue;
    for (const user of await focalPointsOf(tx, nomination.stateCode)) {
      await queueMail(tx, {
        kind: "stateToldReopened",
        ...{ to: user.email, locale: user.locale },
        params: {
          ...{ name: user.name, candidate, post: nameIn(user.locale, roleKind), mission: mission.acronym },
          link: paths.nomination(nominationId),
        },
        dedupeKey: `stateToldReopened:${id}:${round}:${user.id}`,
      });
    }
  }
}

async function wearersOf(
  tx: Transaction,
  role: "decisionMaker" | "secretariat",
  candidates: readonly string[],
) {
  return tx.user.findMany({
    where: { id: { notIn: [...candidates] }, roles: { some: { role, revokedAt: null } } },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, locale: true },
  });
}
