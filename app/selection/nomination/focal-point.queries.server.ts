import type { Transaction } from "#app/platform/database.server.ts";

/** The focal points of a state, as a message addresses them; none where somebody nominated themself. */
export async function focalPointsOf(tx: Transaction, stateCode: string | null) {
  if (stateCode === null) return [];
  const grants = await tx.roleGrant.findMany({
    where: { role: "focalPoint", stateCode, revokedAt: null },
    orderBy: { id: "asc" },
    select: { user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  return grants.map(({ user }) => user);
}
