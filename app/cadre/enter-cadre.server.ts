import type { Actor } from "#app/access/actor.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { giveReadiness } from "./give-readiness.server.ts";
import type { MembershipState } from "./lifecycle.ts";
import { deployableChoice } from "./member-profile.ts";
import type { ReadinessFinding } from "./readiness.ts";

interface Entry {
  readonly personId: string;
  /** How the person comes in: from a panel's finding, or by a call for the cadre at large. */
  readonly via: "panel" | "call";
  /** The candidacy or the nomination that it rests on. */
  readonly source: { readonly name: "candidacyId" | "nominationId"; readonly id: string };
  /** One for each role kind; the actor is the assessor. */
  readonly findings: readonly ReadinessFinding[];
  readonly roleKinds: readonly { readonly nameEn: string; readonly nameFr: string }[];
  readonly to: { readonly name: string; readonly email: string; readonly locale: string };
}

/** Who stands so keeps their standing when they are found ready anew: what they said of it is theirs alone to change. */
const OWN_WORD: readonly MembershipState[] = ["active", "paused", "withdrawn"];

/**
 * Takes a person into the cadre with what they were found ready for, and tells them. Whoever is a member already gets
 * the new findings; so do those who paused or left, who come back by their own word and not by this.
 *
 * @returns the membership's id
 */
export async function enterCadre(
  tx: Transaction,
  officer: Actor & { readonly userId: string },
  entry: Entry,
): Promise<string> {
  const membershipId = await becomeMember(tx, officer, entry);
  let expiresOn = "";
  for (const finding of entry.findings) expiresOn = await giveReadiness(tx, officer, membershipId, finding);
  const { name, email, locale } = entry.to;
  const codes = entry.findings.map(({ roleKindCode }) => roleKindCode).join("+");
  await queueMail(tx, {
    kind: "cadreAdmitted",
    ...{ to: email, locale },
    params: {
      name,
      roleKinds: entry.roleKinds.map((roleKind) => nameIn(locale, roleKind)).join(", "),
      expiresOn,
      link: paths.myMembership(),
    },
    dedupeKey: `cadreAdmitted:${membershipId}:${codes}:${expiresOn}`,
  });
  return membershipId;
}

async function becomeMember(tx: Transaction, actor: Actor, { personId, via, source }: Entry) {
  const known = await tx.cadreMembership.findUnique({
    where: { personId },
    select: { id: true, state: true },
  });
  if (known && OWN_WORD.includes(known.state)) return known.id;
  const entered = {
    ...({ state: "active", enteredVia: via, reason: source.id } as const),
    ...{ enteredAt: now(), lapsedAt: null },
  };
  const { id } = await tx.cadreMembership.upsert({
    where: { personId },
    create: { personId, ...entered },
    update: { ...entered, version: { increment: 1 } },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "cadre.admitted",
    subject: { type: "membership", id },
    facts: { personId, [source.name]: source.id, via },
  });
  await keepWhatIsKnown(tx, id, personId);
  return id;
}

/**
 * Who enters from a panel or a call agreed there to be considered for posts, and stated how soon they could deploy: that
 * goes on, where the member has not said otherwise since.
 */
async function keepWhatIsKnown(tx: Transaction, membershipId: string, personId: string) {
  await tx.cadreConsent.createMany({
    data: [{ membershipId, purpose: "vacancies", given: true, textVersion: "entry", changedAt: now() }],
    skipDuplicates: true,
  });
  const profile = await tx.profile.findUnique({
    where: { personId },
    select: { seniorYears: true, fieldMissions: true, deployableDays: true },
  });
  if (!profile) return;
  await tx.cadreMembership.updateMany({
    where: { id: membershipId, confirmedAt: null },
    data: {
      seniorYears: profile.seniorYears,
      fieldMissions: profile.fieldMissions,
      deployableWithin: deployableChoice(profile.deployableDays),
    },
  });
}
