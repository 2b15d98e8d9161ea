import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { isOfficialRole, type RoleGift } from "./account-order.ts";
import type { Actor } from "./actor.ts";
import { can } from "./can.ts";
import { ok, type Result, refuse } from "./result.ts";

/**
 * Lets an account that is there act in one more official role. Its holder is told; the state is bound to a focal point alone.
 * A role that was withdrawn is held again from now on.
 */
export async function giveRole(
  actor: Actor,
  { userId, role, state, reason }: RoleGift & { readonly userId: string },
): Promise<Result<undefined>> {
  if (!can(actor, "account.changeRoles")) return refuse("notPermitted");
  const stateCode = role === "focalPoint" ? (state ?? null) : null;
  return inTransaction(async (tx) => {
    if (!(await stillOfficer(tx, actor))) return refuse("notPermitted");
    const account = await tx.user.findUnique({
      where: { id: userId },
      select: { name: true, email: true, locale: true },
    });
    if (!account) return refuse("notFound");
    if (stateCode && !(await tx.state.findUnique({ where: { code: stateCode }, select: { code: true } })))
      return refuse("stateUnknown", {}, "state");
    const held = await tx.roleGrant.findFirst({
      where: { userId, role, stateCode },
      select: { id: true, revokedAt: true },
    });
    if (held?.revokedAt === null) return refuse("roleHeld", {}, "role");
    const since = { revokedAt: null, grantedAt: now() };
    const grant = held
      ? await tx.roleGrant.update({ where: { id: held.id }, data: since, select: { id: true } })
      : await tx.roleGrant.create({ data: { userId, role, stateCode, ...since }, select: { id: true } });
    const eventId = await appendEvent(tx, actor, {
      kind: "role.granted",
      subject: { type: "account", id: userId },
      facts: { role, stateCode },
      committed: { reason },
    });
    await queueMail(tx, {
      kind: "roleGiven",
      to: account.email,
      locale: account.locale,
      params: { name: account.name, role, link: paths.signIn() },
      dedupeKey: `roleGiven:${grant.id}:${eventId}`,
    });
    return ok();
  }, "Serializable");
}

interface Withdrawal {
  readonly userId: string;
  readonly grantId: string;
  readonly reason: string;
}

/**
 * Ends an account's official role: from the next request on it is not worn, in any session. Nobody ends their own, and two
 * officers who end each other's at once do not both succeed: so one officer always remains. What the account did stays.
 */
export async function withdrawRole(
  actor: Actor,
  { userId, grantId, reason }: Withdrawal,
): Promise<Result<undefined>> {
  if (!can(actor, "account.changeRoles")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    if (!(await stillOfficer(tx, actor))) return refuse("notPermitted");
    const grant = await tx.roleGrant.findFirst({ where: { id: grantId, userId } });
    if (!grant || !isOfficialRole(grant.role)) return refuse("notFound");
    if (grant.revokedAt) return refuse("roleWithdrawn");
    if (userId === actor.userId) return refuse("roleOwn");
    await tx.roleGrant.update({ where: { id: grantId }, data: { revokedAt: now() } });
    await appendEvent(tx, actor, {
      kind: "role.withdrawn",
      subject: { type: "account", id: userId },
      facts: { role: grant.role, stateCode: grant.stateCode },
      committed: { reason },
    });
    return ok();
  }, "Serializable");
}

/** Whether who acts is an officer now: what the request was let in by may have ended meanwhile. */
const stillOfficer = async (tx: Transaction, actor: Actor) =>
  (await tx.roleGrant.count({
    where: { userId: actor.userId ?? "", role: "secretariat", revokedAt: null },
  })) > 0;
