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
  expect(nudgeDue(since, today)).toBe(nudge);
});
