import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { giveReadiness } from "./give-readiness.server.ts";
import { findingsGiven, type ReadinessFinding } from "./readiness.ts";

interface Order {
  readonly membershipId: string;
  /** As many findings as were read (`findingsGiven`). */
  readonly version: number;
  readonly finding: ReadinessFinding;
}

/**
 * The secretariat finds a member ready anew, for the same kind of post or another. Nobody finds themself ready. Whoever
 * lapsed or left does not come back by it: they are told, and return by their own word.
 */
export async function revalidateReadiness(
  actor: Actor,
  { membershipId, version, finding }: Order,
): Promise<Result<{ expiresOn: string }>> {
  if (!can(actor, "cadre.admit") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  return inTransaction(async (tx) => {
    const membership = await tx.cadreMembership.findUnique({
      where: { id: membershipId },
      select: {
        readiness: { select: { version: true } },
        person: {
          select: {
            ...{ userId: true, givenName: true, familyName: true, email: true },
            user: { select: { locale: true } },
          },
        },
      },
    });
    if (!membership) return refuse("notFound");
    const { person } = membership;
    if (person.userId === actor.userId) return refuse("ownCase");
    if (findingsGiven(membership.readiness) !== version) return refuse("changedMeanwhile");
    const roleKind = await tx.roleKind.findUnique({ where: { code: finding.roleKindCode } });
    if (!roleKind) return refuse("roleKindUnknown", {}, "roleKindCode");
    const expiresOn = await giveReadiness(tx, officer, membershipId, finding);
    const locale = person.user?.locale ?? "en";
    await queueMail(tx, {
      kind: "cadreAdmitted",
      ...{ to: person.email, locale },
      params: {
        name: `${person.givenName} ${person.familyName}`,
        roleKinds: nameIn(locale, roleKind),
        expiresOn,
        link: paths.myMembership(),
      },
      dedupeKey: `cadreAdmitted:${membershipId}:${finding.roleKindCode}:${expiresOn}`,
    });
    return ok({ expiresOn });
  }, "Serializable");
}
