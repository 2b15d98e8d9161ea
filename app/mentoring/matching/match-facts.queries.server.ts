import type { Prisma } from "#app/generated/prisma/client.ts";
import { PROGRAMME_MONTHS } from "#app/mentoring/programme.ts";
import { zoneOf } from "#app/mentoring/session/session.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { dayOf, monthsAfter } from "#app/platform/utc-day.ts";
import type { MenteeProfile, MentorProfile } from "./match-profile.ts";
import type { MatchFacts } from "./match-proposal.ts";
import type { OpenProposal } from "./match-round.ts";
import { type Service, serviceTies } from "./match-service.ts";
import { currentWeights, livePairOrders } from "./match-settings.queries.server.ts";
import type { RunInput } from "./match-solve.ts";
import { type Declared, loadTies } from "./match-ties.queries.server.ts";

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
  findingTopics: true,
  languages: { orderBy: { languageCode: "asc" }, select: { languageCode: true, level: true } },
  wishedMentorIds: true,
  avoidMentorIds: true,
  acceptsSameState: true,
  hoursFrom: true,
  hoursTo: true,
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
  acceptsSameState: true,
  hoursFrom: true,
  hoursTo: true,
  wishedRoleKinds: true,
  wishedMandates: true,
  wishedLanguages: true,
  blackouts: { orderBy: { startsOn: "asc" }, select: { startsOn: true, endsOn: true } },
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
 * @param declared the conflicts that the register keeps by somebody's word
 */
export async function loadMatchFacts(reader: Reader, today: string, declared: readonly Declared[]) {
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
    declared,
  );
  const orders = await livePairOrders(reader);
  const { weights, weightsId } = await currentWeights(reader);
  const served = <T extends { id: string; person: LoadedPerson }>(rows: readonly T[]) =>
    rows.map(({ id, person: of }) => ({ id, services: servicesOf(of) }));
  const facts: MatchFacts = {
    mentors: mentors.map((mentor) => mentorProfile(mentor, regions)),
    mentees: needs.map((need) => menteeProfile(need, regions)),
    ties: [...known, ...serviceTies(served(mentors), served(needs), today), ...orders.forbidden],
    programme: { startsOn: today, endsOn: monthsAfter(today, PROGRAMME_MONTHS) },
    weights,
    pinned: orders.pinned,
  };
  return { input: { facts, ...answersTo(needs), today } satisfies RunInput, weightsId };
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

interface Side {
  readonly person: LoadedPerson;
  readonly hoursFrom: number;
  readonly hoursTo: number;
  readonly acceptsSameState: boolean;
}

/** What both sides' profiles have. */
const common = ({ person: of, hoursFrom, hoursTo, acceptsSameState }: Side) => ({
  personId: of.id,
  stateCodes: of.nationalities,
  timeZone: zoneOf(of),
  hours: { from: hoursFrom, to: hoursTo },
  acceptsSameState,
});

const spans = (rows: readonly { readonly startsOn: Date; readonly endsOn: Date }[]) =>
  rows.map(({ startsOn, endsOn }) => ({ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }));

const spoken = (rows: readonly { readonly languageCode: string; readonly level: number }[]) =>
  rows.map(({ languageCode, level }) => ({ code: languageCode, level }));

function mentorProfile(mentor: LoadedMentor, regions: Regions): MentorProfile {
  const missions = missionsOf(mentor.person);
  const { career, appointments, languages } = mentor.person;
  const kinds = [
    ...career.flatMap((post) => post.roleKind ?? []),
    ...appointments.map((a) => a.post.roleKind),
  ];
  return {
    id: mentor.id,
    ...common(mentor),
    languages: spoken(languages),
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
    absences: spans(mentor.blackouts),
    preferences: {
      roleKindCodes: mentor.wishedRoleKinds,
      mandateTypes: mentor.wishedMandates,
      languageCodes: mentor.wishedLanguages,
    },
  };
}

function menteeProfile(need: LoadedNeed, regions: Regions): MenteeProfile {
  const { post } = need.appointment;
  const [host] = post.mission.hostCodes;
  return {
    id: need.id,
    ...common(need),
    languages: spoken(need.languages),
    role: { code: post.roleKind.code, component: post.roleKind.component },
    missionCode: post.mission.acronym,
    region: (host && regions.get(host)) ?? null,
    mandateTypes: [post.mission.kind],
    hostConflictStateCodes: post.mission.hostCodes,
    needs: unique([...need.topics, ...need.findingTopics]),
    preferredMentorIds: need.wishedMentorIds,
    avoidMentorIds: need.avoidMentorIds,
  };
}
