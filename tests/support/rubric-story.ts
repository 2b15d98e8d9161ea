import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import type { NewCriterion, RevisedCriterion } from "#app/selection/rubric/library-criterion.ts";
import { readRubric } from "#app/selection/rubric/rubric.queries.server.ts";
import { type DraftRow, draftIn, type RubricDraft } from "#app/selection/rubric/rubric-draft.ts";
import { readWorkshop } from "#app/selection/rubric/rubric-workshop.queries.server.ts";
import { valuesIn, workshopDefaults } from "#app/selection/rubric/rubric-workshop-values.ts";
import { saveRubric } from "#app/selection/rubric/save-rubric.server.ts";

export const rubricOf = async (vacancyId: string) =>
  (await database().rubric.findUniqueOrThrow({ where: { vacancyId }, select: { id: true } })).id;
export const openWorkshop = async (rubricId: string) => {
  const workshop = await readWorkshop(database(), rubricId);
  if (!workshop) throw new Error("no rubric");
  return workshop;
};

/** The rubric as its form would post it, with some rows changed. */
export async function typedRubric(
  rubricId: string,
  changes: Readonly<Record<string, Partial<DraftRow>>> = {},
) {
  const workshop = await openWorkshop(rubricId);
  const draft = draftIn(valuesIn(workshopDefaults(workshop)), workshop.offered.length);
  const criteria = draft.criteria.map((row) => ({ ...row, ...changes[row.code] }));
  return { version: workshop.rubric.version, draft: { ...draft, criteria } };
}

/** Rows by the code of their criterion. */
type Changes = Readonly<Record<string, Partial<DraftRow>>>;
export async function saveRubricAs(
  actor: Actor,
  rubricId: string,
  changes: Changes,
  more: Partial<RubricDraft> = {},
) {
  const { version, draft } = await typedRubric(rubricId, changes);
  return saveRubric(actor, { rubricId, version, draft: { ...draft, ...more } });
}
export const saveRubricOf = async (
  actor: Actor,
  vacancyId: string,
  changes: Changes,
  more?: Partial<RubricDraft>,
) => saveRubricAs(actor, await rubricOf(vacancyId), changes, more);

/** The same words in both languages. */
export const sameWords = (text: string) => ({ en: text, fr: text });
export const aCriterion = (changes: Partial<NewCriterion> = {}): NewCriterion => ({
  ...{ group: "competence", stage: "interview", levels: 4, name: sameWords("Patience") },
  definition: sameWords("Lets others come to their own agreement."),
  anchors: [1, 2, 3, 4].map((level) => ({ level, ...sameWords(`Patient to level ${level}.`) })),
  ...changes,
});
/** A new version of a criterion, written on the one given. */
export const aRevision = (version: number, changes: Partial<RevisedCriterion> = {}): RevisedCriterion => {
  const { group, ...rest } = aCriterion();
  return { ...rest, version, reason: "Panels read the old words in two ways.", ...changes };
};
export const codesIn = async (vacancyId: string) =>
  (await readRubric(database(), vacancyId))?.criteria.map(({ code }) => code);
export const eventsOf = (subjectId: string, kind: string) =>
  database().recordEvent.findMany({ where: { subjectId, kind }, orderBy: { sequence: "asc" } });
