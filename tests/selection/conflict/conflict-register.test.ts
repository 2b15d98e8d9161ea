import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DerivedConflict } from "#app/selection/conflict/conflict.ts";
import {
  CONFLICT_PINS,
  type ConflictPin,
  type KnownTie,
  pinSchema,
  recompute,
  recuses,
  recusingTies,
  stateOfTie,
} from "#app/selection/conflict/conflict-register.ts";

const TODAY = "2026-11-28";
const tie = (changes: Partial<KnownTie> = {}): KnownTie => ({
  ...{ userId: "u", personId: "p", source: "nationality", detail: "GH", standing: "found" },
  ...{ expiresOn: null, ended: false, pin: "none" },
  ...changes,
});
const found = (changes: Partial<DerivedConflict> = {}): DerivedConflict => ({
  ...{ userId: "u", personId: "p", source: "nationality", detail: "GH", standing: "found", expiresOn: null },
  ...changes,
});

describe("recuses", () => {
  it("follows the files, unless an officer's word decides", () => {
    const told = (changes: Partial<KnownTie>) => [
      recuses(tie(changes), TODAY),
      stateOfTie(tie(changes), TODAY),
    ];
    expect(told({})).toEqual([true, "recuses"]);
    expect(told({ ended: true })).toEqual([false, "ended"]);
    expect(told({ ended: true, pin: "stands" })).toEqual([true, "recuses"]);
    expect(told({ pin: "setAside" })).toEqual([false, "setAside"]);
    expect(told({ standing: "suspected" })).toEqual([false, "suspected"]);
    expect(told({ standing: "suspected", pin: "stands" })).toEqual([true, "recuses"]);
    expect(told({ standing: "declared", source: "declared", pin: "setAside" })).toEqual([true, "recuses"]);
    expect(told({ expiresOn: TODAY })).toEqual([true, "recuses"]);
    expect(told({ expiresOn: "2026-11-27", pin: "stands" })).toEqual([false, "expired"]);
  });
});

describe("recompute", () => {
  it("adds what is found, renews what changed, ends what is gone, and leaves word and pairing alone", () => {
    const gone = tie({ source: "sharedEmployer", detail: "OSCE" });
    const declared = tie({ source: "declared", standing: "declared" });
    const paired = tie({ source: "pairing", detail: "" });
    const known = [tie({ detail: "NP" }), gone, declared, paired];
    const supervisor = found({ source: "supervisor", standing: "suspected" });
    expect(recompute(known, [found(), supervisor])).toEqual({
      added: [supervisor],
      changed: [{ known: known[0], found: found() }],
      ended: [gone],
    });
    expect(recompute([tie({ ended: true })], [found()]).changed).toHaveLength(1);
    expect(recompute([tie({ ended: true })], [])).toEqual({ added: [], changed: [], ended: [] });
  });

  it("never changes a pin, whatever the files show one after the other", () => {
    const files = fc.array(
      fc.record({
        source: fc.constantFrom("nationality", "sharedEmployer", "supervisor"),
        detail: fc.constantFrom("GH", "NP"),
        standing: fc.constantFrom("found", "suspected"),
        expiresOn: fc.constantFrom(null, "2027-12-31"),
      }),
    );
    fc.assert(
      fc.property(fc.array(files), fc.constantFrom(...CONFLICT_PINS), (looks, pin: ConflictPin) => {
        let known: readonly KnownTie[] = [tie({ pin }), tie({ source: "declared", standing: "declared" })];
        for (const look of looks) {
          const shown = [
            ...new Map(look.map((one) => [one.source, found(one as Partial<DerivedConflict>)])).values(),
          ];
          const { added, changed, ended } = recompute(known, shown);
          known = [
            ...known.map((one): KnownTie => {
              const renewed = changed.find((change) => change.known === one);
              if (renewed) return { ...one, ...renewed.found, ended: false };
              return ended.includes(one) ? { ...one, ended: true } : one;
            }),
            ...added.map((one): KnownTie => ({ ...one, ended: false, pin: "none" })),
          ];
          expect(recompute(known, shown)).toEqual({ added: [], changed: [], ended: [] });
        }
        expect(known.find(({ source }) => source === "nationality")?.pin).toBe(pin);
        const recusing = recusingTies(known, [], TODAY).map(({ source }) => source);
        expect(recusing).toContain("declared");
        if (pin === "setAside") expect(recusing).not.toContain("nationality");
        if (pin === "stands") expect(recusing).toContain("nationality");
      }),
    );
  });
});

describe("pinSchema", () => {
  it("asks for a reason that says something", () => {
    expect(pinSchema.safeParse({ version: 0, pin: "stands", reason: "Because." }).success).toBe(false);
    expect(
      pinSchema.safeParse({ version: 0, pin: "stands", reason: "Confirmed by both of them." }).success,
    ).toBe(true);
  });
});
