import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countLeaders, countOpened, countVacancy } from "#app/gender/balance.queries.server.ts";
import { exactRows, reachedTally, twelveMonthsTo } from "#app/gender/balance.ts";
import { publishBalance } from "#app/gender/publish-balance.server.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as balancePage } from "#app/routes/balance._index.tsx";
import { loader as vacancyPage } from "#app/routes/balance.vacancies.$vacancyId.tsx";
import { decidedVacancy, nominees } from "#tests/support/decided-vacancy.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount, aScreenedVacancy } from "#tests/support/screened-vacancy.ts";
import { moveCall } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const publicPage = (moment: string) => at(new Date(moment), () => balancePage(asked("/balance")));
type Page = Awaited<ReturnType<typeof balancePage>>;
const counts = (page: Pick<Page, "figures">, breakdown: string, stage: string) =>
  page.figures.rows
    .find((row) => row.breakdown === breakdown)
    ?.stages.find((figure) => figure.stage === stage)?.counts;

describe("the exact figures", () => {
  it("count everybody at every stage by role, level and region", async () => {
    const { vacancyId } = await decidedVacancy("2031-03-01T12:00:00Z", nominees(3, 4));
    const flow = await countVacancy(vacancyId);
    expect(reachedTally(flow, "nominated")).toEqual({ woman: 3, man: 4, another: 0, notStated: 0 });
    expect(reachedTally(flow, "screenedIn")).toEqual({ woman: 3, man: 4, another: 0, notStated: 0 });
    expect(reachedTally(flow, "recommended").woman).toBe(2);
    expect(reachedTally(flow, "appointed").woman).toBe(1);
    const regions = exactRows(flow).filter(({ breakdown }) => breakdown === "region");
    expect(regions.map(({ key, stages }) => [key, stages[0]?.counts.at(-1)]).toSorted()).toEqual([
      ["African", 3],
      ["Western European and Others", 4],
    ]);
  });

  it("hold a nomination that nobody has answered yet, and no draft or older vacancy", async () => {
    const { vacancyId } = await aScreenedVacancy(nominees(1, 1));
    await moveCall(vacancyId, { opensAt: new Date("2040-05-05"), closesAt: new Date("2040-06-05") });
    const period = twelveMonthsTo("2040-06-01");
    expect(reachedTally(await countOpened(period), "nominated").woman).toBe(1);
    expect(reachedTally(await countOpened(period), "consented").woman).toBe(0);
    expect(await countOpened(twelveMonthsTo("2042-06-01"))).toEqual([]);
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "draft" } });
    expect(await countOpened(period)).toEqual([]);
  });

  it("count leaders in post on the first and the last day of a term, acting ones apart", async () => {
    const { candidacyIds } = await aScreenedVacancy(nominees(1, 0));
    const { personId, vacancy } = await database().candidacy.findUniqueOrThrow({
      where: { id: candidacyIds[0] ?? "" },
      select: { personId: true, vacancy: { select: { postId: true } } },
    });
    const term = { startsOn: new Date("2050-01-01"), endsOn: new Date("2050-12-31"), acting: true };
    await database().appointment.create({ data: { personId, postId: vacancy.postId, ...term } });
    for (const day of ["2050-01-01", "2050-12-31"]) {
      expect(await countLeaders(day)).toEqual([
        { roleKindCode: "srsg", level: "USG", acting: true, gender: "woman", people: 1 },
      ]);
    }
    for (const day of ["2049-12-31", "2051-01-01"]) expect(await countLeaders(day)).toEqual([]);
  });
});

