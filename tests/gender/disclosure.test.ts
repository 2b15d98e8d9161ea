import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  percentShown,
  protectCounts,
  protectList,
  protectTable,
  type Release,
  type Shown,
  sumOfShown,
  type TwoWayCounts,
  twoWaySystem,
} from "#app/gender/disclosure.ts";
import { attackersBounds } from "#app/gender/disclosure-bounds.ts";
import { narrowestInterval } from "./disclosure-attacker.ts";

const pairs = z.array(z.tuple([z.number(), z.number()]));
const reference = z
  .object({
    input: z.object({ table: z.array(z.array(z.number())) }),
    expected: z.object({
      primary: pairs,
      intervalsPrimaryOnly: pairs,
      minNumber: z.object({ complementary: z.number(), value: z.number(), primaryIntervals: pairs }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL("./cases/suppression-wp22.json", import.meta.url), "utf8")));

const table = (counts: readonly (readonly number[])[]): TwoWayCounts => ({
  rows: counts.map((_, i) => `r${i}`),
  columns: (counts[0] ?? []).map((_, j) => `c${j}`),
  counts,
});
const hiddenIds = (release: Release) =>
  [...release.shown].filter(([, shown]) => shown.kind === "hidden").map(([id]) => id);
const count = (value: number): Shown => ({ kind: "count", value });
const hidden: Shown = { kind: "hidden" };

const randomTable = (rows: number, columns: number, most: number) =>
  fc
    .record({ r: fc.integer({ min: 1, max: rows }), c: fc.integer({ min: 1, max: columns }) })
    .chain(({ r, c }) =>
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), { minLength: c, maxLength: c }),
        { minLength: r, maxLength: r },
      ),
    )
    .map(table);

describe("the published example (Working Paper 22)", () => {
  const { input, expected } = reference;
  const system = twoWaySystem(table(input.table));
  const id = ([i, j]: readonly [number, number]) => JSON.stringify([`r${i}`, `c${j}`]);
  const rules = { smallest: 5, minWidth: 1, hiddenAtLeast: 0 } as const;
  const interval = (hiding: readonly string[], cell: readonly [number, number]) => {
    const found = attackersBounds(system, hiding, 0).find((bounds) => bounds.id === id(cell));
    return [found?.least, found?.greatest];
  };

  it("shows that hiding the small counts alone hides nothing", () => {
    const primary = expected.primary.map(id);
    expect(expected.primary.map((cell) => interval(primary, cell))).toEqual(expected.intervalsPrimaryOnly);
  });

  it("finds the fewest further cells, of the least count, and the printed intervals", () => {
    const release = protectCounts(system, rules);
    const hiding = hiddenIds(release);
    const further = hiding.filter((one) => !expected.primary.map(id).includes(one));
    const sum = system.cells.reduce((sofar, cell) => sofar + (further.includes(cell.id) ? cell.value : 0), 0);
    expect(release.fewest).toBe(true);
    expect(further).toHaveLength(expected.minNumber.complementary);
    expect(sum).toBe(expected.minNumber.value);
    expect(expected.primary.map((cell) => interval(hiding, cell))).toEqual(
      expected.minNumber.primaryIntervals,
    );
  });
});

