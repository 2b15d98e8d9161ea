import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WEIGHT_SPREAD } from "#app/selection/ranking/rank-certainty.ts";
import type { Ranked } from "#app/selection/ranking/rank-result.ts";
import { scoreTable } from "#app/selection/ranking/rank-table.ts";
import { type RankingInput, rank } from "#app/selection/ranking/ranking.ts";
import { createGenerator } from "#app/statistics/generator.ts";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import { estimateAll, preparePanel, raterValues, ratingDesign } from "#app/statistics/panel-estimate.ts";
import { competitionRanks } from "#app/statistics/rank-tally.ts";
import { panelOfEachDraw, resamplePanels } from "#app/statistics/rater-bootstrap.ts";
import { drawWeights } from "#app/statistics/weight-draws.ts";
import { panelStory } from "#tests/selection/panel/panel-story.ts";
import { shuffled } from "#tests/statistics/random-ratings.ts";

const ranked = (input: RankingInput): Ranked => {
  const found = rank(input);
  if (found.kind !== "ranked") throw new Error(`The story should give a ranking, not ${found.kind}.`);
  return found;
};

const sheet = (candidacyId: string, memberId: string, mark: number | null) => ({
  candidacyId,
  memberId,
  scores: { only: mark },
});

const oneCriterion = (sheets: RankingInput["sheets"]): RankingInput => ({
  criteria: [{ id: "only", weight: 1_000_000 }],
  levels: 4,
  sheets,
  shortlistSize: 1,
  seed: 1,
  draws: 200,
});

