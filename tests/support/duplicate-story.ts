import { database } from "#app/platform/database.server.ts";
import { findDuplicates } from "#app/selection/find-duplicates.server.ts";
import type { NewNomination } from "#app/selection/nomination.ts";
import { submitNomination } from "#app/selection/submit-nomination.server.ts";
import { must } from "./must.ts";
import { aCurriculum, aFocalPoint, someNominee } from "./selection-story.ts";
import { aPdf } from "./some-files.ts";

/** A nomination whose nominee is compared with everybody on file. */
export async function aComparedNomination(
  vacancyId: string,
  stateCode: string,
  changes: Partial<NewNomination> = {},
) {
  const focalPoint = await aFocalPoint(stateCode);
  const nomination = someNominee({ nationality: "GH", ...changes });
  const { nominationId } = must(
    await submitNomination(focalPoint, {
      vacancyId,
      nomination,
      document: { ...aCurriculum(), bytes: aPdf({ objects: [`(${nomination.email})`] }) },
    }),
  );
  const candidacy = await database().candidacy.findUniqueOrThrow({
    where: { nominationId },
    select: { id: true, personId: true, person: { select: { userId: true } } },
  });
  await findDuplicates(candidacy.personId);
  const { id: candidacyId, personId, person } = candidacy;
  return { focalPoint, nomination, nominationId, candidacyId, personId, userId: person.userId ?? "" };
}

/** The pair of two people, whichever of them comes first. */
export const pairOf = (one: string, other: string) =>
  database().duplicatePair.findFirst({
    where: {
      OR: [
        { firstId: one, secondId: other },
        { firstId: other, secondId: one },
      ],
    },
  });
