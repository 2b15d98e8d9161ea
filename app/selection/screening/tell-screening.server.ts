import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { focalPointsOf } from "#app/selection/nomination/focal-point.queries.server.ts";
import type { ScreenedCandidacy } from "./record-screening.server.ts";
import { sayReasons } from "./say-reasons.server.ts";
import { screeningBar } from "./screener.ts";
import type { ScreeningReason } from "./screening-reasons.ts";

/**
 * Tells the candidate the outcome; whoever is screened out, each reason in words and what to do about it. The nominating
 * state of whoever is screened out is told the same reasons, and nothing beside them.
 */
export async function tellScreened(
  tx: Transaction,
  candidacy: ScreenedCandidacy,
  reasons: readonly ScreeningReason[],
) {
  const { id, person, vacancy } = candidacy;
  const locale = person.user?.locale ?? "en";
  const params = {
    name: `${person.givenName} ${person.familyName}`,
    post: nameIn(locale, vacancy.post.roleKind),
    mission: vacancy.post.mission.acronym,
    link: paths.myCase(id),
  };
  const address = { to: person.email, locale, dedupeKey: `screened:${id}` };
  await queueMail(
    tx,
    reasons.length === 0
      ? { kind: "screeningPassed", ...address, params }
      : {
          kind: "screeningFailed",
          ...address,
          params: { ...params, ...(await sayReasons(reasons, locale)) },
        },
  );
  if (reasons.length > 0) await tellStateScreenedOut(tx, candidacy, reasons);
}

async function tellStateScreenedOut(
  tx: Transaction,
  { id, nominationId, person, nomination, vacancy }: ScreenedCandidacy,
  reasons: readonly ScreeningReason[],
) {
  for (const { id: userId, name, email, locale } of await focalPointsOf(tx, nomination.stateCode)) {
    await queueMail(tx, {
      kind: "stateToldScreenedOut",
      ...{ to: email, locale },
      params: {
        name,
        candidate: `${person.givenName} ${person.familyName}`,
        post: nameIn(locale, vacancy.post.roleKind),
        mission: vacancy.post.mission.acronym,
        reasons: (await sayReasons(reasons, locale)).reasons,
        link: paths.nomination(nominationId),
      },
      dedupeKey: `stateToldScreenedOut:${id}:${userId}`,
    });
  }
}

/** Asks every officer who may, and has not screened the case yet, to be the third. */
export async function wantThirdScreener(tx: Transaction, candidacy: ScreenedCandidacy) {
  const { id, person, nomination, vacancy, screeningRound, screeningSheets } = candidacy;
  const officers = await tx.user.findMany({
    where: { roles: { some: { role: "secretariat", revokedAt: null } } },
    orderBy: { id: "asc" },
    take: MOST_ASKED,
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      roles: { where: { revokedAt: null }, select: { role: true, stateCode: true } },
    },
  });
  const screened = new Set(screeningSheets.map(({ screenerId }) => screenerId));
  for (const { id: userId, name, email, locale, roles } of officers) {
    const officer = { userId, personId: null, name, roles, locale, timeZone: "UTC" };
    const bar = screeningBar(
      { ...officer, role: "secretariat", stateCode: null },
      { candidateUserId: person.userId, ...nomination },
    );
    if (bar || screened.has(userId)) continue;
    await queueMail(tx, {
      kind: "thirdScreenerWanted",
      to: email,
      locale,
      params: {
        name,
        post: nameIn(locale, vacancy.post.roleKind),
        mission: vacancy.post.mission.acronym,
        link: paths.screening(id),
      },
      dedupeKey: `thirdScreener:${id}:${screeningRound}:${userId}`,
    });
  }
}

/** Most officers who are asked by mail; everybody finds the case on their home page. */
const MOST_ASKED = 20;
