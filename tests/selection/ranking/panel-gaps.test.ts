import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Gender } from "#app/gender/counts.ts";
import { panelGaps, type ScoredPanel } from "#app/selection/ranking/panel-gaps.ts";
import { createGenerator } from "#app/statistics/generator.ts";

const CRITERIA = ["a", "b", "c", "d"].map((code, at) => ({
  code,
  weight: at + 1,
  name: { en: code, fr: code },
}));

interface Wish {
  readonly id: string;
  readonly women: number;
  readonly men: number;
  readonly members?: readonly string[];
  /** What is added to a mark. */
  readonly shift?: (facts: {
    readonly woman: boolean;
    readonly code: string;
    readonly member: string;
  }) => number;
  readonly seed?: number;
  readonly scores?: (candidate: number, member: number) => boolean;
}

/** A panel whose marks are 3 ± 1 by chance, the same for every member, plus what is wished. */
function panel({
  id,
  women,
  men,
  members = ["x", "y", "z"],
  shift = () => 0,
  seed = 7,
  scores = () => true,
}: Wish): ScoredPanel {
  const { next } = createGenerator(seed);
  const candidates = Array.from({ length: women + men }, (_, at) => `${id}${at}`);
  const merit = candidates.map(() => CRITERIA.map(() => 3 + Math.floor(3 * next()) - 1));
  return {
    panelId: id,
    levels: 9,
    criteria: CRITERIA.map((one) => ({ ...one, id: `${id}${one.code}` })),
    members: members.map((member) => ({
      memberId: `${id}${member}`,
      userId: member,
      name: `Member ${member}`,
    })),
    genders: Object.fromEntries(
      candidates.map((one, at): [string, Gender] => [one, at < women ? "woman" : "man"]),
    ),
    sheets: candidates.flatMap((candidacyId, at) =>
      members.flatMap((member, j) =>
        scores(at, j)
          ? [
              {
                candidacyId,
                memberId: `${id}${member}`,
                scores: Object.fromEntries(
                  CRITERIA.map(({ code }, k) => [
                    `${id}${code}`,
                    (merit[at]?.[k] ?? 3) + shift({ woman: at < women, code, member }),
                  ]),
                ),
              },
            ]
          : [],
      ),
    ),
  };
}

const lineOf = (gaps: ReturnType<typeof panelGaps>, code: string) =>
  gaps.criteria.find(({ key }) => key === `${code} 9`);
const differenceOf = (gap: { kind: string; difference?: number } | undefined) =>
  gap?.difference ?? Number.NaN;

describe("where the scores of women and men part", () => {
  it("finds the criterion in which every member marks women lower, and no other", () => {
    const shift: Wish["shift"] = ({ woman, code }) => (woman && code === "b" ? -1 : 0);
    const plain = panelGaps([
      panel({ id: "p", women: 20, men: 20 }),
      panel({ id: "q", women: 12, men: 25, seed: 8 }),
    ]);
    const found = panelGaps([
      panel({ id: "p", women: 20, men: 20, shift }),
      panel({ id: "q", women: 12, men: 25, seed: 8, shift }),
    ]);
    for (const code of ["a", "c", "d"])
      expect(lineOf(found, code)).toMatchObject({ panels: 2, gap: lineOf(plain, code)?.gap });
    const [b, before] = [lineOf(found, "b")?.gap, lineOf(plain, "b")?.gap];
    expect(differenceOf(b)).toBeCloseTo(differenceOf(before) - 1, 9);
    // The whole sheet moves by the criterion's weight: 2 of 10.
    expect(differenceOf(lineOf(found, "whole")?.gap)).toBeCloseTo(
      differenceOf(lineOf(plain, "whole")?.gap) - 0.2,
      9,
    );
    expect(found.criteria.map(({ name }) => name?.en ?? null)).toEqual([null, "a", "b", "c", "d"]);
  });

  it("does not take a severe panel with many women for a gap", () => {
    const severe = panelGaps([
      panel({ id: "p", women: 30, men: 6, shift: () => -1, seed: 3 }),
      panel({ id: "q", women: 6, men: 30, shift: () => 1, seed: 4 }),
    ]);
    const mild = panelGaps([
      panel({ id: "p", women: 30, men: 6, seed: 3 }),
      panel({ id: "q", women: 6, men: 30, seed: 4 }),
    ]);
    for (const [at, { gap }] of severe.criteria.entries())
      expect(differenceOf(gap)).toBeCloseTo(differenceOf(mild.criteria[at]?.gap), 9);
  });

  it("names the assessor who marks women lower than the rest, by so much less the panel's own share", () => {
    const shift: Wish["shift"] = ({ woman, member }) => (woman && member === "y" ? -1 : 0);
    const { assessors } = panelGaps([
      panel({ id: "p", women: 20, men: 20, shift }),
      panel({ id: "q", women: 15, men: 18, seed: 5, shift }),
    ]);
    // All others judge alike, so that y stands 2/3 below the panel and each other member 1/3 above it, to the digit.
    const differences = assessors.map(({ name, panels, gap }) => [
      name,
      panels,
      Math.round(1e9 * differenceOf(gap)) / 1e9,
    ]);
    expect(differences).toEqual([
      ["Member x", 2, 0.333333333],
      ["Member y", 2, -0.666666667],
      ["Member z", 2, 0.333333333],
    ]);
  });

  it("does not take a lenient assessor who scored more women than men for one who favours them", () => {
    const shift: Wish["shift"] = ({ member }) => (member === "y" ? 2 : 0);
    const found = panelGaps([
      panel({ id: "p", women: 20, men: 20, shift, scores: (at, j) => j !== 1 || at < 30 }),
    ]);
    for (const { gap } of found.assessors) expect(Math.abs(differenceOf(gap))).toBeLessThan(0.12);
  });

  it("draws what chance could have made toward 0, and never past it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { next } = createGenerator(seed);
        const noisy = panel({ id: "p", women: 9, men: 11, seed, shift: () => Math.floor(3 * next()) });
        for (const { gap, shrunk } of panelGaps([noisy]).assessors) {
          expect(Math.abs(shrunk ?? 9)).toBeLessThanOrEqual(Math.abs(differenceOf(gap)) + 1e-12);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("lists nobody with fewer than five women or men, and leaves out a panel that cannot be compared", () => {
    const small = panelGaps([panel({ id: "p", women: 4, men: 20 })]);
    expect(small).toMatchObject({ panels: 1, assessors: [], assessorsWithTooFew: 3 });
    expect(small.criteria.every(({ gap }) => gap.kind === "countsOnly")).toBe(true);
    const split = panelGaps([
      panel({ id: "p", women: 10, men: 10, members: ["x", "y"], scores: (at, j) => at % 2 === j }),
    ]);
    expect(split).toEqual({ panels: 0, apart: 1, criteria: [], assessors: [], assessorsWithTooFew: 0 });
    expect(panelGaps([]).criteria).toEqual([]);
  });

  it("hears nothing of an assessor from candidates whom nobody else scored", () => {
    const alone = panelGaps([
      panel({ id: "p", women: 20, men: 20, members: ["x", "y"], scores: (at, j) => j === 0 || at % 4 === 0 }),
    ]);
    for (const { gap } of alone.assessors) expect([gap.first, gap.second]).toEqual([5, 5]);
  });

  it("is the same whatever the order of panels' sheets", () => {
    const one = panel({ id: "p", women: 11, men: 12, seed: 12, scores: (at, j) => (at + j) % 4 !== 0 });
    const turned = { ...one, sheets: one.sheets.toReversed() };
    expect(panelGaps([turned])).toEqual(panelGaps([one]));
  });
});
