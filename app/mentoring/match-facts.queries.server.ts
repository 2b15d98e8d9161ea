import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { USUAL_HOURS } from "./match-hours.ts";
import type { MenteeProfile, MentorProfile, SpokenLanguage } from "./match-profile.ts";
import type { MatchFacts } from "./match-proposal.ts";
import type { OpenProposal } from "./match-round.ts";
import { WORKING_LEVEL } from "./match-rules.ts";
import { type Service, serviceTies } from "./match-service.ts";
import { loadTies } from "./match-ties.queries.server.ts";
import { dayOf, monthsAfter, PROGRAMME_MONTHS } from "./programme.ts";
import { zoneOf } from "./session.ts";

const mission = { select: { acronym: true, kind: true, hostCodes: true } } as const;
const roleKind = { select: { code: true, component: true, isHead: true } } as const;

/** What the matching looks at of a person, mentor or mentee. */
const person = {
  id: true,
  userId: true,
  nationalities: true,
  timeZone: true,
  user: { select: { timeZone: true } },
  languages: { select: { languageCode: true, level: true } },
  career: { select: { startYear: true, endYear: true, mission, roleKind } },
  appointments: { select: { startsOn: true, endsOn: true, post: { select: { mission, roleKind } } } },
} satisfies Prisma.PersonSelect;

const needSelect = {
  id: true,
  topics: true,
  languages: true,
  avoidMentorIds: true,
  appointment: { select: { post: { select: { mission, roleKind } } } },
  person: { select: person },
  proposals: {
    where: { state: { in: ["proposed", "declined"] } },
    orderBy: { id: "asc" },
    select: { mentorId: true, state: true, mentorAcceptedAt: true, menteeAcceptedAt: true, dueOn: true },
  },
} satisfies Prisma.MentorshipNeedSelect;

const mentorSelect = {
  id: true,
  capacity: true,
  activePairs: true,
  topics: true,
  mandateTypes: true,
  availableFrom: true,
  availableTo: true,
  person: { select: person },
} satisfies Prisma.MentorSelect;

type LoadedPerson = Prisma.PersonGetPayload<{ select: typeof person }>;
type LoadedNeed = Prisma.MentorshipNeedGetPayload<{ select: typeof needSelect }>;
type LoadedMentor = Prisma.MentorGetPayload<{ select: typeof mentorSelect }>;

/** Needs to be matched: stated, by somebody who has not taken back the agreement to that since. */
export const TO_MATCH = {
  state: "stated",
  appointment: {
    OR: [
      { candidacyId: null },
      { candidacy: { consents: { none: { purpose: "mentoring", given: false } } } },
    ],
  },
} satisfies Prisma.MentorshipNeedWhereInput;

/**
 * Everything a run of the matching looks at: the needs stated and without a pair, the mentors available, what ties
 * one to the other, and the answers given so far.
 *
 * @param today ISO date on which the programme of a new pair would begin
 */
export async function loadMatchFacts(reader: Reader, today: string) {
  const needs = await reader.mentorshipNeed.findMany({
    where: TO_MATCH,
    orderBy: { id: "asc" },
    select: needSelect,
  });
  const mentors = await reader.mentor.findMany({
    where: { state: "available" },
    orderBy: { id: "asc" },
    select: mentorSelect,
  });
  const regions = await loadRegions(reader, [...needs, ...mentors]);
  const known = await loadTies(
    reader,
    mentors.map(({ id, person: { userId } }) => ({ id, userId })),
    needs.map(({ id, person: { id: personId } }) => ({ id, personId })),
  );
  const served = <T extends { id: string; person: LoadedPerson }>(rows: readonly T[]) =>
    rows.map(({ id, person: of }) => ({ id, services: servicesOf(of) }));
  const facts: MatchFacts = {
    mentors: mentors.map((mentor) => mentorProfile(mentor, regions)),
    mentees: needs.map((need) => menteeProfile(need, regions)),
    ties: [...known, ...serviceTies(served(mentors), served(needs), today)],
    programme: { startsOn: today, endsOn: monthsAfter(today, PROGRAMME_MONTHS) },
  };
  return { facts, ...answersTo(needs) };
}

