import { describe, expect, it } from "vitest";
import {
  CLEARANCE_KINDS,
  type ClearanceFacts,
  clearancesMissing,
} from "#app/selection/clearance/clearance.ts";

const today = new Date("2026-11-23T15:00:00Z");
const clear = (validUntil: string | null = null): readonly ClearanceFacts[] =>
  CLEARANCE_KINDS.map((kind) => ({
    kind,
    outcome: "clear",
    validUntil: validUntil ? new Date(validUntil) : null,
  }));

describe("the clearances still missing", () => {
  it("are all where none was asked for, and none where all are clear", () => {
    expect(clearancesMissing([], today)).toEqual(CLEARANCE_KINDS);
    expect(clearancesMissing(clear(), today)).toEqual([]);
  });

  it("count a clearance through its last day, and not the day after", () => {
    expect(clearancesMissing(clear("2026-11-23"), today)).toEqual([]);
    expect(clearancesMissing(clear("2026-11-22"), today)).toEqual(CLEARANCE_KINDS);
  });

  it("include whatever is pending or not clear", () => {
    const [first, second, ...rest] = clear();
    if (!first || !second) throw new Error("four gates");
    const gates = [
      { ...first, outcome: "pending" as const },
      { ...second, outcome: "notClear" as const },
      ...rest,
    ];
    expect(clearancesMissing(gates, today)).toEqual(["humanRights", "conduct"]);
  });
});
