import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CADENCES } from "#app/mentoring/engagement/agreement.ts";
import { cadenceOn, nudgesAfter, quietAfter, sessionsDue } from "#app/mentoring/engagement/rhythm.ts";
import { daysAfter, monthsAfter } from "#app/platform/utc-day.ts";

const START = "2027-01-31";
const later = (months: number) => monthsAfter(START, months);

describe("sessions due", () => {
  it("are one a month for six months, then one every two, to the twelfth, where nothing else is agreed", () => {
    const due = [0, 1, 5, 6, 7, 8, 9, 10, 11, 12, 20].map((months) => sessionsDue(START, later(months)));
    expect(due).toEqual([0, 1, 5, 6, 6, 7, 7, 8, 8, 9, 9]);
    expect(sessionsDue("2027-01-15", "2027-02-14")).toBe(0);
    expect(sessionsDue("2027-01-15", "2026-01-01")).toBe(0);
  });

  it("are those that the pair agreed on, from its first day on where it signed by then", () => {
    const due = (cadence: (typeof CADENCES)[number], months: number) =>
      sessionsDue("2027-01-01", monthsAfter("2027-01-01", months), [{ from: "2027-01-01", cadence }]);
    expect([due("fortnightly", 1), due("fortnightly", 12)]).toEqual([2, 26]);
    expect([due("monthly", 7), due("monthly", 12)]).toEqual([7, 12]);
    expect([due("everyTwoMonths", 1), due("everyTwoMonths", 5), due("everyTwoMonths", 12)]).toEqual([
      0, 2, 6,
    ]);
    expect([due("usual", 7), due("usual", 12)]).toEqual([6, 9]);
  });

  it("change with the agreement from the day it is signed, not before", () => {
    const rhythms = [
      { from: later(4), cadence: "everyTwoMonths" },
      { from: later(8), cadence: "monthly" },
    ] as const;
    const due = [4, 5, 6, 8, 9, 12].map((months) => sessionsDue(START, later(months), rhythms));
    expect(due).toEqual([4, 4, 5, 6, 7, 10]);
    expect([later(3), later(4), later(9)].map((day) => cadenceOn(rhythms, day))).toEqual([
      ...["usual", "everyTwoMonths", "monthly"],
    ]);
  });

  it("never fall as time goes on, nor with what is agreed, and signing the same anew changes nothing", () => {
    const agreed = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 400 }).map((days) => daysAfter(START, days)),
        cadence: fc.constantFrom(...CADENCES),
      }),
      { maxLength: 4 },
    );
    const days = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(agreed, days, fc.integer({ min: 0, max: 60 }), (rhythms, n, more) => {
        const due = (day: number) => sessionsDue(START, daysAfter(START, day), rhythms);
        expect(due(n)).toBeLessThanOrEqual(due(n + more));
        expect(due(n)).toBeGreaterThanOrEqual(0);
        const again = { from: daysAfter(START, n), cadence: cadenceOn(rhythms, daysAfter(START, n)) };
        expect(sessionsDue(START, daysAfter(START, n + more), [...rhythms, again])).toBe(due(n + more));
      }),
    );
  });
});

it("a pair that agreed on every two months is given twice the time before it counts as quiet", () => {
  expect(CADENCES.map(quietAfter)).toEqual([28, 28, 28, 56]);
  expect(CADENCES.map(nudgesAfter)).toEqual([
    ...[
      [14, 28],
      [14, 28],
      [14, 28],
      [28, 56],
    ],
  ]);
});
