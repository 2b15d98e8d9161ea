import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { stageClock } from "#app/selection/candidate/stage-clock.ts";
import { CLEARANCE_FACTS, CLEARANCE_KINDS, clearancesMissing } from "#app/selection/clearance/clearance.ts";
import { nominationOpenTo, notRecused } from "#app/selection/conflict/recusal.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { readRubric } from "#app/selection/rubric/rubric.queries.server.ts";

export const VACANCIES_PER_PAGE = 50;
export const CANDIDACIES_PER_PAGE = 200;

/** Who asks: what is withheld from them is neither listed nor counted. */
type Reader = Pick<Actor, "userId">;

const TITLE = { ...VACANCY_TITLE, id: true, state: true } as const;

interface VacancyFilter {
  readonly state?: VacancyState;
  readonly page: number;
}

/** Every vacancy, the newest first, with how many are nominated. */
export async function listVacancies(actor: Reader, { state, page }: VacancyFilter) {
  const where = { state };
  const [total, vacancies] = await Promise.all([
    database().vacancy.count({ where }),
    database().vacancy.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * VACANCIES_PER_PAGE,
      take: VACANCIES_PER_PAGE,
      select: {
        ...TITLE,
        call: { select: { closesAt: true } },
        _count: { select: { nominations: { where: { state: "submitted", ...nominationOpenTo(actor) } } } },
      },
    }),
  ]);
  return {
    total,
    vacancies: vacancies.map(({ post, call, _count, ...vacancy }) => ({
      ...vacancy,
      ...post,
      closesAt: call?.closesAt?.toISOString() ?? null,
      nominations: _count.nominations,
    })),
  };
}

export type VacancyRow = Awaited<ReturnType<typeof listVacancies>>["vacancies"][number];

/** One vacancy with its dates, its rubric, its panel and how many candidacies stand in each state. */
export async function readVacancy(actor: Reader, id: string) {
  const [vacancy, rubric, states] = await Promise.all([
    database().vacancy.findUnique({
      where: { id },
      select: {
        ...TITLE,
        postId: true,
        needsId: true,
        requirements: true,
        shortlistSize: true,
        closedReason: true,
        call: { select: { reference: true, closesAt: true, takesUntil: true } },
        decisionDueOn: true,
        panel: { select: { id: true, phase: true } },
        needs: {
          select: {
            version: true,
            mission: { select: { needs: { orderBy: { version: "desc" }, take: 1, select: { id: true } } } },
          },
        },
      },
    }),
    readRubric(database(), id),
    database().candidacy.groupBy({
      by: ["state"],
      where: { vacancyId: id, ...notRecused(actor) },
      _count: { _all: true },
    }),
  ]);
  if (!vacancy || !rubric) return null;
  const { post, needs, call, decisionDueOn, ...facts } = vacancy;
  return {
    ...facts,
    ...post,
    rubric,
    call: call && { reference: call.reference },
    closesAt: call?.closesAt?.toISOString() ?? null,
    decisionDueOn: decisionDueOn?.toISOString().slice(0, 10) ?? null,
    pastClose: call?.takesUntil != null && call.takesUntil <= now(),
    needsVersion: needs.version,
    needsNewer: needs.mission.needs[0]?.id !== vacancy.needsId,
    counts: states.map(({ state, _count }) => ({ state, count: _count._all })),
  };
}

interface CandidacyFilter {
  readonly vacancyId: string;
  readonly state?: CandidacyState;
  readonly page: number;
}

/** The candidacies for a vacancy, by family name. */
export async function listCandidacies(actor: Reader, { vacancyId, state, page }: CandidacyFilter) {
  const where = { vacancyId, state, ...notRecused(actor) };
  const today = now();
  const [total, candidacies] = await Promise.all([
    database().candidacy.count({ where }),
    database().candidacy.findMany({
      where,
      orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
      skip: (page - 1) * CANDIDACIES_PER_PAGE,
      take: CANDIDACIES_PER_PAGE,
      select: {
        id: true,
        state: true,
        updatedAt: true,
        stages: { select: { reachedAt: true } },
        person: { select: { givenName: true, familyName: true, gender: true, nationalities: true } },
        nomination: {
          select: { nominatingState: { select: { nameEn: true, nameFr: true } }, submittedAt: true },
        },
        clearances: { select: CLEARANCE_FACTS },
      },
    }),
  ]);
  return {
    total,
    candidacies: candidacies.map(({ person, nomination, clearances, stages, updatedAt, ...candidacy }) => ({
      ...candidacy,
      ...person,
      nominatingState: nomination.nominatingState,
      nominatedAt: nomination.submittedAt.toISOString(),
      changedAt: updatedAt.toISOString(),
      clock: stageClock(candidacy.state, stages, today),
      cleared:
        clearances.length === 0 ? 0 : CLEARANCE_KINDS.length - clearancesMissing(clearances, today).length,
      clearances: clearances.length,
    })),
  };
}

/** Posts a vacancy can be drafted for: the mission's needs are stated and none is under way beyond a draft. */
export async function listDraftablePosts() {
  const today = now();
  const posts = await database().post.findMany({
    where: {
      mission: { needs: { some: {} }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
      vacancies: { none: { state: { notIn: ["draft", "closed"] } } },
    },
    orderBy: [{ mission: { acronym: "asc" } }, { roleKind: { position: "asc" } }],
    select: {
      id: true,
      level: true,
      roleKind: { select: { code: true, nameEn: true, nameFr: true, component: true } },
      mission: {
        select: {
          acronym: true,
          needs: { orderBy: { version: "desc" }, take: 1, select: { languages: true } },
        },
      },
      appointments: {
        where: { endsOn: { gte: today } },
        orderBy: { endsOn: "desc" },
        take: 1,
        select: { endsOn: true },
      },
    },
  });
  return posts.map(({ appointments, mission, ...post }) => ({
    ...post,
    mission: { acronym: mission.acronym },
    languages: mission.needs[0]?.languages ?? [],
    heldUntil: appointments[0]?.endsOn.toISOString().slice(0, 10) ?? null,
  }));
}
