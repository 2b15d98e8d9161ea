import { rhythmShown, rhythmsOf } from "#app/mentoring/engagement/rhythm.queries.server.ts";
import { TO_MATCH } from "#app/mentoring/matching/match-facts.queries.server.ts";
import { poolGaps, poolRows } from "#app/mentoring/matching/pool-gap.ts";
import { feedbackSpread, SPREAD_STEP } from "#app/mentoring/session/feedback-spread.ts";
import { tallyRatings } from "#app/mentoring/session/feedback-tally.queries.server.ts";
import { today as dayToday, now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf, monthsAfter } from "#app/platform/utc-day.ts";
import { type EndingTerm, type PoolMentor, yearAhead } from "./pool-capacity.ts";
import { firstSessionWait, type PairCourse, quietPairs, sessionRate } from "./programme-health.ts";

/** The waits for a first session are those of pairs that began in so many months. */
const PAIRS_OF_MONTHS = 12;

/** A language counts among those a mentor works in from this level on, as in the matching. */
const WORKING = 2;

/** Quiet pairs shown by name; their number is told whole. */
const MOST_QUIET = 25;

const name = { select: { givenName: true, familyName: true } } as const;

const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

const later = (a: string, b: string) => (a > b ? a : b);

/** The pairs under way, and those that began in the last year. */
async function loadPairs(today: string) {
  const rows = await database().engagement.findMany({
    where: {
      OR: [{ state: "active" }, { startedOn: { gte: new Date(monthsAfter(today, -PAIRS_OF_MONTHS)) } }],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      state: true,
      startedOn: true,
      endsOn: true,
      mentor: { select: { person: name } },
      mentee: name,
      proposal: {
        select: {
          need: { select: { dueOn: true, createdAt: true, appointment: { select: { startsOn: true } } } },
        },
      },
      agreements: rhythmShown,
      sessions: { select: { state: true, startsAt: true } },
    },
  });
  return rows.map((row): PairCourse & { readonly mentor: string; readonly mentee: string } => ({
    id: row.id,
    state: row.state,
    waitsSince: later(dayOf(row.proposal.need.appointment.startsOn), dayOf(row.proposal.need.createdAt)),
    startedOn: dayOf(row.startedOn),
    endsOn: dayOf(row.endsOn),
    firstDueOn: dayOf(row.proposal.need.dueOn),
    mentor: nameOf(row.mentor.person),
    mentee: nameOf(row.mentee),
    rhythms: rhythmsOf(row.agreements),
    sessions: row.sessions.map(({ state, startsAt }) => ({ state, startsAt: startsAt.toISOString() })),
  }));
}

/** The mentors whom the matching would look at today. */
async function loadMentors(): Promise<readonly PoolMentor[]> {
  const rows = await database().mentor.findMany({
    where: { state: "available" },
    orderBy: { id: "asc" },
    select: {
      capacity: true,
      availableFrom: true,
      availableTo: true,
      pledgedBy: { select: { regionalGroup: true } },
      person: {
        select: {
          gender: true,
          languages: { where: { level: { gte: WORKING } }, select: { languageCode: true } },
        },
      },
      engagements: { where: { state: "active" }, select: { endsOn: true } },
    },
  });
  return rows.map(({ person, pledgedBy, engagements, capacity, ...row }) => ({
    capacity,
    gender: person.gender,
    region: pledgedBy.regionalGroup,
    languages: person.languages.map(({ languageCode }) => languageCode),
    availableFrom: dayOf(row.availableFrom),
    availableTo: dayOf(row.availableTo),
    pairsEndOn: engagements.map(({ endsOn }) => dayOf(endsOn)),
  }));
}

/** The last term on file of every head's and deputy's post, if it ends in the year ahead. */
async function loadTerms(today: string): Promise<readonly EndingTerm[]> {
  const rows = await database().appointment.findMany({
    where: {
      endsOn: { gte: new Date(today) },
      post: { roleKind: { OR: [{ isHead: true }, { isDeputy: true }] } },
    },
    orderBy: [{ postId: "asc" }, { endsOn: "desc" }],
    distinct: ["postId"],
    select: { endsOn: true, post: { select: { mission: { select: { workingLanguages: true } } } } },
  });
  return rows.map(({ endsOn, post }) => ({
    endsOn: dayOf(endsOn),
    languages: post.mission.workingLanguages,
  }));
}

/** Leaders who want a mentor and have none, with the languages that they ask for. */
const loadWaiting = () =>
  database().mentorshipNeed.findMany({
    where: TO_MATCH,
    select: { languages: { select: { languageCode: true } } },
  });

/** What the pool of mentors has and what it lacks, today and in the year ahead. */
export async function readPool() {
  const today = dayToday();
  const [mentors, terms, waiting, groups, languages, notAvailable] = await Promise.all([
    loadMentors(),
    loadTerms(today),
    loadWaiting(),
    database().state.findMany({
      where: { status: "member", regionalGroup: { not: "" } },
      distinct: ["regionalGroup"],
      orderBy: { regionalGroup: "asc" },
      select: { regionalGroup: true },
    }),
    database().language.findMany({ select: { code: true, nameEn: true, nameFr: true } }),
    database().mentor.count({ where: { state: { not: "available" } } }),
  ]);
  const months = yearAhead(mentors, terms, waiting.length, today);
  const regions = groups.map(({ regionalGroup }) => regionalGroup);
  const asked = waiting.map((need) => need.languages.map(({ languageCode }) => languageCode));
  const gaps = poolGaps({ mentors, terms, waiting: asked, months, regions, today });
  const wanted = [...new Set([...asked.flat(), ...terms.flatMap((term) => term.languages)])];
  return {
    available: mentors.length,
    notAvailable,
    waiting: waiting.length,
    months,
    gaps,
    genders: poolRows(mentors, ({ gender }) => [gender], ["woman", "man"], today),
    regions: poolRows(mentors, ({ region }) => [region], regions, today),
    languages: poolRows(mentors, (mentor) => mentor.languages, wanted.toSorted(), today),
    languageNames: languages,
  };
}

/** How the programme does: its pairs in time and rhythm, what they say of their sessions, and its pool. */
export async function readProgrammeHealth() {
  const today = dayToday();
  const [pairs, ratings, pool] = await Promise.all([loadPairs(today), tallyRatings(SPREAD_STEP), readPool()]);
  const quiet = quietPairs(pairs, now().toISOString());
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const since = monthsAfter(today, -PAIRS_OF_MONTHS);
  return {
    today,
    active: pairs.filter(({ state }) => state === "active").length,
    firstSession: firstSessionWait(
      pairs.filter(({ startedOn }) => startedOn >= since),
      today,
    ),
    rate: sessionRate(pairs, today),
    ratings: ratings.given,
    spread: feedbackSpread(ratings),
    quiet: quiet.slice(0, MOST_QUIET).map(({ id, since: day }) => {
      const { mentor = "", mentee = "" } = byId.get(id) ?? {};
      return { id, since: day, mentor, mentee };
    }),
    quietCount: quiet.length,
    pool,
  };
}

export type ProgrammeHealth = Awaited<ReturnType<typeof readProgrammeHealth>>;
