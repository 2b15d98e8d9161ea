import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FlowCount } from "#app/gender/balance.ts";
import { balanceSystem, RELEASE_COLUMNS, releaseBalance } from "#app/gender/balance-release.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { protectCounts } from "#app/gender/disclosure.ts";
import { FUNNEL_STAGES } from "#app/gender/funnel.ts";
import { attack, leaks, toldIn } from "./release-attack.ts";

const LEVELS = { srsg: ["USG", "ASG"], forceCommander: ["D-2"] } as const;

/** Small worlds, in which most counts are to be withheld: what has to be hidden and what that takes is densest there. */
const world = fc.uniqueArray(
  fc.constantFrom("srsg" as const, "forceCommander" as const).chain((roleKindCode) =>
    fc.record({
      roleKindCode: fc.constant<string>(roleKindCode),
      level: fc.constantFrom<string>(...LEVELS[roleKindCode]),
      regionalGroup: fc.constantFrom("African", "Asia-Pacific"),
      gender: fc.constantFrom(...GENDERS),
      furthest: fc.constantFrom(...FUNNEL_STAGES),
      people: fc.integer({ min: 1, max: 9 }),
    }),
  ),
  { maxLength: 8, selector: ({ people, ...rest }) => JSON.stringify(rest) },
);

const one = (changes: Partial<FlowCount>): FlowCount => ({
  roleKindCode: "srsg",
  level: "USG",
  regionalGroup: "African",
  gender: "woman",
  furthest: "nominated",
  people: 1,
  ...changes,
});

/** Counts from 1 to 4 withheld and nothing else: what a careless release would do. */
const carelessly = (counts: readonly FlowCount[]) =>
  releaseBalance(counts).map((row) => ({
    ...row,
    stages: row.stages.map(({ stage, counts: shown }) => ({
      stage,
      counts: RELEASE_COLUMNS.map((column, at) => {
        const cell = balanceSystem(counts).cells.find(
          ({ id }) => id === JSON.stringify([row.breakdown, row.key, stage, column]),
        );
        if (!cell || stage === "appointed") return shown[at] ?? null;
        return cell.value > 0 && cell.value < 5 ? null : cell.value;
      }),
    })),
  }));

describe("a year's release under attack", () => {
  it("lets no count be known more tightly than four wide, in any small world", () => {
    fc.assert(
      fc.property(world, (counts) => {
        expect(leaks(attack(toldIn(releaseBalance(counts)), counts))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 180_000);

  it("would be found out by this attack where small counts alone were withheld", () => {
    const counts = [
      one({ people: 2 }),
      one({ people: 30, furthest: "consented" }),
      one({ people: 40, gender: "man", furthest: "consented" }),
      one({ people: 20, gender: "man", regionalGroup: "Asia-Pacific" }),
    ];
    expect(leaks(attack(toldIn(carelessly(counts)), counts)).length).toBeGreaterThan(0);
    expect(leaks(attack(toldIn(releaseBalance(counts)), counts))).toEqual([]);
  });

  it("would be found out where a second release of the year followed a correction", () => {
    const before = [one({ people: 12 }), one({ people: 14, gender: "man" })];
    const after = [one({ people: 11 }), one({ people: 15, gender: "man" })];
    const both = [...toldIn(releaseBalance(before)), ...toldIn(releaseBalance(after))];
    expect(() => attack(both, [one({ people: 2 })])).toThrow(/contradicts/);
  });

  it("finds the bounds that the product's own programmes find", () => {
    const counts = [
      one({ people: 3 }),
      one({ people: 9, gender: "man" }),
      one({ people: 30, gender: "notStated" }),
    ];
    const { shown } = protectCounts(balanceSystem(counts));
    const hidden = [...shown].filter(([, cell]) => cell.kind === "hidden").map(([id]) => id);
    const found = attack(toldIn(releaseBalance(counts)), counts);
    const women = found.find(({ of }) => of === JSON.stringify(["all", "", "nominated", "woman"]));
    expect(hidden).toContain(women?.of);
    expect(women).toMatchObject({ truth: 3, least: 1 });
    expect(women?.greatest).toBeGreaterThanOrEqual(5);
  });
});
