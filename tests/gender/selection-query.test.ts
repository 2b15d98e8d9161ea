import { describe, expect, it } from "vitest";
import { EXACT_COLUMNS, exactStages, type FlowCount } from "#app/gender/balance.ts";
import { RELEASE_COLUMNS } from "#app/gender/balance-release.ts";
import { periodFrom } from "#app/gender/flow-query.ts";
import { identitiesTogether } from "#app/gender/identities-together.ts";
import { selectionQuerySchema } from "#app/gender/selection-query.ts";

const schema = selectionQuerySchema("2026-11-29");
const count = (changes: Partial<FlowCount>): FlowCount => ({
  roleKindCode: "srsg",
  level: "USG",
  regionalGroup: "African",
  gender: "woman",
  furthest: "nominated",
  people: 3,
  ...changes,
});

describe("what the selection page is asked", () => {
  it("is the twelve months to today where nothing is said", () => {
    expect(schema.parse({})).toEqual({ basis: "decided", from: "2025-11-29", to: "2026-11-29" });
    expect(periodFrom(schema.parse({}))).toEqual({ startsOn: "2025-11-29", endsBefore: "2026-11-30" });
  });

  it("is refused where it ends before it starts, is longer than ten years, or names no day", () => {
    const problems = (given: unknown) =>
      schema.safeParse(given).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(problems({ from: "2026-05-02", to: "2026-05-01" })).toEqual([["to", "untilBeforeFrom"]]);
    expect(problems({ from: "2010-01-01", to: "2026-05-01" })).toEqual([["to", "periodTooLong"]]);
    expect(problems({ from: "1 May" })?.[0]?.[0]).toBe("from");
    expect(problems({ from: "9999-12-31", to: "9999-12-31" })?.[0]).toEqual(["from", "dayFar"]);
    expect(problems({ basis: "all" })?.[0]?.[0]).toBe("basis");
    expect(problems({ from: "2026-05-01", to: "2026-05-01" })).toBeUndefined();
  });
});

describe("gender identities", () => {
  it("stand together for who may not see them apart, and nothing else changes", () => {
    const stages = exactStages([
      count({ gender: "another", people: 2 }),
      count({ gender: "notStated", people: 5, furthest: "consented" }),
      count({ gender: "man", people: 7 }),
    ]);
    const together = identitiesTogether(stages);
    expect(together[0]?.counts).toEqual([0, 7, 7, 14]);
    expect(together[1]?.counts).toEqual([0, 0, 5, 5]);
    expect(together.map(({ stage }) => stage)).toEqual(stages.map(({ stage }) => stage));
    for (const [at, { counts }] of together.entries()) {
      expect(counts).toHaveLength(RELEASE_COLUMNS.length);
      expect(counts.at(-1)).toBe(stages[at]?.counts[EXACT_COLUMNS.indexOf("total")]);
    }
  });
});
