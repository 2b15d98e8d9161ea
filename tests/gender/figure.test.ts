// @vitest-environment jsdom
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Figure, genderCells, topOf } from "#app/gender/figure.ts";
import { figurePicture } from "#app/gender/figure-picture.ts";
import { figureSheet } from "#app/gender/figure-sheet.ts";
import { stretchesOf } from "#app/gender/figure-trend.ts";
import { noteOf } from "#app/gender/figure-words.ts";
import { uniformedFigures } from "#app/gender/uniformed-stock.ts";
import { csvText } from "#app/platform/spreadsheet.server.ts";
import { en, fr, someFigure, someShares, someTrend, tally } from "./some-figure.ts";

/** The file as an XML reader has it; a mistake in it fails. */
function read(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
}

const wordsIn = (document: Document): string =>
  [...document.querySelectorAll("text")].map(({ textContent }) => textContent).join(" ");

/** Words whatever spaces part them: a picture breaks its lines. */
const flat = (words: string) => words.replaceAll(/[\s\u00a0\u202f]+/g, " ");

describe("a figure as a sheet", () => {
  it("has what it is, its note, and its numbers as numbers", () => {
    const sheet = figureSheet(en.t, en.format, someFigure());
    expect(sheet.slice(0, 2)).toEqual([
      ["Members of the cadre, by région <& more>"],
      ["A stock: counted on 29 Nov 2026."],
    ]);
    for (const line of noteOf(en.t, en.format, someFigure())) expect(sheet).toContainEqual([line]);
    expect(sheet.at(-4)).toEqual([
      ...["Region", "Women", "Men", "Another gender", "Not stated"],
      ...["Share of women", "Share of women: Lower end", "Share of women: Upper end"],
    ]);
    expect(sheet.at(-3)).toEqual(["Amérique latine & Caraïbes", 3, 4, 0, 1, 0.428571, 0.15822, 0.749542]);
    expect(sheet.at(-2)).toEqual(["=Afrique", "withheld", 12, 0, 0, "–", "–", "–"]);
  });

  it("is read back from CSV by another reader, with no cell that is run", () => {
    const rows: string[][] = parse(csvText(figureSheet(en.t, en.format, someFigure())), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
    expect(rows.at(-3)?.slice(1, 6)).toEqual(["3", "4", "0", "1", "0.428571"]);
    expect(rows.at(-2)?.[0]).toBe("'=Afrique");
  });
});

describe("what a figure says of itself", () => {
  it("is that each row has its day, where rows are of several", () => {
    const figure = { ...someFigure(), counting: { kind: "each" } as const };
    expect(figureSheet(en.t, en.format, figure)[1]).toEqual([
      "Stocks and flows: each row says of which day or period it is.",
    ]);
  });

  it("speaks of other genders only where they stand beside", () => {
    const figure = someFigure();
    expect(noteOf(en.t, en.format, figure).join(" ")).toContain("stand beside");
    const columns = figure.columns.filter(({ key }) => key !== "another" && key !== "notStated");
    const note = noteOf(en.t, en.format, { ...figure, columns }).join(" ");
    expect(note).not.toContain("stand beside");
    expect(note).toContain("Wilson");
  });

  it("has numbers to six decimals in a sheet, whatever the division left", () => {
    const columns = [{ key: "rate", label: "Rate", kind: "number" as const }];
    const rows = [{ key: "a", label: "A", cells: [100 / 3] }];
    expect(figureSheet(en.t, en.format, { ...someFigure(), columns, rows }).at(-1)).toEqual(["A", 33.333333]);
  });

  it("ends its sentence once where it is read out", () => {
    expect(figurePicture(en.t, en.format, someFigure())).not.toMatch(/<desc[^>]*>[^<]*\.\./);
  });
});

describe("a figure as a picture", () => {
  it.each([someFigure(), someTrend(), someShares()])(
    "$id holds title, counting, note and every figure",
    (figure) => {
      for (const [{ t, format }, options] of [
        [en, {}],
        [fr, {}],
        [en, { rightToLeft: true }],
      ] as const) {
        const document = read(figurePicture(t, format, figure, options));
        expect(document.querySelector("title")?.textContent).toBe(figure.title);
        const words = flat(wordsIn(document));
        for (const line of noteOf(t, format, figure)) expect(words).toContain(flat(line));
        if (figure.chart.kind !== "trend") {
          expect(words).toContain("Women 3 · Men 4 · Another gender 0 · Not stated 1");
          expect(document.querySelector("desc")?.textContent).toContain(figure.rows[2]?.label);
        }
      }
    },
  );

  it("is drawn within itself, whatever is counted and whichever way its language is written", () => {
    const count = fc.option(fc.nat(60_000), { nil: null });
    const rows = fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 90 }), count, count), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, fc.boolean(), (counted, rightToLeft) => {
        const figure: Figure = someFigure({
          rows: counted.map(([label, women, men], at) => ({
            ...{ key: String(at), label },
            cells: women === null || men === null ? [women, men, 0, 0, null] : genderCells(tally(women, men)),
          })),
        });
        const document = read(figurePicture(en.t, en.format, figure, { rightToLeft }));
        const height = Number(document.documentElement.getAttribute("height"));
        for (const rect of document.querySelectorAll("svg > rect")) {
          const [x, y, width, tall] = ["x", "y", "width", "height"].map((name) =>
            Number(rect.getAttribute(name)),
          );
          expect(x).toBeGreaterThanOrEqual(0);
          expect((x ?? 0) + (width ?? 0)).toBeLessThanOrEqual(960.01);
          expect((y ?? 0) + (tall ?? 0)).toBeLessThanOrEqual(height);
        }
        for (const text of document.querySelectorAll("text"))
          expect(Number(text.getAttribute("y"))).toBeLessThan(height);
      }),
      { numRuns: 60 },
    );
  });

  it("draws bars in proportion, told apart by their fills", () => {
    const document = read(figurePicture(en.t, en.format, someFigure()));
    const bars = [...document.querySelectorAll('rect[height="18"]')];
    const widths = bars.map((bar) => Number(bar.getAttribute("width")));
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(3 / 4, 3);
    expect(new Set(bars.map((bar) => bar.getAttribute("fill"))).size).toBe(3);
  });
});

