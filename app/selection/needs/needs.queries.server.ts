import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { vacanciesKnownTo } from "#app/selection/call/call.queries.server.ts";

/** The vacancies that took their weights from a statement, of those the reader may know of. */
const usedBy = (actor: Actor) => ({
  where: vacanciesKnownTo(actor),
  orderBy: { reference: "asc" } as const,
  select: { id: true, reference: true },
});

/** Every statement of a mission's needs, the latest first, with the vacancies that took their weights from it. */
export async function listNeeds(actor: Actor, missionId: string) {
  const statements = await database().missionNeeds.findMany({
    where: { missionId },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      phase: true,
      createdAt: true,
      vacancies: usedBy(actor),
    },
  });
  return statements.map(({ createdAt, ...statement }) => ({
    ...statement,
    createdAt: createdAt.toISOString(),
  }));
}

/** One statement of needs with the one before it; null where the mission never made it. */
export async function readNeeds(actor: Actor, acronym: string, version: number) {
  const found = await database().missionNeeds.findMany({
    where: { mission: { acronym }, version: { in: [version - 1, version] } },
    orderBy: { version: "desc" },
    include: {
      items: { orderBy: { criterionCode: "asc" }, select: { criterionCode: true, level: true, why: true } },
      mission: {
        select: {
          acronym: true,
          nameEn: true,
          nameFr: true,
          needs: { orderBy: { version: "desc" }, take: 1, select: { version: true } },
        },
      },
      vacancies: usedBy(actor),
    },
  });
  const [needs, before] = found;
  if (!needs || needs.version !== version) return null;
  const [setBy, languages] = await Promise.all([
    database().user.findUnique({ where: { id: needs.setById }, select: { name: true } }),
    database().language.findMany({
      where: { code: { in: [...needs.languages, ...(before?.languages ?? [])] } },
      select: { code: true, nameEn: true, nameFr: true },
    }),
  ]);
  const { mission, createdAt, vacancies, ...statement } = needs;
  return {
    ...statement,
    acronym: mission.acronym,
    mission: { nameEn: mission.nameEn, nameFr: mission.nameFr },
    createdAt: createdAt.toISOString(),
    latest: mission.needs[0]?.version ?? version,
    setBy: setBy?.name ?? null,
    languageNames: languages,
    vacancies,
    before: before ?? null,
  };
}
