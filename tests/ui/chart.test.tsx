// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { ChartBars } from "#app/ui/chart-bars.tsx";
import { ChartInterval } from "#app/ui/chart-interval.tsx";
import { ChartShare } from "#app/ui/chart-share.tsx";
import { all, expectWired, find, render, text, violations } from "./render.tsx";

const words = { title: "Chart", description: "Of what", tableLabel: "As a table", rowHeading: "Row" };
const number = (value: number | null) => (value === null ? "withheld" : String(value));

const bars = (layout: "stacked" | "grouped") => (
  <ChartBars
    {...words}
    layout={layout}
    series={[
      { key: "w", label: "Women" },
      { key: "m", label: "Men" },
    ]}
    rows={[
      { key: "1", label: "Nominated", values: [15, 25] },
      { key: "2", label: "Chosen", values: [null, 0], note: "few" },
    ]}
    format={number}
  />
);
const interval = (
  <ChartInterval
    {...words}
    rows={[
      { key: "a", label: "A", value: 1, low: 1, high: 3 },
      { key: "b", label: "B", value: 2, low: 1, high: 3, filled: false },
    ]}
    domain={[1, 3]}
    valueHeading="Rank"
    lowHeading="Best"
    highHeading="Worst"
    format={number}
  />
);
const share = (
  <ChartShare
    {...words}
    rows={[
      { key: "a", label: "Heads", share: 0.25, target: 0.5, low: 0.1, high: 0.4 },
      { key: "b", label: "Deputies", share: null },
    ]}
    shareHeading="Women"
    targetHeading="Target"
    format={number}
  />
);
const charts = { stacked: bars("stacked"), grouped: bars("grouped"), interval, share };

const tableOf = (body: HTMLElement) =>
  all(body, "details tbody tr").map((row) => [...row.children].map((cell) => text(cell)));
const titles = (body: HTMLElement) => all(body, 'svg[role="img"] > title').map(text);
const widths = (body: HTMLElement) =>
  all(body, 'svg[role="img"] > g > rect[fill]').map((bar) => bar.getAttribute("width"));

describe.each(Object.entries(charts))("%s chart", (_, chart) => {
  test.each(["ltr", "rtl"] as const)("is wired and clean, %s", async (dir) => {
    const body = render(chart, dir);
    expectWired(body);
    expect(await violations(body)).toEqual([]);
  });

  test("has a name, a title for each picture and its figures in a table", () => {
    const body = render(chart);
    expect(text(find(body, `[id="${find(body, "figure").getAttribute("aria-labelledby")}"]`))).toBe("Chart");
    expect(titles(body)).toHaveLength(2);
    expect(tableOf(body)).toHaveLength(2);
    expect(all(body, "thead th[scope=col]").length).toBeGreaterThan(1);
  });
});

describe("bars", () => {
  test("stacked, a row is as long as its whole", () => {
    expect(widths(render(charts.stacked))).toEqual(["37.5%", "62.5%", "0%", "0%"]);
  });

  test("grouped, the longest part fills the line", () => {
    expect(widths(render(charts.grouped))).toEqual(["60%", "100%", "0%", "0%"]);
  });

  test("a withheld figure is said to be so, not drawn as nothing", () => {
    const body = render(charts.stacked);
    expect(titles(body)[1]).toBe("Chosen · Women withheld · Men 0");
    expect(tableOf(body)[1]).toEqual(["Chosen", "withheld", "0"]);
  });

  test("each series has a pattern of its own", () => {
    const body = render(charts.stacked);
    const fills = all(body, 'svg[role="img"] rect[fill]').map((bar) => bar.getAttribute("fill") ?? "");
    for (const fill of fills) expect(body.querySelector(`pattern[id="${fill.slice(5, -1)}"]`)).not.toBeNull();
    expect(new Set(fills).size).toBe(2);
  });

  test("nobody at all is drawn without a fault", () => {
    const empty = <ChartBars {...words} series={[{ key: "w", label: "W" }]} rows={[]} format={number} />;
    expect(titles(render(empty))).toEqual([]);
  });
});

describe("intervals and shares", () => {
  test("an interval is told in words and in the table", () => {
    const body = render(interval);
    expect(titles(body)[0]).toBe("A · Rank 1 · 1–3");
    expect(tableOf(body)[1]).toEqual(["B", "2", "1", "3"]);
    expect(all(body, "circle").map((dot) => dot.getAttribute("class"))).toEqual([
      "fill-series-1",
      "fill-surface",
    ]);
  });

  test("a share without a base has no bar and no target without one set", () => {
    const body = render(share);
    expect(titles(body)).toEqual([
      "Heads · Women 0.25 · Target 0.5",
      "Deputies · Women withheld · Target withheld",
    ]);
    expect(all(body, 'svg[role="img"]').map((picture) => all(picture, "g").length)).toEqual([1, 0]);
  });
});
