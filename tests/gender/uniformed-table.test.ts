import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { lastDayOf } from "#app/gender/uniformed.ts";
import { categoryIn, monthIn, peopleIn } from "#app/gender/uniformed-cells.ts";
import { linesByMonth, readUniformedTable } from "#app/gender/uniformed-table.ts";
import { countedAtDue, positionOf, shareSeries } from "#app/gender/uniformed-trend.ts";

const known = {
  missions: new Set(["UNMISS", "MINUSCA"]),
  stateByIso3: new Map([
    ["GHA", "GH"],
    ["BGD", "BD"],
  ]),
  stateByName: new Map([
    ["ghana", "GH"],
    ["cotedivoire", "CI"],
  ]),
  today: "2026-11-29",
};
const read = (text: string, formulas: { row: number; column: number }[] = []) =>
  readUniformedTable({ rows: parse(text, { relax_column_count: true, trim: true }), formulas }, known);

/** Invented for the tests; laid out as the UN publishes. */
const sample = readFileSync("tests/gender/cases/uniformed-invented.csv", "utf8");

describe("cells", () => {
  it("name a month in the ways tables do", () => {
    for (const cell of ["31-Jan-21", "2021-01-31", "2021-01", "31/01/2021", "31 January 2021", "Jan-2021"])
      expect(monthIn(cell), cell).toBe("2021-01-01");
    for (const cell of ["", "01/31/2021", "2021-13", "2021-02-30", "31-Foo-21", "January", "44227"])
      expect(monthIn(cell), cell).toBeNull();
  });

  it("hold whole numbers, and nothing is not zero", () => {
    expect(["0", "1,003", "1 003", "6711"].map(peopleIn)).toEqual([0, 1003, 1003, 6711]);
    for (const cell of ["", "-1", "1.5", "12,34", "abc", "9999999"]) expect(peopleIn(cell), cell).toBeNull();
  });

  it("name a category in any of its spellings", () => {
    expect(categoryIn("Experts on Mission")).toBe("expertsOnMission");
    expect(categoryIn("formed_police_units")).toBe("formedPolice");
    expect(categoryIn("Cooks")).toBeNull();
  });
});

describe("a table", () => {
  it("as published is read whole", () => {
    const table = read(sample);
    expect(table).toMatchObject({ cut: "full", rows: 7, problems: [], refusedRows: 0 });
    expect(table?.lines[0]).toEqual({
      ...{ month: "2026-01-01", missionAcronym: "UNMISS", stateCode: "GH", category: "troops" },
      ...{ women: 60, men: 640 },
    });
  });

  it("of categories alone, or of states alone, is another cut", () => {
    expect(read("month_end,category,women,men\n2014-01-31,troops,10,90")?.cut).toBe("category");
    const states = read("Country,Female,Male,Date\nCôte d'Ivoire,1,2,2021-01");
    expect(states).toMatchObject({ cut: "state", lines: [{ stateCode: "CI", category: null }] });
  });

  it("without what is needed is none", () => {
    expect(read("a,b\n1,2")).toBeNull();
    expect(read("Month,Women,Men\n2021-01,1,2")).toBeNull();
    expect(read("Month,Mission,Category,Women,Men\n2021-01,UNMISS,troops,1,2")).toBeNull();
  });

  it("tells of each bad cell its row, its column and why", () => {
    const header = "ISOCode3,Mission,Category,Women,Men,Total,Month";
    const table = read(
      [
        header,
        "GHA,UNMISS,troops,1,2,3,2026-01",
        "XXX,NOWHERE,cooks,x,-1,,someday",
        "GHA,UNMISS,troops,1,2,4,2026-02",
        "GHA,UNMISS,troops,5,2,7,2026-01",
        "GHA,UNMISS,troops,5,2,7,2027-01",
        ",,,,,,",
      ].join("\n"),
    );
    expect(table?.problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      "3 Month month",
      "3 Mission mission",
      "3 ISOCode3 state",
      "3 Category category",
      "3 Women people",
      "3 Men people",
      "4 Total total",
      "5 Month twice",
      "6 Month future",
    ]);
    expect(table).toMatchObject({ rows: 5, refusedRows: 4 });
    expect(table?.lines).toHaveLength(1);
  });

  it("passes sums over: they count the same people again", () => {
    const table = read("month_end,category,women,men\n2014-01-31,troops,10,90\n2014-01-31,Total,10,90");
    expect(table).toMatchObject({ rows: 1, problems: [], lines: [{ category: "troops" }] });
  });

  it("passes a sum over that is named in the column of the months", () => {
    const table = read("month_end,category,women,men\n2014-01-31,troops,10,90\nTotal,,10,90");
    expect(table).toMatchObject({ rows: 1, problems: [], refusedRows: 0 });
  });

  it("takes no value that a formula shows", () => {
    expect(read(sample, [{ row: 2, column: 4 }])?.problems).toEqual([
      { row: 3, column: "Female_Personnel", code: "formula", cell: "" },
    ]);
  });

  it("is the same in whatever order its rows stand", () => {
    const [header = "", ...rows] = sample.trim().split("\n");
    const turned = read([header, ...rows.toReversed()].join("\n"));
    expect([...linesByMonth(turned?.lines ?? [])]).toEqual([...linesByMonth(read(sample)?.lines ?? [])]);
  });
});

describe("over time", () => {
  const row = (month: string, women: number, men: number) =>
    ({ month, category: "troops", women, men }) as const;
  const rows = [row("2015-11-01", 100, 900), row("2015-12-01", 120, 880), row("2020-11-01", 200, 800)];

  it("a month without a category has no share, not zero", () => {
    const police = { month: "2015-12-01", category: "individualPolice", women: 1, men: 9 } as const;
    const { months, series } = shareSeries(
      [...rows, police].toSorted((a, b) => a.month.localeCompare(b.month)),
    );
    expect(months).toEqual(["2015-11-01", "2015-12-01", "2020-11-01"]);
    expect(series).toEqual([
      { category: "troops", values: [0.1, 0.12, 0.2] },
      { category: "individualPolice", values: [null, 0.1, null] },
    ]);
  });

  it("a past date is held against the last month told of its year, with the baseline's last month", () => {
    const target = { subject: "militaryContingents", due: "2020-12-31", baselineYear: 2015 } as const;
    expect(countedAtDue(rows, target)).toEqual({
      on: "2020-11-30",
      counted: { women: 200, men: 800, baselineWomen: 120 },
    });
    expect(countedAtDue(rows, { ...target, due: "2019-12-31" })).toBeNull();
    expect(countedAtDue(rows, { ...target, baselineYear: 2014 })?.counted.baselineWomen).toBeNull();
  });

  it("a date lies so many months from the first, if it lies among them", () => {
    expect(positionOf(["2015-11-01", "2015-12-01", "2016-02-01"], "2016-01-31")).toBe(2);
    expect(positionOf(["2015-11-01"], "2016-01-31")).toBeNull();
    expect(lastDayOf("2024-02-01")).toBe("2024-02-29");
  });
});
