import { describe, expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { DATA_RULES } from "#prisma/data-rules.ts";
import { anAccount, aScreenedVacancy } from "../support/screened-vacancy.ts";
import { aNomination, anOpenCall, published, someGlobalCall } from "../support/selection-story.ts";

const broken = async () => (await checkData(database())).map(({ rule }) => rule.name);

/** The rules that an alteration breaks, past the triggers that refuse it; undone again. */
async function brokenBy(alteration: string): Promise<string[]> {
  const undone = new Error("undone");
  let names: string[] = [];
  await inTransaction(async (tx) => {
    await tx.$executeRawUnsafe("set local session_replication_role = replica");
    await tx.$executeRawUnsafe(alteration);
    names = (await checkData(tx)).map(({ rule }) => rule.name);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return names;
}

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

  it("hold a rubric to the version that is kept of it, and a criterion to its latest", async () => {
    const { vacancyId } = await anOpenCall("UNTSO", "srsg", "ASG");
    const ofIt = `"rubricId" = (select id from "Rubric" where "vacancyId" = '${vacancyId}')`;
    for (const [altered, rule] of [
      [`update "Criterion" set "weight" = "weight" + 1 where ${ofIt} and "code" = 'C1'`, "rubric-kept"],
      [`update "RubricVersion" set "version" = 7 where ${ofIt}`, "rubric-kept"],
      [`update "LibraryCriterion" set "supersededAt" = now() where "code" = 'C1'`, "one-latest-criterion"],
    ] as const)
      expect(await brokenBy(altered), altered).toContain(rule);
    const { callId } = await published(await anAccount("secretariat", "Officer"), someGlobalCall());
    expect(
      await brokenBy(`update "Rubric" set "frozenAt" = null, "hash" = null where "callId" = '${callId}'`),
    ).toContain("cadre-rubric-frozen");
    expect(await broken()).not.toContain("cadre-rubric-frozen");
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

  it("find a record that somebody with the keys to the database has altered", async () => {
    await aNomination((await anOpenCall("UNISFA")).vacancyId);
    await sealRecord();
    expect(await broken()).not.toContain("head-of-the-tree");
    const size = await database().recordLeaf.count();
    for (const [altered, rules] of [
      [
        `update "RecordNode" set "hash" = repeat('0', 64) where "level" = 0 and "position" = 0`,
        ["tree-of-events"],
      ],
      [
        `update "RecordHead" set "rootHash" = repeat('0', 64) where "treeSize" = ${size}`,
        ["head-of-the-tree"],
      ],
      [`delete from "RecordLeaf" where "index" = 0`, ["tree-of-events", "head-of-the-tree"]],
      [`update "RecordEvent" set "canonical" = '{}'`, ["event-hashed"]],
    ] as const) {
      expect(await brokenBy(altered)).toEqual(expect.arrayContaining([...rules]));
    }
    expect(await broken()).not.toContain("tree-of-events");
  });

  it("each have a name of their own and a query that runs", async () => {
    expect(new Set(DATA_RULES.map(({ name }) => name)).size).toBe(DATA_RULES.length);
    for (const { breaches } of DATA_RULES) await database().$queryRawUnsafe(breaches);
  });
});
