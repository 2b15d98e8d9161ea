import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { checkUniformed } from "#app/gender/check-uniformed.server.ts";
import { dropUniformed } from "#app/gender/drop-uniformed.server.ts";
import { setTarget } from "#app/gender/set-target.server.ts";
import { takeUniformed } from "#app/gender/take-uniformed.server.ts";
import {
  listUniformedMissions,
  listUniformedStates,
  readUniformedTotals,
  readUniformedTrend,
} from "#app/gender/uniformed.queries.server.ts";
import { readUniformedImport } from "#app/gender/uniformed-import.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as figureFile } from "#app/routes/balance.figures.$figure.$format.tsx";
import { loader as page } from "#app/routes/uniformed._index.tsx";
import { loader as filesPage } from "#app/routes/uniformed.imports._index.tsx";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const sample = readFileSync("tests/gender/cases/uniformed-invented.csv", "utf8");
const TODAY = "2026-11-29";

const send = async (officer: Actor, text: string) =>
  must(await checkUniformed(officer, { name: "invented.csv", bytes: new TextEncoder().encode(text) }));
const take = (officer: Actor, importId: string, withoutRefused = false) =>
  takeUniformed(officer, { importId, withoutRefused });

/** The figures of a month of its own: tests do not meet. */
const inMonth = (month: string) =>
  sample
    .replaceAll("31-Jan-26", `${month}-15`)
    .replaceAll("28-Feb-26", `${month}-28`)
    .split("\n")
    .slice(0, 6)
    .join("\n");
const standing = (month: string) =>
  database().uniformedMonth.findMany({
    where: { month: new Date(`${month}-01`) },
    orderBy: { version: "asc" },
    include: { counts: true },
  });

describe("a file of monthly figures", () => {
  it("changes nothing until it is taken in; then it stands, and is in the record", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { importId } = await send(officer, inMonth("2001-01"));
    expect(await standing("2001-01")).toEqual([]);
    expect(await readUniformedImport(importId, TODAY)).toMatchObject({
      ...{ cut: "full", rows: 5, refused: 0, state: "checked" },
      months: [{ month: "2001-01-01", becomes: "new", women: 96, men: 800 }],
    });
    expect(must(await take(officer, importId))).toEqual({ changed: 1, unchanged: 0 });
    const [month] = await standing("2001-01");
    expect(month?.counts).toHaveLength(5);
    const events = await database().recordEvent.findMany({ where: { subjectId: importId } });
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(["uniformed.checked", "uniformed.taken"]);
  });

  it("sent twice changes nothing, in whatever order its rows stand", async () => {
    const officer = await anAccount("secretariat", "Officer");
    must(await take(officer, (await send(officer, inMonth("2001-02"))).importId));
    const [header = "", ...rows] = inMonth("2001-02").split("\n");
    const again = await send(officer, [header, ...rows.toReversed()].join("\n"));
    expect((await readUniformedImport(again.importId, TODAY))?.months).toMatchObject([{ becomes: "same" }]);
    expect(must(await take(officer, again.importId))).toEqual({ changed: 0, unchanged: 1 });
    expect(await standing("2001-02")).toHaveLength(1);
  });

  it("corrected replaces its month, and what stood before is kept but not counted", async () => {
    const officer = await anAccount("secretariat", "Officer");
    must(await take(officer, (await send(officer, inMonth("2001-03"))).importId));
    const corrected = inMonth("2001-03").replace("60,640,700", "70,630,700");
    must(await take(officer, (await send(officer, corrected)).importId));
    const versions = await standing("2001-03");
    expect(versions.map(({ version, supersededAt }) => [version, supersededAt === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(versions[0]?.counts).toHaveLength(5);
    const trend = await readUniformedTrend({});
    expect(
      trend.find(({ month, category }) => month === "2001-03-01" && category === "troops"),
    ).toMatchObject({
      women: 70,
      men: 630,
    });
  });

  it("that tells fewer than half the people of a standing table is said to be short, of whatever cut that is", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const shortOf = async (text: string) =>
      (await readUniformedImport((await send(officer, text)).importId, TODAY))?.months.map(
        ({ short }) => short,
      );
    const whole = inMonth("2002-03");
    const part = whole.split("\n").slice(0, 2).join("\n").replace("60,640,700", "6,64,70");
    expect(await shortOf(part)).toEqual([false]);
    must(await take(officer, (await send(officer, whole)).importId));
    expect(await shortOf(whole)).toEqual([false]);
    expect(await shortOf(part)).toEqual([true]);
    expect(await shortOf("month,category,women,men\n2002-03,troops,10,90")).toEqual([true]);
  });

  it("with rows refused is taken in whole or not at all, unless that is said", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const wrong = inMonth("2001-04").replace("20,120,140", "20,120,141");
    const { importId } = await send(officer, wrong);
    expect(await readUniformedImport(importId, TODAY)).toMatchObject({
      ...{ refused: 1, rows: 5 },
      problems: [{ row: 4, column: "Total_Uniformed_Personnel", code: "total", cell: "141" }],
    });
    expect(await take(officer, importId)).toMatchObject({ refusal: { code: "uniformedRefused" } });
    expect(await standing("2001-04")).toEqual([]);
    expect(must(await take(officer, importId, true))).toEqual({ changed: 1, unchanged: 0 });
    expect((await standing("2001-04"))[0]?.counts).toHaveLength(4);
  });

  it("is taken in once, and not after it was put aside", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { importId } = await send(officer, inMonth("2001-05"));
    const both = await Promise.all([take(officer, importId), take(officer, importId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await standing("2001-05")).toHaveLength(1);
    const other = await send(officer, inMonth("2001-06"));
    must(await dropUniformed(officer, other));
    expect(await take(officer, other.importId)).toMatchObject({ refusal: { code: "uniformedEnded" } });
    expect(await dropUniformed(officer, { importId })).toMatchObject({ refusal: { code: "uniformedEnded" } });
  });

  it("of the same month, two taken in at once leave one that stands", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const first = await send(officer, inMonth("2001-07"));
    const second = await send(officer, inMonth("2001-07").replace("60,640,700", "61,639,700"));
    const both = await Promise.all([take(officer, first.importId), take(officer, second.importId)]);
    expect(both.some(({ ok }) => ok)).toBe(true);
    const versions = await standing("2001-07");
    expect(versions.filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1);
  });

  it("is the secretariat's alone to send and to take in", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { importId } = await send(officer, inMonth("2001-08"));
    for (const role of ["auditor", "focalPoint", "decisionMaker"] as const) {
      const other = await anAccount(role, "Other");
      const bytes = new TextEncoder().encode(sample);
      expect(await checkUniformed(other, { name: "x.csv", bytes })).toMatchObject({
        refusal: { code: "notPermitted" },
      });
      expect(await take(other, importId)).toMatchObject({ refusal: { code: "notPermitted" } });
      expect(await dropUniformed(other, { importId })).toMatchObject({ refusal: { code: "notPermitted" } });
    }
  });

  it("that is none is refused with a reason", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const check = (text: string) =>
      checkUniformed(officer, { name: "x.csv", bytes: new TextEncoder().encode(text) });
    expect(await check("a,b\n1,2")).toMatchObject({ refusal: { code: "uniformedColumns", field: "sheet" } });
    expect(await check(sample.split("\n")[0] ?? "")).toMatchObject({ refusal: { code: "fileEmpty" } });
    const long = `${sample}${"GHA,x,UNMISS,Troops,1,1,2,2026-01\n".repeat(20_001)}`;
    expect(await check(long)).toMatchObject({ refusal: { code: "sheetTooLong" } });
  });
});

