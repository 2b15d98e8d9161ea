import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { openPersonAccount } from "#app/access/open-person-account.server.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { giveReadiness } from "./give-readiness.server.ts";
import type { DirectProposal } from "./readiness.ts";

/**
 * Proposes somebody to the cadre with an assessment, without a panel. The person is asked by mail and is no member
 * until they confirm.
 */
export async function proposeMember(
  actor: Actor,
  proposal: DirectProposal,
): Promise<Result<{ membershipId: string }>> {
  if (!can(actor, "cadre.admit") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  return inTransaction(async (tx) => {
    const roleKind = await tx.roleKind.findUnique({ where: { code: proposal.roleKindCode } });
    if (!roleKind) return refuse("roleKindUnknown", {}, "roleKindCode");
    const state = await tx.state.findUnique({
      where: { code: proposal.nationality },
      select: { code: true },
    });
    if (!state) return refuse("stateUnknown", {}, "nationality");
    if (await isOwn(tx, officer.userId, proposal.email)) return refuse("ownCase", {}, "email");
    const { email } = proposal;
    // Who is on file twice is a member under either address.
    const person = { OR: [{ email }, { merged: { some: { email } } }] };
    const members = await tx.cadreMembership.count({ where: { person } });
    if (members > 0) return refuse("alreadyMember", {}, "email");
    const { personId } = await openPersonAccount(tx, actor, proposal, "candidate");
    const { id } = await tx.cadreMembership.create({
      data: {
        personId,
        state: "proposed",
        enteredVia: "direct",
        reason: proposal.evidence,
        enteredAt: now(),
      },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "cadre.admitted",
      subject: { type: "membership", id },
      facts: { personId, via: "direct" },
    });
    const expiresOn = await giveReadiness(tx, officer, id, proposal);
    await queueMail(tx, {
      kind: "cadreAdmitted",
      to: proposal.email,
      locale: "en",
      params: {
        name: `${proposal.givenName} ${proposal.familyName}`,
        roleKinds: nameIn("en", roleKind),
        expiresOn,
        link: paths.myMembership(),
      },
      dedupeKey: `cadreAdmitted:${id}:${proposal.roleKindCode}:${expiresOn}`,
    });
    return ok({ membershipId: id });
  }, "Serializable");
}

/** Whether an address is that of an account, or of a person whose account it is, on file once or joined with another. */
async function isOwn(tx: Transaction, userId: string, email: string): Promise<boolean> {
  const [accounts, people] = await Promise.all([
    tx.user.count({ where: { id: userId, email } }),
    tx.person.count({ where: { email, OR: [{ userId }, { mergedInto: { userId } }] } }),
  ]);
  return accounts + people > 0;
}
