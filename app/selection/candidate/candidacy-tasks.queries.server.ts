import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { clearanceTasks } from "#app/selection/clearance/clearance-tasks.queries.server.ts";
import { countSuspected } from "#app/selection/duplicate/duplicate.queries.server.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { screeningTasks } from "#app/selection/screening/screening-tasks.queries.server.ts";

const LIMIT = 50;

/** What waits for a candidate, for the secretariat's screeners and for a vetting officer. */
export async function candidacyTasks(actor: Actor): Promise<readonly Task[]> {
  if (actor.personId !== null && can(actor, "case.listOwn")) return ownTasks(actor, actor.personId);
  if (can(actor, "screening.record")) {
    return (await Promise.all([screeningTasks(actor), duplicateTasks(actor)])).flat();
  }
  return can(actor, "clearance.record") ? clearanceTasks(actor) : [];
}

/** Consent that is awaited, questions of the secretariat, and feedback to read and say who may see. */
async function ownTasks(actor: Actor, personId: string): Promise<readonly Task[]> {
  const [waiting, asked, told] = await Promise.all([
    database().candidacy.findMany({
      where: { personId, state: "nominated", vacancy: { state: { in: ["open", "screening"] } } },
      orderBy: { createdAt: "asc" },
      take: LIMIT,
      select: {
        id: true,
        vacancy: { select: VACANCY_TITLE },
        invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
      },
    }),
    database().fileRequest.findMany({
      where: { answeredAt: null, dueAt: { gt: now() }, candidacy: { personId, state: "consented" } },
      orderBy: { dueAt: "asc" },
      take: LIMIT,
      select: {
        id: true,
        candidacyId: true,
        dueAt: true,
        candidacy: { select: { vacancy: { select: VACANCY_TITLE } } },
      },
    }),
    database().feedback.findMany({
      where: { state: "released", answeredAt: null, candidacy: { personId } },
      orderBy: { releasedAt: "asc" },
      take: LIMIT,
      select: { candidacyId: true, vacancy: { select: VACANCY_TITLE } },
    }),
  ]);
  const paramsOf = ({ post }: (typeof waiting)[number]["vacancy"]) => ({
    post: nameIn(actor.locale, post.roleKind),
    mission: post.mission.acronym,
  });
  return [
    ...waiting.map(({ id, vacancy, invitations }) => ({
      id: `consent:${id}`,
      title: "selection.task.consent" as const,
      params: paramsOf(vacancy),
      to: paths.consent(id),
      dueAt: invitations[0]?.expiresAt.toISOString() ?? null,
    })),
    ...asked.map(({ id, candidacyId, dueAt, candidacy }) => ({
      id: `answer:${id}`,
      title: "vetting.task.answer" as const,
      params: paramsOf(candidacy.vacancy),
      to: paths.myQuestions(candidacyId),
      dueAt: new Date(dueAt.getTime() - 1).toISOString(),
    })),
    ...told.map(({ candidacyId, vacancy }) => ({
      id: `feedback:${candidacyId}`,
      title: "feedback.taskRead" as const,
      params: paramsOf(vacancy),
      to: paths.myFeedback(candidacyId),
      dueAt: null,
    })),
  ];
}

async function duplicateTasks(actor: Actor): Promise<readonly Task[]> {
  const count = await countSuspected(actor);
  if (count === 0) return [];
  const title = "selection.task.duplicates" as const;
  return [{ id: "duplicates", title, params: { count }, to: paths.duplicates(), dueAt: null }];
}