describe("rank", () => {
  it("repeats itself to the last digit, and not with another seed", () => {
    const input = panelStory({ candidacies: 9, members: 4, criteria: 5, recused: 0.2, unobserved: 0.05 });
    expect(rank(input)).toEqual(rank(input));
    expect(rank({ ...input, seed: 18 })).not.toEqual(rank(input));
    expect(rank(input)).toMatchObject({ seed: 17, draws: 500 });
  });

  it("does not depend on the order of sheets and criteria, to the last digit", () => {
    const input = panelStory({ candidacies: 7, members: 4, criteria: 5, recused: 0.2, unobserved: 0.05 });
    const whole = rank(input);
    fc.assert(
      fc.property(fc.nat(), (key) => {
        const other = {
          ...input,
          sheets: shuffled(input.sheets, key),
          criteria: shuffled(input.criteria, key),
        };
        expect(rank(other)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it("does not depend on names but for how draws fall", () => {
    const input = panelStory({ candidacies: 7, members: 4, criteria: 5, recused: 0.2 });
    const renamed = (id: string) => `z${id.split("").reverse().join("")}`;
    const sheets = input.sheets.map((one) => ({
      ...one,
      candidacyId: renamed(one.candidacyId),
      memberId: renamed(one.memberId),
    }));
    const [plain, other] = [ranked(input), ranked({ ...input, sheets })];
    expect(other.candidacies.map(({ candidacyId, rank: place }) => [candidacyId, place])).toEqual(
      plain.candidacies.map(({ candidacyId, rank: place }) => [renamed(candidacyId), place]),
    );
    plain.candidacies.forEach((candidacy, at) => {
      expect(other.candidacies[at]?.fairAverage).toBeCloseTo(candidacy.fairAverage, 9);
      expect(other.candidacies[at]?.standardError).toBeCloseTo(candidacy.standardError ?? -1, 9);
    });
  });

  it("in a complete design has no shift: fair averages are observed means", () => {
    for (const candidacy of ranked(panelStory({ candidacies: 10, members: 5, criteria: 6 })).candidacies) {
      expect(candidacy.shift).toBeCloseTo(0, 10);
    }
  });

  it("raises whom severe members scored", () => {
    const found = ranked(
      oneCriterion([
        ...["a", "b", "c", "d"].flatMap((id, k) => [
          sheet(id, "mild", [3, 4, 3, 4][k] ?? 0),
          sheet(id, "severe", [2, 2, 1, 3][k] ?? 0),
        ]),
        sheet("e", "severe", 3),
        sheet("f", "mild", 3),
      ]),
    );
    const of = (id: string) => found.candidacies.find(({ candidacyId }) => candidacyId === id);
    expect(of("e")?.observedMean).toBe(of("f")?.observedMean);
    expect(of("e")?.shift).toBeGreaterThan(0);
    expect(of("f")?.shift).toBeLessThan(0);
    expect(found.members.find(({ memberId }) => memberId === "severe")?.severity).toBeGreaterThan(0);
    expect(found.members.map(({ sheets }) => sheets)).toEqual([5, 5]);
  });

  it("has doubly stochastic acceptabilities, and shares of places that add up to the shortlist", () => {
    const found = ranked(panelStory({ candidacies: 8, members: 3, criteria: 4, unobserved: 0.1 }));
    const size = found.candidacies.length;
    for (let place = 0; place < size; place += 1) {
      const column = found.candidacies.reduce((sum, one) => sum + (one.acceptabilities[place] ?? 0), 0);
      expect(column).toBeCloseTo(1, 10);
    }
    for (const { acceptabilities } of found.candidacies) {
      expect(acceptabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
    }
    for (const kind of ["weightsAlone", "together"] as const) {
      const places = found.candidacies.reduce((sum, one) => sum + one.shortlistShare[kind], 0);
      expect(places).toBeCloseTo(3, 10);
    }
  });
});

describe("how sure the order is", () => {
  /** The same draws, each ranked from its own sheets' scores: slow, without any of the shortcuts. */
  const slowly = (input: RankingInput) => {
    const table = scoreTable(input);
    const design = ratingDesign(table.scores);
    const { ratio } = fairAverages(table.scores);
    const generator = createGenerator(input.seed);
    const width = table.criteria.length;
    const weights = drawWeights(
      table.criteria.map(({ weight }) => weight),
      WEIGHT_SPREAD,
      input.draws,
      generator,
    );
    const panels = resamplePanels(design.raters, generator);
    const counts = table.candidacyIds.map(() => new Array<number>(table.candidacyIds.length).fill(0));
    const places: number[][] = table.candidacyIds.map(() => []);
    panelOfEachDraw(panels, input.draws).forEach((panel, draw) => {
      const scores = new Float64Array(design.raters * design.subjects);
      for (const { candidacy, member, marks } of table.sheets) {
        let sum = 0;
        let observed = 0;
        table.criteria.forEach(({ id }, k) => {
          const mark = marks[id] ?? null;
          if (mark === null) return;
          sum += mark * (weights[draw * width + k] ?? 0);
          observed += weights[draw * width + k] ?? 0;
        });
        scores[member * design.subjects + candidacy] = sum / observed;
      }
      const estimate = (times: ArrayLike<number>) => {
        const prepared = preparePanel(design, times, ratio);
        const out = new Float64Array(design.subjects);
        estimateAll(prepared, raterValues(scores, 1, design), out);
        return { out, seen: prepared.seen };
      };
      const whole = estimate(new Array<number>(design.raters).fill(1)).out;
      const part = estimate(panels.times.subarray(panel * design.raters, (panel + 1) * design.raters));
      const mixed = Array.from(part.out, (score, i) => (part.seen[i] === 1 ? score : (whole[i] ?? 0)));
      competitionRanks(Array.from(whole)).forEach((place, i) => {
        const row = counts[i];
        if (row !== undefined && place !== null) row[place - 1] = (row[place - 1] ?? 0) + 1;
      });
      competitionRanks(mixed).forEach((place, i) => {
        places[i]?.push(place ?? 0);
      });
    });
    return { ids: table.candidacyIds, counts, places };
  };

  it.each([
    ["complete", {}],
    ["with recusals", { recused: 0.3 }],
    ["with marks not observed", { recused: 0.2, unobserved: 0.08 }],
  ])("is what ranking draw by draw gives, %s", (_name, gaps) => {
    const input = panelStory({ candidacies: 9, members: 4, criteria: 7, draws: 400, seed: 5, ...gaps });
    const found = ranked(input);
    const slow = slowly(input);
    expect(found.panels).toBe("enumerated");
    for (const candidacy of found.candidacies) {
      const i = slow.ids.indexOf(candidacy.candidacyId);
      candidacy.acceptabilities.forEach((share, place) => {
        expect(share).toBeCloseTo((slow.counts[i]?.[place] ?? 0) / 400, 10);
      });
      const sorted = (slow.places[i] ?? []).toSorted((a, b) => a - b);
      expect(candidacy.rankInterval).toEqual({ best: sorted[19], worst: sorted[380] });
    }
    for (const { upperId, lowerId, orderHolds } of found.neighbours) {
      const [upper, lower] = [slow.places[slow.ids.indexOf(upperId)], slow.places[slow.ids.indexOf(lowerId)]];
      const holding = (upper ?? []).filter((place, draw) => place < (lower?.[draw] ?? 0)).length;
      expect(orderHolds).toBeCloseTo(holding / 400, 10);
    }
  });

  it("cannot tell equals apart, and hands the shortlist on unranked", () => {
    const found = ranked({
      ...oneCriterion(
        ["a", "b", "c"].flatMap((id) => ["x", "y"].map((member) => sheet(id, member, id === "c" ? 1 : 3))),
      ),
      shortlistSize: 2,
    });
    expect(found.candidacies.map(({ rank: place }) => place)).toEqual([1, 1, 3]);
    expect(found.neighbours).toEqual([
      { upperId: "a", lowerId: "b", orderHolds: 0, distinguishable: false },
      { upperId: "b", lowerId: "c", orderHolds: 1, distinguishable: true },
    ]);
    expect(found.shortlist).toEqual({ candidacyIds: ["a", "b"], ordered: false, cutDistinguishable: true });
    expect(found.candidacies[0]?.rankInterval).toEqual({ best: 1, worst: 2 });
  });

  it("lists all who tie for the last place", () => {
    const found = ranked(
      oneCriterion(["a", "b"].flatMap((id) => ["x", "y"].map((member) => sheet(id, member, 3)))),
    );
    expect(found.shortlist).toEqual({ candidacyIds: ["a", "b"], ordered: false, cutDistinguishable: null });
  });

  it("says the rank with each member left out, and null where nobody else scored", () => {
    const found = ranked(
      oneCriterion([
        sheet("a", "x", 4),
        sheet("a", "y", 1),
        sheet("b", "x", 2),
        sheet("b", "y", 3),
        sheet("c", "y", 2),
      ]),
    );
    const without = Object.fromEntries(
      found.candidacies.map(({ candidacyId, rankWithout }) => [
        candidacyId,
        rankWithout.map(({ rank: place }) => place),
      ]),
    );
    expect(without.a?.[1]).toBe(1);
    expect(without.c?.[1]).toBeNull();
  });

  it("knows nothing of the panel where it is one member", () => {
    const found = ranked(oneCriterion([sheet("a", "x", 4), sheet("b", "x", 3)]));
    expect(found.panels).toBe("oneMember");
    expect(found.model.kind).toBe("notSeparable");
    expect(found.members).toEqual([{ memberId: "x", sheets: 2, severity: null }]);
    expect(found.candidacies[0]?.standardError).toBeNull();
  });

  it("draws panels of more than ten members", () => {
    expect(ranked(panelStory({ candidacies: 4, members: 11, criteria: 2, draws: 50 })).panels).toBe("drawn");
  });
});

describe("where there is not enough", () => {
  it("says that no sheet counts, and of whom", () => {
    const input = oneCriterion([sheet("a", "x", null)]);
    expect(rank({ ...input, candidacyIds: ["a", "b"], memberIds: ["x", "y"] })).toEqual({
      kind: "noScores",
      notScored: [
        { kind: "notScored", candidacyId: "a", reason: "tooLittleObserved" },
        { kind: "notScored", candidacyId: "b", reason: "noSheets" },
      ],
      membersWithoutSheets: ["x", "y"],
      sheetsSetAside: [{ candidacyId: "a", memberId: "x" }],
      seed: 1,
      draws: 200,
    });
  });

  it("ranks the scored and names the others beside them, never with a 0", () => {
    const found = ranked({ ...oneCriterion([sheet("a", "x", 2), sheet("b", "x", 3)]), candidacyIds: ["c"] });
    expect(found.candidacies.map(({ candidacyId }) => candidacyId)).toEqual(["b", "a"]);
    expect(found.notScored).toEqual([{ kind: "notScored", candidacyId: "c", reason: "noSheets" }]);
  });

  it("gives no common ranking of what nobody compares, and says who would have to score whom", () => {
    const sheets = [
      sheet("a", "x", 4),
      sheet("b", "x", 3),
      sheet("c", "x", 3),
      sheet("d", "y", 4),
      sheet("d", "z", 2),
    ];
    const found = rank({ ...oneCriterion(sheets), recusals: [{ candidacyId: "a", memberId: "y" }] });
    expect(found).toMatchObject({
      kind: "notConnected",
      groups: 2,
      candidacies: [
        { group: 0 },
        { group: 0 },
        { group: 0 },
        { group: 1, candidacyId: "d", observedMean: 3 },
      ],
      advice: { sheetsToAdd: [{ candidacyId: "b", memberId: "y" }], cannotJoin: [] },
    });
    expect(found).not.toHaveProperty("shortlist");
    const joined = rank(oneCriterion([...sheets, sheet("b", "y", 3)]));
    expect(joined.kind).toBe("ranked");
  });

  it("joins three groups by two sheets, and says which group recusals keep apart", () => {
    const sheets = [sheet("a", "x", 4), sheet("b", "x", 2), sheet("c", "y", 3), sheet("d", "z", 4)];
    const recusals = ["a", "b", "c"].map((candidacyId) => ({ candidacyId, memberId: "z" }));
    const advised = (input: RankingInput) => {
      const found = rank(input);
      return found.kind === "notConnected" ? found.advice : null;
    };
    const free = advised(oneCriterion(sheets));
    expect(free?.sheetsToAdd).toHaveLength(2);
    const added = (free?.sheetsToAdd ?? []).map(({ candidacyId, memberId }) =>
      sheet(candidacyId, memberId, 2),
    );
    expect(rank(oneCriterion([...sheets, ...added])).kind).toBe("ranked");
    const barred = [...recusals, { candidacyId: "d", memberId: "x" }, { candidacyId: "d", memberId: "y" }];
    expect(advised({ ...oneCriterion(sheets), recusals: barred })).toMatchObject({
      sheetsToAdd: [expect.anything()],
      cannotJoin: [2],
    });
  });

  it("refuses what no form lets through", () => {
    const input = oneCriterion([sheet("a", "x", 2)]);
    expect(() => rank({ ...input, draws: 0 })).toThrow(RangeError);
    expect(() => rank({ ...input, shortlistSize: 0 })).toThrow(RangeError);
    expect(() => rank({ ...input, seed: 0.5 })).toThrow(RangeError);
    expect(() => rank({ ...input, sheets: [...input.sheets, ...input.sheets] })).toThrow(RangeError);
    expect(() => rank({ ...input, criteria: [...input.criteria, ...input.criteria] })).toThrow(RangeError);
  });
});
