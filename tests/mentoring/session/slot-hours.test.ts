import { describe, expect, it } from "vitest";
import { hoursOfDay, withinHours } from "#app/mentoring/session/slot-hours.ts";

describe("withinHours", () => {
  it.each([
    ["2027-02-02T08:00:00Z", 60, "UTC", "inside"],
    ["2027-02-02T17:00:00Z", 60, "UTC", "inside"],
    ["2027-02-02T17:30:00Z", 60, "UTC", "partly"],
    ["2027-02-02T07:30:00Z", 60, "UTC", "partly"],
    ["2027-02-02T18:00:00Z", 60, "UTC", "outside"],
    ["2027-02-02T02:15:00Z", 60, "Asia/Kathmandu", "inside"],
  ])("%s for %i minutes in %s is %s", (instant, minutes, zone, answer) => {
    expect(withinHours(new Date(instant), minutes, zone)).toBe(answer);
  });
});

describe("hoursOfDay", () => {
  it("shows each hour of the first's day by both clocks, and whose working hours it lies in", () => {
    const hours = hoursOfDay("2027-02-02", ["Africa/Dakar", "Asia/Kathmandu"]);
    expect(hours).toHaveLength(24);
    expect(hours[9]).toEqual({
      at: "2027-02-02T09:00:00.000Z",
      clocks: ["09:00", "14:45"],
      works: [true, true],
      dayShift: 0,
    });
    expect(hours[20]).toMatchObject({ clocks: ["20:00", "01:45"], works: [false, false], dayShift: 1 });
    expect(hours[1]).toMatchObject({ clocks: ["01:00", "06:45"], works: [false, false] });
  });

  it("has 23 hours on the day clocks are put forward and 25 on that they are put back", () => {
    const zones = ["Europe/Paris", "America/New_York"] as const;
    expect(hoursOfDay("2027-03-28", zones).map(({ clocks }) => clocks[0])).not.toContain("02:00");
    expect(hoursOfDay("2027-03-28", zones)).toHaveLength(23);
    const back = hoursOfDay("2027-10-31", zones);
    expect(back).toHaveLength(25);
    expect(back.filter(({ clocks }) => clocks[0] === "02:00")).toHaveLength(2);
    expect(back[0]).toMatchObject({ clocks: ["00:00", "18:00"], dayShift: -1 });
  });
});
