import { database } from "#app/platform/database.server.ts";
import { addDraftDocument } from "#app/selection/document/add-draft-document.server.ts";
import { findDuplicates } from "#app/selection/duplicate/find-duplicates.server.ts";
import type { DraftFile } from "#app/selection/nomination/nominee-file.ts";
import { must } from "./must.ts";
import { aCurriculum, aDraftFile, callOf, submitDrafts } from "./nominee-story.ts";
import { aFocalPoint } from "./selection-story.ts";
import { aPdf } from "./some-files.ts";

/** A nomination whose nominee is compared with everybody on file; no two have the same curriculum vitae. */
export async function aComparedNomination(
  vacancyId: string,
  stateCode: string,
  changes: Partial<DraftFile> = {},
) {
  const focalPoint = await aFocalPoint(stateCode);
  const callId = await callOf(vacancyId);
  const {
    draftId,
    version,
    file: nomination,
  } = await aDraftFile(focalPoint, callId, { nationalities: ["GH"], vacancies: [vacancyId], ...changes });
  const document = { ...aCurriculum(), bytes: aPdf({ objects: [`(${nomination.email})`] }) };
  must(await addDraftDocument(focalPoint, { draftId, kind: "cv", document }));
  must(await submitDrafts(focalPoint, callId, [{ draftId, version }], "Nobody else was available in time."));
  const { id: nominationId, candidacy } = await database().nomination.findFirstOrThrow({
    where: { draftId, vacancyId },
    select: {
      id: true,
      candidacy: { select: { id: true, personId: true, person: { select: { userId: true } } } },
    },
  });
  if (!candidacy) throw new Error("The nomination has no candidacy");
  await findDuplicates(candidacy.personId);
  const { id: candidacyId, personId, person } = candidacy;
  return {
    focalPoint,
    nomination,
    draftId,
    nominationId,
    candidacyId,
    personId,
    userId: person.userId ?? "",
  };
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
