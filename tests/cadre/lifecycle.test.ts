import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import {
  MEMBERSHIP_CHANGES,
  MEMBERSHIP_STATES,
  type MembershipState,
  membershipTransitions,
  refuseAdmission,
  refuseProfile,
} from "#app/cadre/lifecycle.ts";

const arrows = Object.keys(membershipTransitions) as (keyof typeof membershipTransitions)[];

describe("a membership", () => {
  it("takes exactly these arrows", () => {
    const table = MEMBERSHIP_STATES.map((state) => [
      state,
      ...arrows.map((arrow) => {
        const next = take(membershipTransitions[arrow], state, { holds: true });
        return next.ok ? next.value : next.refusal.code;
      }),
    ]);
    expect([["", ...arrows], ...table]).toEqual([
      ["", "confirm", "keepPaused", "pause", "withdraw", "comeBack", "lapse"],
      ["proposed", "active", "wrongState", "wrongState", "withdrawn", "wrongState", "wrongState"],
      ["active", "active", "wrongState", "paused", "withdrawn", "wrongState", "lapsed"],
      ["paused", "active", "paused", "wrongState", "withdrawn", "wrongState", "wrongState"],
      ["withdrawn", "wrongState", "wrongState", "wrongState", "wrongState", "active", "wrongState"],
      ["lapsed", "active", "wrongState", "wrongState", "withdrawn", "wrongState", "wrongState"],
    ]);
  });

  it("is never active without the member having agreed or come back", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MEMBERSHIP_CHANGES)), (changes) => {
        let state: MembershipState = "proposed";
        for (const change of changes) {
          const next: Result<MembershipState> = take(membershipTransitions[change], state, { holds: true });
          if (next.ok) state = next.value;
          if (state === "active") expect(changes).toContain("comeBack");
        }
      }),
    );
  });

  it("can be left from wherever it stands, and says in which state it is where an arrow does not start", () => {
    for (const state of ["proposed", "active", "paused", "lapsed"] as const) {
      expect(take(membershipTransitions.withdraw, state, { holds: false })).toEqual({
        ok: true,
        value: "withdrawn",
      });
    }
    expect(take(membershipTransitions.pause, "withdrawn", { holds: true })).toMatchObject({
      refusal: { code: "wrongState", params: { state: "withdrawn" } },
    });
  });
});

describe("coming back", () => {
  it("needs a finding that holds; without one, the member is told so", () => {
    for (const [arrow, state] of [
      ["confirm", "lapsed"],
      ["confirm", "paused"],
      ["comeBack", "withdrawn"],
    ] as const) {
      expect(take(membershipTransitions[arrow], state, { holds: true })).toMatchObject({ value: "active" });
      expect(take(membershipTransitions[arrow], state, { holds: false })).toMatchObject({
        refusal: { code: "noReadinessHolds" },
      });
    }
  });
});

describe("the profile", () => {
  const refused = (state: MembershipState, holds = true) => refuseProfile(state, { holds })?.code ?? null;

  it("is kept by whoever is in the cadre or agrees to be, and by who lapsed once a finding holds", () => {
    expect((["proposed", "active", "paused", "lapsed"] as const).map((state) => refused(state))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(refused("lapsed", false)).toBe("noReadinessHolds");
    expect(refused("paused", false)).toBeNull();
  });

  it("rests once its member has left, until they come back", () => {
    expect([refused("withdrawn"), refused("withdrawn", false)]).toEqual(["leftCadre", "leftCadre"]);
  });
});

describe("admission from a panel", () => {
  const suitable = {
    outcome: "suitable",
    decided: true,
    told: true,
    selected: false,
    consents: true,
  } as const;

  it("takes whom the panel found suitable or recommended, after the decision and with consent", () => {
    expect(refuseAdmission(suitable)).toBeNull();
    expect(refuseAdmission({ ...suitable, outcome: "recommended" })).toBeNull();
  });

  it("refuses for the first thing that is missing", () => {
    const code = (changes: Partial<Parameters<typeof refuseAdmission>[0]>) =>
      refuseAdmission({ ...suitable, ...changes })?.code;
    expect(code({ decided: false })).toBe("decisionPending");
    expect(code({ selected: true })).toBe("alreadySelected");
    expect(code({ told: false })).toBe("letterWaits");
    expect(code({ outcome: "notRecommended" })).toBe("notFoundSuitable");
    expect(code({ outcome: null })).toBe("notFoundSuitable");
    expect(code({ consents: false })).toBe("noCadreConsent");
    expect(code({ decided: false, selected: true, outcome: null, consents: false })).toBe("decisionPending");
  });

  it("never takes anybody without consent, or before the decision was made and told", () => {
    fc.assert(
      fc.property(
        fc.record({
          outcome: fc.constantFrom("recommended", "suitable", "notRecommended", null),
          decided: fc.boolean(),
          told: fc.boolean(),
          selected: fc.boolean(),
          consents: fc.boolean(),
        }),
        (facts) => {
          if (refuseAdmission(facts) !== null) return;
          expect(facts).toMatchObject({ decided: true, told: true, selected: false, consents: true });
        },
      ),
    );
  });
});
