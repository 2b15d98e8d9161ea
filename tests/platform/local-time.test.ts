import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, isTimeZone, localTimeOf, TIME_ZONES } from "#app/platform/local-time.ts";

describe("a local time", () => {
  it("is the instant at which that zone's clocks show it, in winter and in summer", () => {
    expect(instantOf("2026-12-01T17:00", "America/New_York")?.toISOString()).toBe("2026-12-01T22:00:00.000Z");
    expect(instantOf("2026-07-01T17:00", "America/New_York")?.toISOString()).toBe("2026-07-01T21:00:00.000Z");
  });

  it("is nothing where clocks never show it, show it twice, or where it is no time", () => {
    expect(instantOf("2026-03-08T02:30", "America/New_York")).toBeNull();
    expect(instantOf("2026-11-01T01:30", "America/New_York")).toBeNull();
    expect(instantOf("2026-02-30T10:00", "UTC")).toBeNull();
    expect(instantOf("soon", "UTC")).toBeNull();
    expect(instantOf("2026-12-01T17:00", "Mars/Olympus")).toBeNull();
  });

  it("comes back from its instant wherever it means one", () => {
    const minutes = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2035-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...TIME_ZONES.slice(0, 80)), (date, zone) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const back = instantOf(localTimeOf(minute, zone), zone);
        return back === null || back.getTime() === minute.getTime();
      }),
      { numRuns: 200 },
    );
  });

  it("knows a zone from a word", () => {
    expect(isTimeZone("Africa/Kinshasa")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("")).toBe(false);
  });
});
