import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blindLetters, isBlindTo, lettersOf, withoutNames } from "#app/selection/sheet/blind.ts";

describe("the letters of a blind panel", () => {
  it("count as spreadsheets do", () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(lettersOf)).toEqual([
      ...["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"],
    ]);
  });

  it("are one each, and the same in whatever order candidacies are read", () => {
    const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.uuid(), ids, (panelId, candidacyIds) => {
        const letters = blindLetters(panelId, candidacyIds);
        expect(new Set(letters.values()).size).toBe(candidacyIds.length);
        const again = blindLetters(panelId, candidacyIds.toReversed());
        expect([...again].toSorted()).toEqual([...letters].toSorted());
      }),
    );
  });

  it("follow neither the ids nor another panel's", () => {
    const ids = Array.from(
      { length: 12 },
      (_, n) => `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`,
    );
    const [one, other] = ["p", "q"].map((panelId) => ids.map((id) => blindLetters(panelId, ids).get(id)));
    expect(one).not.toEqual(ids.map((_, n) => lettersOf(n)));
    expect(one).not.toEqual(other);
  });
});

describe("isBlindTo", () => {
  const seat = { id: "m", userId: "u", chair: true, declared: true, recusedFrom: [] };
  const panel = { blind: true, comparedAt: null, revealedAt: null, members: [seat] };

  it("withholds from members, the chair too, until a reveal", () => {
    expect(isBlindTo(panel, { userId: "u" })).toBe(true);
    expect(isBlindTo(panel, { userId: "officer" })).toBe(false);
    expect(isBlindTo(panel, { userId: null })).toBe(false);
    expect(isBlindTo({ ...panel, blind: false }, { userId: "u" })).toBe(false);
    expect(isBlindTo({ ...panel, comparedAt: new Date() }, { userId: "u" })).toBe(false);
    expect(isBlindTo({ ...panel, revealedAt: new Date() }, { userId: "u" })).toBe(false);
  });
});

describe("withoutNames", () => {
  it("takes out whole words, in whatever case and with or without accents, and no others", () => {
    const text = "Mr. MÜLLER-Diallo led; Amina's team and muller agreed. Aminata and the Mullers stayed.";
    expect(withoutNames(text, ["Amina", "Müller-Diallo"], "A")).toBe(
      "Mr. A-A led; A's team and A agreed. Aminata and the Mullers stayed.",
    );
  });

  it("leaves nothing of a name behind, whatever the text", () => {
    const name = fc.string({ unit: fc.constantFrom(..."abcdé"), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        name,
        fc.array(fc.constantFrom("led", "the", "team", "A2"), { maxLength: 5 }),
        (family, words) => {
          const text = [family, ...words, family.toUpperCase()].join(" ");
          const left = withoutNames(text, [family], "X").split(" ");
          expect(left).not.toContain(family);
          expect(left).not.toContain(family.toUpperCase());
        },
      ),
    );
  });
});
