import { describe, expect, it } from "vitest";
import { type CalendarSession, sessionCalendar } from "#app/mentoring/session/session-calendar.ts";

const session: CalendarSession = {
  id: "018f0000-0000-7000-8000-000000000001",
  sequence: 2,
  startsAt: new Date("2027-02-01T14:00:00Z"),
  durationMinutes: 90,
  title: "Mentoring session",
  place: "Video call",
  url: "https://cadre.example.org/sessions/018f0000-0000-7000-8000-000000000001",
  organizer: { name: "Cadre", email: "cadre@example.org" },
  attendees: [
    { name: "Amina Diallo", email: "amina@example.org" },
    { name: "Jean-Baptiste Petit, le jeune", email: "jean@example.org" },
  ],
  stamp: new Date("2027-01-01T08:00:00Z"),
};

/** The lines of a calendar with RFC 5545's folding undone. */
const lines = (body: string) => body.replaceAll("\r\n ", "").split("\r\n");

describe("sessionCalendar", () => {
  it("invites with the session's id as UID, its sequence, and times in UTC", () => {
    const told = lines(sessionCalendar("REQUEST", session));
    expect(told).toEqual(
      expect.arrayContaining([
        "METHOD:REQUEST",
        `UID:${session.id}`,
        "SEQUENCE:2",
        "DTSTAMP:20270101T080000Z",
        "DTSTART:20270201T140000Z",
        "DTEND:20270201T153000Z",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
        'ORGANIZER;CN="Cadre":mailto:cadre@example.org',
      ]),
    );
    expect(told.filter((line) => line.startsWith("ATTENDEE"))).toHaveLength(2);
  });

  it("cancels under the same UID", () => {
    const told = lines(sessionCalendar("CANCEL", { ...session, sequence: 3 }));
    expect(told).toEqual(
      expect.arrayContaining(["METHOD:CANCEL", `UID:${session.id}`, "SEQUENCE:3", "STATUS:CANCELLED"]),
    );
  });

  it("says the same of the same, in lines that no reader has to guess at", () => {
    const body = sessionCalendar("REQUEST", session);
    expect(sessionCalendar("REQUEST", session)).toBe(body);
    for (const line of body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("lets no name or title start a line of its own", () => {
    const told = lines(
      sessionCalendar("REQUEST", {
        ...session,
        title: "Session\r\nATTACH:https://evil.example",
        attendees: [{ name: 'A"\r\nATTACH:https://evil.example', email: "a@example.org" }],
      }),
    );
    expect(told.filter((line) => line.startsWith("ATTACH"))).toEqual([]);
  });
});
