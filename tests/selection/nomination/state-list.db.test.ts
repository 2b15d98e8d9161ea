import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readList } from "#app/selection/nomination/list.queries.server.ts";
import { vacancyTasks } from "#app/selection/vacancy/vacancy-tasks.queries.server.ts";
import { must } from "#tests/support/must.ts";
import { aDraftFile, callOf, submitDrafts } from "#tests/support/nominee-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { aFocalPoint, anOpenCall } from "#tests/support/selection-story.ts";

async function aList(acronym: string, stateCode: string, genders: readonly ("woman" | "man")[]) {
  const { vacancyId } = await anOpenCall(acronym);
  const callId = await callOf(vacancyId);
  const focalPoint = await aFocalPoint(stateCode);
  const drafts = [];
  for (const gender of genders) drafts.push(await aDraftFile(focalPoint, callId, { gender }));
  return { vacancyId, callId, focalPoint, drafts };
}

describe("a state's list", () => {
  it("waits on the focal point's home until the state has submitted, and again while drafts are left", async () => {
    const { vacancyId } = await anOpenCall("UNDOF", "forceCommander", "ASG");
    const callId = await callOf(vacancyId);
    const focalPoint = await aFocalPoint("KE");
    const waiting = async () =>
      (await vacancyTasks(focalPoint)).find(({ id }) => id === `nominate:${callId}`);
    expect(await waiting()).toMatchObject({ title: "nominating.task.nominate" });
    const draft = await aDraftFile(focalPoint, callId);
    expect(await waiting()).toMatchObject({ title: "nominating.task.drafts", params: { count: 1 } });
    must(await submitDrafts(focalPoint, callId, [draft]));
    expect(await waiting()).toBeUndefined();
  });

  it("of a military post asks for a Personal History Profile and a certificate, and warns of a third nominee", async () => {
    const { vacancyId } = await anOpenCall("MINUSMA", "forceCommander", "ASG");
    const callId = await callOf(vacancyId);
    const focalPoint = await aFocalPoint("BD");
    const drafts = [];
    for (let n = 0; n < 3; n += 1)
      drafts.push(await aDraftFile(focalPoint, callId, { rank: "Major General" }));
    const kinds = await database().draftDocument.findMany({ where: { draftId: drafts[0]?.draftId } });
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(["nationalCertificate", "personalHistory"]);
    const civilian = await aDraftFile(focalPoint, callId, { service: "civilian" });
    const list = await readList({ userId: null, locale: "en" }, callId, "BD");
    expect(list?.crowded).toEqual([{ vacancyId, count: 4 }]);
    expect(list?.drafts.find(({ id }) => id === civilian.draftId)?.gaps).toBe(1);
    expect(must(await submitDrafts(focalPoint, callId, drafts)).added).toBe(3);
  });

  it("is read with as many statements for many nominees as for one", async () => {
    const { callId, focalPoint, drafts } = await aList("UNSOM", "UY", ["woman", "man", "woman"]);
    const one = await countQueries(() => readList({ userId: null, locale: "en" }, callId, "UY"));
    must(await submitDrafts(focalPoint, callId, drafts));
    for (let n = 0; n < 4; n += 1) await aDraftFile(focalPoint, callId);
    const many = await countQueries(() => readList({ userId: null, locale: "en" }, callId, "UY"));
    expect(many.queries).toBeLessThanOrEqual(one.queries + 4);
    expect(many.value?.drafts).toHaveLength(4);
  });
});
