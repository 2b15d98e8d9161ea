import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { DATA_RULES } from "#prisma/data-rules.ts";
import { aScreenedVacancy } from "../support/screened-vacancy.ts";
import { aNomination, anOpenCall } from "../support/selection-story.ts";

const broken = async () => (await checkData(database())).map(({ rule }) => rule.name);

describe("the rules of the data", () => {
  it("hold over what the use cases write", async () => {
    const { vacancyId } = await anOpenCall("MINUSCA");
    await aNomination(vacancyId);
    expect(await checkData(database())).toEqual([]);
  });

  it("name the row that breaks one", async () => {
    const { vacancyId } = await anOpenCall("UNMISS");
    const { candidacyId, nominationId } = await aNomination(vacancyId, "NP");
    await database().stageEvent.deleteMany({ where: { candidacyId } });
    await database().nomination.update({ where: { id: nominationId }, data: { state: "withdrawn" } });
    const found = await checkData(database());
    expect(found.find(({ rule }) => rule.name === "stages-passed")?.rows).toEqual([
      { id: candidacyId, why: "nominated" },
    ]);
    expect(found.map(({ rule }) => rule.name)).toContain("withdrawn-together");
  });

  it("hold calls, their vacancies and their nominations together", async () => {
    const one = await anOpenCall("UNFICYP");
    const { nominationId } = await aNomination(one.vacancyId, "FI");
    const other = await anOpenCall("UNIFIL");
    await database().nomination.update({ where: { id: nominationId }, data: { callId: other.callId } });
    await database().call.update({ where: { id: other.callId }, data: { state: "closed" } });
    const found = await checkData(database());
    const idsOf = (name: string) =>
      found.find(({ rule }) => rule.name === name)?.rows.map(({ id }) => id) ?? [];
    expect(idsOf("nominated-by-its-call")).toContain(nominationId);
    expect(idsOf("start-noted")).toContain(nominationId);
    expect(idsOf("call-in-step")).toContain(other.vacancyId);
  });

  it("catch what was written past the use cases", async () => {
    await aScreenedVacancy([{ gender: "woman", state: "UY" }]);
    expect(await broken()).toEqual(
      expect.arrayContaining([
        "start-noted",
        "consent-given",
        "screening-recorded",
        "event-names-what-is-there",
      ]),
    );
  });

  it("each have a name of their own and a query that runs", async () => {
    expect(new Set(DATA_RULES.map(({ name }) => name)).size).toBe(DATA_RULES.length);
    for (const { breaches } of DATA_RULES) await database().$queryRawUnsafe(breaches);
  });
});
