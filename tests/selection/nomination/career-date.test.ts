import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isCareerDate,
  spanFaults,
  spanOf,
  typedSpan,
  yearsCovered,
} from "#app/selection/nomination/career-date.ts";
import { spanIn } from "#app/selection/nomination/import-cells.ts";
import { careerSchema } from "#app/selection/nomination/profile.ts";

const TODAY = "2026-11-25";

describe("a date of a career", () => {
  it("is a year, a month or a day that there is", () => {
    for (const good of ["2015", "2015-03", "2016-02-29"]) expect(isCareerDate(good), good).toBe(true);
    for (const bad of ["1949", "15", "2015-13", "2015-3", "2015-02-30", "March 2015", "2015-03-"])
      expect(isCareerDate(bad), bad).toBe(false);
  });

  it("is kept to the month, and comes back as it was typed", () => {
    const month = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null });
    const year = fc.integer({ min: 1950, max: 2026 });
    fc.assert(
      fc.property(year, month, year, month, (startYear, startMonth, endYear, endMonth) => {
        const span = { startYear, startMonth, endYear, endMonth };
        expect(spanOf(typedSpan(span))).toEqual(span);
      }),
    );
    expect(spanOf({ from: "2015-03-14", to: "" })).toEqual({
      ...{ startYear: 2015, startMonth: 3, endYear: null, endMonth: null },
    });
  });

  it("does not come after today, and an end not before its beginning, by what both say", () => {
    expect(spanFaults({ from: "2026-11", to: "" }, TODAY)).toEqual([]);
    expect(spanFaults({ from: "2026-11-26", to: "" }, TODAY)).toEqual([
      { path: "from", code: "dateInFuture" },
    ]);
    expect(spanFaults({ from: "2020", to: "2027" }, TODAY)).toEqual([{ path: "to", code: "dateInFuture" }]);
    expect(spanFaults({ from: "2015-09", to: "2015" }, TODAY)).toEqual([]);
    expect(spanFaults({ from: "2015-09", to: "2015-08" }, TODAY)).toEqual([
      { path: "to", code: "endsBeforeStart" },
    ]);
  });

  it("is said to be wrong beside its own row", () => {
    const post = { title: "Envoy", employer: "A ministry", peopleLed: "", supervisor: "", budget: "" };
    const read = careerSchema(TODAY).safeParse([
      { ...post, from: "2015", to: "" },
      { ...post, from: "2020-06", to: "2020-05" },
    ]);
    expect(read.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["1.to", "endsBeforeStart"],
    ]);
  });

  it("is read from a cell of a sheet in each of the three ways", () => {
    expect(spanIn("2015-2020")).toEqual({ from: "2015", to: "2020" });
    expect(spanIn("2015-03 – 2020-09")).toEqual({ from: "2015-03", to: "2020-09" });
    expect(spanIn("2015-03-14/2020-09-30")).toEqual({ from: "2015-03-14", to: "2020-09-30" });
    expect(spanIn("2015-03 -")).toEqual({ from: "2015-03", to: "" });
    expect(spanIn("2015-")).toEqual({ from: "2015", to: "" });
    expect(spanIn("2015-13 - 2016-01")).toBeNull();
    expect(spanIn("March 2015")).toBeNull();
  });
});

describe("the years that posts cover", () => {
  const span = (from: string, to: string) => spanOf({ from, to });

  it("are counted by months, those that two posts share once", () => {
    expect(yearsCovered([span("2010-07", "2012-07")], TODAY)).toBe(2);
    expect(yearsCovered([span("2010-07", "2012-06")], TODAY)).toBe(1);
    expect(yearsCovered([span("2010-01", "2013-01"), span("2011-01", "2014-01")], TODAY)).toBe(4);
    expect(yearsCovered([span("2010-01", "2010-07"), span("2012-01", "2012-07")], TODAY)).toBe(1);
  });

  it("run to the present month where a post is held still, and are whole where only years are known", () => {
    expect(yearsCovered([span("2025-11", "")], TODAY)).toBe(1);
    expect(yearsCovered([span("2025-12", "")], TODAY)).toBe(0);
    expect(yearsCovered([span("2010", "2019")], TODAY)).toBe(9);
    expect(yearsCovered([span("2010", "2010")], TODAY)).toBe(1);
  });
});
