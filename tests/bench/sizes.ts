import { randomUUID } from "node:crypto";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { CANDIDACY_STATES, type CandidacyState } from "#app/selection/lifecycle.ts";
import { panelStory } from "#tests/selection/panel/panel-story.ts";
import { anAccountOf, aPanelOf, aVacancyOf, CRITERIA, submitSheets } from "./world.ts";

/** How much there is of everything. */
export const SIZE = { candidacies: 200, members: 7, criteria: CRITERIA, openSheets: 8 } as const;

const all = (length: number, state: CandidacyState) => Array.from({ length }, () => state);

/** A panel's marks at full size, as the ranking is given them. */
export const measuredPanel = (draws: number) =>
  panelStory({ candidacies: SIZE.candidacies, members: SIZE.members, criteria: SIZE.criteria, draws });

/** Fills the database with what is measured, and says where it is. */
export async function fill() {
  const officer = await anAccountOf("secretariat", "Officer");
  const pipeline = await aVacancyOf({
    roleKindCode: "srsg",
    state: "screening",
    states: all(SIZE.candidacies, "nominated").map(
      (_, n) => CANDIDACY_STATES[n % CANDIDACY_STATES.length] ?? "nominated",
    ),
  });
  const single = await aVacancyOf({ roleKindCode: "headOfSpm", state: "screening", states: ["nominated"] });
  const revealed = await revealedPanel();
  const scoring = await scoringPanel();
  await disconnectDatabase();
  return { officer, pipeline: pipeline.vacancyId, single: single.vacancyId, revealed, scoring };
}

async function revealedPanel() {
  const vacancy = await aVacancyOf({
    roleKindCode: "forceCommander",
    state: "revealed",
    states: all(SIZE.candidacies, "screenedIn"),
  });
  const { panelId, memberIds, userIds } = await aPanelOf(vacancy.vacancyId, "revealed", SIZE.members);
  const { sheets, criteria } = measuredPanel(1);
  const at = (name: string) => Number(name.split("-")[1]);
  await submitSheets(
    vacancy.criterionIds,
    sheets.map(({ candidacyId, memberId, scores }) => ({
      candidacyId: vacancy.candidacyIds[at(candidacyId)] ?? randomUUID(),
      memberId: memberIds[at(memberId)] ?? randomUUID(),
      levels: criteria.map(({ id }) => scores[id] ?? null),
    })),
  );
  return { panelId, chair: userIds[0] ?? "" };
}

async function scoringPanel() {
  const vacancy = await aVacancyOf({
    roleKindCode: "policeCommissioner",
    state: "assessment",
    states: all(SIZE.openSheets, "screenedIn"),
  });
  const { panelId, userIds } = await aPanelOf(vacancy.vacancyId, "desk", SIZE.members);
  return { panelId, member: userIds[1] ?? "", ...vacancy };
}
