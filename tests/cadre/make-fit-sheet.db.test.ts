import { describe, expect, it } from "vitest";
import { readVacancyDemand } from "#app/cadre/demand.queries.server.ts";
import { exportList } from "#app/cadre/export-list.server.ts";
import { makeFitSheet } from "#app/cadre/make-fit-sheet.server.ts";
import { readFit } from "#app/cadre/read-fit.server.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { translator } from "#app/i18n/translate.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { anActiveMember, code, events } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { anOpenCall } from "#tests/support/selection-story.ts";

/** One more than a page of the list shows of a group. */
const WOMEN = 11;

async function setting() {
  const here = await anOpenCall("UNMISS", "forceCommander", "ASG");
  const kind = { roleKindCode: "forceCommander", nationality: "SN" } as const;
  for (let n = 0; n < WOMEN; n += 1) await anActiveMember(here.officer, { ...kind, gender: "woman" });
  await anActiveMember(here.officer, { ...kind, gender: "man", givenName: "=1+1" }, { seniorYears: 1 });
  await anActiveMember(here.officer, { ...kind, gender: "another", nationality: "SS" });
  return { ...here, t: translator("en", await loadMessages("en")) };
}

describe("who fits, as a sheet", () => {
  it("holds everybody of the list in its order, with every reason and gap in words, and is on record", async () => {
    const { officer, vacancyId, postId, t } = await setting();
    const order = { list: "fit", vacancy: vacancyId, format: "csv" } as const;
    const sheet = must(await exportList(officer, { ...order, format: "xlsx" }, t));
    const { rows, formulas } = must(await readSpreadsheet(Buffer.from(sheet)));
    const [head, ...people] = rows;
    expect(head?.slice(0, 3)).toEqual(["Place", "Name", "Gender"]);
    const asked = await readVacancyDemand(vacancyId);
    const fit = asked && (await readFit(officer, { ...asked, vacancyId, page: 1 }));
    expect([people.length, fit?.total]).toEqual([WOMEN + 2, WOMEN + 2]);
    const shown = fit?.groups.flatMap(({ members }) => members) ?? [];
    for (const { name, place } of shown)
      expect(people.filter((row) => row[1] === name && row[0] === String(place)).length).toBeGreaterThan(0);
    const places = people.map(([place]) => Number(place));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const man = people.find(([, , gender]) => gender === t("cadre.gender.man"));
    expect(man?.[1]).toMatch(/^=1\+1 /);
    expect(man?.[4]).not.toBe("");
    expect(people.find(([, , gender]) => gender === t("cadre.gender.another"))?.[6]).toMatch(/South Sudan/);
    expect(formulas).toEqual([]);

    const toPost = must(await exportList(officer, { list: "fitToPost", post: postId, format: "csv" }, t));
    expect(String(toPost).trim().split("\r\n")).toHaveLength(WOMEN + 3);
    expect(String(toPost)).toContain(`"'=1+1 `);
    for (const list of ["fit", "fitToPost"]) expect(await events(list, "cadreList.exported")).toHaveLength(1);

    const focalPoint = await anAccount("focalPoint", "Focal", { stateCode: "GH" });
    expect(code(await exportList(focalPoint, order, t))).toBe("notFound");
    const ofPost = { list: "fitToPost", post: postId, format: "csv" } as const;
    expect(code(await exportList(focalPoint, ofPost, t))).toBe("notFound");
    expect(code(await exportList(officer, { ...ofPost, post: vacancyId }, t))).toBe("notFound");

    const many = await countQueries(() => makeFitSheet(officer, order, t, 20_000));
    const few = await countQueries(() => makeFitSheet(officer, order, t, 1));
    expect(many.queries).toBe(few.queries);
  }, 120_000);
});
