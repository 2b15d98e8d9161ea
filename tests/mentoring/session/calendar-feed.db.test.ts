import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { readFeed, readOwnCalendar } from "#app/mentoring/session/calendar-feed.queries.server.ts";
import { cancelSession } from "#app/mentoring/session/cancel-session.server.ts";
import { chooseReminders, renewFeed, revokeFeed } from "#app/mentoring/session/keep-calendar.server.ts";
import { moveSession } from "#app/mentoring/session/move-session.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader } from "#app/routes/calendar-feeds.$token[.]ics.tsx";
import { code } from "#tests/support/cadre-story.ts";
import { anEngagement, aSession, hoursOn, sessionIn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked } from "#tests/support/signed-in.ts";

const tokenOf = async (actor: Actor) =>
  /calendar-feeds\/(.+)\.ics$/.exec((await readOwnCalendar(actor))?.feed?.url ?? "")?.[1] ?? "";

const eventsOf = (body: string | null) =>
  new ICAL.Component(ICAL.parse(body ?? ""))
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));

const ask = async (token: string, headers: Record<string, string> = {}) => {
  const answer = loader(asked("/calendar-feeds/x", new Headers(headers), { token }));
  return answer.catch((thrown: unknown) => thrown as Response);
};

describe("a feed of one's own", () => {
  it("holds one's sessions in all pairs, with nobody's name but the other's and nobody's address", async () => {
    const story = await anEngagement();
    const second = await anEngagement({ with: story });
    await aSession(story, 48);
    await aSession(second, 72);
    await aSession(await anEngagement(), 50);
    must(await renewFeed(story.mentor));
    const body = await hoursOn(30, async () => readFeed(await tokenOf(story.mentor)));
    const events = eventsOf(body);
    expect(events.map((event) => event.startDate.toJSDate())).toEqual([
      sessionIn(48).startsAt,
      sessionIn(72).startsAt,
    ]);
    expect(events.map((event) => event.summary)).toEqual(Array(2).fill("Mentoring session with Noor Diallo"));
    expect(body).toContain("DTSTART;TZID=Africa/Dakar:20270117T120000");
    expect(body).not.toMatch(/Awa|mailto:|example\.org/i);
  });

  it("follows what is moved and cancelled under the same UID", async () => {
    const story = await anEngagement();
    const [moved, dropped] = [await aSession(story, 48), await aSession(story, 96)];
    must(await renewFeed(story.mentee));
    const token = await tokenOf(story.mentee);
    must(
      await hoursOn(1, () =>
        moveSession(story.mentor, { sessionId: moved, sequence: 0, session: sessionIn(60) }),
      ),
    );
    must(await hoursOn(1, () => cancelSession(story.mentor, { sessionId: dropped, sequence: 0 })));
    const events = eventsOf(await hoursOn(2, () => readFeed(token)));
    expect(
      events.map(({ uid, sequence, component }) => [
        uid,
        sequence,
        component.getFirstPropertyValue("status"),
      ]),
    ).toEqual([
      [moved, 1, "CONFIRMED"],
      [dropped, 1, "CANCELLED"],
    ]);
  });

  it("is found by its address alone, of which only the hash is kept; renewed or stopped, the old one serves no more", async () => {
    const { mentor } = await anEngagement();
    must(await renewFeed(mentor));
    const first = await tokenOf(mentor);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await database().calendarFeed.findMany())).not.toContain(first);
    expect((await ask(first)).status).toBe(200);
    must(await hoursOn(9, () => renewFeed(mentor)));
    const second = await tokenOf(mentor);
    expect(second).not.toBe(first);
    expect((await ask(first)).status).toBe(404);
    must(await revokeFeed(mentor));
    expect((await ask(second)).status).toBe(404);
    expect((await ask("")).status).toBe(404);
    expect((await readOwnCalendar(mentor))?.feed).toBeNull();
  });

  it("is sent again only when something has changed", async () => {
    const story = await anEngagement();
    await aSession(story, 48);
    must(await renewFeed(story.mentor));
    const token = await tokenOf(story.mentor);
    const first = await ask(token);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const etag = first.headers.get("etag") ?? "";
    const again = await ask(token, { "if-none-match": `"x", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await aSession(story, 100);
    expect((await ask(token, { "if-none-match": etag })).status).toBe(200);
  });

  it("is for mentors and mentees", async () => {
    for (const role of ["secretariat", "auditor", "candidate"] as const) {
      const actor = await anAccount(role, role);
      expect(await readOwnCalendar(actor)).toBeNull();
      for (const work of [renewFeed(actor), revokeFeed(actor), chooseReminders(actor, [24])])
        expect(code(await work)).toBe("notFound");
    }
  });
});
