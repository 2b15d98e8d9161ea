import { describe, expect, it } from "vitest";
import { dimensionsFor, periodFrom } from "#app/gender/flow-query.ts";
import { keyOrder, keyWords, stretchWords } from "#app/gender/flow-words.ts";
import { en as language } from "./some-figure.ts";

const names = {
  roleKinds: [
    { code: "srsg", nameEn: "Special Representative", nameFr: "Représentant spécial" },
    { code: "forceCommander", nameEn: "Force Commander", nameFr: "Commandant de la force" },
  ],
  states: new Map([
    ["GH", "Ghana"],
    ["FR", "France"],
  ]),
};
const words = (dimension: Parameters<typeof keyWords>[2], key: string) =>
  keyWords(language, names, dimension, key);

describe("a line's words", () => {
  it("name codes, and say so where nothing is stated", () => {
    expect(words("role", "srsg")).toBe("Special Representative");
    expect(words("state", "GH")).toBe("Ghana");
    expect(words("rank", "major general")).toBe("Major general");
    expect(words("ageBand", "50to59")).toBe("50 to 59");
    expect(["rank", "ageBand", "service"].map((one) => words(one as "rank", ""))).toEqual([
      ...["Not stated", "Not stated", "Not stated"],
    ]);
    expect([words("state", ""), words("panel", ""), words("region", "")]).toEqual([
      ...["Nominated themselves", "No panel", "No regional group"],
    ]);
  });

  it("stand in the order of protocol, from the highest, from the youngest or by name, what is not stated last", () => {
    const order = keyOrder(language, names);
    expect(order("role", ["", "forceCommander", "srsg"])).toEqual(["srsg", "forceCommander", ""]);
    expect(order("level", ["D-2", "", "USG"])).toEqual(["USG", "D-2", ""]);
    expect(order("ageBand", ["", "70andOver", "under40"])).toEqual(["under40", "70andOver", ""]);
    expect(order("state", ["GH", "", "FR"])).toEqual(["FR", "GH", ""]);
    expect(order("panel", ["V-2", "", "V-1"])).toEqual(["V-1", "V-2", ""]);
  });

  it("name a stretch of time by its year, or by its quarter", () => {
    expect(stretchWords(language.t, "year", "2025-07-01")).toBe("2025–2026");
    expect(stretchWords(language.t, "quarter", "2025-10-01")).toBe("2025, quarter 4");
  });
});

describe("what can be asked", () => {
  it("holds ages for those alone who may read them, and both days of a period", () => {
    expect(dimensionsFor(true)).toContain("ageBand");
    expect(dimensionsFor(false)).not.toContain("ageBand");
    expect(periodFrom({ from: "2028-02-28", to: "2028-02-29" })).toEqual({
      ...{ startsOn: "2028-02-28", endsBefore: "2028-03-01" },
    });
  });
});
