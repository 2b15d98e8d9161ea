import { describe, expect, it } from "vitest";
import { reportServices } from "#app/gender/report-services.server.ts";
import { listServiceReports, readServiceReports } from "#app/gender/service-report.queries.server.ts";
import type { RankCount } from "#app/gender/service-report.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as statePage } from "#app/routes/states.$code.tsx";
import { action, loader as formPage } from "#app/routes/states.$code_.servicewomen.tsx";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const ranks: readonly RankCount[] = [
  { component: "military", grade: "colonel", women: 3, men: 40 },
  { component: "police", grade: "senior", women: 0, men: 12 },
];
const report = (version: number, changes: object = {}) => ({
  ...{ version, asOf: "2026-06-30", ranks, rolesOpen: 90, rolesAll: 100, rolesNote: "Submarines until 2028" },
  ...changes,
});

describe("a state's report on its services", () => {
  it("is its own focal point's to make; each is a version, and in the record", async () => {
    const focalPoint = await aFocalPoint("KE");
    must(await reportServices(focalPoint, { stateCode: "KE", report: report(0) }));
    must(await reportServices(focalPoint, { stateCode: "KE", report: report(1, { rolesOpen: 95 }) }));
    const reports = await readServiceReports(focalPoint, "KE");
    expect(reports?.map(({ version, rolesOpen }) => [version, rolesOpen])).toEqual([
      [2, 95],
      [1, 90],
    ]);
    expect(reports?.[0]?.ranks).toEqual(ranks);
    const events = await database().recordEvent.count({ where: { kind: "services.reported" } });
    expect(events).toBeGreaterThanOrEqual(2);
  });

  it("is made for no other state, and by nobody else", async () => {
    const other = await aFocalPoint("GH");
    const officer = await anAccount("secretariat", "Officer");
    for (const actor of [other, officer]) {
      expect(await reportServices(actor, { stateCode: "SN", report: report(0) })).toMatchObject({
        refusal: { code: "notPermitted" },
      });
    }
    expect(await readServiceReports(other, "KE")).toBeNull();
    const headers = await browserOf(other);
    const form = formPage(asked("/states/SN/servicewomen", headers, { code: "SN" }));
    await expect(form).rejects.toMatchObject({ status: 404 });
    await expect(
      (async () => statePage(asked("/states/SN", headers, { code: "SN" })))(),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("that says nothing is refused, and of two at once one is taken", async () => {
    const focalPoint = await aFocalPoint("UY");
    const empty = report(0, { ranks: [], rolesOpen: null, rolesAll: null });
    expect(await reportServices(focalPoint, { stateCode: "UY", report: empty })).toMatchObject({
      refusal: { code: "servicesEmpty" },
    });
    const both = await Promise.all([
      reportServices(focalPoint, { stateCode: "UY", report: report(0) }),
      reportServices(focalPoint, { stateCode: "UY", report: report(0, { rolesOpen: 91 }) }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
  });

  it("is posted by form, its ranks from a sheet where one comes along; a bad row takes nothing", async () => {
    const focalPoint = await aFocalPoint("NP");
    const post = async (sheet: string | null, changes: Record<string, string> = {}) => {
      const body = new FormData();
      const typed = {
        version: "0",
        asOf: "2026-06-30",
        "ranks[1].women": "7",
        "ranks[1].men": "70",
        ...changes,
      };
      for (const [name, value] of Object.entries(typed)) body.set(name, value);
      if (sheet !== null) body.set("sheet", new File([sheet], "ranks.csv", { type: "text/csv" }));
      const headers = await browserOf(focalPoint);
      const request = new Request("http://localhost/states/NP/servicewomen", {
        method: "POST",
        body,
        headers,
      });
      return action({ request, params: { code: "NP" }, context: {} });
    };
    const header = "component,grade,women,men\n";
    await post(`${header}military,admiral,1,2\n`);
    expect(await readServiceReports(focalPoint, "NP")).toEqual([]);
    await post(`${header}military,general,1,20\n`);
    await post(null, { version: "1" });
    const reports = await readServiceReports(focalPoint, "NP");
    expect(reports?.map((one) => one.ranks)).toEqual([
      [{ component: "military", grade: "colonel", women: 7, men: 70 }],
      [{ component: "military", grade: "general", women: 1, men: 20 }],
    ]);
  });

  it("stands beside those of other states, in the same number of queries however many", async () => {
    await listServiceReports(1);
    const before = await countQueries(() => listServiceReports(1));
    const focalPoint = await aFocalPoint("ZM");
    must(await reportServices(focalPoint, { stateCode: "ZM", report: report(0) }));
    const after = await countQueries(() => listServiceReports(1));
    expect(after.value.total).toBe(before.value.total + 1);
    expect(after.queries).toBe(before.queries);
    expect(after.queries).toBeLessThanOrEqual(4);
    expect(after.value.states.find(({ code }) => code === "ZM")).toMatchObject({ ranks, rolesAll: 100 });
  });
});
