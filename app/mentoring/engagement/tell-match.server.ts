import { loadMessages } from "#app/i18n/catalogues.ts";
import { readyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";

const person = {
  select: { id: true, givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
} as const;

interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly user: { readonly locale: string } | null;
}

async function sidesOf(tx: Transaction, proposalId: string) {
  const { dueOn, mentor, need } = await tx.matchProposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { dueOn: true, mentor: { select: { person } }, need: { select: { person } } },
  });
  const sides = [
    { me: mentor.person, other: need.person, otherRole: "mentee" as const },
    { me: need.person, other: mentor.person, otherRole: "mentor" as const },
  ];
  return { dueOn: dayOf(dueOn), sides };
}

const nameOf = ({ givenName, familyName }: Person) => `${givenName} ${familyName}`;
const addressOf = ({ email, user }: Person) => ({ to: email, locale: user?.locale ?? "en" });

/** Asks both sides of a proposed pair. */
export async function tellProposed(tx: Transaction, proposalId: string) {
  const { dueOn, sides } = await sidesOf(tx, proposalId);
  for (const { me, other, otherRole } of sides) {
    const address = addressOf(me);
    const language = readyLanguage(address.locale);
    const t = translator(language, await loadMessages(language));
    const params = {
      name: nameOf(me),
      other: nameOf(other),
      role: t(`mentoring.role.${otherRole}`),
      link: paths.proposal(proposalId),
      dueOn,
    };
    await queueMail(tx, {
      kind: "matchProposed",
      ...address,
      params,
      dedupeKey: `matchProposed:${proposalId}:${me.id}`,
    });
  }
}

/** Tells both sides that their pair begins. */
export async function tellConcluded(tx: Transaction, proposalId: string, engagementId: string) {
  const { sides } = await sidesOf(tx, proposalId);
  for (const { me, other } of sides) {
    await queueMail(tx, {
      kind: "matchConcluded",
      ...addressOf(me),
      params: { name: nameOf(me), other: nameOf(other), link: paths.newSession(engagementId) },
      dedupeKey: `matchConcluded:${proposalId}:${me.id}`,
    });
  }
}

/** Tells the side that did not decline that the pair will not go ahead; not who declined, nor why. */
export async function tellDeclined(tx: Transaction, proposalId: string, declinedById: string) {
  const { sides } = await sidesOf(tx, proposalId);
  for (const { me } of sides.filter((side) => side.me.id !== declinedById)) {
    await queueMail(tx, {
      kind: "matchDeclined",
      ...addressOf(me),
      params: { name: nameOf(me), link: paths.home() },
      dedupeKey: `matchDeclined:${proposalId}`,
    });
  }
}
