import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENDERS, type Gender } from "#app/gender/counts.ts";
import {
  judgeList,
  type ListedNominee,
  type ListTerms,
  listTermsOf,
  mostOfList,
  ownNumbersSchema,
  UNDER_REPRESENTED,
  womenOfParityList,
} from "#app/selection/nomination/list-rule.ts";

const of = (gender: Gender, changes: Partial<ListedNominee> = {}): ListedNominee => ({
  gender,
  nationalities: ["GH"],
  regions: ["African"],
  additional: false,
  ...changes,
});
const women = (count: number) => Array.from({ length: count }, () => of("woman"));
const men = (count: number) => Array.from({ length: count }, () => of("man"));
const unmet = (terms: ListTerms, list: readonly ListedNominee[]) =>
  judgeList(terms, list, "GH").parts.flatMap(({ part, met, mend }) => (met ? [] : [[part, mend]]));

const PARITY: ListTerms = { rule: "parity2017" };
const PLUS: ListTerms = { rule: "parityPlus2021" };
const PLUS_ONE: ListTerms = { rule: "parityPlus2024" };

describe("the parity list of 2017", () => {
  it("asks one woman of two, one of three, two of four, none of one", () => {
    expect([0, 1, 2, 3, 4].map(womenOfParityList)).toEqual([0, 0, 1, 1, 2]);
    expect(unmet(PARITY, men(1))).toEqual([]);
    expect(unmet(PARITY, men(2))).toEqual([["leastWomen", { remedy: "moreWomen", count: 1 }]]);
    expect(unmet(PARITY, [...men(2), ...women(1)])).toEqual([]);
    expect(unmet(PARITY, [...men(3), ...women(1)])).toEqual([
      ["leastWomen", { remedy: "moreWomen", count: 1 }],
    ]);
    expect(unmet(PARITY, women(4))).toEqual([]);
  });

  it("takes no fifth", () => {
    expect(unmet(PARITY, women(5))).toEqual([["most", { remedy: "fewerNominees", count: 1 }]]);
  });
});

describe("parity-plus of 2021", () => {
  it("asks as many women as men, whoever else is on the list", () => {
    expect(unmet(PLUS, men(1))).toEqual([["womenAtLeastMen", { remedy: "moreWomen", count: 1 }]]);
    expect(unmet(PLUS, [...men(2), ...women(2)])).toEqual([]);
    expect(unmet(PLUS, [...men(1), ...women(1), of("notStated"), of("another")])).toEqual([]);
  });
});

describe("parity-plus of 2024", () => {
  const other = { nationalities: ["NP"], regions: ["Asia-Pacific"], additional: true };

  it("takes one more, of another nationality and an under-represented region, whatever the gender", () => {
    expect(unmet(PLUS_ONE, [...women(2), ...men(2), of("man", other)])).toEqual([]);
    expect(mostOfList(PLUS_ONE)).toBe(5);
  });

  it("says what is amiss with the additional nominee", () => {
    const asks = (changes: Partial<ListedNominee>) =>
      unmet(PLUS_ONE, [...women(2), of("man", { ...other, ...changes })]).map(([part]) => part);
    expect(asks({ nationalities: ["GH", "NP"] })).toEqual(["otherNation"]);
    expect(asks({ nationalities: ["FR"], regions: ["Western European and Others"] })).toEqual([
      "otherRegion",
    ]);
    expect(unmet(PLUS_ONE, [of("man", other), of("woman", other)])).toEqual([
      ["oneAdditional", { remedy: "oneAdditional", count: 1 }],
    ]);
  });

  it("offers a fifth the place of the additional nominee where nobody has it", () => {
    expect(unmet(PLUS_ONE, women(5))).toEqual([["most", { remedy: "markAdditional", count: 1 }]]);
    expect(unmet(PLUS_ONE, women(6))).toEqual([["most", { remedy: "fewerNominees", count: 2 }]]);
  });
});

