import { describe, expect, it } from "vitest";
import {
  concludePool,
  type PoolSheetFacts,
  poolReasons,
  readinessFound,
} from "#app/selection/pool/pool-review-rule.ts";

const sheet = (screenerId: string, changes: Partial<PoolSheetFacts> = {}): PoolSheetFacts => ({
  ...{ screenerId, passed: true, reasons: [], findings: [], roleKindCodes: ["srsg"], level: "now" },
  evidence: `Words of ${screenerId}`,
  ...changes,
});
const no = (screenerId: string) =>
  sheet(screenerId, { passed: false, reasons: ["fieldShort"], roleKindCodes: [], level: null });

describe("the rule of reviews for the cadre", () => {
  it("asks two officers, and a third where they disagree", () => {
    expect(concludePool([])).toEqual({ kind: "waits", for: "first" });
    expect(concludePool([sheet("a")])).toEqual({ kind: "waits", for: "second" });
    expect(concludePool([sheet("a"), sheet("b")])).toMatchObject({ basis: "consensus", passed: true });
    expect(concludePool([sheet("a"), no("b")])).toEqual({ kind: "waits", for: "third" });
    expect(concludePool([sheet("a"), no("b"), no("c")])).toMatchObject({ basis: "majority", passed: false });
  });

  it("finds no agreement in two who name no kind of post in common", () => {
    const apart = [sheet("a"), sheet("b", { roleKindCodes: ["forceCommander"] })];
    expect(concludePool(apart)).toEqual({ kind: "waits", for: "third" });
    const three = [...apart, sheet("c", { roleKindCodes: ["forceCommander"] })];
    expect(concludePool(three)).toMatchObject({ basis: "majority", passed: true });
    expect(readinessFound(three).map(({ roleKindCode }) => roleKindCode)).toEqual(["forceCommander"]);
    expect(readinessFound([...apart, no("c")]).map(({ roleKindCode }) => roleKindCode)).toEqual([
      ...["srsg", "forceCommander"],
    ]);
  });

  it("takes the more cautious level of each kind named twice, with the words of who gave it", () => {
    const both = [
      sheet("a", { roleKindCodes: ["srsg", "dsrsgPolitical"] }),
      sheet("b", { level: "oneToTwoYears" }),
    ];
    expect(readinessFound(both)).toEqual([
      { roleKindCode: "srsg", level: "oneToTwoYears", evidence: "Words of b" },
    ]);
  });

  it("offers the reasons that the call's requirements give, and none that only a post knows of", () => {
    const offered = poolReasons([{ kind: "seniorYears", years: 15 }, { kind: "attestation" }]);
    expect(offered).toEqual([
      ...["yearsShort", "notAttested", "notShown", "fileIncomplete", "competenceShort"],
    ]);
    expect(poolReasons([])).toEqual(["competenceShort"]);
  });
});
