import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENDERS } from "#app/gender/counts.ts";
import { LEVELS } from "#app/selection/nomination/grade.ts";
import { DEFAULT_SETTINGS, exceptionField, FORCED_RULES } from "#app/selection/panel/composition-settings.ts";
import {
  type CompositionRule,
  checkComposition as checkBy,
  exceptionsNeeded,
  externalsNeeded,
  fieldNeeded,
  isExpertFor,
  PANEL_FIELDS,
  type ProposedMember,
  rulesThatStop,
  unexplained,
} from "#app/selection/panel/panel-composition.ts";

const member = (userId: string, changes: Partial<ProposedMember> = {}): ProposedMember => ({
  userId,
  chair: userId === "a",
  gender: userId === "a" ? "woman" : "man",
  nationality: { a: "UY", b: "GH", c: "NP" }[userId] ?? "FI",
  external: userId !== "c",
  level: "USG",
  field: "political",
  ...changes,
});
/** By the defaults, for a civilian post. */
const checkComposition = (members: readonly ProposedMember[], level: string) =>
  checkBy(members, { level, component: "civilian" }, DEFAULT_SETTINGS);
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

  it("wants two experts at the level of the post or above; of whom the level is not known reaches none", () => {
    const levels = (...of: ProposedMember["level"][]) => of.map((level, n) => member(`${n}`, { level }));
    expect(standing(levels("USG", "ASG", ""), "experts", "ASG")).toBe("met");
    expect(standing(levels("USG", "D-2", ""), "experts", "ASG")).toBe("broken");
    expect(standing(levels("D-1", "D-1", ""), "experts", "D-1")).toBe("met");
    expect(isExpertFor({ level: "USG" }, "no level")).toBe(false);
  });

  it("wants somebody who knows the field of the post: military, police, or else political affairs", () => {
    expect(["military", "police", "civilian", ""].map(fieldNeeded)).toEqual([
      ...["military", "police", "political", "political"],
    ]);
    const one = [...good, member("d", { field: "military" })];
    const post = { level: "ASG", component: "military" };
    const field = (members: readonly ProposedMember[]) =>
      checkBy(members, post, DEFAULT_SETTINGS).find(({ rule }) => rule === "field");
    expect(field(one)?.standing).toBe("met");
    expect(field(good)).toMatchObject({
      standing: "broken",
      exceptable: true,
      params: { field: "military" },
    });
  });

  it("asks what the settings ask: required wants a reason, advised none, off is left out; numbers are theirs", () => {
    const men = good.map((one) => ({ ...one, gender: "man" as const }));
    const post = { level: "ASG", component: "civilian" };
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            FORCED_RULES.map((rule) => [rule, fc.constantFrom("required", "advised", "off")]),
          ),
        ),
        (force) => {
          const settings = { ...DEFAULT_SETTINGS, force: force as typeof DEFAULT_SETTINGS.force };
          const checks = checkBy(men, post, settings);
          for (const rule of FORCED_RULES) {
            const check = checks.find((one) => one.rule === rule);
            if (force[rule] === "off") expect(check).toBeUndefined();
            else expect(check?.exceptable).toBe(force[rule] === "required");
          }
          expect(exceptionsNeeded(checks).includes("womenAndMen")).toBe(force.womenAndMen === "required");
        },
      ),
    );
    const few = { ...DEFAULT_SETTINGS, sizeLeast: 5, externalSenior: 4, experts: 4 };
    const broken = checkBy(good, post, few).filter((check) => check.standing === "broken");
    expect(broken.map(({ rule }) => rule)).toEqual(["size", "external", "experts"]);
    expect(externalsNeeded("D-2", few)).toBe(4);
  });

  it("wants a reason for each rule that is not met, and takes none for another", () => {
    const men = good.map((one) => ({ ...one, gender: "man" as const, nationality: "GH" }));
    const checks = checkComposition(men, "ASG");
    const reason = "No woman of the rank is free.";
    expect(unexplained(checks, [], 20)).toBe("womenAndMen");
    expect(unexplained(checks, [{ rule: "womenAndMen", reason }], 20)).toBe("nationalities");
    expect(unexplained(checks, [{ rule: "womenAndMen", reason: "Short." }], 20)).toBe("womenAndMen");
    const both = (["womenAndMen", "nationalities"] as const).map((rule) => ({ rule, reason }));
    expect(unexplained(checks, both, 20)).toBeNull();
    expect(exceptionField("nationalities")).toBe("exceptions[4].reason");
  });

  it("does not depend on the order of the members", () => {
    const anyMember = fc.record({
      userId: fc.string(),
      chair: fc.boolean(),
      gender: fc.constantFrom(...GENDERS),
      nationality: fc.constantFrom("", "UY", "GH", "NP"),
      external: fc.boolean(),
      level: fc.constantFrom("" as const, ...LEVELS),
      field: fc.constantFrom("" as const, ...PANEL_FIELDS),
    });
    fc.assert(
      fc.property(fc.array(anyMember, { maxLength: 9 }), fc.constantFrom("USG", "D-1"), (members, level) => {
        expect(checkComposition(members.toReversed(), level)).toEqual(checkComposition(members, level));
      }),
    );
  });
});
