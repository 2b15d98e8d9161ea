import { today } from "#app/platform/clock.server.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { type Demand, usualRequirements } from "./demand.ts";
import { VACANCY_TITLE } from "./vacancy-title.ts";

const MISSION = {
  select: {
    ...{ acronym: true, nameEn: true, nameFr: true, hostCodes: true, workingLanguages: true },
    needs: {
      orderBy: { version: "desc" },
      take: 1,
      select: { languages: true, items: { select: { criterionCode: true, level: true } } },
    },
  },
} as const;

interface Stated {
  readonly languages: readonly string[];
  readonly items: readonly { readonly criterionCode: string; readonly level: number }[];
}

const needsOf = (needs: Stated | undefined) =>
  Object.fromEntries(needs?.items.map(({ criterionCode, level }) => [criterionCode, level]) ?? []);

/** What a vacancy asks, with what it is called and where it stands; null where there is none. */
export async function readVacancyDemand(vacancyId: string, reader: Reader = database()) {
  const vacancy = await reader.vacancy.findUnique({
    where: { id: vacancyId },
    select: {
      ...{ reference: true, state: true, requirements: true, decisionDueOn: true },
      needs: { select: { languages: true, items: { select: { criterionCode: true, level: true } } } },
      post: { select: { ...VACANCY_TITLE.post.select, mission: MISSION } },
      panel: { select: { members: { select: { userId: true } } } },
    },
  });
  if (!vacancy) return null;
  const { post, needs, decisionDueOn, panel } = vacancy;
  const demand: Demand = {
    roleKindCode: post.roleKindCode,
    requirements: requirementsOf(vacancy.requirements),
    hostCodes: post.mission.hostCodes,
    missionLanguages: needs.languages,
    needs: needsOf(needs),
    wantedOn: decisionDueOn ? dayOf(decisionDueOn) : today(),
  };
  return {
    ...{ demand, reference: vacancy.reference, state: vacancy.state },
    ...{ roleKind: post.roleKind, mission: post.mission.acronym },
    judges: panel?.members.map(({ userId }) => userId) ?? [],
  };
}

/**
 * What each leadership post of the missions open today asks, with whose term ends when. A post asks what its last
 * vacancy asked; one that never had any asks what a draft would.
 *
 * @param acronym of one mission; every one where none is named
 */
export async function readPosts(acronym?: string, postId?: string) {
  const day = new Date(today());
  const [posts, languages] = await Promise.all([
    database().post.findMany({
      where: {
        id: postId,
        mission: { acronym, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
      },
      orderBy: [{ mission: { acronym: "asc" } }, { roleKind: { position: "asc" } }],
      select: {
        ...{ id: true, level: true, roleKindCode: true },
        roleKind: { select: { nameEn: true, nameFr: true } },
        mission: MISSION,
        appointments: {
          where: { endsOn: { gte: day } },
          orderBy: { endsOn: "desc" },
          select: {
            ...{ startsOn: true, endsOn: true, acting: true },
            person: { select: { givenName: true, familyName: true } },
          },
        },
        vacancies: {
          orderBy: { createdAt: "desc" },
          take: 1,
          select: { id: true, reference: true, state: true, requirements: true },
        },
      },
    }),
    database().language.findMany({ select: { code: true, nameEn: true, nameFr: true } }),
  ]);
  return posts.map(({ mission, appointments, vacancies, ...post }) => {
    const [vacancy] = vacancies;
    const [last] = appointments;
    const [needs] = mission.needs;
    const tongues = needs?.languages ?? mission.workingLanguages;
    const endsOn = last ? dayOf(last.endsOn) : null;
    const demand: Demand = {
      roleKindCode: post.roleKindCode,
      requirements: vacancy
        ? requirementsOf(vacancy.requirements)
        : usualRequirements(
            languages.filter(({ code }) => tongues.includes(code)),
            mission.hostCodes,
          ),
      hostCodes: mission.hostCodes,
      missionLanguages: tongues,
      needs: needsOf(needs),
      wantedOn: daysAfter(today(), 1),
    };
    return {
      ...{ id: post.id, level: post.level, roleKindCode: post.roleKindCode, roleKind: post.roleKind },
      ...{ mission: mission.acronym, missionName: { nameEn: mission.nameEn, nameFr: mission.nameFr } },
      endsOn,
      holder: last
        ? { name: `${last.person.givenName} ${last.person.familyName}`, acting: last.acting }
        : null,
      live: vacancy && vacancy.state !== "closed" ? { id: vacancy.id, reference: vacancy.reference } : null,
      usual: !vacancy,
      demand,
    };
  });
}

export type PostDemand = Awaited<ReturnType<typeof readPosts>>[number];
