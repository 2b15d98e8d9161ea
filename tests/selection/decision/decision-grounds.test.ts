import { describe, expect, it } from "vitest";
import { groundsNeeded, refuseGrounds } from "#app/selection/decision/decision-grounds.ts";
import type { RankingFigures } from "#app/selection/ranking/ranking-figures.ts";

const row = (candidacyId: string, best = 1, worst = 4) => ({
  ...{ candidacyId, sheets: 3, observedMean: 3, fairAverage: 3, standardError: 0.1, shift: 0 },
  ...{ rank: 1, rankInterval: { best, worst }, shortlistShare: 1 },
});
/** a, b, c, d best first; a and b are tied; c and d surely stand below b and apart. */
const figures: RankingFigures = {
  ...{ kind: "ranked", seed: 1, draws: 100, inputsHash: "ff", shortlistSize: 3 },
  ...{
    rows: ["a", "b", "c", "d"].map((id) => row(id)),
    orderHolds: [0.6, 0.99, 0.97],
    agreement: null,
    notScored: [],
    notHeard: [],
  },
};
const everybody = ["d", "c", "b", "a"];
const LONG = "The mission needs the language of the host country from the first day.";

describe("what a choice has to be argued for", () => {
  it("is a tie-break between those whose order does not hold, either way round", () => {
    expect(groundsNeeded(figures, "a", ["a", "b"])).toEqual({ tiedWith: ["b"], passedOver: [] });
    expect(groundsNeeded(figures, "b", everybody)).toEqual({ tiedWith: ["a"], passedOver: [] });
  });

  it("is a justification where somebody surely stands above; doubt on the way adds up", () => {
    expect(groundsNeeded(figures, "d", everybody)).toEqual({ tiedWith: ["a"], passedOver: ["c", "b"] });
    expect(groundsNeeded(figures, "c", ["b", "c"])).toEqual({ tiedWith: [], passedOver: ["b"] });
  });

  it("is no tie-break where rank intervals do not touch, whatever the neighbours in between do", () => {
    const apart = {
      ...figures,
      rows: [row("a", 1, 2), row("b", 1, 2), row("c", 3, 3), row("d", 4, 4)],
    };
    expect(groundsNeeded(apart, "a", everybody)).toEqual({ tiedWith: ["b"], passedOver: [] });
    expect(groundsNeeded(apart, "c", everybody)).toEqual({ tiedWith: [], passedOver: ["b", "a"] });
  });

  it("is nothing where the other can no longer be selected, or nobody else is there", () => {
    expect(groundsNeeded(figures, "b", ["b", "c", "d"])).toEqual({ tiedWith: [], passedOver: [] });
    expect(groundsNeeded(figures, "d", ["d"])).toEqual({ tiedWith: [], passedOver: [] });
  });

  it("is a tie-break with everybody where nothing was ranked, or one has no rank", () => {
    const unranked = { ...figures, kind: "notConnected" as const, orderHolds: [] };
    expect(groundsNeeded(unranked, "a", everybody).tiedWith).toEqual(["d", "c", "b"]);
    expect(groundsNeeded(figures, "x", ["x", "a"])).toEqual({ tiedWith: ["a"], passedOver: [] });
  });
});

describe("refuseGrounds", () => {
  const both = { tiedWith: ["b"], passedOver: ["c", "d"] };
  it("asks for each beside its field, and for words rather than blanks", () => {
    expect(refuseGrounds(both, { tieBreak: " ".repeat(60), departure: LONG })).toMatchObject({
      ...{ code: "tieBreakMissing", field: "tieBreak", params: { count: 1 } },
    });
    expect(refuseGrounds(both, { tieBreak: LONG, departure: "Because." })).toMatchObject({
      ...{ code: "departureMissing", field: "departure", params: { count: 2 } },
    });
    expect(refuseGrounds(both, { tieBreak: LONG, departure: LONG })).toBeNull();
    const nothing = { tieBreak: "", departure: "" };
    expect(refuseGrounds({ tiedWith: [], passedOver: [] }, nothing)).toBeNull();
  });
});
