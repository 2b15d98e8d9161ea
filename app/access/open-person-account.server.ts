import { randomUUID } from "node:crypto";
import type { Gender } from "#app/generated/prisma/enums.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { Actor, Role } from "./actor.ts";

interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly gender: Gender;
  /** ISO code of a state. */
  readonly nationality: string;
}

/**
 * The person at this address, with an account that may wear `role`. Whoever is on file already stays as they are: a
 * later nomination or pledge changes neither name nor nationality. Invented people beget invented people: who is
 * entered by an account of the demonstration is marked as it is. Who is on file twice is the one that goes on.
 */
export async function openPersonAccount(
  tx: Transaction,
  author: Actor,
  entered: NewPerson,
  role: Role,
): Promise<{ readonly personId: string; readonly userId: string }> {
  const email = entered.email.trim().toLowerCase();
  const { givenName, familyName, gender } = entered;
  const by = await tx.user.findUnique({ where: { id: author.userId ?? "" }, select: { demo: true } });
  const demo = by?.demo ?? false;
  const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
  const userId =
    known?.id ??
    (
      await tx.user.create({
        data: { id: randomUUID(), email, name: `${givenName} ${familyName}`, demo },
        select: { id: true },
      })
    ).id;
  if (!known) {
    await appendEvent(tx, author, { kind: "account.created", subject: { type: "account", id: userId } });
  }
  await grantRole(tx, author, userId, role);
  const person = await tx.person.upsert({
    where: { email },
    create: { givenName, familyName, email, gender, nationalities: [entered.nationality], userId, demo },
    update: {},
    select: { id: true, userId: true, mergedIntoId: true },
  });
  if (person.userId === null) await tx.person.update({ where: { id: person.id }, data: { userId } });
  return { personId: person.mergedIntoId ?? person.id, userId: person.userId ?? userId };
}

/** The account may wear the role from now on; one that may already is left alone. */
export async function grantRole(tx: Transaction, author: Actor, userId: string, role: Role): Promise<void> {
  const held = await tx.roleGrant.findFirst({
    where: { userId, role },
    select: { id: true, revokedAt: true },
  });
  if (held?.revokedAt === null) return;
  if (held) await tx.roleGrant.update({ where: { id: held.id }, data: { revokedAt: null } });
  else await tx.roleGrant.create({ data: { userId, role, grantedAt: now() } });
  await appendEvent(tx, author, {
    kind: "role.granted",
    subject: { type: "account", id: userId },
    facts: { role },
  });
}