describe("the figures", () => {
  it("are by month, category, mission and state, each sum as in the file", async () => {
    const officer = await anAccount("secretariat", "Officer");
    must(await take(officer, (await send(officer, sample)).importId));
    const month = "2026-01-01";
    expect(await listUniformedMissions({ month })).toEqual([
      { mission: "UNMISS", women: 84, men: 772 },
      { mission: "MINUSCA", women: 12, men: 28 },
    ]);
    const { total, states } = await listUniformedStates({ month }, 1);
    expect(total).toBe(2);
    expect(states.map(({ code, women, men }) => [code, women, men])).toEqual([
      ["GH", 67, 659],
      ["BD", 29, 141],
    ]);
    const ghana = await readUniformedTrend({ state: "GH" });
    expect(
      ghana.filter((row) => row.month === month).map(({ category, women }) => [category, women]),
    ).toEqual([
      ["expertsOnMission", 3],
      ["staffOfficers", 4],
      ["troops", 60],
    ]);
  });

  it("of categories alone answer where there are no better ones, and are never added to those", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const table = (month: string) => `month_end,category,women,men\n${month}-31,troops,500,9500`;
    must(await take(officer, (await send(officer, table("2001-12"))).importId));
    must(await take(officer, (await send(officer, inMonth("2001-10"))).importId));
    must(await take(officer, (await send(officer, table("2001-10"))).importId));
    const troops = (await readUniformedTrend({})).filter(({ category }) => category === "troops");
    expect(troops.find(({ month }) => month === "2001-12-01")).toMatchObject({ women: 500 });
    expect(troops.find(({ month }) => month === "2001-10-01")).toMatchObject({ women: 60 });
    const { baselines } = await readUniformedTotals([2001, 1950]);
    expect(baselines).toMatchObject([{ year: 2001, counts: [{ category: "troops", women: 500 }] }]);
  });

  it("are for everybody; the files are for those who oversee", async () => {
    const shown = await page(asked("/uniformed?month=2026-01-01&category=troops&mission=UNMISS"));
    expect(shown.shown).toMatchObject({ month: "2026-01-01", missions: [{ mission: "UNMISS", women: 60 }] });
    const odd = await page(asked("/uniformed?month=x&category=cooks&mission=%00&state=zz"));
    expect(odd.asked).toEqual({});
    const reader = await anAccount("panelMember", "Reads");
    await expect(filesPage(asked("/uniformed/imports", await browserOf(reader)))).rejects.toMatchObject({
      status: 404,
    });
  });

  it("are asked in a number of queries that does not grow with the months", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const look = () => countQueries(() => page(asked("/uniformed")));
    await look();
    const before = await look();
    must(await take(officer, (await send(officer, inMonth("2001-11"))).importId));
    const after = await look();
    expect(after.queries).toBe(before.queries);
    expect(after.queries).toBeLessThanOrEqual(22);
    const headers = await browserOf(officer);
    const files = () => countQueries(() => filesPage(asked("/uniformed/imports", headers)));
    await files();
    const few = await files();
    await send(officer, inMonth("2001-09"));
    expect((await files()).queries).toBe(few.queries);
  });
});