describe("a call's own numbers", () => {
  it("are read from its columns, and refused where they contradict each other", () => {
    expect(ownNumbersSchema.safeParse({ most: 3, leastWomen: 4 }).success).toBe(false);
    expect(() => listTermsOf("own", null)).toThrow();
    expect(listTermsOf("none", null)).toEqual({ rule: "none" });
  });

  it("ask women in proportion to the list", () => {
    const terms = listTermsOf("own", { most: 6, leastWomen: 3 });
    expect(unmet(terms, men(1))).toEqual([]);
    expect(unmet(terms, men(2))).toEqual([["leastWomen", { remedy: "moreWomen", count: 1 }]]);
    expect(unmet(terms, [...men(4), ...women(2)])).toEqual([
      ["leastWomen", { remedy: "moreWomen", count: 1 }],
    ]);
    expect(unmet(listTermsOf("own", { most: 2, womenAtLeastMen: true }), men(1))).toHaveLength(1);
  });
});

const someTerms: fc.Arbitrary<ListTerms> = fc.oneof(
  fc.constantFrom<ListTerms>({ rule: "none" }, PARITY, PLUS, PLUS_ONE),
  fc
    .record({
      most: fc.integer({ min: 1, max: 12 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      womenAtLeastMen: fc.boolean(),
    })
    .map(
      ({ most, share, womenAtLeastMen }): ListTerms => ({
        rule: "own",
        numbers: { most, leastWomen: Math.floor(share * most), womenAtLeastMen },
      }),
    ),
);
const someNominee: fc.Arbitrary<ListedNominee> = fc.record({
  gender: fc.constantFrom(...GENDERS),
  nationalities: fc.subarray(["GH", "NP", "FR"], { minLength: 1 }),
  regions: fc.subarray([...UNDER_REPRESENTED, "African"], { minLength: 1 }),
  additional: fc.boolean(),
});
const someList = fc.array(someNominee, { maxLength: 8 });

describe("every rule", () => {
  it("is met by the empty list, and by any list where there is none", () => {
    fc.assert(fc.property(someTerms, (terms) => judgeList(terms, [], "GH").met));
    fc.assert(fc.property(someList, (list) => judgeList({ rule: "none" }, list, "GH").met));
  });

  it("says what would mend exactly what is not met", () => {
    fc.assert(
      fc.property(someTerms, someList, (terms, list) => {
        const { met, parts } = judgeList(terms, list, "GH");
        expect(met).toBe(parts.every((part) => part.met));
        for (const part of parts) expect(part.mend === null).toBe(part.met);
      }),
    );
  });

  it("looks at who is on the list, not at their order", () => {
    fc.assert(
      fc.property(someTerms, someList, (terms, list) => {
        expect(judgeList(terms, list.toReversed(), "GH")).toEqual(judgeList(terms, list, "GH"));
      }),
    );
  });

  it("never asks more where a woman stands in a man's place", () => {
    fc.assert(
      fc.property(someTerms, someList, fc.nat(), (terms, list, pick) => {
        if (list.length === 0 || !judgeList(terms, list, "GH").met) return;
        const place = pick % list.length;
        const changed = list.map((one, at) => (at === place ? { ...one, gender: "woman" as const } : one));
        expect(judgeList(terms, changed, "GH").met).toBe(true);
      }),
    );
  });

  it("counts rightly how many women are missing: so many in men's places mend it, one fewer does not", () => {
    fc.assert(
      fc.property(fc.constantFrom(PARITY, PLUS), fc.integer({ min: 0, max: 4 }), (terms, size) => {
        const missing = judgeList(terms, men(size), "GH").parts.find(({ mend }) => mend)?.mend?.count ?? 0;
        const swapped = terms.rule === "parity2017" ? missing : Math.ceil(missing / 2);
        const list = [...women(swapped), ...men(size - swapped)];
        expect(judgeList(terms, list, "GH").met).toBe(true);
        if (swapped > 0) {
          expect(judgeList(terms, [...women(swapped - 1), ...men(size - swapped + 1)], "GH").met).toBe(false);
        }
      }),
    );
  });

  it("takes no list longer than its most", () => {
    fc.assert(
      fc.property(someTerms, someList, (terms, list) => {
        const most = mostOfList(terms);
        if (most !== null && list.length > most) expect(judgeList(terms, list, "GH").met).toBe(false);
      }),
    );
  });
});
