import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Transaction } from "#app/platform/database.server.ts";

/** Accounts that can be named as contacts. */
export const SECRETARIAT_ACCOUNT = {
  roles: { some: { role: "secretariat", revokedAt: null } },
} satisfies Prisma.UserWhereInput;

/** Concerns not closed whose officer is one no more: they wait for a word of whoever raised them. */
export const LEFT_BEHIND = {
  state: { not: "closed" },
  handler: { NOT: SECRETARIAT_ACCOUNT },
} satisfies Prisma.ConcernWhereInput;

/**
 * To whom a concern left behind can be handed: the officer named now for its kind, if that is one and not of the pair.
 *
 * @returns null where the concern is not left behind; without an account where nobody can take it
 */
export async function nextHandler(tx: Pick<Transaction, "concern" | "concernContact">, concernId: string) {
  const concern = await tx.concern.findFirst({
    where: { id: concernId, ...LEFT_BEHIND },
    select: {
      contact: true,
      engagement: { select: { menteeId: true, mentor: { select: { personId: true } } } },
    },
  });
  if (!concern) return null;
  const { contact, engagement } = concern;
  const named = await tx.concernContact.findFirst({
    where: { kind: contact, user: SECRETARIAT_ACCOUNT },
    select: { userId: true, user: { select: { name: true, person: { select: { id: true } } } } },
  });
  const own = named?.user.person?.id;
  if (!named || own === engagement.menteeId || own === engagement.mentor.personId) {
    return { userId: null, name: null };
  }
  return { userId: named.userId, name: named.user.name };
}
