import { randomUUID } from "node:crypto";
import type { Gender } from "#app/generated/prisma/enums.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";
import { appendEvent, appendEvents } from "#app/record/append-event.server.ts";
import type { Actor, Role } from "./actor.ts";
import { actingState } from "./can.ts";

interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly gender: Gender;
  /** ISO code of a state. */
  readonly nationality: string;
}

/**
 * Whether a state would say who somebody is whose account is there and who has not said so themself: names, gender and
 * nationality of an account are its holder's to state, not a focal point's. Of whom a person is on file nothing is changed.
 */
export async function claimsAnother(tx: Transaction, author: Actor, address: string): Promise<boolean> {
  if (actingState(author) === null) return false;
  const email = address.trim().toLowerCase();
  const [accounts, people] = await Promise.all([
    tx.user.count({ where: { email, id: { not: author.userId ?? "" } } }),
    tx.person.count({ where: { email } }),
  ]);
  return accounts > 0 && people === 0;
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

/**
 * The people at these addresses, each with an account that may wear `role`, in a few statements: for what is taken in
 * by the thousand. As with one, whoever is on file stays as they are.
 *
 * @param entered each address once, in small letters
 * @returns by address, the person and whether they are new
 */
export async function openPersonAccounts(
  tx: Transaction,
  author: Actor,
  entered: readonly NewPerson[],
  role: Role,
): Promise<ReadonlyMap<string, { readonly personId: string; readonly isNew: boolean }>> {
  const by = await tx.user.findUnique({ where: { id: author.userId ?? "" }, select: { demo: true } });
  const demo = by?.demo ?? false;
  const emails = entered.map(({ email }) => email);
  const ofAddress = { where: { email: { in: emails } } };
  const before = await tx.user.findMany({ ...ofAddress, select: { email: true } });
  const known = new Set(before.map(({ email }) => email));
  const fresh = entered.filter(({ email }) => !known.has(email));
  const users = fresh.map(({ email, givenName, familyName }) => ({
    ...{ id: randomUUID(), email, name: `${givenName} ${familyName}`, demo, updatedAt: now() },
  }));
  await insertRows(tx, "User", users);
  await appendEvents(
    tx,
    author,
    users.map(({ id }) => ({ kind: "account.created", subject: { type: "account", id } })),
  );
  const accounts = await tx.user.findMany({
    ...ofAddress,
    select: { id: true, email: true, roles: { where: { role }, select: { id: true, revokedAt: true } } },
  });
  await grantRoles(tx, author, accounts, role);
  const onFile = await tx.person.findMany({ ...ofAddress, select: { email: true } });
  const there = new Set(onFile.map(({ email }) => email));
  const userOf = new Map(accounts.map(({ email, id }) => [email, id]));
  await insertRows(
    tx,
    "Person",
    entered
      .filter(({ email }) => !there.has(email))
      .map(({ nationality, givenName, familyName, email, gender }) => ({
        ...{ id: randomUUID(), givenName, familyName, email, gender, demo, updatedAt: now() },
        ...{ nationalities: [nationality], userId: userOf.get(email) ?? null },
      })),
  );
  const people = await tx.person.findMany({ ...ofAddress, select: { id: true, email: true, userId: true } });
  for (const { id, email } of people.filter(({ userId }) => userId === null))
    await tx.person.update({ where: { id }, data: { userId: userOf.get(email) ?? null } });
  return new Map(people.map(({ id, email }) => [email, { personId: id, isNew: !there.has(email) }]));
}

interface Account {
  readonly id: string;
  readonly roles: readonly { readonly id: string; readonly revokedAt: Date | null }[];
}

async function grantRoles(tx: Transaction, author: Actor, accounts: readonly Account[], role: Role) {
  const without = accounts.filter(({ roles }) => roles.every(({ revokedAt }) => revokedAt !== null));
  const revoked = without.flatMap(({ roles }) => roles.slice(0, 1).map(({ id }) => id));
  await tx.roleGrant.updateMany({ where: { id: { in: revoked } }, data: { revokedAt: null } });
  const never = without.filter(({ roles }) => roles.length === 0);
  await insertRows(
    tx,
    "RoleGrant",
    never.map(({ id }) => ({ id: randomUUID(), userId: id, role, grantedAt: now() })),
  );
  await appendEvents(
    tx,
    author,
    without.map(({ id }) => ({
      kind: "role.granted",
      subject: { type: "account", id },
      facts: { role },
    })),
  );
}
