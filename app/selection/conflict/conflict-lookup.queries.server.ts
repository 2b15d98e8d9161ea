import { now } from "#app/platform/clock.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { derivedConflicts, type MemberTies, type PersonTies } from "./conflict.ts";
import { type KnownTie, recusingTies } from "./conflict-register.ts";

const LIVE = ["nominated", "consented", "screenedIn"] as const;
const CAREER = {
  select: { employer: true, startYear: true, endYear: true, supervisor: true },
} as const;
const TIES = {
  id: true,
  givenName: true,
  familyName: true,
  nationalities: true,
  career: CAREER,
  nominations: { select: { stateCode: true, nominatedById: true } },
} as const;

interface OnFile extends Omit<PersonTies, "personId" | "name"> {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

const tiesOf = ({ id, givenName, familyName, ...ties }: OnFile): PersonTies => ({
  personId: id,
  name: `${givenName} ${familyName}`,
  ...ties,
});

/** Today's date, which decides what has expired. */
export const conflictDay = () => now().toISOString().slice(0, 10);

/** A candidacy with what is on file of the person that conflicts are looked up in. */
export type CandidacyTies = PersonTies & { readonly candidacyId: string; readonly userId: string | null };

/** What is on file of the candidacies of a vacancy that conflicts are looked up in. */
export async function readCandidacyTies(
  reader: Reader,
  vacancyId: string,
): Promise<readonly CandidacyTies[]> {
  const candidacies = await reader.candidacy.findMany({
    where: { vacancyId, state: { in: [...LIVE] } },
    orderBy: [{ person: { familyName: "asc" } }, { id: "asc" }],
    select: { id: true, person: { select: { ...TIES, userId: true } } },
  });
  return candidacies.map(({ id, person: { userId, ...person } }) => ({
    ...tiesOf(person),
    ...{ candidacyId: id, userId },
  }));
}

/** What is on file of people. */
export async function readPersonTies(
  reader: Reader,
  personIds: readonly string[],
): Promise<readonly PersonTies[]> {
  const people = await reader.person.findMany({ where: { id: { in: [...personIds] } }, select: TIES });
  return people.map(tiesOf);
}

interface Proposed {
  readonly userId: string;
  /** As it was typed for a seat; the others come from the files. */
  readonly nationality?: string;
}

/** What is on file of accounts: every nationality, the one typed for this seat and those of other seats included. */
export async function readMemberTies(
  reader: Reader,
  members: readonly Proposed[],
): Promise<readonly MemberTies[]> {
  const userIds = members.map(({ userId }) => userId);
  const [users, seats] = await Promise.all([
    reader.user.findMany({
      where: { id: { in: userIds } },
      select: { id: true, name: true, person: { select: TIES } },
    }),
    reader.panelMember.findMany({
      where: { userId: { in: userIds } },
      distinct: ["userId", "nationality"],
      select: { userId: true, nationality: true },
    }),
  ]);
  return users.map(({ id, name, person }) => {
    const typed = [...members, ...seats].filter(({ userId }) => userId === id);
    const codes = [...typed.map(({ nationality }) => nationality), ...(person?.nationalities ?? [])];
    return {
      userId: id,
      name: person ? `${person.givenName} ${person.familyName}` : name,
      nationalities: [...new Set(codes.flatMap((code) => (code ? [code] : [])))],
      career: person?.career ?? [],
    };
  });
}

/** A row of the register. */
export type KnownRow = KnownTie & { readonly id: string };

/**
 * What the register holds between accounts and people. What it holds of somebody merged since counts for whom they were
 * merged with.
 */
export async function readKnown(
  reader: Reader,
  userIds: readonly string[],
  personIds: readonly string[],
): Promise<readonly KnownRow[]> {
  const ids = { in: [...personIds] };
  const rows = await reader.knownConflict.findMany({
    where: {
      userId: { in: [...userIds] },
      OR: [{ personId: ids }, { person: { mergedIntoId: ids } }],
    },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, userId: true, personId: true, source: true, detail: true, standing: true },
      ...{ expiresOn: true, endedAt: true, pin: true, person: { select: { mergedIntoId: true } } },
    },
  });
  return rows.map(({ personId, person, expiresOn, endedAt, ...row }) => ({
    ...row,
    personId: personIds.includes(personId) ? personId : (person.mergedIntoId ?? personId),
    expiresOn: expiresOn?.toISOString().slice(0, 10) ?? null,
    ended: endedAt !== null,
  }));
}

/** Every conflict between these members and the vacancy's candidacies that would recuse them today. */
export async function lookUpConflicts(reader: Reader, vacancyId: string, members: readonly Proposed[]) {
  const candidacies = await readCandidacyTies(reader, vacancyId);
  const ties = await readMemberTies(reader, members);
  const known = await readKnown(
    reader,
    members.map(({ userId }) => userId),
    candidacies.map(({ personId }) => personId),
  );
  const today = conflictDay();
  return ties.flatMap((member) =>
    candidacies.flatMap((candidacy) =>
      recusingTies(
        known.filter(({ userId, personId }) => userId === member.userId && personId === candidacy.personId),
        derivedConflicts(member, candidacy, today),
        today,
      ).map((tie) => ({ ...tie, candidacyId: candidacy.candidacyId })),
    ),
  );
}
