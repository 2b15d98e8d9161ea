import type { Actor } from "#app/access/actor.ts";
import type { Task } from "#app/access/task.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { clearancesIn } from "./clearance.queries.server.ts";
import type { CandidacyState } from "./lifecycle.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { toScreen } from "./screening.queries.server.ts";
import { slowBefore, USUAL_DAYS } from "./stage-clock.ts";

const LIMIT = 50;

/** What waits for an officer: findings of their own, third opinions, answers that came in, and cases that stand still. */
export async function screeningTasks(actor: Actor): Promise<readonly Task[]> {
  const [owed, answered, slow, overdue] = await Promise.all([
    owedTasks(actor),
    answeredTasks(actor),
    slowTasks(actor),
    database().clearance.count({ where: clearancesIn("overdue") }),
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
          },
        ];
  return [...owed, ...answered, ...slow, ...gates];
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

/** One task a vacancy: how many wait for this officer; apart from them, those on which two others disagree. */
async function owedTasks(actor: Actor): Promise<readonly Task[]> {
  const mine = { ...toScreen(actor), screeningRound: 1 };
  const own = { supersededAt: null, screenerId: actor.userId ?? "" };
  const disagreed = { supersededAt: null, seat: 2 };
  const [first, third] = await Promise.all([
    vacanciesWith({ ...mine, screeningSheets: { none: { OR: [own, disagreed] } } }),
    vacanciesWith({ ...mine, screeningSheets: { none: own, some: disagreed } }),
  ]);
  const taskOf =
    (kind: "screen" | "third") =>
    (vacancy: (typeof first)[number]): Task => ({
      id: `${kind}:${vacancy.id}`,
      title: `vetting.task.${kind}`,
      params: { ...paramsOf(actor, vacancy), count: vacancy._count.candidacies },
      to: `${paths.vacancy(vacancy.id)}?state=consented`,
      dueAt: null,
    });
  return [...third.map(taskOf("third")), ...first.map(taskOf("screen"))];
}

/** Vacancies under screening that have such candidacies, with how many. */
const vacanciesWith = (candidacies: Prisma.CandidacyWhereInput) =>
  database().vacancy.findMany({
    where: { state: "screening", candidacies: { some: candidacies } },
    orderBy: { id: "asc" },
    take: LIMIT,
    select: { ...VACANCY_TITLE, id: true, _count: { select: { candidacies: { where: candidacies } } } },
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

/** One task a vacancy: how many of its cases have stood longer than usual where they stand. */
async function slowTasks(actor: Actor): Promise<readonly Task[]> {
  const states = Object.entries(USUAL_DAYS) as [CandidacyState, number][];
  const slow = {
    OR: states.map(([state, days]) => ({
      state,
      stages: { none: { reachedAt: { gt: slowBefore(days, now()) } } },
    })),
  };
  const vacancies = await database().vacancy.findMany({
    where: { state: { notIn: ["draft", "closed"] }, candidacies: { some: slow } },
    orderBy: [{ decisionDueOn: "asc" }, { id: "asc" }],
    take: LIMIT,
    select: { ...VACANCY_TITLE, id: true, _count: { select: { candidacies: { where: slow } } } },
  });
  return vacancies.map((vacancy) => ({
    id: `slow:${vacancy.id}`,
    title: "vetting.task.slow" as const,
    params: { ...paramsOf(actor, vacancy), count: vacancy._count.candidacies },
    to: paths.vacancy(vacancy.id),
    dueAt: null,
  }));
}
