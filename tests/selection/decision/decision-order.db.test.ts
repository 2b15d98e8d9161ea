import { expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readDossier } from "#app/selection/candidate/dossier.queries.server.ts";
import { listDecisions, readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { reportOrder } from "#app/selection/report/report-order.ts";
import { aSignedReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

it("offers the recommended in the order of the report, and waits while one can be selected", async () => {
  const { vacancyId, candidacyIds } = await aSignedReport();
  const [first = "", second = ""] = candidacyIds;
  const decisionMaker = await anAccount("decisionMaker", "Decision maker");
  const offered = async (names: readonly (readonly [string, string, string])[]) => {
    for (const [id, familyName, givenName] of names)
      await database().candidacy.update({
        where: { id },
        data: { person: { update: { familyName, givenName } } },
      });
    const page = await readDecision(decisionMaker, vacancyId);
    const offeredIds = page?.candidates.map(({ candidacyId }) => candidacyId);
    const inReport = page && reportOrder(page.report).map(({ candidacyId }) => candidacyId);
    expect(offeredIds).toEqual(inReport?.filter((id) => offeredIds?.includes(id)));
    return offeredIds;
  };
  const zuluFirst = [[first, "Zulu", "Ama"] as const, [second, "Abara", "Zoe"] as const];
  expect(new Set(await offered(zuluFirst))).toEqual(new Set([first, second]));
  expect(await offered([[second, "Zulu", "Zoe"]])).toHaveLength(2);
  const tasks = async () => (await panelTasks(decisionMaker)).map(({ id }) => id);
  expect(await tasks()).toContain(`decide:${vacancyId}`);
  await database().candidacy.updateMany({
    where: { id: { in: [first, second] } },
    data: { state: "withdrawn", withdrawnAt: new Date() },
  });
  expect(await tasks()).not.toContain(`decide:${vacancyId}`);
});

it("says that its day has passed, as long as it is awaited", async () => {
  const { vacancyId } = await aSignedReport();
  const decisionMaker = await anAccount("decisionMaker", "Decision maker");
  expect(await readDecision(decisionMaker, vacancyId)).toMatchObject({ overdue: false });
  await database().vacancy.update({
    where: { id: vacancyId },
    data: { decisionDueOn: new Date("2020-01-31") },
  });
  expect(await readDecision(decisionMaker, vacancyId)).toMatchObject({ dueOn: "2020-01-31", overdue: true });
  await database().vacancy.update({ where: { id: vacancyId }, data: { state: "decided" } });
  expect(await readDecision(decisionMaker, vacancyId)).toMatchObject({ overdue: false });
});

it("is closed to a decision maker who is a candidate: page, list, task, files, and no message", async () => {
  const { vacancyId, panelId, candidacyIds } = await aSignedReport();
  const [first = "", second = ""] = candidacyIds;
  const decisionMaker = await anAccount("decisionMaker", "Decision maker");
  const sees = async () => ({
    page: (await readDecision(decisionMaker, vacancyId)) !== null,
    listed: (await listDecisions(decisionMaker, 1)).vacancies.some((one) => one.vacancyId === vacancyId),
    task: (await panelTasks(decisionMaker)).some(({ id }) => id === `decide:${vacancyId}`),
    file: (await readDossier(decisionMaker, panelId, first)) !== null,
  });
  expect(Object.values(await sees())).toEqual([true, true, true, true]);
  await database().candidacy.update({
    where: { id: second },
    data: { person: { update: { userId: decisionMaker.userId } } },
  });
  expect(Object.values(await sees())).toEqual([false, false, false, false]);
});
