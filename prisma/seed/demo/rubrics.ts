import { database } from "#app/platform/database.server.ts";
import { addCriterion } from "#app/selection/rubric/add-criterion.server.ts";
import { beginRubricChange } from "#app/selection/rubric/begin-rubric-change.server.ts";
import { publishRubricChange } from "#app/selection/rubric/publish-rubric-change.server.ts";
import { reviseCriterion } from "#app/selection/rubric/revise-criterion.server.ts";
import type { RubricDraft } from "#app/selection/rubric/rubric-draft.ts";
import { draftIn } from "#app/selection/rubric/rubric-draft.ts";
import { readWorkshop } from "#app/selection/rubric/rubric-workshop.queries.server.ts";
import { valuesIn, workshopDefaults } from "#app/selection/rubric/rubric-workshop-values.ts";
import { saveRubric } from "#app/selection/rubric/save-rubric.server.ts";
import type { Cast } from "./cast.ts";
import { onDay, told } from "./stage.ts";

/** A criterion that the library did not have: rubrics can take it up beside the fifteen. */
export async function addToLibrary({ officer }: Cast) {
  const criterion = {
    group: "competence" as const,
    stage: "both" as const,
    name: { en: "Work with regional organisations", fr: "Travail avec les organisations régionales" },
    definition: {
      en: "Brings the United Nations and regional organisations to one plan, and keeps them there.",
      fr: "Amène l’Organisation des Nations Unies et les organisations régionales à un plan commun, et les y maintient.",
    },
    levels: 4,
    anchors: [
      { en: "Has treated them as rivals.", fr: "Les a traitées en rivales." },
      { en: "Knows them from meetings.", fr: "Les connaît par des réunions." },
      {
        en: "Has worked out common positions with one.",
        fr: "A élaboré des positions communes avec l’une d’elles.",
      },
      {
        en: "Has led a common plan of several through a crisis.",
        fr: "A conduit un plan commun à plusieurs à travers une crise.",
      },
    ].map((words, index) => ({ level: index + 1, ...words })),
  };
  told(await onDay(-9, () => addCriterion(officer, criterion)));
}

/** New words for a criterion, and a draft's rubric put together by an officer: its versions are worth comparing. */
export async function tailorRubric({ officer }: Cast, vacancyId: string) {
  const { id: rubricId } = await database().rubric.findUniqueOrThrow({ where: { vacancyId } });
  const latest = await database().libraryCriterion.findFirstOrThrow({
    where: { code: "C8", supersededAt: null },
  });
  const revised = {
    version: latest.version,
    stage: "interview" as const,
    levels: 4,
    name: { en: "Communication and representation", fr: "Communication et représentation" },
    definition: {
      en: "Speaks for the United Nations with clarity to friendly and hostile audiences, in person and on line.",
      fr: "Parle au nom des Nations Unies avec clarté devant des auditoires favorables ou hostiles, en personne et en ligne.",
    },
    anchors: [
      { en: "Is unclear or indiscreet.", fr: "Manque de clarté ou de discrétion." },
      { en: "Is clear among friends.", fr: "S’exprime clairement en terrain favorable." },
      {
        en: "Is clear with Council, press and public, and corrects false news in time.",
        fr: "S’exprime clairement devant le Conseil, la presse et le public, et corrige à temps les fausses nouvelles.",
      },
      {
        en: "Has won over hostile audiences, in two languages of the mission.",
        fr: "A su convaincre des auditoires hostiles, dans deux langues de la mission.",
      },
    ].map((words, index) => ({ level: index + 1, ...words })),
    reason: "Invented for the demonstration: false news about missions spreads on line first.",
  };
  told(await onDay(-1, () => reviseCriterion(officer, { code: "C8", revised })));
  await save(officer, rubricId, 1, (draft) => ({
    ...draft,
    shares: { merit: 25, competence: 50, missionNeeds: 25 },
    criteria: draft.criteria.map((row) => {
      if (row.code === "C8") return { ...row, libraryVersion: latest.version + 1 };
      if (row.code === "C10") return { ...row, chosen: true, need: 3, baseWeight: 15 };
      return row.code === "N3" ? { ...row, chosen: false } : row;
    }),
  }));
  await save(officer, rubricId, 2, (draft) => ({
    ...draft,
    criteria: draft.criteria.map((row) =>
      row.code === "C2" ? { ...row, minimumLevel: 3, baseWeight: 20 } : row,
    ),
  }));
}

async function save(
  officer: Cast["officer"],
  rubricId: string,
  version: number,
  change: (draft: RubricDraft) => RubricDraft,
  day = -1,
) {
  const workshop = await readWorkshop(database(), rubricId);
  if (!workshop) throw new Error("The demo has no rubric to put together");
  const draft = change(draftIn(valuesIn(workshopDefaults(workshop)), workshop.offered.length));
  return told(await onDay(day, () => saveRubric(officer, { rubricId, version, draft })));
}

/** A published rubric that is changed: its first criterion weighs more, since members had read it in different ways. */
export async function replaceRubric(
  { officer }: Cast,
  vacancyId: string,
  { day, dueOn }: { readonly day: number; readonly dueOn: string },
) {
  const { rubricId } = told(await onDay(day, () => beginRubricChange(officer, { vacancyId })));
  const workshop = await readWorkshop(database(), rubricId);
  const weighs = (draft: RubricDraft) => draft.criteria.find(({ chosen }) => chosen)?.code;
  const { version } = await save(
    officer,
    rubricId,
    workshop?.rubric.version ?? 0,
    (draft) => ({
      ...draft,
      criteria: draft.criteria.map((row) =>
        row.code === weighs(draft) ? { ...row, baseWeight: row.baseWeight + 5 } : row,
      ),
    }),
    day,
  );
  const reason =
    "Invented for the demonstration: members had read the first criterion in different ways, and it weighs too little for this command.";
  told(await onDay(day, () => publishRubricChange(officer, { vacancyId, version, reason, dueOn })));
}