describe("the figures as files", () => {
  it("hold what the raw rows hold, every state of them, as they are narrowed", async () => {
    const officer = await anAccount("secretariat", "Officer");
    must(await take(officer, (await send(officer, sample)).importId));
    const raw = await database().uniformedCount.findMany({
      where: { month: { month: new Date("2026-01-01"), supersededAt: null, cut: "full" } },
    });
    const fileOf = async (id: string, query = "") => {
      const answer = await figureFile(
        asked(`/x?month=2026-01-01${query}`, new Headers(), { figure: id, format: "csv" }),
      );
      const rows: string[][] = parse(await answer.text(), { bom: true, relax_column_count: true });
      const head = rows.findIndex((row) => row[1] === "Women");
      return rows.slice(head + 1).map((row) => row.slice(0, 4));
    };
    const sums = (keyOf: (row: (typeof raw)[number]) => string | null, rows = raw) => {
      const by = new Map<string, [number, number]>();
      for (const row of rows) {
        const [women, men] = by.get(keyOf(row) ?? "") ?? [0, 0];
        by.set(keyOf(row) ?? "", [women + row.women, men + row.men]);
      }
      return new Map(
        [...by].map(([key, [women, men]]) => [
          key,
          [String(women), String(men), String(Math.round((women / (women + men)) * 1e6) / 1e6)],
        ]),
      );
    };
    const missions = await fileOf("uniformed-by-mission");
    expect(new Map(missions.map(([name = "", ...cells]) => [name, cells]))).toEqual(
      sums(({ missionAcronym }) => missionAcronym),
    );
    const states = await database().state.findMany();
    const code = (name: string) => states.find(({ nameEn }) => nameEn === name)?.code ?? "";
    const troops = await fileOf("uniformed-by-state", "&category=troops");
    expect(new Map(troops.map(([name = "", ...cells]) => [code(name), cells]))).toEqual(
      sums(
        ({ stateCode }) => stateCode,
        raw.filter(({ category }) => category === "troops"),
      ),
    );
    const categories = await fileOf("uniformed-by-category");
    expect(categories.map((row) => row.slice(1)).toSorted()).toEqual(
      [...sums(({ category }) => category).values()].toSorted(),
    );
  });
});

describe("what stood at a target's date", () => {
  it("is told however many months were told since: a baseline does not fall out of ten years", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const target = {
      ...({ subject: "justiceAndCorrections", measure: "womenTimesBaseline", counting: "stock" } as const),
      ...{
        value: 2,
        baselineYear: 2004,
        due: "2005-12-31",
        source: "Of the test",
        reason: "Of the test, and old.",
      },
    };
    const { targetId } = must(await setTarget(officer, target));
    const months = Array.from({ length: 130 }, (_, n) => {
      const month = `${2004 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
      return `${month},corrections,${10 + n},100`;
    });
    must(
      await take(officer, (await send(officer, ["month,category,women,men", ...months].join("\n"))).importId),
    );
    const { shown } = await page(asked("/uniformed"));
    // December 2005 tells 33 women, December 2004 told 21.
    expect(shown.atDue.find(({ id }) => id === targetId)).toMatchObject({
      on: "2005-12-31",
      standing: { counted: { women: 33, men: 100, baselineWomen: 21 }, reached: false },
    });
    expect(shown.times).toHaveLength(120);
  });
});
