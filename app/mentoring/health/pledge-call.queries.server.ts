import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";

export const PLEDGE_CALLS_PER_PAGE = 25;

const MOST_TASKS = 20;

/** Stands for no state, so that no filter falls away. */
const NOWHERE = "--";

const named = { select: { code: true, nameEn: true, nameFr: true } } as const;

/** The calls open to an actor: all for overseers, those sent to their state for focal points. */
function callsOf(actor: Actor): Prisma.PledgeCallWhereInput {
  if (can(actor, "pledgeCall.list")) return {};
  return { state: "sent", addressees: { some: { stateCode: actingState(actor) ?? NOWHERE } } };
}

/** The answers an actor may know of: all for overseers, their own state's for focal points. */
const answersOf = (actor: Actor): Prisma.PledgeAnswerWhereInput =>
  can(actor, "pledgeCall.list") ? {} : { mentor: { pledgedByCode: actingState(actor) ?? NOWHERE } };

/** Calls for pledges, drafts first and then the latest, with how many pledges have answered each. */
export async function listPledgeCalls(actor: Actor, page: number) {
  const where = callsOf(actor);
  const [total, calls] = await Promise.all([
    database().pledgeCall.count({ where }),
    database().pledgeCall.findMany({
      where,
      orderBy: [{ state: "asc" }, { createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PLEDGE_CALLS_PER_PAGE,
      take: PLEDGE_CALLS_PER_PAGE,
      select: {
        id: true,
        state: true,
        gaps: true,
        answerBy: true,
        sentAt: true,
        _count: { select: { addressees: true, answers: { where: answersOf(actor) } } },
      },
    }),
  ]);
  return {
    total,
    calls: calls.map(({ answerBy, sentAt, _count, ...call }) => ({
      ...call,
      answerBy: dayOf(answerBy),
      sentAt: sentAt?.toISOString() ?? null,
      addressed: _count.addressees,
      answers: _count.answers,
    })),
  };
}

/** One call; a focal point sees the message to their own state, and what their state answered. */
export async function readPledgeCall(actor: Actor, callId: string) {
  const ownState = can(actor, "pledgeCall.list") ? null : (actingState(actor) ?? NOWHERE);
  const call = await database().pledgeCall.findFirst({
    where: { AND: [{ id: callId }, callsOf(actor)] },
    select: {
      id: true,
      state: true,
      gaps: true,
      answerBy: true,
      sentAt: true,
      version: true,
      addressees: {
        where: ownState === null ? {} : { stateCode: ownState },
        orderBy: { stateCode: "asc" },
        select: { text: true, state: named },
      },
      answers: {
        where: answersOf(actor),
        orderBy: { answeredAt: "asc" },
        select: { answeredAt: true, mentor: { select: { id: true, pledgedByCode: true } } },
      },
    },
  });
  if (!call) return null;
  const { answers, addressees, answerBy, sentAt, ...facts } = call;
  return {
    ...facts,
    answerBy: dayOf(answerBy),
    sentAt: sentAt?.toISOString() ?? null,
    answers: answers.length,
    addressees: addressees.map(({ state, text }) => ({
      stateCode: state.code,
      state: nameIn(actor.locale, state),
      text,
      answers: answers
        .filter(({ mentor }) => mentor.pledgedByCode === state.code)
        .map(({ mentor, answeredAt }) => ({ mentorId: mentor.id, answeredAt: answeredAt.toISOString() })),
    })),
    mayWrite: can(actor, "pledgeCall.write") && facts.state === "draft",
    mayAnswer: ownState !== null,
  };
}

export type PledgeCallPage = NonNullable<Awaited<ReturnType<typeof readPledgeCall>>>;

/** The states that have somebody to ask, with their regional group and the mentors they have pledged so far. */
export async function listAddressees(locale: string) {
  const states = await database().state.findMany({
    where: { roleGrants: { some: { role: "focalPoint", revokedAt: null } } },
    select: {
      code: true,
      nameEn: true,
      nameFr: true,
      regionalGroup: true,
      _count: { select: { mentors: { where: { state: "available" } } } },
    },
  });
  return states
    .map(({ code, regionalGroup, _count, ...state }) => ({
      code,
      regionalGroup,
      name: nameIn(locale, state),
      mentors: _count.mentors,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

/** What the languages are called, for naming what is lacking. */
export const listLanguageNames = () =>
  database().language.findMany({ select: { code: true, nameEn: true, nameFr: true } });

/** For the secretariat, drafts to be sent; for a focal point, calls that their state has not answered in time yet. */
export async function pledgeCallTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "pledgeCall.write")) return draftTasks();
  const stateCode = actingState(actor);
  if (stateCode === null) return [];
  const calls = await database().pledgeCall.findMany({
    where: {
      ...callsOf(actor),
      answerBy: { gte: new Date(today()) },
      sentAt: { lte: now() },
      answers: { none: { mentor: { pledgedByCode: stateCode } } },
    },
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
    take: MOST_TASKS,
    select: { id: true, answerBy: true },
  });
  return calls.map(({ id, answerBy }) => ({
    id: `pledgeCall:${id}`,
    title: "pledgeCall.task.answer" as const,
    params: {},
    to: paths.pledgeCall(id),
    dueAt: dayOf(answerBy),
  }));
}

async function draftTasks(): Promise<readonly Task[]> {
  const drafts = await database().pledgeCall.findMany({
    where: { state: "draft" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_TASKS,
    select: { id: true },
  });
  return drafts.map(({ id }) => ({
    id: `sendPledgeCall:${id}`,
    title: "pledgeCall.task.send" as const,
    params: {},
    to: paths.pledgeCall(id),
    dueAt: null,
  }));
}
