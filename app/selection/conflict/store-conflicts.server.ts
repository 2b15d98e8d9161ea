import type { Actor } from "#app/access/actor.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { withdrawSheets } from "#app/selection/sheet/withdraw-sheets.server.ts";
import { conflictDay, readCandidacyTies, readKnown } from "./conflict-lookup.queries.server.ts";
import { recuses } from "./conflict-register.ts";
import { recomputeConflicts } from "./recompute-conflicts.server.ts";

/**
 * Looks up the conflicts between a panel's members and the candidacies, keeps them in the register and draws the
 * recusals from it; one kept before stays. Part of opening a panel and of changing one at work.
 */
export async function storeConflicts(tx: Transaction, actor: Actor, panelId: string, vacancyId: string) {
  const members = await tx.panelMember.findMany({ where: { panelId }, select: { id: true, userId: true } });
  const candidacies = await readCandidacyTies(tx, vacancyId);
  const userIds = members.map(({ userId }) => userId);
  const personIds = candidacies.map(({ personId }) => personId);
  await recomputeConflicts(tx, actor, { userIds, personIds });
  const known = await readKnown(tx, userIds, personIds);
  const today = conflictDay();
  const rows = known
    .filter((tie) => recuses(tie, today))
    .flatMap(({ id, userId, personId, source, detail }) =>
      members
        .filter((member) => member.userId === userId)
        .flatMap((member) =>
          candidacies
            .filter((candidacy) => candidacy.personId === personId)
            .map(({ candidacyId }) => ({
              memberId: member.id,
              candidacyId,
              source,
              note: detail,
              knownId: id,
            })),
        ),
    );
  await tx.conflict.createMany({ data: rows, skipDuplicates: true });
  await withdrawSheets(tx, actor, panelId);
  return rows;
}
