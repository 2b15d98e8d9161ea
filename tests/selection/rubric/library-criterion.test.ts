import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import {
  newCriterionSchema,
  nextCode,
  revisedCriterionSchema,
} from "#app/selection/rubric/library-criterion.ts";

const typed = (changes: Readonly<Record<string, string>> = {}) => {
  const form = new FormData();
  const fields: Readonly<Record<string, string>> = {
    ...{ group: "competence", stage: "both", levels: "4" },
    ...{ "name.en": "Patience", "name.fr": "Patience" },
    "definition.en": "Lets others come to their own agreement.",
    "definition.fr": "Laisse les autres parvenir à leur accord.",
    ...Object.fromEntries(
      [0, 1, 2, 3, 4].flatMap((n) =>
        ["en", "fr"].map((language) => [`anchors[${n}].${language}`, n < 4 ? `Looks like ${n}.` : ""]),
      ),
    ),
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const errors = (changes: Readonly<Record<string, string>>, schema = newCriterionSchema) =>
  parseWithZod(typed(changes), { schema }).reply().error ?? {};

describe("a criterion for the library", () => {
  it("has an anchor for each of its levels, and none beyond", () => {
    const read = parseWithZod(typed(), { schema: newCriterionSchema });
    expect(read.status === "success" && read.value.anchors.map(({ level }) => level)).toEqual([1, 2, 3, 4]);
    const five = typed({ levels: "5", "anchors[4].en": "The best.", "anchors[4].fr": "Le meilleur." });
    const wider = parseWithZod(five, { schema: newCriterionSchema });
    expect(wider.status === "success" && wider.value.anchors.at(-1)).toEqual({
      level: 5,
      en: "The best.",
      fr: "Le meilleur.",
    });
  });

  it("wants words for the lowest, the second and the highest level, in both languages", () => {
    const nothing = (n: number) => ({ [`anchors[${n}].en`]: "", [`anchors[${n}].fr`]: "" });
    expect(errors({ ...nothing(0), ...nothing(1), ...nothing(3) })).toEqual(
      Object.fromEntries(
        [0, 1, 3].flatMap((n) => ["en", "fr"].map((one) => [`anchors[${n}].${one}`, ["anchorMissing"]])),
      ),
    );
    expect(errors(nothing(2))).toEqual({});
    expect(errors({ "anchors[2].fr": "" })).toEqual({ "anchors[2].fr": ["anchorMissing"] });
    expect(errors({ levels: "5" })).toEqual({
      "anchors[4].en": ["anchorMissing"],
      "anchors[4].fr": ["anchorMissing"],
    });
  });

  it("takes no words beyond its scale, and no scale that no rubric has", () => {
    expect(errors({ "anchors[4].en": "Too far." })).toEqual({ "anchors[4].en": ["anchorBeyondScale"] });
    expect(errors({ levels: "3" })).toEqual({ levels: ["choose"] });
    expect(Object.keys(errors({ stage: "" }))).toEqual(["stage"]);
  });

  it("is written anew with a reason alone", () => {
    const revised = (changes: Readonly<Record<string, string>>) =>
      parseWithZod(typed(changes), { schema: revisedCriterionSchema });
    expect(revised({ version: "1", reason: "Short." }).reply().error).toHaveProperty("reason");
    expect(revised({ version: "1", reason: "Panels read it in two ways." }).status).toBe("success");
  });

  it("has the number after the highest that its group ever had", () => {
    expect(nextCode("competence", ["M1", "C1", "C9", "C10", "N3"])).toBe("C11");
    expect(nextCode("merit", [])).toBe("M1");
  });
});
