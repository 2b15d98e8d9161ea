import type { Reader } from "#app/platform/database.server.ts";

/**
 * How many candidacies for a vacancy, whatever became of them, belong to the people behind these accounts: whoever is
 * or was a candidate does not judge rivals.
 */
export function countOwnCandidacies(reader: Reader, vacancyId: string, userIds: readonly string[]) {
  const own = { userId: { in: [...userIds] } };
  return reader.candidacy.count({
    where: { vacancyId, OR: [{ person: own }, { person: { mergedInto: own } }] },
  });
}
