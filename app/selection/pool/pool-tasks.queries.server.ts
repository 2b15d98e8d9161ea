import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { statesOf } from "#app/selection/screening/screener.ts";

const LIMIT = 50;
/** Days in which somebody who agreed should be reviewed: Cadre's own choice. */
const REVIEW_DAYS = 21;
const DAY = 86_400_000;

/** What waits of calls for the cadre: for an officer, people to review; for who was nominated, the question to answer. */
export async function poolTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "pool.review")) return reviews(actor);
  const { personId } = actor;
  return personId !== null && can(actor, "pool.answer", { personId }) ? answers(actor, personId) : [];
}

interface Waiting {
  readonly nominationId: string;
  readonly answeredAt: Date;
  /** Of the call: one for the cadre at large has its own. */
  readonly title: unknown;
  readonly name: string;
}

/** Those who agreed and are not reviewed yet, less those on whom the officer has found, whom they put forward or are. */
async function reviews(actor: Actor): Promise<readonly Task[]> {
  const waiting = await database().$queryRaw<readonly Waiting[]>`
    select r."nominationId", r."answeredAt", c."title", p."givenName" || ' ' || p."familyName" as "name"
    from "PoolReview" r join "Nomination" n on n."id" = r."nominationId" join "Call" c on c."id" = n."callId"
    join "Person" p on p."id" = n."personId"
    where r."state" = 'consented' and n."state" = 'submitted' and n."nominatedById" <> ${actor.userId}
    and p."userId" is distinct from ${actor.userId}
    and not exists (select from "PoolSheet" s where s."nominationId" = n."id" and s."officerId" = ${actor.userId})
    and (n."stateCode" is null or n."stateCode" <> all(${[...statesOf(actor)]}::text[]))
    order by r."answeredAt", r."nominationId" limit ${LIMIT}`;
  return waiting.map(({ nominationId, answeredAt, title, name }) => ({
    id: `reviewForCadre:${nominationId}`,
    title: "nominating.pool.task.review",
    params: { name, call: nameOfCall(actor.locale, { title, vacancies: [] }) },
    to: paths.poolReview(nominationId),
    dueAt: new Date(answeredAt.getTime() + REVIEW_DAYS * DAY).toISOString().slice(0, 10),
  }));
}

async function answers(actor: Actor, personId: string): Promise<readonly Task[]> {
  const asked = await database().nomination.findMany({
    where: { personId, state: "submitted", poolReview: { state: "asked" } },
    orderBy: { submittedAt: "asc" },
    take: LIMIT,
    select: {
      id: true,
      call: { select: NAMED_CALL },
      poolReview: {
        select: { invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } } },
      },
    },
  });
  return asked.map(({ id, call, poolReview }) => ({
    id: `agreeToCadre:${id}`,
    title: "nominating.pool.task.answer",
    params: { call: nameOfCall(actor.locale, call) },
    to: paths.myNomination(id),
    dueAt: poolReview?.invitations[0]?.expiresAt.toISOString() ?? null,
  }));
}
