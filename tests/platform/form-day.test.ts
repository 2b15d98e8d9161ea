import { describe, expect, it } from "vitest";
import { compactOrderSchema } from "#app/cadre/compact.ts";
import { courseSchema } from "#app/cadre/course.ts";
import { planOrderSchema } from "#app/cadre/development.ts";
import { memberProfileSchema } from "#app/cadre/member-profile.ts";
import { pledgeOrderSchema, statePledgeSchema } from "#app/cadre/state-pledge.ts";
import { FORM_DAYS, formDay } from "#app/platform/form-day.ts";
import { instantOf, instantsOf } from "#app/platform/local-time.ts";

const takes = (day: string) => formDay.safeParse(day).success;
const DAY = "2026-11-30";
const ID = "018f4b5e-0000-7000-8000-000000000000";

describe("a day that a form posts", () => {
  it("is one of the calendar, from 1945 to 2100", () => {
    for (const day of [FORM_DAYS.first, FORM_DAYS.last, "2028-02-29"])
      expect([day, takes(day)]).toEqual([day, true]);
    for (const day of ["0000-01-01", "1900-01-01", "2101-01-01", "9999-12-31", "2027-02-29", "", "2026-1-1"])
      expect([day, takes(day)]).toEqual([day, false]);
  });

  it.each([
    ["a profile", memberProfileSchema, { version: "0", availableFrom: DAY }, "availableFrom"],
    [
      "a course",
      courseSchema,
      {
        ...{ title: "Leaders", host: "School", venue: "Accra", languageCode: "en", level: "heads" },
        ...{ startsOn: "2099-01-01", endsOn: "2099-02-01", closesOn: DAY, seats: "4", womenPercent: "40" },
      },
      "closesOn",
    ],
    [
      "a compact",
      compactOrderSchema,
      { intent: "note", version: "0", moment: "midYear", heldOn: DAY, text: "x".repeat(20) },
      "heldOn",
    ],
    [
      "a plan",
      planOrderSchema,
      { intent: "add", kind: "language", aim: "French for talks", dueOn: DAY },
      "dueOn",
    ],
    [
      "a change of a plan",
      planOrderSchema,
      { intent: "change", itemId: ID, version: "0", state: "planned", dueOn: DAY },
      "dueOn",
    ],
    [
      "a pledge",
      statePledgeSchema,
      { submissionKey: ID, kind: "mentors", quantity: "2", dueOn: DAY },
      "dueOn",
    ],
  ])("is the same for %s", (_, schema, form, field) => {
    expect(schema.safeParse(form).success).toBe(true);
    for (const day of ["0000-01-01", "9999-12-31"])
      expect(schema.safeParse({ ...form, [field]: day }).error?.issues[0]).toMatchObject({
        message: "dayFar",
      });
  });

  it("and an hour of it are no instant beyond", () => {
    expect(instantOf("2026-11-30T10:00", "UTC")).not.toBeNull();
    for (const time of ["0000-01-01T10:00", "2101-01-01T00:00", "+012026-01-01T00:00"])
      expect([instantOf(time, "UTC"), instantsOf(time, "UTC")]).toEqual([null, []]);
  });
});

describe("a version that a form carries", () => {
  it("is a number that its column can hold", () => {
    const change = { intent: "change", itemId: ID, state: "planned", dueOn: DAY };
    const pledge = { intent: "withdraw" };
    for (const [version, fits] of [
      ["0", true],
      ["2147483647", true],
      ["2147483648", false],
      ["-1", false],
    ] as const) {
      expect(planOrderSchema.safeParse({ ...change, version }).success).toBe(fits);
      expect(pledgeOrderSchema.safeParse({ ...pledge, version }).success).toBe(fits);
    }
  });
});
