import { describe, expect, it } from "vitest";
import { listOrderSchema } from "#app/cadre/cadre-list.ts";
import { keepSearchSchema, searchFrom, searchParams } from "#app/cadre/member-search.ts";

describe("a search", () => {
  it("finds nobody who withdrew", () => {
    expect(searchFrom({ state: "withdrawn" })).toBeNull();
  });

  it("is what an address holds, but for what is left empty there", () => {
    const asked = { q: " Awa  ", gender: "woman", page: "3", role: "", level: " " };
    expect(searchParams(searchFrom(asked) ?? {})).toEqual({ q: "Awa", gender: "woman" });
    expect(searchFrom({})).toEqual({});
  });

  it("is none where something in it makes no sense, so that nobody passes for having been found", () => {
    for (const asked of [
      { q: "a".repeat(201) },
      { level: "nonsense" },
      { region: "\u0000" },
      { q: "Awa", standing: "there" },
    ]) {
      expect(searchFrom(asked)).toBeNull();
      expect(listOrderSchema.safeParse({ ...asked, list: "members", format: "csv" }).success).toBe(false);
      expect(keepSearchSchema.safeParse({ ...asked, intent: "save", name: "All" }).success).toBe(false);
    }
  });
});
