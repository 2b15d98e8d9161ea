import { expect, it } from "vitest";
import { nudgeDue } from "#app/mentoring/session/session-reminders.ts";

it.each([
  ["2027-02-01", "2027-02-01", null],
  ["2027-02-01", "2027-02-14", null],
  ["2027-02-01", "2027-02-15", 14],
  ["2027-02-01", "2027-02-28", 14],
  ["2027-02-01", "2027-03-01", 28],
  ["2027-02-01", "2027-12-01", 28],
])("a pair quiet since %s is due on %s for the nudge %s", (since, today, nudge) => {
  expect(nudgeDue(since, today, "usual")).toBe(nudge);
});

it("a pair that agreed on every two months is written to half as soon", () => {
  const due = ["2027-02-28", "2027-03-01", "2027-03-28", "2027-03-29"].map((day) =>
    nudgeDue("2027-02-01", day, "everyTwoMonths"),
  );
  expect(due).toEqual([null, 28, 28, 56]);
});
