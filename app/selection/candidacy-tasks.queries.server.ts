import type { Actor } from "#app/access/actor.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { clearancesToRecord, notOwnCase } from "./clearance.queries.server.ts";
import { countSuspected } from "./duplicate.queries.server.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";

const LIMIT = 50;

/** What waits for a candidate, for the secretariat's screeners and for a vetting officer. */
export async function candidacyTasks(actor: Actor): Promise<readonly Task[]> {
  if (actor.role === "candidate" && actor.personId !== null) return consentTasks(actor, actor.personId);
  if (actor.role === "secretariat") {
    return (await Promise.all([screeningTasks(actor), duplicateTasks(actor)])).flat();
  }
  return actor.role === "vettingOfficer" ? clearanceTasks(actor) : [];
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

async function consentTasks(actor: Actor, personId: string): Promise<readonly Task[]> {
  const waiting = await database().candidacy.findMany({
    where: { personId, state: "nominated", vacancy: { state: { in: ["open", "screening"] } } },
    orderBy: { createdAt: "asc" },
    take: LIMIT,
    select: {
      id: true,
      vacancy: { select: VACANCY_TITLE },
      invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
    },
  });
  return waiting.map(({ id, vacancy, invitations }) => ({
    id: `consent:${id}`,
    title: "selection.task.consent" as const,
    params: paramsOf(actor, vacancy),
    to: paths.consent(id),
    dueAt: invitations[0]?.expiresAt.toISOString() ?? null,
  }));
}

async function screeningTasks(actor: Actor): Promise<readonly Task[]> {
  const vacancies = await database().vacancy.findMany({
    where: { state: "screening", candidacies: { some: { state: "consented" } } },
    orderBy: { call: { closesAt: "asc" } },
    take: LIMIT,
    select: {
      ...VACANCY_TITLE,
      id: true,
      _count: { select: { candidacies: { where: { state: "consented" } } } },
    },
  });
  return vacancies.map((vacancy) => ({
    id: `screen:${vacancy.id}`,
    title: "selection.task.screen" as const,
    params: { ...paramsOf(actor, vacancy), count: vacancy._count.candidacies },
    to: `${paths.vacancy(vacancy.id)}?state=consented`,
    dueAt: null,
  }));
}

async function duplicateTasks(actor: Actor): Promise<readonly Task[]> {
  const count = await countSuspected(actor);
  if (count === 0) return [];
  const title = "selection.task.duplicates" as const;
  return [{ id: "duplicates", title, params: { count }, to: paths.duplicates(), dueAt: null }];
}

async function clearanceTasks(actor: Actor): Promise<readonly Task[]> {
  const waiting = { AND: [clearancesToRecord(), notOwnCase(actor)] };
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
      ...paramsOf(actor, vacancy),
      count: vacancy.candidacies.reduce((sum, { _count }) => sum + _count.clearances, 0),
    },
    to: paths.clearances(),
    dueAt: vacancy.decisionDueOn?.toISOString().slice(0, 10) ?? null,
  }));
}
