import { randomBytes } from "node:crypto";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { DAYS_TO_ANSWER, hashToken } from "./invitation.ts";
import { HEADQUARTERS_TIME_ZONE } from "./vacancy.ts";

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
  const { call } = vacancy;
  const lastNominations = Math.max(call?.takesUntil?.getTime() ?? 0, now().getTime());
  const expiresAt = new Date(lastNominations + DAYS_TO_ANSWER * DAY);
  const token = randomBytes(32).toString("base64url");
  const { id } = await tx.invitation.create({
    data: { candidacyId, tokenHash: hashToken(token), expiresAt },
    select: { id: true },
  });
  const locale = person.user?.locale ?? "en";
  const name = `${person.givenName} ${person.familyName}`;
  await queueMail(tx, {
    kind: "invitation",
    to: person.email,
    locale,
    params: {
      name,
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      state: nomination.nominatingState ? nameIn(locale, nomination.nominatingState) : name,
      link: paths.invitation(token),
      closesAt: expiresAt.toISOString(),
      timeZone: call?.timeZone ?? HEADQUARTERS_TIME_ZONE,
    },
    dedupeKey: `invitation:${id}`,
  });
}
