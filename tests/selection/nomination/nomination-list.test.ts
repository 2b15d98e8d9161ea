import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { literally } from "#app/platform/like-pattern.ts";
import { cursorOf, cursorText, searchWords } from "#app/selection/nomination/nomination-list.ts";

describe("a place in the list of nominations", () => {
  it("comes back from its address as it went", () => {
    const moment = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.uuid(), (submittedAt, nominationId) => {
        expect(cursorOf(cursorText({ submittedAt, nominationId }))).toEqual({ submittedAt, nominationId });
      }),
    );
  });

  it("is none where the address holds anything else", () => {
    for (const text of [undefined, "", "x", "zzz.zzz", "1.2", ".", "' or 1=1", `${"z".repeat(90)}.x`])
      expect(cursorOf(text)).toBeNull();
  });
});

describe("a search for a name", () => {
  it("is split into words, five at most, whatever parts them", () => {
    expect(searchWords(" diallo,  amina\tb c d e ")).toEqual(["diallo", "amina", "b", "c", "d"]);
    expect(searchWords("  ")).toEqual([]);
  });

  it("means what is typed: nothing in it is a pattern", () => {
    expect(literally("100%_\\")).toBe("100\\%\\_\\\\");
    expect(literally("陳")).toBe("陳");
  });
});
