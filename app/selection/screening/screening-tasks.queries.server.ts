import type { Actor } from "#app/access/actor.ts";
import type { Task } from "#app/access/task.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { slowBefore, USUAL_DAYS } from "#app/selection/candidate/stage-clock.ts";
import { clearancesIn, notOwnCase } from "#app/selection/clearance/clearance.queries.server.ts";
import type { CandidacyState } from "#app/selection/lifecycle.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { toScreen } from "./screening.queries.server.ts";

const LIMIT = 50;

/** What waits for an officer: findings of their own, third opinions, answers that came in, and cases that stand still. */
export async function screeningTasks(actor: Actor): Promise<readonly Task[]> {
  const [ofVacancies, answered, overdue] = await Promise.all([
    vacancyTasks(actor),
    answeredTasks(actor),
    database().clearance.count({ where: { AND: [clearancesIn("overdue"), notOwnCase(actor)] } }),
  ]);
  const gates: readonly Task[] =
    overdue === 0
      ? []
      : [
          {
            id: "gatesOverdue",
            title: "vetting.task.gatesOverdue",
            params: { count: overdue },
            to: paths.clearances({ show: "overdue" }),
            dueAt: null,
            late: true,
          },
        ];
  return [...ofVacancies, ...answered, ...gates];
}

interface Titled {
  readonly post: {
    readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
    readonly mission: { readonly acronym: string };
  };
}

const paramsOf = (actor: Actor, { post }: Titled) => ({
  post: nameIn(actor.locale, post.roleKind),
  mission: post.mission.acronym,
});

/** One task a vacancy: how many wait for this officer, those on which two others disagree apart, and how many stand still. */
async function vacancyTasks(actor: Actor): Promise<readonly Task[]> {
  const mine = { ...toScreen(actor), screeningRound: 1 };
  const own = { supersededAt: null, screenerId: actor.userId ?? "" };
  const disagreed = { supersededAt: null, seat: 2 };
  const counts = await Promise.all([
    perVacancy("third", { ...mine, screeningSheets: { none: own, some: disagreed } }),
    perVacancy("screen", { ...mine, screeningSheets: { none: { OR: [own, disagreed] } } }),
    perVacancy("slow", standingStill()),
  ]);
  const vacancies = await database().vacancy.findMany({
    where: { id: { in: counts.flat().map(({ vacancyId }) => vacancyId) } },
    select: { ...VACANCY_TITLE, id: true },
  });
  return counts.flat().flatMap(({ kind, vacancyId, count }): Task[] => {
    const vacancy = vacancies.find(({ id }) => id === vacancyId);
    if (!vacancy) return [];
    return [
      {
        id: `${kind}:${vacancyId}`,
        title: `vetting.task.${kind}`,
        params: { ...paramsOf(actor, vacancy), count },
        to: kind === "slow" ? paths.vacancy(vacancyId) : `${paths.vacancy(vacancyId)}?state=consented`,
        dueAt: null,
        late: kind === "slow",
      },
    ];
  });
}

/** How many such candidacies each vacancy has. */
async function perVacancy<K extends "third" | "screen" | "slow">(kind: K, where: Prisma.CandidacyWhereInput) {
  const groups = await database().candidacy.groupBy({
    by: ["vacancyId"],
    where,
    orderBy: { vacancyId: "asc" },
    take: LIMIT,
    _count: { _all: true },
  });
  return groups.map(({ vacancyId, _count }) => ({ kind, vacancyId, count: _count._all }));
}

/** Cases that have stood longer than usual where they stand. */
const standingStill = (): Prisma.CandidacyWhereInput => ({
  vacancy: { state: { notIn: ["draft", "closed"] } },
  OR: (Object.entries(USUAL_DAYS) as [CandidacyState, number][]).map(([state, days]) => ({
    state,
    stages: { none: { reachedAt: { gt: slowBefore(days, now()) } } },
  })),
});

/** Cases whose candidate has answered, and that this officer has not screened since. */
async function answeredTasks(actor: Actor): Promise<readonly Task[]> {
  const answered = await database().candidacy.findMany({
    where: { ...toScreen(actor), screeningRound: { gt: 1 } },
    orderBy: { updatedAt: "asc" },
    take: LIMIT,
    select: {
      id: true,
      person: { select: { givenName: true, familyName: true } },
      vacancy: { select: VACANCY_TITLE },
    },
  });
  return answered.map(({ id, person, vacancy }) => ({
    id: `answered:${id}`,
    title: "vetting.task.answered" as const,
    params: { ...paramsOf(actor, vacancy), name: `${person.givenName} ${person.familyName}` },
    to: paths.screening(id),
    dueAt: null,
  }));
}
