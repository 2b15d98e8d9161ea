import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { vacanciesKnownTo } from "#app/selection/call/call.queries.server.ts";

/** The operations that are open today, with how many leadership posts fall vacant within a year. */
export async function listMissions() {
  const today = now();
  const inAYear = new Date(today.getTime() + 365 * 86_400_000);
  const missions = await database().mission.findMany({
    where: { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    orderBy: { acronym: "asc" },
    select: {
      id: true,
      acronym: true,
      nameEn: true,
      nameFr: true,
      kind: true,
      headquarters: true,
      needs: { orderBy: { version: "desc" }, take: 1, select: { version: true, createdAt: true } },
      posts: {
        select: {
          appointments: {
            where: { startsOn: { lte: today }, endsOn: { gte: today, lte: inAYear } },
            select: { id: true },
          },
          _count: { select: { appointments: true } },
        },
      },
    },
  });
  return missions.map(({ posts, needs, ...mission }) => ({
    ...mission,
    needsVersion: needs[0]?.version ?? null,
    needsSetAt: needs[0]?.createdAt.toISOString() ?? null,
    posts: posts.length,
    fallingVacant: posts.filter((post) => post.appointments.length > 0).length,
  }));
}

/** One mission with its leadership posts, who holds them, the vacancies the reader may know of, and its latest statement of needs. */
export async function readMission(actor: Actor, acronym: string) {
  const today = now();
  const mission = await database().mission.findUnique({
    where: { acronym },
    include: {
      needs: {
        orderBy: { version: "desc" },
        take: 1,
        include: { items: { orderBy: { criterionCode: "asc" } } },
      },
      posts: {
        orderBy: { roleKind: { position: "asc" } },
        include: {
          roleKind: true,
          appointments: {
            where: { startsOn: { lte: today }, endsOn: { gte: today } },
            include: {
              person: { select: { givenName: true, familyName: true, gender: true, nationalities: true } },
            },
          },
          vacancies: {
            where: { AND: [{ state: { not: "closed" } }, vacanciesKnownTo(actor)] },
            select: { id: true, reference: true, state: true },
          },
        },
      },
    },
  });
  if (!mission) return null;
  const { needs, posts, ...facts } = mission;
  return {
    ...facts,
    startsOn: facts.startsOn.toISOString().slice(0, 10),
    endsOn: facts.endsOn?.toISOString().slice(0, 10) ?? null,
    needs: needs[0] ? { ...needs[0], createdAt: needs[0].createdAt.toISOString() } : null,
    posts: posts.map(({ appointments, ...post }) => ({
      ...post,
      incumbents: appointments.map(({ person, endsOn, acting }) => ({
        ...person,
        acting,
        endsOn: endsOn.toISOString().slice(0, 10),
      })),
    })),
  };
}
export type Mission = NonNullable<Awaited<ReturnType<typeof readMission>>>;

/** The languages to choose from. */
export const listLanguages = () =>
  database().language.findMany({
    orderBy: { nameEn: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });

/** The role kinds to choose from, with the levels at which each is found. */
export const listRoleKinds = () =>
  database().roleKind.findMany({
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true, levels: true },
  });

/** What a mission is called. */
export const readMissionTitle = (acronym: string) =>
  database().mission.findUnique({
    where: { acronym },
    select: { id: true, acronym: true, nameEn: true, nameFr: true },
  });

/** One post by its mission and kind. */
export const readPost = (id: string) =>
  database().post.findUnique({
    where: { id },
    select: {
      id: true,
      level: true,
      roleKind: { select: { nameEn: true, nameFr: true } },
      mission: { select: { acronym: true } },
    },
  });
