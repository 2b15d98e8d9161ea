import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { MentorState } from "#app/mentoring/lifecycle.ts";
import { zoneOf } from "#app/mentoring/session/session.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { isMandateType, isTopic } from "./mentor.ts";

export const MENTORS_PER_PAGE = 50;

/** Stands for no state, so that no filter falls away. */
const NOWHERE = "--";

/** The mentors open to an actor: all for overseers, those their state has pledged for focal points. */
const mentorsOf = (actor: Actor) =>
  can(actor, "mentor.read") ? {} : { pledgedByCode: actingState(actor) ?? NOWHERE };

const NAMES = {
  statedGivenName: true,
  statedFamilyName: true,
  person: { select: { givenName: true, familyName: true } },
} as const;

const named = { select: { nameEn: true, nameFr: true } } as const;

/** Mentors, those available first, with how many pairs they hold of how many they take. */
export async function listMentors(actor: Actor, page: number) {
  const where = mentorsOf(actor);
  const [total, mentors] = await Promise.all([
    database().mentor.count({ where }),
    database().mentor.findMany({
      where,
      orderBy: [{ state: "desc" }, { person: { familyName: "asc" } }, { id: "asc" }],
      skip: (page - 1) * MENTORS_PER_PAGE,
      take: MENTORS_PER_PAGE,
      select: {
        id: true,
        state: true,
        capacity: true,
        activePairs: true,
        availableTo: true,
        ...NAMES,
        pledgedBy: named,
      },
    }),
  ]);
  return {
    total,
    mentors: mentors.map(({ availableTo, ...mentor }) => ({
      ...namedFor(actor, mentor),
      availableTo: dayOf(availableTo),
    })),
  };
}

/** The mentors one state has pledged, the latest first. */
export async function listPledges(actor: Actor, stateCode: string) {
  const mentors = await database().mentor.findMany({
    where: { pledgedByCode: stateCode },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MENTORS_PER_PAGE,
    select: {
      id: true,
      state: true,
      capacity: true,
      activePairs: true,
      createdAt: true,
      ...NAMES,
    },
  });
  return mentors.map(({ createdAt, ...mentor }) => ({
    ...namedFor(actor, mentor),
    pledgedAt: createdAt.toISOString(),
  }));
}

interface Names {
  readonly state: MentorState;
  readonly statedGivenName: string;
  readonly statedFamilyName: string;
  readonly person: { readonly givenName: string; readonly familyName: string };
}

/** Whether the reader is shown a mentor as the state typed them, who may be on file under another name. */
const asStated = (actor: Actor, { state }: Pick<Names, "state">) =>
  state === "pledged" && actingState(actor) !== null;

/** A mentor by the name the reader may know: for the state, the one it typed until the mentor has confirmed. */
function namedFor<M extends Names>(actor: Actor, mentor: M) {
  const { statedGivenName, statedFamilyName, person, ...rest } = mentor;
  const stated = { givenName: statedGivenName, familyName: statedFamilyName };
  return { ...rest, person: asStated(actor, mentor) ? stated : person };
}

const profile = {
  statedGivenName: true,
  statedFamilyName: true,
  id: true,
  state: true,
  capacity: true,
  activePairs: true,
  weeklyHours: true,
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
  biography: true,
  checkedAt: true,
  version: true,
  createdAt: true,
  pledgedBy: named,
  person: {
    select: {
      givenName: true,
      familyName: true,
      timeZone: true,
      user: { select: { timeZone: true } },
      languages: {
        orderBy: [{ level: "desc" }, { languageCode: "asc" }],
        select: { level: true, language: { select: { code: true, nameEn: true, nameFr: true } } },
      },
      career: {
        orderBy: [{ startYear: "desc" }, { startMonth: "desc" }, { id: "asc" }],
        take: 40,
        select: {
          id: true,
          title: true,
          employer: true,
          startYear: true,
          startMonth: true,
          endYear: true,
          endMonth: true,
          roleKind: named,
          mission: { select: { acronym: true } },
        },
      },
    },
  },
} satisfies Prisma.MentorSelect;

const load = (where: Prisma.MentorWhereInput) => database().mentor.findFirst({ where, select: profile });

/** What a mentor says to the programme, and not to the state that pledged them. */
const UNTOLD = {
  blackouts: [],
  wishedRoleKinds: [],
  wishedMandates: [],
  wishedLanguages: [],
  checkedOn: null,
};

/** One mentor's profile, for overseers and the state that pledged them. */
export async function readMentor(actor: Actor, mentorId: string) {
  const found = await load({ AND: [{ id: mentorId }, mentorsOf(actor)] });
  if (!found) return null;
  if (!asStated(actor, found)) return { ...shown(found), ...(can(actor, "mentor.read") ? {} : UNTOLD) };
  // Who has not agreed is shown as the state typed them: what else is on file stays there.
  return {
    ...shown(found),
    ...{ ...UNTOLD, languages: [], career: [], timeZone: "UTC" },
    name: `${found.statedGivenName} ${found.statedFamilyName}`,
  };
}

/** The profile of the mentor who asks, or null where the actor is none. */
export async function readOwnMentor(actor: Actor) {
  const { personId } = actor;
  if (personId === null || !can(actor, "mentor.readOwn")) return null;
  const found = await load({ personId });
  return found && shown(found);
}

export type MentorProfilePage = NonNullable<Awaited<ReturnType<typeof readMentor>>>;

function shown({ person, ...mentor }: NonNullable<Awaited<ReturnType<typeof load>>>) {
  return {
    ...mentor,
    topics: mentor.topics.filter(isTopic),
    mandateTypes: mentor.mandateTypes.filter(isMandateType),
    wishedMandates: mentor.wishedMandates.filter(isMandateType),
    blackouts: mentor.blackouts.map(({ startsOn, endsOn }) => ({
      ...{ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) },
    })),
    checkedOn: mentor.checkedAt ? dayOf(mentor.checkedAt) : null,
    availableFrom: dayOf(mentor.availableFrom),
    availableTo: dayOf(mentor.availableTo),
    pledgedOn: dayOf(mentor.createdAt),
    name: `${person.givenName} ${person.familyName}`,
    timeZone: zoneOf(person),
    languages: person.languages.map(({ level, language }) => ({ level, ...language })),
    career: person.career,
  };
}

/** What a pledge chooses from beside the states: kinds of post, and the missions. */
export async function listPledgeChoices() {
  const [roleKinds, missions] = await Promise.all([
    database().roleKind.findMany({
      orderBy: { position: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
    database().mission.findMany({ orderBy: { acronym: "asc" }, select: { id: true, acronym: true } }),
  ]);
  return { roleKinds, missions };
}

/** The languages to choose from. */
export const listLanguages = () =>
  database().language.findMany({
    orderBy: { nameEn: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });
