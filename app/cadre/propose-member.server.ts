import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
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
    const person = await personOf(tx, proposal);
    if (person.cadreMembership) return refuse("alreadyMember", {}, "email");
    const { id } = await tx.cadreMembership.create({
      data: {
        personId: person.id,
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
      facts: { personId: person.id, via: "direct" },
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

/** The person at this address, with an account to confirm from; what is already on file about them stays. */
async function personOf(tx: Transaction, proposal: DirectProposal) {
  const name = `${proposal.givenName} ${proposal.familyName}`;
  const account = await tx.user.upsert({
    where: { email: proposal.email },
    create: { id: randomUUID(), email: proposal.email, name },
    update: {},
    select: { id: true, roles: { where: { role: "candidate" }, select: { id: true } } },
  });
  if (account.roles.length === 0)
    await tx.roleGrant.create({ data: { userId: account.id, role: "candidate" } });
  const person = await tx.person.upsert({
    where: { email: proposal.email },
    create: {
      givenName: proposal.givenName,
      familyName: proposal.familyName,
      email: proposal.email,
      gender: proposal.gender,
      nationalities: [proposal.nationality],
      userId: account.id,
    },
    update: {},
    select: { id: true, userId: true, cadreMembership: { select: { id: true } } },
  });
  if (person.userId === null)
    await tx.person.update({ where: { id: person.id }, data: { userId: account.id } });
  return person;
}
