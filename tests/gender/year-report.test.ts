import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeOf,
  figuresOf,
  lastReported,
  REPORT_SECTIONS,
  type ReportCounts,
  type YearFigures,
  yearReport,
  yearReportSchema,
} from "#app/gender/year-report.ts";
import { reportTables } from "#app/gender/year-report-tables.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";

const cell = fc.option(fc.nat(60), { nil: null });
const counts: fc.Arbitrary<ReportCounts> = fc.record({ women: cell, men: cell, other: cell });
const pledged = fc.record({
  states: fc.nat(9),
  pledges: fc.nat(9),
  promised: fc.nat(99),
  delivered: fc.nat(99),
});
const figures: fc.Arbitrary<YearFigures> = fc.record({
  uniformedOn: fc.constantFrom(null, "2026-05-31"),
  lines: fc.uniqueArray(
    fc.record({
      section: fc.constantFrom(...REPORT_SECTIONS),
      key: fc.constantFrom("a", "b"),
      name: fc.constant({ en: "Name", fr: "Nom" }),
      counts,
    }),
    { selector: ({ section, key }) => `${section} ${key}` },
  ),
  pledges: fc.uniqueArray(
    fc.record({ kind: fc.constantFrom("mentors" as const, "genderChampions" as const), counts: pledged }),
    { selector: ({ kind }) => kind },
  ),
});
const line = (
  now: ReportCounts,
  before: ReportCounts | null,
  section: "stages" | "appointed" = "appointed",
) => changeOf({ section, now, before });

describe("the last report", () => {
  it("is of the year that ended in June from September on: its last figures come in the weeks between", () => {
    expect(["2026-01-15", "2026-06-30", "2026-07-01", "2026-08-31"].map(lastReported)).toEqual([
      2024, 2024, 2024, 2024,
    ]);
    expect(["2026-09-01", "2026-12-31"].map(lastReported)).toEqual([2025, 2025]);
  });
});

describe("a change since the year before", () => {
  it("is this year less the last, in people and in points of the share", () => {
    expect(line({ women: 5, men: 5, other: 0 }, { women: 3, men: 9, other: 1 })).toEqual({
      ...{ share: 0.5, women: 2, men: -4, points: 25, people: null, shares: null },
    });
  });

  it("is nothing where either year withholds a count, and says which", () => {
    const shown = { women: 8, men: 12, other: 0 };
    const withheld = { women: null, men: 12, other: null };
    expect(line(withheld, shown, "stages")).toMatchObject({
      women: null,
      points: null,
      people: "withheld",
      shares: "withheld",
    });
    expect(line(shown, withheld, "stages")).toMatchObject({
      women: null,
      people: "withheldBefore",
      shares: "withheldBefore",
    });
    expect(line(shown, null)).toMatchObject({ women: null, men: null, points: null, people: "noneBefore" });
  });

  it("tells no points of candidates where a share rests on fewer than ten, and does of leaders", () => {
    const [now, before] = [
      { women: 2, men: 6, other: 0 },
      { women: 6, men: 6, other: 0 },
    ];
    expect(line(now, before, "stages")).toMatchObject({
      share: null,
      points: null,
      shares: "tooFew",
      people: null,
      women: -4,
    });
    expect(line(now, before)).toMatchObject({ share: 0.25, points: -25, shares: null });
    expect(line({ women: 0, men: 0, other: 0 }, before)).toMatchObject({ points: null, shares: "tooFew" });
  });

  it("adds up: the year before and the change give this year, wherever both are told", () => {
    fc.assert(
      fc.property(counts, counts, (now, before) => {
        const change = line(now, before, "stages");
        for (const key of ["women", "men"] as const)
          if (now[key] !== null && before[key] !== null)
            expect(before[key] + (change[key] ?? Number.NaN)).toBe(now[key]);
          else expect(change[key]).toBeNull();
        expect(change.points === null).toBe(change.shares !== null);
      }),
    );
  });
});

describe("a yearly report", () => {
  it("keeps each figure as it was and beside it that of the year before, and reads back", () => {
    fc.assert(
      fc.property(figures, figures, (now, before) => {
        const report = yearReport({ year: 2025, targets: [], now, before });
        expect(yearReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
        expect(figuresOf(report)).toEqual(now);
        for (const one of report.lines) {
          const earlier = before.lines.find(({ section, key }) => section === one.section && key === one.key);
          if (one.before) expect(one.before).toEqual(earlier?.counts);
        }
      }),
    );
  });

  it("compares with nothing a part in which nobody was counted the year before", () => {
    const nobody = { women: 0, men: 0, other: 0 };
    const of = (own: ReportCounts): YearFigures => ({
      ...{ uniformedOn: null, pledges: [] },
      lines: [{ section: "appointed", key: "heads", name: { en: "", fr: "" }, counts: own }],
    });
    const now = of({ women: 1, men: 1, other: 0 });
    const report = yearReport({ year: 2025, targets: [], now, before: of(nobody) });
    expect(report.lines[0]?.before).toBeNull();
  });

  it.each(["en", "fr"] as const)(
    "says in %s of every line what became of it, and never a withheld count as zero",
    async (locale) => {
      const t = translator(locale, await loadMessages(locale));
      fc.assert(
        fc.property(figures, figures, (now, before) => {
          const tables = reportTables(yearReport({ year: 2025, targets: [], now, before }), {
            ...{ t, format: formatter(locale, "UTC") },
          });
          for (const { head, rows } of tables)
            for (const { cells } of rows) expect(cells).toHaveLength(head.length);
          const told = tables
            .flatMap(({ key, rows }) => (key === "pledges" ? [] : rows))
            .map(({ cells }) => cells[1]);
          const withheld = now.lines.filter(
            ({ counts: own }) => own.women === null || own.men === null,
          ).length;
          expect(told.filter((words) => words?.includes(t("gender.withheld"))).length).toBeGreaterThanOrEqual(
            withheld,
          );
        }),
        { numRuns: 30 },
      );
    },
  );
});
