import { randomBytes, randomUUID } from "node:crypto";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";
import { queueMails } from "#app/platform/mail.server.ts";
import { HEADQUARTERS_TIME_ZONE } from "#app/selection/vacancy/vacancy.ts";
import { DAYS_TO_ANSWER, hashToken } from "./invitation.ts";

const DAY = 86_400_000;

/**
 * Asks nominees by mail to consent and to complete their files, in a few statements for all of them; each link is its
 * nominee's alone and only its hash is kept.
 */
export async function inviteCandidates(tx: Transaction, candidacyIds: readonly string[]): Promise<void> {
  const candidacies = await tx.candidacy.findMany({
    where: { id: { in: [...candidacyIds] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
      nomination: { select: { nominatingState: { select: { nameEn: true, nameFr: true } } } },
      vacancy: {
        select: {
          call: { select: { takesUntil: true, timeZone: true } },
          post: {
            select: {
              roleKind: { select: { nameEn: true, nameFr: true } },
              mission: { select: { acronym: true } },
            },
          },
        },
      },
    },
  });
  const asked = candidacies.map((candidacy) => {
    const lastNominations = Math.max(candidacy.vacancy.call?.takesUntil?.getTime() ?? 0, now().getTime());
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(lastNominations + DAYS_TO_ANSWER * DAY);
    return { ...candidacy, token, invitationId: randomUUID(), expiresAt };
  });
  await insertRows(
    tx,
    "Invitation",
    asked.map(({ id, token, invitationId, expiresAt }) => ({
      ...{ id: invitationId, candidacyId: id, tokenHash: hashToken(token), expiresAt, createdAt: now() },
    })),
  );
  await queueMails(
    tx,
    asked.map(({ token, invitationId, expiresAt, person, nomination, vacancy }) => {
      const locale = person.user?.locale ?? "en";
      const name = `${person.givenName} ${person.familyName}`;
      return {
        kind: "invitation" as const,
        to: person.email,
        locale,
        params: {
          name,
          post: nameIn(locale, vacancy.post.roleKind),
          mission: vacancy.post.mission.acronym,
          state: nomination.nominatingState ? nameIn(locale, nomination.nominatingState) : name,
          link: paths.invitation(token),
          closesAt: expiresAt.toISOString(),
          timeZone: vacancy.call?.timeZone ?? HEADQUARTERS_TIME_ZONE,
        },
        dedupeKey: `invitation:${invitationId}`,
      };
    }),
  );
}
