import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, calendarFeed, calendarObject } from "#app/platform/calendar-object.ts";
import { readCalendar as read } from "#tests/support/read-calendar.ts";

/** Zones of every sort: north, south, quarters of an hour, half an hour of daylight saving, none at all, an old name. */
const ZONES = [
  "Europe/Paris",
  "America/New_York",
  "America/Santiago",
  "Australia/Adelaide",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Asia/Kathmandu",
  "Asia/Calcutta",
  "Asia/Amman",
  "Africa/Juba",
  "America/Port-au-Prince",
  "Asia/Beirut",
  "Africa/Nairobi",
] as const;

const entry: CalendarEntry = {
  id: "018f0000-0000-7000-8000-000000000001",
  sequence: 2,
  startsAt: new Date("2027-02-01T14:00:00Z"),
  durationMinutes: 90,
  title: "Mentoring session",
  place: "Video call",
  url: "https://cadre.example.org/sessions/1",
  organizer: { name: "Cadre", email: "cadre@example.org" },
  attendees: [{ name: "Amina Diallo", email: "amina@example.org" }],
  stamp: new Date("2027-01-01T08:00:00Z"),
};

const shown = (startsAt: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });

describe.each(ZONES)("a meeting by the clocks of %s", (timeZone) => {
  it("is at its instant, and at the local time that Temporal gives, the whole year through", () => {
    for (let week = 0; week < 53; week += 1) {
      const startsAt = new Date(Date.UTC(2027, 0, 4 + week * 7, 13, 0));
      const { events } = read(calendarObject("REQUEST", "Mentoring", { ...entry, startsAt, timeZone }));
      const [event] = events;
      expect(event?.startDate.toJSDate()).toEqual(startsAt);
      expect(event?.endDate.toJSDate()).toEqual(new Date(startsAt.getTime() + 90 * 60_000));
      if (event?.startDate.zone?.tzid !== "UTC")
        expect(event?.startDate.toString()).toBe(shown(startsAt, timeZone));
    }
  });

  it("brings along the rules of its zone, whose offsets are those of Temporal to the hour", () => {
    const { zones } = read(calendarObject("REQUEST", "Mentoring", { ...entry, timeZone }));
    const [component] = zones;
    if (!component) throw new Error(`no rules of ${timeZone}`);
    const zone = new ICAL.Timezone(component);
    for (let day = 0; day < 730; day += 1) {
      const instant = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2027, 0, 1 + day, 12));
      const there = instant.toZonedDateTimeISO(timeZone);
      const { year, month, hour, minute } = there;
      const local = ICAL.Time.fromData({ year, month, day: there.day, hour, minute, second: 0 });
      expect(zone.utcOffset(local) * 1e9, there.toString()).toBe(there.offsetNanoseconds);
    }
  });
});

describe("calendarObject", () => {
  it("invites, and cancels under the same UID with a higher SEQUENCE", () => {
    const timeZone = "Europe/Paris";
    const invited = read(calendarObject("REQUEST", "Mentoring", { ...entry, timeZone }));
    const cancelled = read(calendarObject("CANCEL", "Mentoring", { ...entry, timeZone, sequence: 3 }));
    expect([invited.method, cancelled.method]).toEqual(["REQUEST", "CANCEL"]);
    const [first, second] = [invited.events[0], cancelled.events[0]];
    expect([first?.uid, second?.uid]).toEqual([entry.id, entry.id]);
    expect([first?.sequence, second?.sequence]).toEqual([2, 3]);
    expect(second?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(first?.organizer).toBe("mailto:cadre@example.org");
    expect(first?.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      "mailto:amina@example.org",
    ]);
  });

  it("is in UTC where clocks show the time twice, so that no reader has to guess which", () => {
    const startsAt = new Date("2027-10-31T01:30:00Z");
    const body = calendarObject("REQUEST", "Mentoring", { ...entry, startsAt, timeZone: "Europe/Paris" });
    expect(body).toContain("DTSTART:20271031T013000Z");
    expect(read(body).events[0]?.startDate.toJSDate()).toEqual(startsAt);
  });

  it("is in UTC for a reader in UTC and for one in no zone", () => {
    for (const timeZone of ["UTC", undefined]) {
      const body = calendarObject("REQUEST", "Mentoring", { ...entry, timeZone });
      expect(body).toContain("DTSTART:20270201T140000Z");
      expect(body).not.toContain("VTIMEZONE");
    }
  });
});

describe("calendarFeed", () => {
  it("holds each event once with its state, and nobody's address", () => {
    const { organizer, attendees, ...event } = entry;
    const timeZone = "Asia/Kathmandu";
    const body = calendarFeed("Mentoring", "Sessions", [
      { ...event, timeZone, cancelled: false },
      { ...event, timeZone, id: "2", cancelled: true },
    ]);
    const { method, zones, events } = read(body);
    expect([method, zones.length]).toEqual(["PUBLISH", 1]);
    expect(events.map((one) => [one.uid, one.component.getFirstPropertyValue("status")])).toEqual([
      [entry.id, "CONFIRMED"],
      ["2", "CANCELLED"],
    ]);
    expect(body).not.toContain("mailto:");
  });
});
