import type { Reader } from "#app/platform/database.server.ts";
import { type CandidacyTies, type DerivedConflict, derivedConflicts, type MemberTies } from "./conflict.ts";

const LIVE = ["nominated", "consented", "screenedIn"] as const;
const CAREER = { select: { employer: true, startYear: true, endYear: true } } as const;

/** What is on file of the candidacies of a vacancy that conflicts are looked up in. */
export async function readCandidacyTies(
  reader: Reader,
  vacancyId: string,
): Promise<readonly (CandidacyTies & { readonly name: string; readonly userId: string | null })[]> {
  const candidacies = await reader.candidacy.findMany({
    where: { vacancyId, state: { in: [...LIVE] } },
    orderBy: [{ person: { familyName: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      nomination: { select: { stateCode: true, nominatedById: true } },
      person: {
        select: { userId: true, givenName: true, familyName: true, nationalities: true, career: CAREER },
      },
    },
  });
  return candidacies.map(({ id, nomination, person }) => ({
    candidacyId: id,
    userId: person.userId,
    name: `${person.givenName} ${person.familyName}`,
    nationalities: person.nationalities,
    nominatingState: nomination.stateCode,
    nominatedById: nomination.nominatedById,
    career: person.career,
  }));
}

/** The careers on file of accounts; an account without a file has none. */
export async function readCareers(
  reader: Reader,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, MemberTies["career"]>> {
  const people = await reader.person.findMany({
    where: { userId: { in: [...userIds] } },
    select: { userId: true, career: CAREER },
  });
  return new Map(
    people.flatMap(({ userId, career }) => (userId === null ? [] : [[userId, career] as const])),
  );
}

/** Every conflict between these members and the vacancy's candidacies that the files show. */
export async function lookUpConflicts(
  reader: Reader,
  vacancyId: string,
  members: readonly Pick<MemberTies, "userId" | "nationality">[],
): Promise<readonly DerivedConflict[]> {
  const candidacies = await readCandidacyTies(reader, vacancyId);
  const careers = await readCareers(
    reader,
    members.map(({ userId }) => userId),
  );
  return members.flatMap((member) =>
    candidacies.flatMap((candidacy) =>
      derivedConflicts({ ...member, career: careers.get(member.userId) ?? [] }, candidacy),
    ),
  );
}
