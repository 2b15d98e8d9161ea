import { Prisma } from "#app/generated/prisma/client.ts";
import type { Transaction } from "#app/platform/database.server.ts";

/** The links of a candidacy that are still out serve no more, and nothing waits behind any of them. */
export async function spendInvitations(tx: Transaction, candidacyId: string, usedAt: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { candidacyId, usedAt: null },
    data: { usedAt, answers: Prisma.DbNull },
  });
}
