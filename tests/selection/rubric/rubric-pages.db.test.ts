import { describe, expect, it } from "vitest";
import { loader as rubrics } from "#app/routes/rubrics._index.tsx";
import { loader as workshopPage } from "#app/routes/rubrics.$rubricId.tsx";
import { loader as preview } from "#app/routes/rubrics.$rubricId_.preview.tsx";
import { loader as versionsPage } from "#app/routes/rubrics.$rubricId_.versions.tsx";
import { loader as library } from "#app/routes/rubrics.criteria._index.tsx";
import { loader as criterionPage } from "#app/routes/rubrics.criteria.$code.tsx";
import { addCriterion } from "#app/selection/rubric/add-criterion.server.ts";
import { reviseCriterion } from "#app/selection/rubric/revise-criterion.server.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { aCriterion, aRevision, rubricOf, saveRubricOf } from "#tests/support/rubric-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aDraft } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

describe("the pages of rubrics", () => {
  it("ask as many statements for one version, rubric or criterion as for several", async () => {
    const { officer, vacancyId } = await aDraft("UNAMA", "headOfSpm", "USG");
    const rubricId = await rubricOf(vacancyId);
    const headers = await browserOf(officer);
    const pages = [
      ["/rubrics", rubrics, {}, 21],
      ["/rubrics/criteria", library, {}, 6],
      ["/rubrics/criteria/C2", criterionPage, { code: "C2" }, 24],
      [`/rubrics/${rubricId}`, workshopPage, { rubricId }, 27],
      [`/rubrics/${rubricId}/preview`, preview, { rubricId }, 21],
      [`/rubrics/${rubricId}/versions`, versionsPage, { rubricId }, 24],
    ] as const;
    const ask = async () => {
      const counts: number[] = [];
      for (const [path, loader, params] of pages) {
        const { queries } = await countQueries(async () => loader(asked(path, headers, params)));
        counts.push(queries);
      }
      return counts;
    };
    const once = await ask();
    for (const base of [20, 30]) must(await saveRubricOf(officer, vacancyId, { C2: { baseWeight: base } }));
    must(await reviseCriterion(officer, { code: "C2", revised: aRevision(1) }));
    must(await addCriterion(officer, aCriterion()));
    await aDraft("MONUSCO");
    expect(await ask()).toEqual(once);
    for (const [n, [path, , , most]] of pages.entries()) expect(once[n], path).toBeLessThanOrEqual(most);
  });

  it("are not there for those who may not read them", async () => {
    const { vacancyId } = await aDraft("UNTSO", "srsg", "ASG");
    const rubricId = await rubricOf(vacancyId);
    const judge = await browserOf(await anAccount("panelMember", "Judge"));
    for (const [path, loader, params] of [
      ["/rubrics", rubrics, {}],
      ["/rubrics/criteria", library, {}],
      ["/rubrics/criteria/C2", criterionPage, { code: "C2" }],
      [`/rubrics/${rubricId}/preview`, preview, { rubricId }],
      [`/rubrics/${rubricId}/versions`, versionsPage, { rubricId }],
    ] as const)
      await expect(loader(asked(path, judge, params))).rejects.toMatchObject({ status: 404 });
    const auditor = await browserOf(await anAccount("auditor", "Auditor"));
    await expect(workshopPage(asked(`/rubrics/${rubricId}`, auditor, { rubricId }))).rejects.toMatchObject({
      status: 404,
    });
  });
});
