import { describe, expect, it } from "vitest";
import { groupOutcomes, listOutcomes, type UnjudgedCandidacy } from "#app/selection/report/list-outcomes.ts";

const one = (
  candidacyId: string,
  state: UnjudgedCandidacy["state"],
  screeningReasons: readonly string[] = [],
  consented = true,
): UnjudgedCandidacy => ({ candidacyId, state, consented, screeningReasons });

describe("listOutcomes", () => {
  it("gives each its outcome and codes, and leaves open what goes on or ended without a reason", () => {
    const { outcomes, open } = listOutcomes([
      one("a", "screenedOut", ["languageShort", "yearsShort"]),
      one("b", "withdrawn"),
      one("c", "withdrawn", [], false),
      one("d", "merged"),
      one("e", "nominated", [], false),
      one("f", "consented"),
      one("g", "screenedOut", ["no such reason"]),
    ]);
    expect(outcomes.map(({ candidacyId, outcome, codes }) => [candidacyId, outcome, ...codes])).toEqual([
      ["a", "screenedOut", "L1", "E1"],
      ["b", "withdrawn", "W1"],
      ["c", "withdrawn", "W2"],
      ["d", "merged", "M1"],
    ]);
    expect(open).toEqual(["e", "f", "g"]);
  });

  it("groups what ended alike", () => {
    const { outcomes } = listOutcomes([
      one("a", "withdrawn"),
      one("b", "screenedOut", ["yearsShort"]),
      one("c", "withdrawn"),
    ]);
    expect(groupOutcomes(outcomes)).toEqual([
      { outcome: "screenedOut", codes: ["E1"], candidacyIds: ["b"] },
      { outcome: "withdrawn", codes: ["W1"], candidacyIds: ["a", "c"] },
    ]);
  });
});
