import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENDERS } from "#app/gender/counts.ts";
import {
  type CompositionRule,
  checkComposition,
  exceptionsNeeded,
  type ProposedMember,
  rulesThatStop,
} from "#app/selection/panel-composition.ts";

const member = (userId: string, changes: Partial<ProposedMember> = {}): ProposedMember => ({
  userId,
  chair: userId === "a",
  gender: userId === "a" ? "woman" : "man",
  nationality: { a: "UY", b: "GH", c: "NP" }[userId] ?? "FI",
  external: userId !== "c",
  ...changes,
});
const good = [member("a"), member("b"), member("c")];
const standing = (members: readonly ProposedMember[], rule: CompositionRule, level = "ASG") =>
  checkComposition(members, level).find((check) => check.rule === rule)?.standing;

describe("checkComposition", () => {
  it("finds nothing against three members of both sexes, two from outside, of three nationalities", () => {
    expect(checkComposition(good, "ASG").every((check) => check.standing === "met")).toBe(true);
  });

  it("wants three to seven members and exactly one chair, and lets nothing except that", () => {
    expect(standing(good.slice(0, 2), "size")).toBe("broken");
    expect(
      standing(
        Array.from({ length: 8 }, (_, n) => member(`${n}`)),
        "size",
      ),
    ).toBe("broken");
    const chairless = good.map((one) => ({ ...one, chair: false }));
    expect(rulesThatStop(checkComposition(chairless, "ASG"))).toEqual(["chair"]);
    expect(exceptionsNeeded(checkComposition(chairless, "ASG"))).toEqual([]);
  });

  it("wants women and men, and advises a third of each", () => {
    const men = good.map((one) => ({ ...one, gender: "man" as const }));
    expect(standing(men, "womenAndMen")).toBe("broken");
    expect(standing(good, "oneThird")).toBe("met");
    expect(standing([...good, member("d")], "oneThird")).toBe("advice");
  });

  it("wants two from outside at D-2 and above, one below", () => {
    const oneOutside = good.map((one) => ({ ...one, external: one.userId === "a" }));
    expect(standing(oneOutside, "external", "D-1")).toBe("met");
    for (const level of ["D-2", "ASG", "USG"]) expect(standing(oneOutside, "external", level)).toBe("broken");
  });

  it("names the nationalities that two members share", () => {
    const checks = checkComposition([...good, member("d", { nationality: "GH" })], "ASG");
    expect(checks.find(({ rule }) => rule === "nationalities")).toMatchObject({
      standing: "broken",
      exceptable: true,
      params: { states: "GH" },
    });
  });

  it("does not depend on the order of the members", () => {
    const anyMember = fc.record({
      userId: fc.string(),
      chair: fc.boolean(),
      gender: fc.constantFrom(...GENDERS),
      nationality: fc.constantFrom("", "UY", "GH", "NP"),
      external: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyMember, { maxLength: 9 }), fc.constantFrom("USG", "D-1"), (members, level) => {
        expect(checkComposition(members.toReversed(), level)).toEqual(checkComposition(members, level));
      }),
    );
  });
});
