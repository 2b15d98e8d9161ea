import type { Reader } from "#app/platform/database.server.ts";

/** The ids of the candidacies that are withheld from an account: none for almost everybody, few for a member. */
export async function withheldCandidacies(
  reader: Reader,
  someone: { readonly userId: string | null },
  vacancyId?: string,
): Promise<readonly string[]> {
  if (someone.userId === null) return [];
  // Asked of the few recusals, not of every candidacy whether it has one.
  const recused = await reader.conflict.findMany({
    where: { member: { userId: someone.userId }, candidacy: { vacancyId } },
    distinct: ["candidacyId"],
    select: { candidacyId: true, candidacy: { select: { merged: { select: { id: true } } } } },
  });
  return recused.flatMap(({ candidacyId, candidacy }) => [
    candidacyId,
    ...candidacy.merged.map(({ id }) => id),
  ]);
}

/** Whether an account is recused from one of some candidacies: then no message about it goes there. */
export async function recusalsOf(
  reader: Reader,
  candidacyIds: readonly string[],
): Promise<(userId: string, candidacyId: string) => boolean> {
  const found = await reader.conflict.findMany({
    where: { candidacyId: { in: [...candidacyIds] } },
    select: { candidacyId: true, member: { select: { userId: true } } },
  });
  const pairs = new Set(found.map(({ candidacyId, member }) => `${member.userId} ${candidacyId}`));
  return (userId, candidacyId) => pairs.has(`${userId} ${candidacyId}`);
}
