import type { Actor } from "#app/access/actor.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
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

/** The accounts of those who are or were candidates for a vacancy: they learn of it as candidates alone. */
export async function candidateUserIds(reader: Reader, vacancyId: string): Promise<readonly string[]> {
  const people = await reader.candidacy.findMany({
    where: { vacancyId },
    select: { person: { select: { userId: true, mergedInto: { select: { userId: true } } } } },
  });
  return people.flatMap(({ person }) => [person.userId ?? [], person.mergedInto?.userId ?? []].flat());
}

/** Whether the account is or was a candidate for a vacancy. */
export async function isCandidate(reader: Reader, vacancyId: string, { userId }: Pick<Actor, "userId">) {
  return userId !== null && (await countOwnCandidacies(reader, vacancyId, [userId])) > 0;
}

/** Of vacancies, those for which the account is no candidate and was none. */
export const notCandidateIn = ({ userId }: Pick<Actor, "userId">) =>
  userId === null
    ? {}
    : ({
        candidacies: { none: { OR: [{ person: { userId } }, { person: { mergedInto: { userId } } }] } },
      } satisfies Prisma.VacancyWhereInput);
