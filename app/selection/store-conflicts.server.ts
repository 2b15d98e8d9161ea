import type { Transaction } from "#app/platform/database.server.ts";
import { lookUpConflicts } from "./conflict-lookup.queries.server.ts";

/**
 * Looks up the conflicts between a panel's members and the candidacies, and keeps them; one kept before stays. Part
 * of opening a panel and of changing one at work.
 */
export async function storeConflicts(tx: Transaction, panelId: string, vacancyId: string) {
  const members = await tx.panelMember.findMany({
    where: { panelId },
    select: { id: true, userId: true, nationality: true },
  });
  const seats = new Map(members.map(({ id, userId }) => [userId, id]));
  const found = await lookUpConflicts(tx, vacancyId, members);
  const rows = found.flatMap(({ userId, candidacyId, source, detail }) => {
    const memberId = seats.get(userId);
    return memberId === undefined ? [] : [{ memberId, candidacyId, source, note: detail }];
  });
  await tx.conflict.createMany({ data: rows, skipDuplicates: true });
  return rows;
}
