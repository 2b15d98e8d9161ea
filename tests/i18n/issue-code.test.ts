import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { issueCode, partsOfCode } from "#app/i18n/issue-code.ts";

const codeOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: issueCode }).error?.issues[0]?.message;

describe("what is wrong with a number", () => {
  const years = z.coerce.number().int().min(1).max(60);

  it("names the bound that it passes", () => {
    expect(["0", "61", "1.5", "many"].map((value) => codeOf(years, value))).toEqual([
      ...["atLeast:1", "atMost:60", "wholeNumber", "number"],
    ]);
    expect(codeOf(years, "60")).toBeUndefined();
  });

  it("is taken apart for its message, and other codes stay whole", () => {
    expect(partsOfCode("atLeast:1950")).toEqual({ tail: "atLeast", params: { bound: 1950 } });
    expect(partsOfCode("atMost:-2.5")).toEqual({ tail: "atMost", params: { bound: -2.5 } });
    for (const code of ["tooShort", "missing.cv", "service.police", "atLeast", "refusal.atMost"])
      expect(partsOfCode(code)).toEqual({ tail: code, params: {} });
  });

  it.each(["en", "fr"] as const)("is said with it, in %s", async (language) => {
    const messages = await loadMessages(language);
    for (const key of ["invalid.atLeast", "invalid.atMost"]) expect(messages[key]).toContain("{bound}");
    for (const key of ["invalid.number", "invalid.wholeNumber"]) expect(messages[key]).not.toContain("{");
  });
});
