import { describe, expect, it } from "vitest";
import { createGenerator } from "#app/statistics/generator.ts";
import { DRAWN_PANELS, panelOfEachDraw, resamplePanels } from "#app/statistics/rater-bootstrap.ts";

describe("resamplePanels", () => {
  it.each([
    [1, 1],
    [2, 3],
    [3, 10],
    [5, 126],
    [7, 1716],
  ])("enumerates the panels of %i raters: %i", (raters, panels) => {
    const found = resamplePanels(raters, createGenerator(1));
    expect(found.kind).toBe("enumerated");
    expect(found.probabilities).toHaveLength(panels);
    expect(found.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    const seen = new Set<string>();
    for (let panel = 0; panel < panels; panel += 1) {
      const times = found.times.subarray(panel * raters, (panel + 1) * raters);
      expect(times.reduce((sum, count) => sum + count, 0)).toBe(raters);
      seen.add(times.join());
    }
    expect(seen.size).toBe(panels);
  });

  it("has the bootstrap's mean and variance of a mean exactly", () => {
    const scores = [1, 4, 2, 7];
    const { times, probabilities } = resamplePanels(4, createGenerator(1));
    const means = Array.from(probabilities, (_, panel) =>
      scores.reduce((sum, score, j) => sum + (score * (times[panel * 4 + j] ?? 0)) / 4, 0),
    );
    const mean = means.reduce((sum, value, panel) => sum + value * (probabilities[panel] ?? 0), 0);
    const variance = means.reduce(
      (sum, value, panel) => sum + (value - mean) ** 2 * (probabilities[panel] ?? 0),
      0,
    );
    expect(mean).toBeCloseTo(3.5, 12);
    expect(variance).toBeCloseTo(5.25 / 4, 12);
  });

  it("draws panels by the seed where they are too many", () => {
    const found = resamplePanels(11, createGenerator(3));
    expect(found.kind).toBe("drawn");
    expect(found.probabilities).toHaveLength(DRAWN_PANELS);
    expect(found).toEqual(resamplePanels(11, createGenerator(3)));
  });

  it("refuses an empty panel", () => {
    expect(() => resamplePanels(0, createGenerator(1))).toThrow(RangeError);
  });
});

describe("panelOfEachDraw", () => {
  it("takes every panel in proportion, to within a draw", () => {
    const panels = resamplePanels(3, createGenerator(1));
    const chosen = panelOfEachDraw(panels, 1000);
    panels.probabilities.forEach((probability, panel) => {
      const times = chosen.filter((value) => value === panel).length;
      expect(Math.abs(times - 1000 * probability)).toBeLessThanOrEqual(1);
    });
  });
});