describe("protectTable", () => {
  it("leaves no hidden cell or margin that an independent attacker can bound tighter than four wide", () => {
    fc.assert(
      fc.property(fc.oneof(randomTable(4, 4, 12), randomTable(3, 3, 60)), (given) => {
        const shown = protectTable(given);
        expect(narrowestInterval(given, shown, 1)).toBeGreaterThanOrEqual(4);
        for (const [i, row] of given.counts.entries()) {
          for (const [j, value] of row.entries()) {
            const cell = shown.cells[i]?.[j];
            if (value > 0 && value < 5) expect(cell).toEqual(hidden);
            else if (cell?.kind === "count" || value === 0) expect(cell).toEqual(count(value));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("holds on tables too large to search for the cheapest set", () => {
    const counts = [...Array(16).keys()].map((i) =>
      [...Array(6).keys()].map((j) => (i * 7 + j * 11 + i * j) % 17),
    );
    const given = table(counts);
    expect(protectCounts(twoWaySystem(given)).fewest).toBe(false);
    expect(narrowestInterval(given, protectTable(given), 1)).toBeGreaterThanOrEqual(4);
  });

  it("is not fooled in the attacker's eyes: small counts alone hidden are bounded tightly", () => {
    const given = table(reference.input.table);
    const cells = given.counts.map((row) =>
      row.map((value) => (value > 0 && value < 5 ? hidden : count(value))),
    );
    const naive = {
      cells,
      rowTotals: given.rows.map(() => count(1)),
      columnTotals: given.columns.map(() => count(1)),
      total: count(1),
    };
    expect(narrowestInterval(given, naive, 1)).toBe(0);
  });

  it("gives the same answer when asked twice, and whatever the order of rows, columns and cells", () => {
    fc.assert(
      fc.property(randomTable(4, 3, 15), (given) => {
        const shown = protectTable(given);
        expect(protectTable(given)).toEqual(shown);
        const turned = protectTable({
          rows: [...given.rows].reverse(),
          columns: [...given.columns].reverse(),
          counts: [...given.counts].reverse().map((row) => [...row].reverse()),
        });
        expect([...turned.cells].reverse().map((row) => [...row].reverse())).toEqual(shown.cells);
        expect([...turned.rowTotals].reverse()).toEqual(shown.rowTotals);
      }),
      { numRuns: 60 },
    );
  });

  it("hides a margin that is itself a small count, and nothing where nothing is small", () => {
    expect(protectTable(table([[3, 0]]))).toEqual({
      cells: [[hidden, count(0)]],
      rowTotals: [hidden],
      columnTotals: [hidden, count(0)],
      total: hidden,
    });
    const open = protectTable(
      table([
        [5, 0],
        [9, 12],
      ]),
    );
    expect(open.cells).toEqual([
      [count(5), count(0)],
      [count(9), count(12)],
    ]);
    expect(open.total).toEqual(count(26));
  });
});

describe("protectList", () => {
  it("cannot be undone by trying every list that fits what is shown", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: 4 }), (counts) => {
        const shown = protectList(
          counts.map(String).map((key, i) => `${key}-${i}`),
          counts,
        );
        const fitting = everyList(shown.cells, shown.total, 20);
        counts.forEach((_, i) => {
          if (shown.cells[i]?.kind === "count") return;
          const values = fitting.map((list) => list[i] ?? 0);
          const most = values.reduce((a, b) => Math.max(a, b));
          const least = values.reduce((a, b) => Math.min(a, b));
          expect(most - least).toBeGreaterThanOrEqual(4);
        });
      }),
      { numRuns: 80 },
    );
  });

  it("hides the total too where the parts would be bounded too tightly by it", () => {
    expect(protectList(["a", "b"], [2, 3])).toEqual({ cells: [hidden, hidden], total: hidden });
    expect(protectList(["a", "b", "c"], [2, 30, 8])).toEqual({
      cells: [hidden, count(30), hidden],
      total: count(40),
    });
  });
});

/**
 * Every list of counts a reader could think of: hidden ones from 1 to a limit, adding up to the total where that
 * is shown.
 */
function everyList(cells: readonly Shown[], total: Shown, most: number): number[][] {
  let lists: number[][] = [[]];
  for (const cell of cells) {
    const values = cell.kind === "count" ? [cell.value] : [...Array(most).keys()].map((value) => value + 1);
    lists = lists.flatMap((list) => values.map((value) => [...list, value]));
    if (total.kind === "count") {
      lists = lists.filter((list) => list.reduce((sum, value) => sum + value, 0) <= total.value);
    }
  }
  if (total.kind === "hidden") return lists;
  return lists.filter((list) => list.reduce((sum, value) => sum + value, 0) === total.value);
}

describe("one release for overlapping tables", () => {
  it("protects a coarser grouping together with the finest table", () => {
    const system = twoWaySystem(
      table([
        [7, 40],
        [9, 30],
        [3, 20],
        [11, 10],
      ]),
    );
    const value = (one: string) => system.cells.find((cell) => cell.id === one)?.value ?? 0;
    const parts = ["r0", "r1", "r2"].map((row) => JSON.stringify([row, "c0"]));
    const grouped = {
      cells: [
        ...system.cells,
        { id: "firstThree", value: parts.reduce((sum, part) => sum + value(part), 0) },
      ],
      sums: [...system.sums, { total: "firstThree", parts }],
    };
    const hiding = hiddenIds(protectCounts(grouped));
    for (const bounds of attackersBounds(grouped, hiding, 1)) {
      expect(bounds.greatest - bounds.least).toBeGreaterThanOrEqual(4);
    }
  });

  it("answers a filter from the release: a sum of shown cells, hidden as soon as one part is", () => {
    expect(sumOfShown([count(5), count(7)])).toEqual(count(12));
    expect(sumOfShown([count(5), hidden])).toEqual(hidden);
    expect(sumOfShown([])).toEqual(count(0));
  });
});

describe("percentShown and refusals", () => {
  it("hides a percentage on a base below ten, and of anything hidden", () => {
    expect(percentShown(count(5), count(10))).toBe(50);
    expect(percentShown(count(5), count(9))).toBeNull();
    expect(percentShown(hidden, count(90))).toBeNull();
    expect(percentShown(count(5), hidden)).toBeNull();
    expect(percentShown(count(0), count(0))).toBeNull();
  });

  it("throws on what is no table of counts", () => {
    expect(() => protectTable(table([[1.5, 2]]))).toThrow(RangeError);
    expect(() => protectTable(table([[-1, 2]]))).toThrow(RangeError);
    expect(() => protectTable({ rows: ["a", "a"], columns: ["x"], counts: [[1], [2]] })).toThrow(/twice/);
    const cells = [
      { id: "a", value: 1 },
      { id: "b", value: 2 },
    ];
    expect(() => protectCounts({ cells, sums: [{ total: "b", parts: ["a"] }] })).toThrow(/add up/);
  });

  it("bounds a hidden cell that stands in no sum by nothing but its least", () => {
    const alone = { cells: [{ id: "a", value: 3 }], sums: [] };
    expect(attackersBounds(alone, ["a"], 1)).toEqual([
      { id: "a", least: 1, greatest: Number.POSITIVE_INFINITY, rests: [] },
    ]);
    expect(hiddenIds(protectCounts(alone))).toEqual(["a"]);
  });
});
