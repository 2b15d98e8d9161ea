import { expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readDecision } from "#app/selection/decision.queries.server.ts";
import { panelTasks } from "#app/selection/panel-tasks.queries.server.ts";
import { aSignedReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

it("offers the recommended by family name, then given name, and waits while one can be selected", async () => {
  const { vacancyId, candidacyIds } = await aSignedReport();
  const [first = "", second = ""] = candidacyIds;
  const decisionMaker = await anAccount("decisionMaker", "Decision maker");
  const offered = async (names: readonly (readonly [string, string, string])[]) => {
    for (const [id, familyName, givenName] of names)
      await database().candidacy.update({
        where: { id },
        data: { person: { update: { familyName, givenName } } },
      });
    return (await readDecision(decisionMaker, vacancyId))?.candidates.map(({ candidacyId }) => candidacyId);
  };
  const zuluFirst = [[first, "Zulu", "Ama"] as const, [second, "Abara", "Zoe"] as const];
  expect(await offered(zuluFirst)).toEqual([second, first]);
  expect(await offered([[second, "Zulu", "Zoe"]])).toEqual([first, second]);
  const tasks = async () => (await panelTasks(decisionMaker)).map(({ id }) => id);
  expect(await tasks()).toContain(`decide:${vacancyId}`);
  await database().candidacy.updateMany({
    where: { id: { in: [first, second] } },
    data: { state: "withdrawn", withdrawnAt: new Date() },
  });
  expect(await tasks()).not.toContain(`decide:${vacancyId}`);
});
