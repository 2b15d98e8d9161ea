import type { Actor } from "#app/access/actor.ts";
import { can, pairSide } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { TO_MATCH } from "./match-facts.queries.server.ts";
import { dayOf } from "./programme.ts";

const MOST = 50;

/** What waits before a pair begins: a profile to confirm, needs to state, a pair to answer, a matching to run. */
export async function mentoringTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "match.run")) return matchingTask();
  if (actor.personId === null) return [];
  if (pairSide(actor) === "mentor") {
    const [profile, answers] = await Promise.all([
      database().mentor.count({ where: { personId: actor.personId, state: "pledged" } }),
      answerTasks({ mentor: { personId: actor.personId }, mentorAcceptedAt: null }, true),
    ]);
    return profile > 0 ? [PROFILE, ...answers] : answers;
  }
  if (pairSide(actor) !== "mentee") return [];
  const [needs, answers] = await Promise.all([
    needTasks(actor.personId),
    answerTasks({ need: { personId: actor.personId }, menteeAcceptedAt: null }, false),
  ]);
  return [...needs, ...answers];
}

const PROFILE: Task = {
  id: "mentorProfile",
  title: "mentoring.task.profile",
  params: {},
  to: paths.mentorProfile(),
  dueAt: null,
};

async function needTasks(personId: string): Promise<readonly Task[]> {
  const needs = await database().mentorshipNeed.findMany({
    where: { personId, state: "offered" },
    orderBy: { dueOn: "asc" },
    take: MOST,
    select: { id: true, dueOn: true },
  });
  return needs.map(({ id, dueOn }) => ({
    id: `need:${id}`,
    title: "mentoring.task.need" as const,
    params: {},
    to: paths.mentorshipNeed(id),
    dueAt: dayOf(dueOn),
  }));
}

type Unanswered =
  | { readonly mentor: { readonly personId: string }; readonly mentorAcceptedAt: null }
  | { readonly need: { readonly personId: string }; readonly menteeAcceptedAt: null };

async function answerTasks(unanswered: Unanswered, asMentor: boolean): Promise<readonly Task[]> {
  const name = { select: { givenName: true, familyName: true } } as const;
  const proposals = await database().matchProposal.findMany({
    where: { ...unanswered, state: "proposed" },
    orderBy: { dueOn: "asc" },
    take: MOST,
    select: {
      id: true,
      dueOn: true,
      mentor: { select: { person: name } },
      need: { select: { person: name } },
    },
  });
  return proposals.map(({ id, dueOn, mentor, need }) => {
    const { givenName, familyName } = asMentor ? need.person : mentor.person;
    return {
      id: `answer:${id}`,
      title: "mentoring.task.answer" as const,
      params: { other: `${givenName} ${familyName}` },
      to: paths.proposal(id),
      dueAt: dayOf(dueOn),
    };
  });
}

async function matchingTask(): Promise<readonly Task[]> {
  const where: Prisma.MentorshipNeedWhereInput = {
    ...TO_MATCH,
    proposals: { none: { state: { in: ["proposed", "accepted"] } } },
  };
  const [count, first] = await Promise.all([
    database().mentorshipNeed.count({ where }),
    database().mentorshipNeed.findFirst({ where, orderBy: { dueOn: "asc" }, select: { dueOn: true } }),
  ]);
  if (!first) return [];
  const task: Task = {
    id: "runMatching",
    title: "mentoring.task.match",
    params: { count },
    to: paths.matching(),
    dueAt: dayOf(first.dueOn),
  };
  return [task];
}
