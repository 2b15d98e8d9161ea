import { randomBytes } from "node:crypto";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { DAYS_TO_ANSWER, hashToken } from "./invitation.ts";

const DAY = 86_400_000;

/** Asks a nominee by mail to consent and to complete the file; the link is theirs alone and only its hash is kept. */
export async function inviteCandidate(
  tx: Transaction,
  { candidacyId }: { readonly candidacyId: string },
): Promise<void> {
  const { person, nomination, vacancy } = await tx.candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: {
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
      nomination: { select: { nominatingState: { select: { nameEn: true, nameFr: true } } } },
      vacancy: {
        select: {
          closesAt: true,
          timeZone: true,
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
  const closesAt = vacancy.closesAt ?? now();
  const expiresAt = new Date(Math.max(closesAt.getTime(), now().getTime()) + DAYS_TO_ANSWER * DAY);
  const token = randomBytes(32).toString("base64url");
  const { id } = await tx.invitation.create({
    data: { candidacyId, tokenHash: hashToken(token), expiresAt, createdAt: now() },
    select: { id: true },
  });
  const locale = person.user?.locale ?? "en";
  await queueMail(tx, {
    kind: "invitation",
    to: person.email,
    locale,
    params: {
      name: `${person.givenName} ${person.familyName}`,
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      state: nameIn(locale, nomination.nominatingState),
      link: paths.invitation(token),
      closesAt: expiresAt.toISOString(),
      timeZone: vacancy.timeZone,
    },
    dedupeKey: `invitation:${id}`,
  });
}
