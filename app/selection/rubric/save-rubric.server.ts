import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type ChosenCriterion, weighCriteria } from "./rubric.ts";
import { draftProblems, fieldName, type RubricDraft, rowNeed } from "./rubric-draft.ts";
import type { RubricOwner } from "./rubric-owner.ts";
import { type OfferedWords, readWorkshop } from "./rubric-workshop.queries.server.ts";
import { storeRubric } from "./store-rubric.server.ts";

interface Order {
  readonly rubricId: string;
  /** The version that the officer had before them. */
  readonly version: number;
  readonly draft: RubricDraft;
}

/**
 * Saves a rubric that is not published yet, as a new version: which criteria of the library it has, what
 * they and their groups weigh, minimums, stages and the scale. From the publication on it is refused: a changed rubric
 * would want every sheet written anew.
 */
export async function saveRubric(actor: Actor, order: Order): Promise<Result<{ version: number }>> {
  if (!can(actor, "rubric.write") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  return inTransaction((tx) => save(tx, officer, order), "Serializable");
}

async function save(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  { rubricId, version: opened, draft }: Order,
): Promise<Result<{ version: number }>> {
  const workshop = await readWorkshop(tx, rubricId);
  if (!workshop) return refuse("notFound");
  const { owner } = workshop;
  if (!owner.draft) return refuse("rubricFrozen");
  if (workshop.rubric.version !== opened) return refuse("rubricChangedMeanwhile");
  const offered = new Map(workshop.offered.map((one) => [one.code, one]));
  const [problem] = draftProblems(draft, offered);
  if (problem) return refuse("rubricNotAllowed", {}, fieldName(problem.path));
  const { levels, shares } = draft;
  const criteria = weighCriteria(chosenIn(draft, offered), shares);
  const version = await storeRubric(tx, {
    ...{ opened, levels, shares, criteria },
    of: ownedBy(owner),
    savedById: actor.userId,
    tailored: true,
  });
  if (version === null) return refuse("rubricChangedMeanwhile");
  await appendEvent(tx, actor, {
    kind: "rubric.saved",
    subject: { type: owner.kind, id: owner.id },
    facts: {
      version,
      levels,
      meritShare: shares.merit,
      competenceShare: shares.competence,
      needsShare: shares.missionNeeds,
      criteria: criteria.map(({ code, libraryVersion }) => `${code}.${libraryVersion}`),
    },
  });
  return ok({ version });
}

function ownedBy({ kind, id, standing }: RubricOwner) {
  if (kind === "call") return { callId: id };
  return standing === "next" ? { nextForVacancyId: id } : { vacancyId: id };
}

function chosenIn(
  draft: RubricDraft,
  offered: ReadonlyMap<string, OfferedWords>,
): readonly ChosenCriterion[] {
  return draft.criteria.flatMap((row) => {
    const criterion = row.chosen ? offered.get(row.code) : undefined;
    const words = criterion?.versions.find(({ version }) => version === row.libraryVersion);
    if (!criterion || !words) return [];
    const { baseWeight, minimumLevel, stage } = row;
    const { code, group, name, definition, anchors, version } = words;
    const need = rowNeed(row, criterion);
    return {
      code,
      group,
      name,
      definition,
      anchors,
      libraryVersion: version,
      baseWeight,
      need,
      minimumLevel,
      stage,
    };
  });
}