describe("the public's page", () => {
  it("shows the closed year's one release, small counts withheld, and keeps it as it is", async () => {
    await decidedVacancy("2031-03-01T12:00:00Z", nominees(3, 20));
    const before = await publicPage("2031-09-01T00:00:00Z");
    expect(before.exact).toBe(false);
    expect([before.figures.startsOn, before.figures.lastDay]).toEqual(["2030-07-01", "2031-06-30"]);
    expect(counts(before, "all", "nominated")?.[0]).toBeNull();
    expect(counts(before, "all", "appointed")?.slice(0, 2)).toEqual([expect.any(Number), 0]);
    await decidedVacancy("2031-04-01T12:00:00Z", nominees(9, 9));
    const later = await publicPage("2031-09-02T00:00:00Z");
    expect(later.figures.rows).toEqual(before.figures.rows);
  });

  it("makes one release when many ask at once", async () => {
    await decidedVacancy("2034-01-01T12:00:00Z", nominees(8, 9));
    const made = await at(new Date("2034-08-01"), () =>
      Promise.all([1, 2, 3, 4].map(() => publishBalance())),
    );
    for (const one of made) expect(one).toEqual(made[0]);
    expect(await database().appSetting.count({ where: { key: "balance:2033-07-01" } })).toBe(1);
  });

  it("does not keep a year in which nothing was decided", async () => {
    const asked = () => at(new Date("2029-09-01"), publishBalance);
    expect((await asked()).rows).toEqual([]);
    await decidedVacancy("2029-03-01T12:00:00Z", nominees(8, 9));
    expect((await asked()).rows.length).toBeGreaterThan(0);
  });

  it("tells nothing of a year that still runs", async () => {
    await decidedVacancy("2035-08-01T12:00:00Z", nominees(8, 9));
    const page = await publicPage("2035-09-01T00:00:00Z");
    expect(page.figures.rows).toEqual([]);
    expect(page.counted).toEqual({ total: 0, vacancies: [] });
  });

  it("shows leaders in post and targets with their source to everybody", async () => {
    const page = await publicPage("2031-09-01T00:00:00Z");
    expect(page.leaders[0]?.chart).toMatchObject({ targets: { headsAndDeputies: 0.5 } });
    expect(page.targets.length).toBeGreaterThan(5);
    for (const { source } of page.targets) expect(source.length).toBeGreaterThan(10);
  });

  it("asks the database the same number of times, however many vacancies there are", async () => {
    await publicPage("2031-09-01T00:00:00Z");
    const few = await countQueries(() => publicPage("2031-09-01T00:00:00Z"));
    const officer = await anAccount("secretariat", "Officer");
    const headers = await browserOf(officer);
    const exact = () =>
      countQueries(() => at(new Date("2031-04-15"), () => balancePage(asked("/balance", headers))));
    const before = await exact();
    await decidedVacancy("2031-03-01T12:00:00Z", nominees(5, 5));
    await decidedVacancy("2031-03-02T12:00:00Z", nominees(5, 5));
    expect((await exact()).queries).toBe(before.queries);
    expect((await countQueries(() => publicPage("2031-09-01T00:00:00Z"))).queries).toBe(few.queries);
    expect(few.queries).toBeLessThanOrEqual(13);
    expect(before.value.exact).toBe(true);
  });
});

describe("a vacancy's page", () => {
  const page = (vacancyId: string, moment: string, headers?: Headers) =>
    at(new Date(moment), () => vacancyPage(asked(`/balance/vacancies/${vacancyId}`, headers, { vacancyId })));

  it("tells the public nothing of a vacancy that still runs, or that is no vacancy", async () => {
    const { vacancyId } = await aScreenedVacancy(nominees(2, 2));
    for (const id of [vacancyId, randomUUID(), "nonsense"]) {
      await expect(page(id, "2031-09-01T00:00:00Z")).rejects.toMatchObject({ status: 404 });
    }
  });

  it("shows the public the published line of its role and level, and before the year has ended nothing", async () => {
    const { vacancyId } = await decidedVacancy("2037-03-01T12:00:00Z", nominees(7, 9));
    expect((await page(vacancyId, "2037-06-30T23:00:00Z")).figures).toBeNull();
    const { figures, exact } = await page(vacancyId, "2037-07-01T00:00:00Z");
    expect(exact).toBe(false);
    const release = await at(new Date("2037-07-01"), publishBalance);
    expect(figures?.stages).toEqual(release.rows.find(({ breakdown }) => breakdown === "post")?.stages);
    expect(figures?.vacancies).toBe(1);
  });

  it("shows exact figures to the secretariat and the auditor, and to nobody else: who decides learns nothing while it runs", async () => {
    const { vacancyId } = await aScreenedVacancy(nominees(2, 3));
    for (const role of ["secretariat", "auditor"] as const) {
      const shown = await page(
        vacancyId,
        "2031-09-01T00:00:00Z",
        await browserOf(await anAccount(role, role)),
      );
      expect(shown.figures?.stages[0]?.counts).toEqual([2, 3, 0, 0, 5]);
    }
    for (const other of [
      await anAccount("decisionMaker", "Decides"),
      await anAccount("focalPoint", "Focal point", { stateCode: "GH" }),
    ])
      await expect(page(vacancyId, "2031-09-01T00:00:00Z", await browserOf(other))).rejects.toMatchObject({
        status: 404,
      });
  });
});
