import { randomBytes, randomUUID } from "node:crypto";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";
import { queueMails } from "#app/platform/mail.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import type { CandidateFileContent } from "#app/selection/candidate/candidate-file.ts";
import { DAYS_TO_ANSWER, hashToken } from "#app/selection/candidate/invitation.ts";

const DAY = 86_400_000;

/** A nomination for the cadre with the file as its nominator stated it. */
interface Nominated {
  readonly nominationId: string;
  readonly content: CandidateFileContent;
}

interface Author {
  readonly author: "state" | "candidate";
  readonly writtenById: string;
}

/**
 * Opens the reviews of nominations for the cadre at large, each with its file as it was stated, and asks by mail
 * whomever a state nominated. Who nominated themself answers on their own page.
 */
export async function askForCadre(
  tx: Transaction,
  nominated: readonly Nominated[],
  by: Author,
): Promise<void> {
  if (nominated.length === 0) return;
  const ids = nominated.map(({ nominationId }) => nominationId);
  await tx.poolReview.createMany({ data: ids.map((nominationId) => ({ nominationId })) });
  const written = { number: 1, ...by, writtenAt: now() };
  await tx.poolFileVersion.createMany({ data: nominated.map((file) => ({ ...file, ...written })) });
  await inviteToCadre(tx, ids);
}

/** Mails nominees a link of their own, of which only the hash is kept; in a few statements for all of them. */
export async function inviteToCadre(tx: Transaction, nominationIds: readonly string[]): Promise<void> {
  const nominations = await tx.nomination.findMany({
    where: { id: { in: [...nominationIds] }, nominator: "state" },
    orderBy: { id: "asc" },
    select: {
      id: true,
      call: { select: { ...NAMED_CALL, takesUntil: true, timeZone: true } },
      nominatingState: { select: { nameEn: true, nameFr: true } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
  const asked = nominations.map((nomination) => {
    const last = Math.max(nomination.call.takesUntil?.getTime() ?? 0, now().getTime());
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(last + DAYS_TO_ANSWER * DAY);
    return { ...nomination, token, invitationId: randomUUID(), expiresAt };
  });
  await insertRows(
    tx,
    "PoolInvitation",
    asked.map(({ id, token, invitationId, expiresAt }) => ({
      ...{ id: invitationId, nominationId: id, tokenHash: hashToken(token), expiresAt, createdAt: now() },
    })),
  );
  await queueMails(
    tx,
    asked.map(({ token, invitationId, expiresAt, call, person, nominatingState }) => {
      const locale = person.user?.locale ?? "en";
      const name = `${person.givenName} ${person.familyName}`;
      return {
        kind: "cadreInvitation" as const,
        to: person.email,
        locale,
        params: {
          name,
          call: nameOfCall(locale, call),
          state: nominatingState ? nameIn(locale, nominatingState) : name,
          link: paths.poolInvitation(token),
          closesAt: expiresAt.toISOString(),
          timeZone: call.timeZone,
        },
        dedupeKey: `cadreInvitation:${invitationId}`,
      };
    }),
  );
}
