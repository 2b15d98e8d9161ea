import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { openTo } from "#app/selection/call/call.queries.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";

const LIMIT = 50;

/** Days before a term ends from which a successor should be sought. */
const SUCCESSION_DAYS = 270;

/** What waits for the secretariat before a call closes, and for a focal point while it is open. */
export async function vacancyTasks(actor: Actor): Promise<readonly Task[]> {
  const stateCode = actingState(actor);
  if (stateCode !== null) return nominationTasks(actor, stateCode);
  if (actor.userId !== null && can(actor, "nomination.submitOwn")) return ownDraftTasks(actor, actor.userId);
  if (!can(actor, "vacancy.draft")) return [];
  const [vacancies, posts] = await Promise.all([vacancyRows(), successionRows()]);
  const drafts = vacancies.map(
    (vacancy): Task => ({
      id: `call:${vacancy.id}`,
      title: "call.task.draft",
      params: paramsOf(actor, vacancy.post),
      to: paths.newCall({ vacancy: vacancy.id }),
      dueAt: null,
    }),
  );
  const successions = posts.map(
    (post): Task => ({
      id: `draft:${post.id}`,
      title: "selection.task.draft",
      params: paramsOf(actor, post),
      to:
        post.mission._count.needs > 0 ? paths.newVacancy(post.id) : paths.missionNeeds(post.mission.acronym),
      dueAt: post.appointments[0]?.endsOn.toISOString().slice(0, 10) ?? null,
    }),
  );
  return [...drafts, ...successions];
}

interface Titled {
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
  readonly mission: { readonly acronym: string };
}

const paramsOf = (actor: Actor, { roleKind, mission }: Titled) => ({
  post: nameIn(actor.locale, roleKind),
  mission: mission.acronym,
});

/** Drafted vacancies that no call has been drafted for. */
const vacancyRows = () =>
  database().vacancy.findMany({
    where: { state: "draft", callId: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: LIMIT,
    select: { ...VACANCY_TITLE, id: true },
  });

/** Posts whose holder's term ends soon, without a successor and without a vacancy under way. */
function successionRows() {
  const today = now();
  const soon = new Date(today.getTime() + SUCCESSION_DAYS * 86_400_000);
  return database().post.findMany({
    where: {
      appointments: { some: { endsOn: { gte: today, lte: soon } }, none: { endsOn: { gt: soon } } },
      vacancies: { none: { state: { not: "closed" } } },
    },
    orderBy: { id: "asc" },
    take: LIMIT,
    select: {
      id: true,
      roleKind: { select: { nameEn: true, nameFr: true } },
      mission: { select: { acronym: true, _count: { select: { needs: true } } } },
      appointments: {
        where: { endsOn: { gte: today } },
        orderBy: { endsOn: "desc" },
        take: 1,
        select: { endsOn: true },
      },
    },
  });
}

/** Calls open to the state for which it has nominated nobody, or on whose list drafts wait. */
async function nominationTasks(actor: Actor, stateCode: string): Promise<readonly Task[]> {
  const calls = await database().call.findMany({
    where: {
      AND: [
        openTo(stateCode, now()),
        {
          OR: [
            { nominations: { none: { stateCode, state: "submitted" } } },
            { drafts: { some: { stateCode, submittedAt: null } } },
          ],
        },
      ],
    },
    orderBy: { closesAt: "asc" },
    take: LIMIT,
    select: {
      ...NAMED_CALL,
      id: true,
      closesAt: true,
      _count: { select: { drafts: { where: { stateCode, submittedAt: null } } } },
    },
  });
  return calls.map(({ id, closesAt, _count, ...call }) => ({
    id: `nominate:${id}`,
    title: _count.drafts > 0 ? ("nominating.task.drafts" as const) : ("nominating.task.nominate" as const),
    params: { call: nameOfCall(actor.locale, call), count: _count.drafts },
    to: paths.list(id),
    dueAt: closesAt?.toISOString() ?? null,
  }));
}

/** Somebody's own nominations that are begun and not submitted, while their calls are open. */
async function ownDraftTasks(actor: Actor, userId: string): Promise<readonly Task[]> {
  const drafts = await database().nomineeDraft.findMany({
    where: {
      ...{ createdById: userId, stateCode: null, submittedAt: null },
      call: { state: "open", takesUntil: { gt: now() } },
    },
    orderBy: { call: { closesAt: "asc" } },
    take: LIMIT,
    select: { id: true, call: { select: { ...NAMED_CALL, closesAt: true } } },
  });
  return drafts.map(({ id, call }) => ({
    id: `ownDraft:${id}`,
    title: "nominating.task.own" as const,
    params: { call: nameOfCall(actor.locale, call) },
    to: paths.draft(id),
    dueAt: call.closesAt?.toISOString() ?? null,
  }));
}