describe("a trend", () => {
  it("breaks where there is no share, and ends its scale at a twentieth above all", () => {
    expect(stretchesOf([0.1, null, null, 0.2, 0.3])).toEqual([
      [[0, 0.1]],
      [
        [3, 0.2],
        [4, 0.3],
      ],
    ]);
    expect([[], [0.31], [0.3], [0.02], [1, null]].map(topOf)).toEqual([0.05, 0.35, 0.3, 0.05, 1]);
  });

  /** The first point of every line with a stroke of its own, by what it is drawn with. */
  const linesOf = (figure: Figure) =>
    [...read(figurePicture(en.t, en.format, figure)).querySelectorAll("polyline")].map((line) => ({
      of: line.getAttribute("class"),
      dash: line.getAttribute("stroke-dasharray"),
      width: Number(line.getAttribute("stroke-width")),
      x: (line.getAttribute("points") ?? "").split(" ").map((point) => Number(point.split(",")[0])),
    }));

  it("has months and targets where they lie in time, though months between are not told", () => {
    const months = ["2015-12-01", "2020-12-01", "2024-12-01", "2025-12-01"];
    const counts = { women: 10, men: 90 };
    const trend = months.map((month) => ({ month, category: "troops" as const, ...counts }));
    const marks = [
      { due: "2018-12-31", value: 12 },
      { due: "2025-12-31", value: 15 },
    ];
    const facts = { asked: { category: "troops" as const }, taken: "2026-01-01", month: "2025-12-01", marks };
    const [figure] = uniformedFigures(en.t, en.format, { ...facts, trend, missions: [], states: [] });
    if (!figure) throw new Error("No figure.");
    const lines = linesOf(figure);
    const [troops] = lines.filter(({ of, x }) => of === "s-series0" && x.length === 4);
    const along = troops?.x.map((x) => (x - (troops.x[0] ?? 0)) / ((troops.x[3] ?? 0) - (troops.x[0] ?? 0)));
    expect(along?.map((share) => share.toFixed(2))).toEqual(["0.00", "0.50", "0.90", "1.00"]);
    const targets = lines.filter(({ of }) => of === "s-action").map(({ x }) => x);
    for (const x of targets.flat()) {
      expect(x).toBeGreaterThanOrEqual(troops?.x[0] ?? 0);
      expect(x).toBeLessThanOrEqual(troops?.x[3] ?? 0);
    }
    const [first = 0, last = 0] = targets[0] ?? [];
    const three = (troops?.x[0] ?? 0) + 0.3 * ((troops?.x[3] ?? 0) - (troops?.x[0] ?? 0));
    expect((first + last) / 2).toBeCloseTo(three, 0);
  });

  it("tells six lines apart, and a value that stands alone is a dot whatever its dash", () => {
    const [first, ...rest] = someTrend().rows.slice(0, 3);
    const columns = Array.from({ length: 6 }, (_, n) => ({
      ...{ key: `c${n}`, label: `C${n}`, kind: "share" as const },
    }));
    const six = someFigure({
      columns,
      rows: [first, ...rest].map((row, at) => ({
        ...{ key: String(at), label: String(at) },
        cells: columns.map(() => (at === 1 ? null : (row?.cells[0] ?? null))),
      })),
      chart: { kind: "trend", columns: columns.map(({ key }) => key), marks: [] },
    });
    const lines = linesOf(six);
    const legend = lines.filter(({ of, width }) => of?.startsWith("s-series") && width < 3);
    expect(new Set(legend.map(({ of, dash }) => `${of} ${dash}`)).size).toBe(6);
    const dots = lines.filter(({ width }) => width > 3);
    expect(dots.length).toBeGreaterThanOrEqual(6);
    expect(dots.map(({ dash }) => dash)).toEqual(dots.map(() => null));
  });
});
