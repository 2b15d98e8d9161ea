import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparedPerson, likenessOf, SUSPECTED_FROM } from "#app/selection/duplicate/likeness.ts";
import { latinName, mailboxOf, nameLikeness, skeletonOf } from "#app/selection/duplicate/name-likeness.ts";

const alike = (one: readonly string[], other: readonly string[]) =>
  nameLikeness(latinName(...one), latinName(...other));

describe("a name", () => {
  it.each([
    [
      ["محمد", "أحمد"],
      ["Mohammed", "Ahmed"],
    ],
    [
      ["Мария", "Иванова"],
      ["Maria", "Ivanova"],
    ],
    [
      ["Юрий", "Петров"],
      ["Yuri", "Petrov"],
    ],
    [
      ["近平", "习"],
      ["Jinping", "Xi"],
    ],
    [
      ["Nguyễn", "Thị Hương"],
      ["Thi Huong", "Nguyen"],
    ],
    [
      ["José", "Núñez"],
      ["Jose", "Nunez"],
    ],
    [
      ["Γιώργος", "Παπαδόπουλος"],
      ["Giorgos", "Papadopoulos"],
    ],
    [
      ["अमित", "शर्मा"],
      ["Amit", "Sharma"],
    ],
    [
      ["Müller", "Anna"],
      ["Anna", "Muller"],
    ],
  ])("%j in one script is %j in another", (one, other) => {
    expect(alike(one, other)).toBeGreaterThan(0.8);
  });

  it.each([
    [
      ["Ama", "Mensah"],
      ["Kofi", "Annan"],
    ],
    [
      ["Maria", "Ivanova"],
      ["Marta", "Petrova"],
    ],
    [["Ama"], ["Ama", "Mensah"]],
  ])("%j is not %j", (one, other) => {
    expect(alike(one, other)).toBeLessThan(0.7);
  });

  it("is like itself in any order of its words, never more than wholly, and as like as it is liked", () => {
    const word = fc.stringMatching(/^[a-z]{1,10}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(alike(one, one.toReversed())).toBeCloseTo(1, 12);
        const value = alike(one, other);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has the same bones in every transliteration", () => {
    const bones = ["Mohammed", "Muhamad", "Mohamad", "محمد"].map((name) => skeletonOf(latinName(name)));
    expect(new Set(bones).size).toBe(1);
    expect(skeletonOf("")).toBe("");
  });
});

describe("a mailbox", () => {
  it("is one, whatever its owner writes that the provider ignores", () => {
    expect(mailboxOf("Ama.Mensah+un@GMail.com")).toBe("amamensah@gmail.com");
    expect(mailboxOf("amamensah@googlemail.com")).toBe("amamensah@gmail.com");
    expect(mailboxOf("ama.mensah@example.org")).toBe("ama.mensah@example.org");
  });
});

const person = (changes: Partial<ComparedPerson> = {}): ComparedPerson => ({
  latin: "ama mensah",
  mailbox: "ama@example.org",
  gender: "woman",
  birthDate: null,
  birthYear: null,
  nationalities: ["GH"],
  documents: [],
  ...changes,
});

describe("likeness", () => {
  const of = (one: Partial<ComparedPerson>, other: Partial<ComparedPerson>) =>
    likenessOf(
      person({ mailbox: "one@example.org", ...one }),
      person({ mailbox: "two@example.org", ...other }),
    );

  it("suspects the same name and nationality, and says why", () => {
    expect(of({}, {})).toEqual({ likeness: 70, reasons: ["sameName", "sharedNationality"] });
  });

  it("does not suspect namesakes of two nations, or born on other days", () => {
    expect(of({}, { nationalities: ["KE"] }).likeness).toBeLessThan(SUSPECTED_FROM);
    const born = of({ birthDate: "1970-01-02" }, { birthDate: "1981-05-06" });
    expect(born.reasons).toContain("otherBirthDate");
    expect(born.likeness).toBeLessThan(SUSPECTED_FROM);
  });

  it("suspects a like name with a date of birth, day and month swapped too, and the same curriculum vitae", () => {
    const like = { latin: "ama mensa" };
    expect(of({ birthDate: "1970-05-06" }, { ...like, birthDate: "1970-05-06" }).likeness).toBeGreaterThan(
      80,
    );
    expect(of({ birthDate: "1970-05-06" }, { birthDate: "1970-06-05" }).reasons).toContain(
      "swappedBirthDate",
    );
    const unlike = of({ documents: ["f0"] }, { latin: "kofi annan", documents: ["f0"] });
    expect(unlike).toEqual({ likeness: 50, reasons: ["sharedNationality", "sameDocument"] });
    const document = of({ documents: ["f0"] }, { latin: "amah mensa", documents: ["f0"] });
    expect(document.likeness).toBeGreaterThan(SUSPECTED_FROM);
  });

  it("is between 0 and 100 and the same either way", () => {
    const anybody = fc.record({
      latin: fc.constantFrom("ama mensah", "ama mensa", "kofi annan", ""),
      mailbox: fc.constantFrom("a@x", "b@x"),
      gender: fc.constantFrom("woman" as const, "man" as const, "notStated" as const),
      birthDate: fc.constantFrom(null, "1970-05-06", "1970-06-05", "1990-01-01"),
      birthYear: fc.constantFrom(null, 1970, 1990),
      nationalities: fc.constantFrom([], ["GH"], ["KE", "GH"]),
      documents: fc.constantFrom([], ["f0"]),
    });
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        const found = likenessOf(one, other);
        expect(found).toEqual(likenessOf(other, one));
        expect(found.likeness).toBeGreaterThanOrEqual(0);
        expect(found.likeness).toBeLessThanOrEqual(100);
      }),
    );
  });
});
