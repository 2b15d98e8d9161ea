import { describe, expect, it } from "vitest";
import { moveSession } from "#app/mentoring/session/move-session.server.ts";
import { planSeries, stopSeries } from "#app/mentoring/session/plan-series.server.ts";
import { scheduleSession } from "#app/mentoring/session/schedule-session.server.ts";
import { readSeries } from "#app/mentoring/session/session-series.queries.server.ts";
import { type SeriesForm, seriesSchema } from "#app/mentoring/session/session-series.ts";
import { database } from "#app/platform/database.server.ts";
import { localTimeOf } from "#app/platform/local-time.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { anEngagement, type EngagementStory, hoursOn, sessionIn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const series = (changes: Record<string, string> = {}): SeriesForm =>
  seriesSchema.parse({
    ...{ everyMonths: "1", nth: "2", weekday: "2", from: "2027-01-20", localTime: "15:00" },
    ...{ timeZone: "Europe/Paris", durationMinutes: "60", channel: "video", ...changes },
  });

const planned = async ({ engagementId, mentor }: EngagementStory) =>
  must(await hoursOn(0, () => planSeries(mentor, { engagementId, series: series() }))).seriesId;

const refusal = async (story: EngagementStory, changes: Record<string, string>) => {
  const order = { engagementId: story.engagementId, series: series(changes) };
  const answer = await hoursOn(0, () => planSeries(story.mentee, order));
  return answer.ok ? null : [answer.refusal.code, answer.refusal.field, answer.refusal.params.day];
};

const sessionsOf = (seriesId: string) =>
  database().mentoringSession.findMany({ where: { seriesId }, orderBy: { startsAt: "asc" } });

describe("planSeries", () => {
  it("plans a session a month at the same hour by the clocks of its zone, each with its own invitation", async () => {
    const story = await anEngagement();
    const seriesId = await planned(story);
    const sessions = await sessionsOf(seriesId);
    expect(sessions.map(({ startsAt }) => localTimeOf(startsAt, "Europe/Paris"))).toEqual(
      ["02-09", "03-09", "04-13", "05-11", "06-08", "07-13", "08-10", "09-14", "10-12", "11-09", "12-14"]
        .map((day) => `2027-${day}T15:00`)
        .concat("2028-01-11T15:00"),
    );
    const keys = sessions.map(({ id }) => ({ dedupeKey: { contains: `sessionInvited:${id}:0:` } }));
    const invitations = await database().outgoingMail.findMany({ where: { OR: keys } });
    expect(invitations).toHaveLength(2 * sessions.length);
    const uids = invitations.map(({ calendar }) => /UID:(.*)\r/.exec(calendar ?? "")?.[1]);
    expect(new Set(uids)).toEqual(new Set(sessions.map(({ id }) => id)));
    expect(invitations.every(({ calendar }) => !calendar?.includes("\nRRULE:FREQ=MONTHLY"))).toBe(true);
    expect(await events(story.engagementId, "series.planned")).toHaveLength(1);
    expect(await readSeries(story.mentee, seriesId)).toMatchObject({ coming: 12, stopped: false });
  });

  it("has each session moved by itself", async () => {
    const story = await anEngagement();
    const [first, second] = await sessionsOf(await planned(story));
    const order = { sessionId: first?.id ?? "", sequence: 0, session: sessionIn(48) };
    must(await hoursOn(1, () => moveSession(story.mentee, order)));
    expect(await database().mentoringSession.findUnique({ where: { id: second?.id } })).toEqual(second);
  });

  it("plans nothing where one of its days cannot be, and says which", async () => {
    const story = await anEngagement();
    const { engagementId, mentor } = story;
    const taken = { ...sessionIn(0), startsAt: new Date("2027-05-11T13:30:00Z") };
    must(await hoursOn(0, () => scheduleSession(mentor, { engagementId, session: taken })));
    expect(await refusal(story, {})).toEqual(["seriesDayTaken", "localTime", "2027-05-11"]);
    const night = { nth: "-1", weekday: "7", localTime: "02:30" };
    expect(await refusal(story, night)).toEqual(["seriesSkipsHour", "localTime", "2027-03-28"]);
    const autumn = { ...night, from: "2027-09-01" };
    expect(await refusal(story, autumn)).toEqual(["seriesHourTwice", "fold", "2027-10-31"]);
    expect(await refusal(story, { from: "2028-01-12" })).toEqual(["seriesEmpty", "from", undefined]);
    expect(await refusal(story, { from: "2027-01-01" })).toEqual(["sessionInPast", "from", undefined]);
    expect(await database().sessionSeries.count({ where: { engagementId } })).toBe(0);
    expect(await database().mentoringSession.count({ where: { engagementId } })).toBe(1);
    expect(await refusal(story, { ...autumn, fold: "later" })).toBeNull();
  });

  it("lets one of two through that want the same hours at once", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const answers = await hoursOn(0, () =>
      Promise.all([mentor, mentee].map((actor) => planSeries(actor, { engagementId, series: series() }))),
    );
    expect(answers.map(code).toSorted()).toEqual(["ok", "seriesDayTaken"]);
  });

  it("is for the two of the pair", async () => {
    const { engagementId } = await anEngagement();
    for (const actor of [(await anEngagement()).mentor, await anAccount("secretariat", "S")]) {
      expect(code(await hoursOn(0, () => planSeries(actor, { engagementId, series: series() })))).toBe(
        "notFound",
      );
    }
  });
});

describe("stopSeries", () => {
  it("calls off what is to come, leaves what has been, and is done once", async () => {
    const story = await anEngagement();
    const seriesId = await planned(story);
    const stranger = await anEngagement();
    const later = 24 * 60;
    expect(code(await stopSeries(stranger.mentee, seriesId))).toBe("notFound");
    expect(await readSeries(stranger.mentee, seriesId)).toBeNull();
    const answers = await hoursOn(later, () =>
      Promise.all([story.mentor, story.mentee].map((actor) => stopSeries(actor, seriesId))),
    );
    expect(answers.map(code).toSorted()).toEqual(["ok", "seriesStopped"]);
    const states = (await sessionsOf(seriesId)).map(({ state }) => state);
    expect(states).toEqual(["scheduled", "scheduled", ...Array(10).fill("cancelled")]);
    const cancelled = {
      kind: "sessionCancelled",
      dedupeKey: { contains: (await sessionsOf(seriesId)).at(-1)?.id },
    };
    expect(await database().outgoingMail.findMany({ where: cancelled })).toMatchObject([
      { calendarMethod: "CANCEL", calendar: expect.stringContaining("SEQUENCE:1") },
      { calendarMethod: "CANCEL" },
    ]);
  });
});
