import type { Actor } from "#app/access/actor.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { clearancesIn, notOwnCase } from "./clearance.queries.server.ts";

const LIMIT = 50;

/** What waits for a vetting officer: gates to record, one task a vacancy; of their own, those overdue and those about to expire. */
export async function clearanceTasks(actor: Actor): Promise<readonly Task[]> {
  const own = (view: "overdue" | "expiring") => ({
    AND: [clearancesIn(view), notOwnCase(actor), { ownerId: actor.userId ?? "" }],
  });
  const [record, overdue, expiring] = await Promise.all([
    toRecord(actor),
    database().clearance.count({ where: own("overdue") }),
    database().clearance.count({ where: own("expiring") }),
  ]);
  const counted = [
    { view: "overdue", count: overdue },
    { view: "expiring", count: expiring },
  ] as const;
  return [
    ...counted
      .filter(({ count }) => count > 0)
      .map(({ view, count }) => ({
        id: view,
        title: `vetting.task.${view}` as const,
        params: { count },
        to: paths.clearances({ show: view, mine: "yes" }),
        dueAt: null,
        late: view === "overdue",
      })),
    ...record,
  ];
}

async function toRecord(actor: Actor): Promise<readonly Task[]> {
  const waiting = { AND: [clearancesIn("waiting"), notOwnCase(actor)] };
  const vacancies = await database().vacancy.findMany({
    where: { candidacies: { some: { clearances: { some: waiting } } } },
    orderBy: [{ decisionDueOn: "asc" }, { id: "asc" }],
    take: LIMIT,
    select: {
      ...VACANCY_TITLE,
      id: true,
      decisionDueOn: true,
      candidacies: { select: { _count: { select: { clearances: { where: waiting } } } } },
    },
  });
  return vacancies.map((vacancy) => ({
    id: `clear:${vacancy.id}`,
    title: "selection.task.clear" as const,
    params: {
      post: nameIn(actor.locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      count: vacancy.candidacies.reduce((sum, { _count }) => sum + _count.clearances, 0),
    },
    to: paths.clearances(),
    dueAt: vacancy.decisionDueOn?.toISOString().slice(0, 10) ?? null,
  }));
}