/** Answers so far: pairs proposed and open, and pairs that a side declined. */
function answersTo(needs: readonly LoadedNeed[]) {
  const all = needs.flatMap(({ id, proposals }) =>
    proposals.map((proposal) => ({ menteeId: id, ...proposal })),
  );
  const open = all
    .filter(({ state }) => state === "proposed")
    .map(
      ({ menteeId, mentorId, mentorAcceptedAt, menteeAcceptedAt, dueOn }): OpenProposal => ({
        menteeId,
        mentorId,
        mentorAccepted: mentorAcceptedAt !== null,
        menteeAccepted: menteeAcceptedAt !== null,
        dueOn: dayOf(dueOn),
      }),
    );
  const declined = all
    .filter(({ state }) => state === "declined")
    .map(({ menteeId, mentorId }) => ({ menteeId, mentorId }));
  return { open, declined };
}

type Regions = ReadonlyMap<string, string>;

/** The regional group of every state that hosts a mission somebody served in. */
async function loadRegions(
  reader: Reader,
  rows: readonly { readonly person: LoadedPerson }[],
): Promise<Regions> {
  const codes = rows.flatMap((row) => missionsOf(row.person).flatMap(({ hostCodes }) => hostCodes));
  const states = await reader.state.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, regionalGroup: true },
  });
  return new Map(states.map(({ code, regionalGroup }) => [code, regionalGroup]));
}

const missionsOf = ({ career, appointments }: LoadedPerson) => [
  ...career.flatMap((post) => post.mission ?? []),
  ...appointments.map(({ post }) => post.mission),
];

function servicesOf({ career, appointments }: LoadedPerson): Service[] {
  const fromCareer = career.flatMap(({ mission: where, roleKind: kind, startYear, endYear }): Service[] =>
    where
      ? [
          {
            missionCode: where.acronym,
            led: kind?.isHead ?? false,
            startsOn: `${startYear}-01-01`,
            endsOn: endYear === null ? null : `${endYear}-12-31`,
          },
        ]
      : [],
  );
  const appointed = appointments.map(({ post, startsOn, endsOn }) => ({
    missionCode: post.mission.acronym,
    led: post.roleKind.isHead,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
  }));
  return [...fromCareer, ...appointed];
}

const unique = (words: readonly string[]) => [...new Set(words)];

/** What both sides' profiles have. Nobody can say yet that a partner of their own state is welcome. */
const common = (of: LoadedPerson) => ({
  personId: of.id,
  stateCodes: of.nationalities,
  timeZone: zoneOf(of),
  hours: USUAL_HOURS,
  acceptsSameState: false,
});

function mentorProfile(mentor: LoadedMentor, regions: Regions): MentorProfile {
  const missions = missionsOf(mentor.person);
  const { career, appointments, languages } = mentor.person;
  const kinds = [
    ...career.flatMap((post) => post.roleKind ?? []),
    ...appointments.map((a) => a.post.roleKind),
  ];
  return {
    id: mentor.id,
    ...common(mentor.person),
    languages: languages.map(({ languageCode, level }) => ({ code: languageCode, level })),
    capacity: mentor.capacity,
    activePairs: mentor.activePairs,
    rolesHeld: kinds.map(({ code, component }) => ({ code, component })),
    missionCodes: unique(missions.map(({ acronym }) => acronym)),
    regions: unique(
      missions.flatMap(({ hostCodes }) => hostCodes.flatMap((code) => regions.get(code) ?? [])),
    ),
    mandateTypes: unique([...mentor.mandateTypes, ...missions.map(({ kind }) => kind)]),
    topics: mentor.topics,
    availability: [{ startsOn: dayOf(mentor.availableFrom), endsOn: dayOf(mentor.availableTo) }],
    preferences: { roleKindCodes: [], missionCodes: [] },
  };
}

function menteeProfile(need: LoadedNeed, regions: Regions): MenteeProfile {
  const { post } = need.appointment;
  const [host] = post.mission.hostCodes;
  return {
    id: need.id,
    ...common(need.person),
    languages: spokenBy(need),
    role: { code: post.roleKind.code, component: post.roleKind.component },
    missionCode: post.mission.acronym,
    region: (host && regions.get(host)) ?? null,
    mandateTypes: [post.mission.kind],
    hostConflictStateCodes: post.mission.hostCodes,
    needs: need.topics,
    preferredMentorIds: [],
    avoidMentorIds: need.avoidMentorIds,
  };
}

/** The languages a leader would meet in; one of which no level is on file serves for work, or it were not chosen. */
const spokenBy = ({ languages, person: { languages: onFile } }: LoadedNeed): SpokenLanguage[] =>
  languages.map((code) => ({
    code,
    level: Math.max(WORKING_LEVEL, onFile.find(({ languageCode }) => languageCode === code)?.level ?? 0),
  }));
