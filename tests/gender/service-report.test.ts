import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  componentTotal,
  GRADE_ROWS,
  type RankCount,
  ranksOf,
  readServiceSheet,
  SERVICE_COLUMNS,
  serviceReportSchema,
} from "#app/gender/service-report.ts";

const HEADER = [...SERVICE_COLUMNS];

describe("a sheet of ranks", () => {
  it("gives back what was written in it, whatever the order of its rows", () => {
    const counts = fc.option(fc.record({ women: fc.nat(9999), men: fc.nat(9999) }), { nil: null });
    fc.assert(
      fc.property(fc.tuple(...GRADE_ROWS.map(() => counts)), (given) => {
        const ranks: RankCount[] = GRADE_ROWS.flatMap((row, index) => {
          const count = given[index];
          return count ? [{ ...row, ...count }] : [];
        });
        const rows = ranks.map(({ component, grade, women, men }) => [
          component,
          grade,
          String(women),
          String(men),
        ]);
        const read = readServiceSheet([HEADER, ...rows.toReversed()]);
        expect(read?.problems).toEqual([]);
        expect(read?.ranks.toReversed()).toEqual(ranks);
      }),
    );
  });

  it("tells of each mistake where it is, and leaves rows without figures out", () => {
    const read = readServiceSheet([
      HEADER,
      ["military", "general", "", ""],
      ["military", "admiral", "1", "2"],
      ["military", "colonel", "x", ""],
      ["police", "senior", "3", "4"],
      ["police", "senior", "5", "6"],
    ]);
    expect(read?.ranks).toEqual([{ component: "police", grade: "senior", women: 3, men: 4 }]);
    expect(read?.problems).toEqual([
      { row: 3, column: "grade" },
      { row: 4, column: "women" },
      { row: 4, column: "men" },
      { row: 6, column: "twice" },
    ]);
    expect(readServiceSheet([["grade", "women", "men"]])).toBeNull();
  });

  it("is held to what the form is, and reads a grade in any case", () => {
    const read = readServiceSheet([
      HEADER,
      ["Military", "LieutenantColonel", "1", "5000000"],
      ["military", "LIEUTENANTCOLONEL", "1", "2"],
      ["police", "junior", "5000001", "2"],
    ]);
    expect(read?.ranks).toEqual([
      { component: "military", grade: "lieutenantColonel", women: 1, men: 5_000_000 },
    ]);
    expect(read?.problems).toEqual([
      { row: 3, column: "twice" },
      { row: 4, column: "women" },
    ]);
  });
});

describe("a report", () => {
  const schema = serviceReportSchema("2026-11-29");
  const good = { version: "0", asOf: "2026-10-31", ranks: [{ women: "1", men: "9" }, {}] };
  const refusedAt = (changes: object) =>
    schema.safeParse({ ...good, ...changes }).error?.issues.map(({ path }) => path.join("."));

  it("has the rows that were filled in; an empty one is not zero", () => {
    expect(ranksOf(schema.parse(good).ranks)).toEqual([
      { component: "military", grade: "general", women: 1, men: 9 },
    ]);
    const zero = schema.parse({ ...good, ranks: [{ women: "0", men: "0" }] });
    expect(ranksOf(zero.ranks)).toHaveLength(1);
  });

  it("is refused beside what is wrong", () => {
    expect(refusedAt({ asOf: "2026-11-30" })).toEqual(["asOf"]);
    expect(refusedAt({ ranks: [{ women: "1" }] })).toEqual(["ranks.0.men"]);
    expect(refusedAt({ ranks: [{ women: "-1", men: "2" }] })).toEqual(["ranks.0.women"]);
    expect(refusedAt({ rolesOpen: "5" })).toEqual(["rolesAll"]);
    expect(refusedAt({ rolesOpen: "6", rolesAll: "5" })).toEqual(["rolesOpen"]);
    expect(refusedAt({ rolesOpen: "5", rolesAll: "5" })).toBeUndefined();
  });

  it("adds up what was reported of a component", () => {
    const ranks = GRADE_ROWS.map((row, index) => ({ ...row, women: index, men: 1 }));
    expect(componentTotal(ranks, "military")).toEqual({ women: 15, men: 6 });
    expect(componentTotal(ranks, "police")).toEqual({ women: 21, men: 3 });
  });
});
