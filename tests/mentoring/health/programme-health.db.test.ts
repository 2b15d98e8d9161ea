import { expect, it } from "vitest";
import { readProgrammeHealth } from "#app/mentoring/health/programme-health.queries.server.ts";
import { SPREAD_STEP } from "#app/mentoring/session/feedback-spread.ts";
import { tallyRatings } from "#app/mentoring/session/feedback-tally.queries.server.ts";
import { giveFeedback } from "#app/mentoring/session/give-feedback.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader } from "#app/routes/programme-health._index.tsx";
import {
  agreeOn,
  aHeldSession,
  anEngagement,
  aSession,
  hoursOn,
  START,
} from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const DAYS = 24;

/** Pairs that all begin on the same day: one met early, two late, one often, the rest never; one has ended. */
async function somePairs() {
  const pairs = [];
  for (let n = 0; n < 6; n += 1) pairs.push(await anEngagement());
  const [early, late, later, often] = pairs;
  if (!early || !late || !later || !often) throw new Error("no pairs");
  const sessions: [typeof early, number][] = [
    [early, 4],
    [late, 35],
    [later, 44],
    [often, 12],
    [often, 16],
    [often, 20],
  ];
  for (const [pair, day] of sessions) {
    const sessionId = await aHeldSession(pair, day * DAYS);
    for (const side of [pair.mentor, pair.mentee]) {
      const feedback = { usefulness: 3 as const, comment: "Ours alone." };
      must(await hoursOn(day * DAYS + 2, () => giveFeedback(side, { sessionId, feedback })));
    }
  }
  await aSession(later, 70 * DAYS);
  await anEngagement({ state: "ended" });
  return pairs;
}

/** The same figures from the rows themselves, in SQL: nothing of the program's own counting. */
async function fromRows(day: string) {
  const rows = await database().$queryRaw<
    {
      id: string;
      state: string;
      wait: number | null;
      held: number;
      planned: number;
      last: number | null;
      age: number;
    }[]
  >`
    select e."id", e."state"::text, (min(s."startsAt") filter (where s."state" = 'held'))::date - a."startsOn" as "wait",
      (count(s.*) filter (where s."state" = 'held'))::int as "held",
      (count(s.*) filter (where s."state" = 'scheduled' and s."startsAt" > ${day}::date + time '04:00'))::int as "planned",
      ${day}::date - max((s."startsAt" at time zone 'UTC')::date) filter (where s."state" = 'held') as "last", ${day}::date - a."startsOn" as "age"
    from "Engagement" e join "MatchProposal" p on p."id" = e."proposalId"
    join "MentorshipNeed" n on n."id" = p."needId" join "Appointment" a on a."id" = n."appointmentId"
    left join "MentoringSession" s on s."engagementId" = e."id" group by e."id", a."startsOn"`;
  const active = rows.filter(({ state }) => state === "active");
  const quiet = active.filter(
    ({ planned, last, age }) => planned === 0 && (last === null ? age > 30 : last > 28),
  );
  return { rows, active, quiet };
}

