import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { loader as versionPage } from "#app/routes/missions.$acronym_.needs_.$version.tsx";
import { readMission } from "#app/selection/needs/mission.queries.server.ts";
import { listNeeds, readNeeds } from "#app/selection/needs/needs.queries.server.ts";
import { needsFormSchema } from "#app/selection/needs/needs.ts";
import { setNeeds } from "#app/selection/needs/set-needs.server.ts";
import { readVacancy } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aDraft, aFocalPoint, anOpenCall, someNeeds } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

describe("the statements of a mission's needs", () => {
  it("are kept, each with who made it, and a vacancy names the one its weights came from", async () => {
    const { officer, missionId, vacancyId } = await aDraft("MINUSCA");
    const second = {
      ...someNeeds(),
      phase: "drawdown" as const,
      security: "The roads are open again by day.",
    };
    must(await setNeeds(officer, { missionId, basedOn: 1, needs: second }));
    const statements = await listNeeds(officer, missionId);
    expect(statements.map(({ version, phase }) => [version, phase])).toEqual([
      [2, "drawdown"],
      [1, "transition"],
    ]);
    expect(statements[1]?.vacancies.map(({ id }) => id)).toEqual([vacancyId]);
    expect(await readVacancy({ userId: null }, vacancyId)).toMatchObject({
      needsVersion: 1,
      needsNewer: true,
    });
    const read = await readNeeds(officer, "MINUSCA", 2);
    expect(read).toMatchObject({ setBy: "Officer", latest: 2, security: second.security });
    expect(read?.before?.phase).toBe("transition");
    expect((await readNeeds(officer, "MINUSCA", 1))?.before).toBeNull();
    expect(await readNeeds(officer, "MINUSCA", 3)).toBeNull();
  });

  it("are made one after the other, however many are made at once", async () => {
    const { officer, missionId } = await aDraft("UNMISS");
    const both = await Promise.all(
      [1, 2, 3].map(() => setNeeds(officer, { missionId, basedOn: 1, needs: someNeeds() })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "needsChangedMeanwhile" } });
    const events = await database().recordEvent.findMany({
      where: { subjectId: missionId, kind: "needs.set" },
    });
    expect(events).toHaveLength(2);
    expect(events[0]?.canonical).not.toContain("Armed groups");
  });

  it("ask for a reason with every level, and for the security situation", () => {
    const { needs, mandateTasks, ...rest } = someNeeds();
    const posted = { ...rest, mandateTasks: mandateTasks.join("\n"), basedOn: "0" };
    const unreasoned = needs.map((need, n) => (n === 2 ? { ...need, level: 0, why: "" } : need));
    const issues = needsFormSchema.safeParse({ ...posted, needs: unreasoned, security: "Calm." }).error
      ?.issues;
    expect(issues?.map(({ path }) => path.join("."))).toEqual(["security", "needs.2.why"]);
    expect(needsFormSchema.safeParse({ ...posted, needs }).success).toBe(true);
  });

  it("and its posts name no vacancy of a call to the states that it is not addressed to", async () => {
    const { officer, missionId, vacancyId } = await anOpenCall("UNFICYP", "srsg", "ASG", {
      targetedStateCodes: ["NP"],
    });
    const [nepal, ghana] = [await aFocalPoint("NP"), await aFocalPoint("GH")];
    const named = async (reader: typeof officer) => [
      ...(await listNeeds(reader, missionId)).flatMap(({ vacancies }) => vacancies.map(({ id }) => id)),
      ...((await readMission(reader, "UNFICYP"))?.posts ?? []).flatMap((post) =>
        post.vacancies.map(({ id }) => id),
      ),
    ];
    expect(await named(nepal)).toEqual([vacancyId, vacancyId]);
    expect(await named(ghana)).toEqual([]);
    expect(await named(await anAccount("panelMember", "Judge"))).toEqual([vacancyId, vacancyId]);
  });

  it("are read by those who may read missions, and are not there for others", async () => {
    const { officer } = await aDraft("UNIFIL");
    const page = async (reader: typeof officer, version: string) =>
      versionPage(
        asked(`/missions/UNIFIL/needs/${version}`, await browserOf(reader), { acronym: "UNIFIL", version }),
      );
    expect(await page(officer, "1")).toMatchObject({ needs: { version: 1 }, changes: null });
    for (const [reader, version] of [
      [officer, "2"],
      [officer, "x"],
      [await anAccount("candidate", "Ama"), "1"],
    ] as const) {
      await expect(page(reader, version)).rejects.toMatchObject({ status: 404 });
    }
  });

  it("are read by as many statements whether a mission made one or three", async () => {
    const { officer, missionId } = await aDraft("UNMIK");
    const one = await countQueries(() => listNeeds(officer, missionId));
    for (const basedOn of [1, 2]) must(await setNeeds(officer, { missionId, basedOn, needs: someNeeds() }));
    const three = await countQueries(() => listNeeds(officer, missionId));
    expect(three.value).toHaveLength(3);
    expect(three.queries).toBe(one.queries);
    expect((await countQueries(() => readNeeds(officer, "UNMIK", 3))).queries).toBeLessThanOrEqual(10);
  });
});
