import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOf, isSessionChannel, overlap, zoneOf } from "#app/mentoring/session/session.ts";
import { moveSchema, sessionSchema, zoneChoices } from "#app/mentoring/session/session-form.ts";
import { instantOf, localTimeOf } from "#app/platform/local-time.ts";

const posted = (changes: Record<string, string> = {}) => ({
  startsAt: "2027-02-01T15:00",
  timeZone: "Europe/Paris",
  durationMinutes: "60",
  channel: "video",
  ...changes,
});

const problems = (changes: Record<string, string>) =>
  sessionSchema
    .safeParse(posted(changes))
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("sessionSchema", () => {
  it("takes a local time in a zone for one instant", () => {
    expect(sessionSchema.parse(posted())).toEqual({
      startsAt: new Date("2027-02-01T14:00:00Z"),
      durationMinutes: 60,
      channel: "video",
    });
    expect(sessionSchema.parse(posted({ timeZone: "Asia/Kathmandu" })).startsAt).toEqual(
      new Date("2027-02-01T09:15:00Z"),
    );
  });

  it("refuses the hour that clocks leave out, and asks which is meant of the hour they show twice", () => {
    expect(problems({ startsAt: "2027-03-28T02:30" })).toEqual([["startsAt", "skippedTime"]]);
    expect(problems({ startsAt: "2027-10-31T02:30" })).toEqual([["fold", "timeTwice"]]);
    const meant = (fold: string) =>
      sessionSchema.parse(posted({ startsAt: "2027-10-31T02:30", fold })).startsAt;
    expect(meant("earlier")).toEqual(new Date("2027-10-31T00:30:00Z"));
    expect(meant("later")).toEqual(new Date("2027-10-31T01:30:00Z"));
    expect(problems({ startsAt: "2027-03-28T02:30", fold: "later" })).toEqual([["startsAt", "skippedTime"]]);
    expect(problems({ startsAt: "2027-03-28T03:00" })).toBeUndefined();
    expect(problems({ startsAt: "2027-03-28T02:30", timeZone: "Africa/Nairobi" })).toBeUndefined();
  });

  it("refuses what is no date, no zone, no way of meeting", () => {
    expect(problems({ startsAt: "2027-02-30T10:00" })).toEqual([["startsAt", "date"]]);
    expect(problems({ startsAt: "tomorrow" })).toEqual([["startsAt", "date"]]);
    expect(problems({ timeZone: "Mars/Olympus" })).toEqual([["timeZone", "timeZoneUnknown"]]);
    expect(problems({ channel: "pigeon" })?.map(([path]) => path)).toEqual(["channel"]);
  });

  it.each([
    ["29", false],
    ["30", true],
    ["180", true],
    ["181", false],
    ["45.5", false],
    ["", false],
    ["an hour", false],
  ])("a length of %s minutes: %s", (durationMinutes, good) => {
    expect(sessionSchema.safeParse(posted({ durationMinutes })).success).toBe(good);
  });

  it("shows the time again as it was meant, whatever the zone", () => {
    const zones = ["America/New_York", "Africa/Bangui", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-01-01"), max: new Date("2031-01-01"), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, timeZone) => {
          const startsAt = localTimeOf(date, timeZone);
          const parsed = sessionSchema.safeParse(posted({ startsAt, timeZone }));
          // Only the hour that clocks show twice has no single instant.
          if (!parsed.success) return instantOf(startsAt, timeZone) === null;
          return localTimeOf(parsed.data.startsAt, timeZone) === startsAt;
        },
      ),
    );
  });
});

it("a move names the version it was made on", () => {
  expect(moveSchema.parse({ ...posted(), sequence: "3" })).toMatchObject({
    sequence: 3,
    durationMinutes: 60,
  });
  expect(moveSchema.safeParse(posted()).success).toBe(false);
  expect(moveSchema.safeParse({ ...posted(), sequence: "-1" }).success).toBe(false);
});

describe("overlap", () => {
  const at = (startsAt: string, durationMinutes = 60) => ({
    startsAt: new Date(`2027-02-01T${startsAt}:00Z`),
    durationMinutes,
  });

  it("is sharing a minute, not touching", () => {
    expect(overlap(at("10:00"), at("10:59"))).toBe(true);
    expect(overlap(at("10:00", 180), at("11:00", 30))).toBe(true);
    expect(overlap(at("10:00"), at("11:00"))).toBe(false);
    expect(overlap(at("11:00"), at("10:00"))).toBe(false);
  });

  it("is mutual", () => {
    const session = fc.record({
      startsAt: fc.integer({ min: 0, max: 600 }).map((minute) => new Date(minute * 60_000)),
      durationMinutes: fc.integer({ min: 30, max: 180 }),
    });
    fc.assert(
      fc.property(session, session, (a, b) => {
        const common = Math.min(+endOf(a), +endOf(b)) - Math.max(+a.startsAt, +b.startsAt);
        return overlap(a, b) === overlap(b, a) && overlap(a, b) === common > 0;
      }),
    );
  });
});

describe("zoneOf", () => {
  it("is the zone the person stated, else that of the account, else UTC", () => {
    expect(zoneOf({ timeZone: "Africa/Dakar", user: { timeZone: "Europe/Paris" } })).toBe("Africa/Dakar");
    expect(zoneOf({ timeZone: "UTC", user: { timeZone: "Europe/Paris" } })).toBe("Europe/Paris");
    expect(zoneOf({ timeZone: "UTC", user: null })).toBe("UTC");
  });
});

it("knows a way of meeting when it sees one", () => {
  expect(["video", "telephone", "inPerson", "fax", ""].filter(isSessionChannel)).toEqual([
    "video",
    "telephone",
    "inPerson",
  ]);
});

it("offers the zones of the pair first, whatever name they go by, and each once", () => {
  const choices = zoneChoices("Asia/Kathmandu", "Africa/Dakar");
  expect(choices.slice(0, 3)).toEqual(["Asia/Kathmandu", "Africa/Dakar", "UTC"]);
  expect(new Set(choices).size).toBe(choices.length);
  expect(choices).toContain("America/New_York");
});