it("tells what the rows say, counted apart", async () => {
  await somePairs();
  const day = "2027-03-20";
  const health = await hoursOn(64 * DAYS, () => readProgrammeHealth());
  const { rows, active, quiet } = await fromRows(day);
  expect(health.today).toBe(day);
  expect(health.active).toBe(active.length);
  const waits = rows.map(({ wait }) => wait ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  expect(rows.every(({ age }) => age >= 30)).toBe(true);
  expect(health.firstSession?.of).toBe(rows.length);
  expect(health.firstSession?.within).toBe(waits.filter((wait) => wait <= 30).length);
  expect(health.firstSession?.median).toBe(
    waits[3] === undefined || !Number.isFinite(waits[3]) ? null : waits[3],
  );
  // Two months have passed since 15 January: two sessions were due of each.
  expect(health.rate).toEqual({
    pairs: active.length,
    due: active.length * 2,
    held: active.reduce((sum, { held }) => sum + Math.min(2, held), 0),
  });
  expect(health.quiet.map(({ id }) => id).toSorted()).toEqual(quiet.map(({ id }) => id).toSorted());
  expect(health.quietCount).toBe(quiet.length);
  expect(health.quietCount).toBeGreaterThan(1);
  expect(health.ratings).toBe(12);
  expect(health.spread).toBeNull();
});

it("lets who was in post before the programme was offered wait from the offer", async () => {
  const before = await hoursOn(64 * DAYS, () => readProgrammeHealth());
  await database().mentorshipNeed.updateMany({ data: { createdAt: new Date("2027-01-25") } });
  const offered = await hoursOn(64 * DAYS, () => readProgrammeHealth());
  // Two met between 30 and 45 days after the appointment: the one on the thirty-sixth day was in time after the offer.
  expect(before.firstSession?.within).toBe(2);
  expect(offered.firstSession?.within).toBe(3);
});

it("counts the pool as its rows stand: free places, women, languages, regions and who will come", async () => {
  const db = database();
  const { mentor } = await anEngagement();
  const person = { connect: { id: mentor.personId ?? "" } };
  await db.personLanguage.create({ data: { personId: person.connect.id, languageCode: "fr", level: 2 } });
  await db.personLanguage.create({ data: { personId: person.connect.id, languageCode: "es", level: 1 } });
  const { pool } = await hoursOn(30 * DAYS, () => readProgrammeHealth());
  const places = await db.$queryRaw<{ free: number; women: number; french: number }[]>`
    select sum(m."capacity" - (select count(*) from "Engagement" e where e."mentorId" = m."id" and e."state" = 'active'))::int as "free",
      (count(*) filter (where p."gender" = 'woman'))::int as "women",
      (count(*) filter (where exists (select from "PersonLanguage" l where l."personId" = p."id"
        and l."languageCode" = 'fr' and l."level" >= 2)))::int as "french"
    from "Mentor" m join "Person" p on p."id" = m."personId" where m."state" = 'available'`;
  const [row] = places;
  expect(pool.genders.find(({ key }) => key === "woman")).toMatchObject({
    mentors: row?.women,
    free: row?.free,
  });
  expect(pool.genders.find(({ key }) => key === "man")).toMatchObject({ mentors: 0, free: 0 });
  expect(pool.languages.find(({ key }) => key === "fr")?.mentors).toBe(row?.french);
  expect(pool.languages.some(({ key }) => key === "es")).toBe(false);
  expect(pool.gaps.map(({ kind, of }) => `${kind}:${of}`)).toContain("region:Asia-Pacific");
  expect(pool.gaps.some(({ kind, of }) => kind === "region" && of === "African")).toBe(false);
  const post = await db.post.findFirstOrThrow({ where: { mission: { acronym: { startsWith: "UN" } } } });
  const term = { personId: person.connect.id, startsOn: new Date("2025-04-01") };
  await db.appointment.create({ data: { ...term, postId: post.id, endsOn: new Date("2027-04-30") } });
  const later = await hoursOn(30 * DAYS, () => readProgrammeHealth());
  // The same post has a longer term on file: its head does not leave in April.
  expect(later.pool.months).toEqual(pool.months);
  await db.appointment.deleteMany({
    where: { postId: post.id, endsOn: { gt: new Date("2027-04-30") }, mentorshipNeed: null },
  });
  const free = await db.post.create({
    data: { missionId: post.missionId, roleKindCode: "dsrsgPolitical", level: "ASG" },
  });
  await db.appointment.create({ data: { ...term, postId: free.id, endsOn: new Date("2027-04-30") } });
  const grown = await hoursOn(30 * DAYS, () => readProgrammeHealth());
  const april = grown.pool.months.find((month) => month.day === "2027-04-01");
  expect(april?.leaders).toBe((pool.months.find(({ day }) => day === "2027-04-01")?.leaders ?? 0) + 1);
});

it("asks as often for many pairs as for few, and opens for overseers alone", async () => {
  const few = await countQueries(() => hoursOn(40 * DAYS, () => readProgrammeHealth()));
  await somePairs();
  const many = await countQueries(() => hoursOn(40 * DAYS, () => readProgrammeHealth()));
  expect(many.queries).toBe(few.queries);
  expect(many.queries).toBeLessThan(24);
  const { mentor } = await anEngagement();
  for (const [actor, opens] of [
    [await anAccount("secretariat", "Officer"), true],
    [await anAccount("auditor", "Auditor"), true],
    [mentor, false],
    [await anAccount("focalPoint", "Focal", { stateCode: "GH" }), false],
  ] as const) {
    const answer = await Promise.resolve(loader(asked("/programme-health", await browserOf(actor)))).catch(
      (thrown: unknown) => thrown,
    );
    expect(answer instanceof Response ? answer.status : 200).toBe(opens ? 200 : 404);
  }
});

it("counts the ratings of twelve months in whole steps, which stay the same whenever they are asked for", async () => {
  await database().sessionFeedback.deleteMany();
  const story = await anEngagement();
  const people = [story.mentor.personId ?? "", story.mentee.personId ?? ""];
  // Two each day, from 40 days more than a year before the pair began to a week after it.
  const days = Array.from({ length: 412 }, (_, n) => n - 405);
  const sessions = await database().mentoringSession.createManyAndReturn({
    data: days.map((day) => ({
      ...{ engagementId: story.engagementId, state: "held" as const, durationMinutes: 60, channel: "video" },
      ...{ startsAt: new Date(START.getTime() + day * DAYS * 3_600_000), scheduledById: "x" },
    })),
    select: { id: true, startsAt: true },
  });
  const rows = sessions.flatMap(({ id, startsAt }, n) =>
    people.map((personId, side) => ({
      ...{ sessionId: id, personId, givenAt: new Date(startsAt.getTime() + side * 60_000) },
      usefulness: ((n * 7 + side * 3) % 4) + 1,
    })),
  );
  await database().sessionFeedback.createMany({ data: rows });
  const shown = new Set<string>();
  for (const day of [0, 1, 2, 5, 6]) {
    const at = new Date(START.getTime() + day * DAYS * 3_600_000);
    const since = new Date("2026-01-15").getTime() + day * DAYS * 3_600_000;
    const tally = await hoursOn(day * DAYS, () => tallyRatings(SPREAD_STEP));
    const before = rows.filter(({ givenAt }) => givenAt.getTime() < since).length;
    const from = Math.ceil(before / SPREAD_STEP) * SPREAD_STEP;
    const whole = rows.slice(from, rows.length - (rows.length % SPREAD_STEP));
    expect(tally).toEqual({
      ...{ given: rows.length - before, counted: whole.length, voices: 2 },
      counts: Object.fromEntries(
        [1, 2, 3, 4].map((mark) => [mark, whole.filter(({ usefulness }) => usefulness === mark).length]),
      ),
    });
    expect(tally.counted % SPREAD_STEP, at.toISOString()).toBe(0);
    shown.add(JSON.stringify(tally.counts));
  }
  // Twelve ratings grew too old in these six days: the figure moved by a step once, or not at all.
  expect(shown.size).toBeLessThanOrEqual(2);
  await database().mentoringSession.deleteMany({ where: { engagementId: story.engagementId } });
});

it("holds a pair to what it agreed on, as to sessions due and as to silence", async () => {
  const [rare, usual] = [await anEngagement(), await anEngagement()];
  for (const one of [rare, usual]) await aHeldSession(one, 10 * DAYS);
  const before = await hoursOn(64 * DAYS, () => readProgrammeHealth());
  await agreeOn(rare, "everyTwoMonths");
  const after = await hoursOn(64 * DAYS, () => readProgrammeHealth());
  expect(after.rate?.due).toBe((before.rate?.due ?? 0) - 1);
  expect(after.quietCount).toBe(before.quietCount - 1);
  expect(after.quiet.map(({ id }) => id)).toContain(usual.engagementId);
});
