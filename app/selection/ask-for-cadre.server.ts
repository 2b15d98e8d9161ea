import { randomBytes } from "node:crypto";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMails } from "#app/platform/mail.server.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { DAYS_TO_ANSWER, hashToken } from "./invitation.ts";

const DAY = 86_400_000;

/**
 * Opens the reviews of nominations for the cadre at large, and asks by mail whomever a state nominated. Who nominated
 * themself answers on their own page.
 */
export async function askForCadre(tx: Transaction, nominationIds: readonly string[]): Promise<void> {
  if (nominationIds.length === 0) return;
  await tx.poolReview.createMany({ data: nominationIds.map((nominationId) => ({ nominationId })) });
  await inviteToCadre(tx, nominationIds);
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
    return { ...nomination, token, expiresAt: new Date(last + DAYS_TO_ANSWER * DAY) };
  });
  const invitations = await tx.poolInvitation.createManyAndReturn({
    data: asked.map(({ id, token, expiresAt }) => ({
      ...{ nominationId: id, tokenHash: hashToken(token), expiresAt, createdAt: now() },
    })),
    select: { id: true, nominationId: true },
  });
  const invitationOf = new Map(invitations.map(({ id, nominationId }) => [nominationId, id]));
  await queueMails(
    tx,
    asked.map(({ id, token, expiresAt, call, person, nominatingState }) => {
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
        dedupeKey: `cadreInvitation:${invitationOf.get(id) ?? id}`,
      };
    }),
  );
}
