import { describe, expect, it } from "vitest";
import { begunLarge } from "#app/i18n/begun-large.ts";
import { formatter } from "#app/i18n/format.ts";

describe("dateTime", () => {
  const at = "2026-12-01T22:00:00Z";

  it("names the zone in the reader's language, never by its distance from Greenwich", () => {
    expect(formatter("en", "America/New_York").dateTime(at)).toBe("1 Dec 2026, 17:00 Eastern Time");
    expect(formatter("fr", "America/New_York").dateTime(at)).toContain("heure de l’Est nord-américain");
    for (const locale of ["en", "fr"]) {
      const format = formatter(locale, "UTC");
      for (const zone of ["America/Bogota", "Africa/Accra", "Asia/Kathmandu", "Europe/Paris"])
        expect(format.dateTime(at, zone)).not.toMatch(/(?:GMT|UTC)[+−-]/);
      expect(format.dateTime(at)).toMatch(/ UTC$/);
    }
  });
});

describe("begunLarge", () => {
  it("begins a title with a capital, and leaves the rest", () => {
    expect(begunLarge("références : Ama")).toBe("Références : Ama");
    expect(begunLarge("évaluation de l’ONU")).toBe("Évaluation de l’ONU");
    expect(begunLarge("")).toBe("");
  });
});
