import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOfSeries, instantsOfSeries, type Rhythm } from "#app/mentoring/session/session-series.ts";
import { localTimeOf } from "#app/platform/local-time.ts";

const secondTuesday: Rhythm = { everyMonths: 1, nth: 2, weekday: 2 };

describe("daysOfSeries", () => {
  it("gives the nth weekday of every month, both ends included", () => {
    expect(daysOfSeries(secondTuesday, "2027-02-09", "2027-05-11")).toEqual([
      "2027-02-09",
      "2027-03-09",
      "2027-04-13",
      "2027-05-11",
    ]);
    expect(daysOfSeries(secondTuesday, "2027-02-10", "2027-05-10")).toEqual(["2027-03-09", "2027-04-13"]);
  });

  it("gives every second month, and the last of a month whether it has four or five", () => {
    expect(daysOfSeries({ everyMonths: 2, nth: -1, weekday: 5 }, "2027-01-01", "2027-07-31")).toEqual([
      "2027-01-29",
      "2027-03-26",
      "2027-05-28",
      "2027-07-30",
    ]);
  });

  it("is empty where no such day lies between", () => {
    expect(daysOfSeries(secondTuesday, "2027-02-10", "2027-03-08")).toEqual([]);
  });

  it("always falls on that weekday, in that week of its month, in order and within its ends", () => {
    const rhythm = fc.record({
      everyMonths: fc.constantFrom(1 as const, 2 as const),
      nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
      weekday: fc.constantFrom(
        1 as const,
        2 as const,
        3 as const,
        4 as const,
        5 as const,
        6 as const,
        7 as const,
      ),
    });
    const day = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2030-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(rhythm, day, fc.integer({ min: 0, max: 500 }), (wanted, start, length) => {
        const from = start.toISOString().slice(0, 10);
        const until = new Date(start.getTime() + length * 86_400_000).toISOString().slice(0, 10);
        const days = daysOfSeries(wanted, from, until);
        expect(days).toEqual(days.toSorted());
        for (const one of days) {
          const date = new Date(`${one}T00:00:00Z`);
          expect(date.getUTCDay() || 7).toBe(wanted.weekday);
          expect(one >= from && one <= until).toBe(true);
          const week = Math.ceil(date.getUTCDate() / 7);
          const after = new Date(date.getTime() + 7 * 86_400_000);
          if (wanted.nth > 0) expect(week).toBe(wanted.nth);
          else expect(after.getUTCMonth()).not.toBe(date.getUTCMonth());
        }
      }),
    );
  });
});

describe("instantsOfSeries", () => {
  it("keeps the hour by the clocks of its zone when they are changed", () => {
    const days = daysOfSeries(secondTuesday, "2027-02-09", "2027-12-31");
    const instants = instantsOfSeries(days, { localTime: "15:00", timeZone: "America/New_York" });
    if ("why" in instants) throw new Error(instants.why);
    expect(instants.map((one) => localTimeOf(one, "America/New_York").slice(11))).toEqual(
      days.map(() => "15:00"),
    );
    expect(new Set(instants.map((one) => one.getUTCHours()))).toEqual(new Set([19, 20]));
  });

  it("names the first day on which clocks skip the hour, or show it twice and nobody said which", () => {
    const paris = (days: readonly string[], fold?: "earlier" | "later") =>
      instantsOfSeries(days, { localTime: "02:30", timeZone: "Europe/Paris", fold });
    const spring = { day: "2027-03-28", why: "skippedTime" };
    expect(paris(["2027-02-28", "2027-03-28"])).toEqual(spring);
    expect(paris(["2027-03-28"], "later")).toEqual(spring);
    expect(paris(["2027-09-26", "2027-10-31"])).toEqual({ day: "2027-10-31", why: "timeTwice" });
    expect(paris(["2027-10-31"], "later")).toEqual([new Date("2027-10-31T01:30:00Z")]);
  });
});
