import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appointmentSchema, termsOverlap } from "#app/selection/decision/appointment.ts";
import { decisionSchema, sharedWithIncumbent } from "#app/selection/decision/decision.ts";
import { panelSchema } from "#app/selection/panel/panel.ts";
import { findingSchema } from "#app/selection/report/finding.ts";

describe("appointmentSchema", () => {
  const issue = (startsOn: string, endsOn: string) =>
    appointmentSchema.safeParse({ startsOn, endsOn }).error?.issues[0]?.message;

  it("takes terms of up to five years that end after they start", () => {
    expect(issue("2026-12-01", "2027-11-30")).toBeUndefined();
    expect(issue("2026-12-01", "2031-12-01")).toBeUndefined();
    expect(issue("2026-12-01", "2026-12-01")).toBe("endsBeforeStart");
    expect(issue("2026-12-01", "2032-01-01")).toBe("termTooLong");
  });
});

describe("termsOverlap", () => {
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  const term = fc
    .tuple(day, day)
    .map((days) => days.map((one) => one.toISOString().slice(0, 10)).sort())
    .map(([startsOn = "", endsOn = ""]) => ({ startsOn, endsOn }));

  it("counts a shared first or last day, and not the day after", () => {
    const held = { startsOn: "2025-01-01", endsOn: "2025-12-31" };
    expect(termsOverlap(held, { startsOn: "2025-12-31", endsOn: "2026-12-30" })).toBe(true);
    expect(termsOverlap(held, { startsOn: "2026-01-01", endsOn: "2026-12-31" })).toBe(false);
  });

  it("is the same seen from either term", () => {
    fc.assert(fc.property(term, term, (a, b) => termsOverlap(a, b) === termsOverlap(b, a)));
  });
});

describe("sharedWithIncumbent", () => {
  it("names the nationalities a candidate shares with who holds or held the post", () => {
    expect(sharedWithIncumbent(["GH", "NP"], [{ nationalities: ["NP", "FI"] }])).toEqual(["NP"]);
    expect(sharedWithIncumbent(["GH"], [])).toEqual([]);
  });
});

describe("forms of the panel's road", () => {
  it("want a finding of sixty characters and reasons of forty", () => {
    const candidacyId = "0199d2c4-0000-7000-8000-000000000001";
    const criteria = [{ criterionId: candidacyId, mark: "3", text: "x".repeat(60), reason: "" }];
    const finding = { version: "0", outcome: "suitable", reasonCodes: ["fitsMission"], criteria };
    const of = (length: number) => findingSchema.safeParse({ ...finding, text: "x".repeat(length) });
    expect(of(59).error?.issues.map(({ message }) => message)).toEqual(["findingShort"]);
    expect(of(60).success).toBe(true);
    expect(decisionSchema.safeParse({ candidacyId, reasons: "because" }).success).toBe(false);
    expect(decisionSchema.safeParse({ reasons: "x".repeat(40) }).error?.issues[0]?.message).toBe("choose");
  });

  it("read a panel's rows: empty ones dropped, the chair by its row, nobody twice", () => {
    const row = (userId: string, nationality = "GH") => ({ userId, gender: "woman", nationality });
    const posted = { version: "0", scoringDueOn: "2026-12-01", chair: "2" };
    const panel = panelSchema.parse({ ...posted, members: [row("a"), row("", ""), row("c", "np")] });
    expect(panel.members).toEqual([
      {
        userId: "a",
        gender: "woman",
        nationality: "GH",
        external: false,
        chair: false,
        level: "",
        field: "",
      },
      { userId: "c", gender: "woman", nationality: "NP", external: false, chair: true, level: "", field: "" },
    ]);
    const twice = panelSchema.safeParse({ ...posted, members: [row("a"), row("a", "")] });
    expect(twice.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["members.1.nationality", "required"],
      ["members.1.userId", "memberTwice"],
    ]);
  });
});
