import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { beginRubricChange } from "#app/selection/rubric/begin-rubric-change.server.ts";
import { publishRubricChange } from "#app/selection/rubric/publish-rubric-change.server.ts";
import { readWorkshop } from "#app/selection/rubric/rubric-workshop.queries.server.ts";
import { must } from "#tests/support/must.ts";
import type { PanelStory } from "#tests/support/panel-story.ts";
import { saveRubricAs, typedRubric } from "./rubric-story.ts";

export const CHANGE_REASON = "Two criteria were read in different ways by the members.";
const DUE = "2099-12-31";

/** Drafts another version, in which the last criterion is left out and what it weighed goes to the first. */
export async function draftChange(officer: Actor, vacancyId: string) {
  const { rubricId } = must(await beginRubricChange(officer, { vacancyId }));
  const { criteria } = await database().rubric.findUniqueOrThrow({
    where: { id: rubricId },
    select: { criteria: { orderBy: { position: "asc" } } },
  });
  const [first, last] = [criteria[0], criteria.at(-1)];
  if (!first || !last) throw new Error("no criteria");
  await database().criterion.delete({ where: { id: last.id } });
  await database().criterion.update({
    where: { id: first.id },
    data: { weight: first.weight + last.weight },
  });
  const workshop = await readWorkshop(database(), rubricId);
  return { rubricId, version: workshop?.rubric.version ?? 0, dropped: last.code };
}

/** The same in the workshop, for a rubric of the library: the first criterion chosen weighs more. */
export async function draftChangeInWorkshop(officer: Actor, vacancyId: string) {
  const { rubricId } = must(await beginRubricChange(officer, { vacancyId }));
  const first = (await typedRubric(rubricId)).draft.criteria.find(({ chosen }) => chosen);
  if (!first) throw new Error("no criteria");
  const changes = { [first.code]: { baseWeight: first.baseWeight + 5 } };
  return { rubricId, version: must(await saveRubricAs(officer, rubricId, changes)).version };
}

export const publishChange = (
  actor: Actor,
  vacancyId: string,
  version: number,
  reason = CHANGE_REASON,
  dueOn = DUE,
) => publishRubricChange(actor, { vacancyId, version, reason, dueOn });

/** Drafts and publishes another version. */
export async function changeRubric(story: Pick<PanelStory, "officer" | "vacancyId">) {
  const made = await draftChange(story.officer, story.vacancyId);
  must(await publishChange(story.officer, story.vacancyId, made.version));
  return made;
}

export const rubricInForce = (vacancyId: string) =>
  database().rubric.findUniqueOrThrow({
    where: { vacancyId },
    select: {
      id: true,
      hash: true,
      criteria: { orderBy: { position: "asc" }, select: { id: true, code: true } },
    },
  });
export const panelOf = async (story: PanelStory) => {
  const panel = await loadPanel(database(), story.panelId);
  if (!panel) throw new Error("no panel");
  return panel;
};
/** The story with the criteria that sheets are of now. */
export const underRubricInForce = async (story: PanelStory): Promise<PanelStory> => ({
  ...story,
  criterionIds: (await rubricInForce(story.vacancyId)).criteria.map(({ id }) => id),
});
