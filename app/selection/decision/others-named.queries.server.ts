import type { Reader } from "#app/platform/database.server.ts";

const PERSON = { select: { givenName: true, familyName: true } } as const;

/** A person's name as pages and letters write it. */
export const fullName = ({
  givenName,
  familyName,
}: {
  readonly givenName: string;
  readonly familyName: string;
}) => `${givenName} ${familyName}`;

interface About {
  readonly vacancyId: string;
  readonly candidacyId: string;
}

/** Whose names have no business in what a candidate reads: the other nominees for the vacancy, and the members of the panel. */
export async function readOthersNames(reader: Reader, { vacancyId, candidacyId }: About) {
  const { candidacies, panel } = await reader.vacancy.findUniqueOrThrow({
    where: { id: vacancyId },
    select: {
      candidacies: { where: { id: { not: candidacyId } }, select: { person: PERSON } },
      panel: { select: { members: { select: { userId: true } } } },
    },
  });
  const members = await reader.user.findMany({
    where: { id: { in: (panel?.members ?? []).map(({ userId }) => userId) } },
    select: { name: true },
  });
  return [...candidacies.map(({ person }) => fullName(person)), ...members.map(({ name }) => name)];
}
