import { describe, expect, it } from "vitest";
import { pairOrderSchema, weightsSchema } from "#app/mentoring/matching/match-settings.ts";
import { isCheckDue } from "#app/mentoring/pool/mentor.ts";
import { heldPostSchema, profileSchema } from "#app/mentoring/pool/mentor-form.ts";
import { hourText } from "#app/mentoring/session/hour-text.ts";

const profile = {
  ...{ version: "0", capacity: "2", weeklyHours: "2", biography: "Led two missions." },
  ...{ availableFrom: "2026-01-01", availableTo: "2030-01-01", timeZone: "Africa/Dakar" },
  ...{ hoursFrom: "08:00", hoursTo: "17:30", topics: ["crisis"], mandateTypes: [] },
  languages: [{ code: "en", level: "3" }],
};
const codes = (
  schema: { safeParse: (form: unknown) => { error?: { issues: { message: string }[] } } },
  form: unknown,
) => schema.safeParse(form).error?.issues.map(({ message }) => message) ?? [];
const away = (...rows: [string, string][]) => ({
  ...profile,
  blackouts: rows.map(([startsOn, endsOn]) => ({ startsOn, endsOn })),
});

describe("profileSchema", () => {
  it("takes hours as minutes, and ranges of days away in their order, empty rows left out", () => {
    const read = profileSchema.parse(
      away(["2027-05-01", "2027-05-09"], ["", ""], ["2027-02-01", "2027-02-01"]),
    );
    expect(read).toMatchObject({ hoursFrom: 480, hoursTo: 1050 });
    expect(read.blackouts.map(({ startsOn }) => startsOn)).toEqual(["2027-02-01", "2027-05-01"]);
  });

  it.each([
    ["blackoutHalf", away(["2027-05-01", ""])],
    ["endsBeforeStart", away(["2027-05-02", "2027-05-01"])],
    ["blackoutsOverlap", away(["2027-05-01", "2027-05-09"], ["2027-05-09", "2027-05-12"])],
    ["hoursReversed", { ...profile, hoursTo: "08:00" }],
    ["hour", { ...profile, hoursFrom: "25:00" }],
    ["languageMissing", { ...profile, languages: [{ code: "en", level: "" }] }],
  ])("refuses with %s", (code, form) => {
    expect(codes(profileSchema, form)).toContain(code);
  });

  it("takes no capacity beyond three", () => {
    expect(profileSchema.safeParse({ ...profile, capacity: "4" }).success).toBe(false);
    expect(profileSchema.safeParse({ ...profile, capacity: "0" }).success).toBe(true);
  });
});

describe("settings of the matching", () => {
  const weights = { role: "1", mission: "0", needs: "0", language: "0", hours: "0", preferences: "0" };

  it("previews without a reason and saves with one only", () => {
    expect(weightsSchema.safeParse({ ...weights, intent: "preview" }).success).toBe(true);
    expect(codes(weightsSchema, { ...weights, intent: "save", reason: "short" })).toEqual([
      "settingReasonShort",
    ]);
    expect(codes(weightsSchema, { ...weights, role: "0" })).toEqual(["weightsNothing"]);
    expect(weightsSchema.safeParse({ ...weights, role: "1.5" }).success).toBe(false);
  });

  it("sets no pair without a reason", () => {
    const id = "0f5c0000-0000-4000-8000-000000000001";
    expect(codes(pairOrderSchema, { needId: id, mentorId: id, kind: "pin", reason: "" })).toEqual([
      "settingReasonShort",
    ]);
  });
});

it("a post held may last, and ends no month before it begins", () => {
  const post = { title: "Chief", employer: "Army", startYear: "2010", startMonth: "5", endYear: "" };
  expect(heldPostSchema.parse(post)).toMatchObject({ endYear: null, endMonth: null, startMonth: 5 });
  expect(codes(heldPostSchema, { ...post, endYear: "2010", endMonth: "4" })).toEqual(["endsBeforeStart"]);
});

it("the yearly check is due after a year, and never of who is not in the pool yet", () => {
  const at = new Date("2028-01-15T12:00:00Z");
  const checked = (state: "confirmed" | "available", checkedOn: string | null) =>
    isCheckDue({ state, checkedOn }, at);
  expect(checked("available", "2027-01-15")).toBe(true);
  expect(checked("available", "2027-01-16")).toBe(false);
  expect(checked("confirmed", "2020-01-01")).toBe(false);
  expect(checked("available", null)).toBe(false);
});

it("shows minutes as a time field does", () => {
  expect([0, 510, 1439, 1440].map(hourText)).toEqual(["00:00", "08:30", "23:59", "23:59"]);
});
