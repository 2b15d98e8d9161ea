import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ScoreTable, scoreTable } from "#app/selection/ranking/rank-table.ts";
import { type ShortlistReach, shortlistReach } from "#app/selection/ranking/weight-reach.ts";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import {
  estimateAll,
  preparePanel,
  raterValues,
  ratingDesign,
  valuesByRater,
} from "#app/statistics/panel-estimate.ts";
import { competitionRanks } from "#app/statistics/rank-tally.ts";
import { panelStory } from "#tests/selection/panel/panel-story.ts";

/** The first so many when criterion k weighs t and the others keep their ratios: every sheet scored anew, without any shortcut. */
function listedAt(table: ScoreTable, ratio: number, size: number, k: number, t: number): readonly number[] {
  const total = table.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const own = table.criteria[k]?.weight ?? 0;
  const weights = table.criteria.map(({ weight }, l) => (l === k ? t : (weight * (1 - t)) / (total - own)));
  const scores = table.scores.map((row) => row.map((): number | null => null));
  for (const { candidacy, member, marks } of table.sheets) {
    let [sum, seen] = [0, 0];
    table.criteria.forEach(({ id }, l) => {
      const mark = marks[id] ?? null;
      if (mark === null) return;
      sum += mark * (weights[l] ?? 0);
      seen += weights[l] ?? 0;
    });
    const row = scores[candidacy];
    if (row) row[member] = sum / seen;
  }
  const design = ratingDesign(table.scores);
  const fair = new Float64Array(design.subjects);
  const panel = preparePanel(design, new Uint8Array(design.raters).fill(1), ratio);
  estimateAll(panel, raterValues(valuesByRater(scores, design.raters), 1, design), fair);
  return competitionRanks(Array.from(fair)).flatMap((place, i) =>
    place !== null && place <= size ? [i] : [],
  );
}

function reached(story: ReturnType<typeof panelStory>) {
  const table = scoreTable(story);
  const { ratio, fair } = fairAverages(table.scores);
  const size = story.shortlistSize;
  const listed = competitionRanks(fair).flatMap((place, i) => (place !== null && place <= size ? [i] : []));
  return { table, ratio, size, listed, found: shortlistReach(table, ratio, listed, size) };
}

const ids = (table: ScoreTable, places: readonly number[]) => places.map((i) => table.candidacyIds[i] ?? "");

/**
 * Steps beyond a weight found at which what changes there is looked for, the nearest first: two who part by a millionth of a mark for a
 * whole weight still share a place a ten-millionth of it further on.
 */
const STEPS = [1e-7, 1e-6, 1e-5, 1e-4];

/** Nothing changes on the way to each weight found, and beyond it what is said does. */
function holdsAgainstRanking({ table, ratio, size, listed, found }: ReturnType<typeof reached>) {
  if (found.kind !== "found") return;
  found.criteria.forEach(({ published, below, above }, k) => {
    for (const [change, end] of [
      [below, 0],
      [above, 1],
    ] as const) {
      const until = change?.weight ?? end;
      for (const part of [0.001, 0.1, 0.35, 0.6, 0.85, 0.99, 0.9999]) {
        const t = published + part * (until - published);
        if (Math.abs(t - until) < 1e-6) continue;
        expect(listedAt(table, ratio, size, k, t)).toEqual(listed);
      }
      if (change === null) continue;
      const then = STEPS.map((step) => change.weight + (end === 0 ? -1 : 1) * step)
        .filter((beyond) => beyond > 0 && beyond < 1)
        .map((beyond) => listedAt(table, ratio, size, k, beyond))
        .find((first) => first.length === size);
      if (then === undefined) continue;
      const [was, is] = [ids(table, listed), ids(table, then)];
      expect(change.entering).toEqual(is.filter((id) => !was.includes(id)));
      expect(change.leaving).toEqual(was.filter((id) => !is.includes(id)));
    }
  });
}

describe("the smallest change of one weight that alters the shortlist", () => {
  it.each([
    ["complete", {}],
    ["with recusals", { recused: 0.3 }],
    ["with marks not observed", { recused: 0.2, unobserved: 0.06 }],
  ])("is where ranking anew finds it, and not before: %s", (_name, gaps) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        holdsAgainstRanking(reached(panelStory({ candidacies: 8, members: 4, criteria: 5, seed, ...gaps })));
      }),
      { numRuns: 40 },
    );
  });

  const two = (
    marks: Readonly<Record<string, readonly [number, number]>>,
    size = 1,
    weights = [600_000, 400_000],
  ) =>
    reached({
      criteria: ["a", "b"].map((id, k) => ({ id, weight: weights[k] ?? 0 })),
      levels: 4,
      sheets: Object.entries(marks).flatMap(([candidacyId, [a, b]]) =>
        ["x", "y"].map((memberId) => ({ candidacyId, memberId, scores: { a, b } })),
      ),
      shortlistSize: size,
      seed: 1,
      draws: 1,
    }).found;

  it("is the crossing of two straight lines, to the last digits", () => {
    // 4t + 1(1 − t) = 2t + 3(1 − t) at t = 1/2.
    const found = two({ p: [4, 1], q: [2, 3] }) as Extract<ShortlistReach, { kind: "found" }>;
    expect(found.criteria[0]?.published).toBe(0.6);
    expect(found.criteria[0]?.above).toBeNull();
    expect(found.criteria[0]?.below).toEqual({
      weight: expect.closeTo(0.5, 14),
      entering: ["q"],
      leaving: ["p"],
    });
    expect(found.criteria[1]?.above).toEqual({
      weight: expect.closeTo(0.5, 14),
      entering: ["q"],
      leaving: ["p"],
    });
    expect(found.smallest).toEqual({ criterionId: "a", side: "below" });
  });

  it("is none where one is better on everything, and where they only meet at the end of the scale", () => {
    expect(two({ p: [4, 4], q: [2, 3] })).toMatchObject({
      kind: "found",
      smallest: null,
      criteria: [
        { below: null, above: null },
        { below: null, above: null },
      ],
    });
    expect(two({ p: [4, 3], q: [2, 3] })).toMatchObject({ smallest: null });
  });

  it("names the one who rises fastest where several meet at one weight", () => {
    expect(two({ p: [4, 1], q: [2, 3], r: [2, 3], s: [3, 2] })).toMatchObject({
      criteria: [{ below: { entering: ["q", "r"], leaving: ["p"] } }, {}],
    });
  });

  it("looks for none where nobody is left out, or where the last place is shared", () => {
    expect(two({ p: [4, 1], q: [2, 3] }, 2)).toEqual({ kind: "undefined", reason: "everybodyListed" });
    expect(two({ p: [4, 1], q: [4, 1], r: [1, 1] })).toEqual({ kind: "undefined", reason: "sharedPlace" });
  });

  it("has nothing to move where one criterion has all the weight, but something where it has none", () => {
    expect(two({ p: [4, 1], q: [2, 3] }, 1, [1_000_000, 0])).toMatchObject({
      criteria: [
        { published: 1, below: null, above: null },
        { published: 0, below: null, above: { weight: expect.closeTo(0.5, 14) } },
      ],
      smallest: { criterionId: "b", side: "above" },
    });
  });
});
