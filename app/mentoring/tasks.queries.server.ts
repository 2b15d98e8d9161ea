import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import type { Task } from "#app/access/task.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { TO_MATCH } from "#app/mentoring/matching/match-facts.queries.server.ts";
import { readReadiness } from "#app/mentoring/pool/induction.queries.server.ts";
import { isCheckDue } from "#app/mentoring/pool/mentor.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";

const MOST = 50;

/** What waits before a pair begins: a profile to confirm, needs to state, a pair to answer, a matching to run. */
export async function mentoringTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "match.run")) return matchingTask();
  if (actor.personId === null) return [];
  if (pairSide(actor) === "mentor") {
    const [own, answers] = await Promise.all([
      profileTasks(actor.personId),
      answerTasks({ mentor: { personId: actor.personId }, mentorAcceptedAt: null }, true),
    ]);
    return [...own, ...answers];
  }
  if (pairSide(actor) !== "mentee") return [];
  const [needs, answers] = await Promise.all([
    needTasks(actor.personId),
    answerTasks({ need: { personId: actor.personId }, menteeAcceptedAt: null }, false),
  ]);
  return [...needs, ...answers];
}

const task = (id: string, title: Task["title"], to: string): Task => ({
  id,
  title,
  params: {},
  to,
  dueAt: null,
});

/** What a mentor has to say of themselves: confirm the pledge, be briefed, open, and once a year whether it still holds. */
async function profileTasks(personId: string): Promise<readonly Task[]> {
  const mentor = await database().mentor.findUnique({
    where: { personId },
    select: { id: true, state: true, checkedAt: true },
  });
  if (!mentor) return [];
  const { id, state, checkedAt } = mentor;
  if (state === "pledged") return [task("mentorProfile", "mentoring.task.profile", paths.mentorProfile())];
  if (state === "confirmed") return [task("induction", "pool.task.induction", paths.mentorInduction())];
  const again = await askedAgain(id);
  if (state === "briefed") return [...again, task("openMentor", "pool.task.open", paths.mentorProfile())];
  const checkedOn = checkedAt && dayOf(checkedAt);
  return isCheckDue({ state, checkedOn }, now())
    ? [...again, task("checkMentor", "pool.task.check", paths.checkMentor())]
    : again;
}

/** What was published anew since a mentor acknowledged it or went through it, with the day by which they do so again. */
async function askedAgain(mentorId: string): Promise<readonly Task[]> {
  const { codeDueOn, stepsDueOn } = await readReadiness(database(), mentorId);
  const code = task("codeAgain", "pool.task.code", paths.mentorCode());
  const steps = task("inductionAgain", "pool.task.inductionAgain", paths.mentorInduction());
  return [
    ...(codeDueOn ? [{ ...code, dueAt: codeDueOn }] : []),
    ...(stepsDueOn ? [{ ...steps, dueAt: stepsDueOn }] : []),
  ];
}

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

/** A draft waits to be published; where there is none, those who wait for a mentor wait for one. */
async function matchingTask(): Promise<readonly Task[]> {
  const draft = await database().matchRun.findFirst({
    where: { state: "draft" },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  if (draft) return [task(`publish:${draft.id}`, "mentoring.task.publish", paths.matchRun(draft.id))];
  const where: Prisma.MentorshipNeedWhereInput = {
    ...TO_MATCH,
    proposals: { none: { state: "proposed" } },
  };
  const [count, first] = await Promise.all([
    database().mentorshipNeed.count({ where }),
    database().mentorshipNeed.findFirst({ where, orderBy: { dueOn: "asc" }, select: { dueOn: true } }),
  ]);
  if (!first) return [];
  return [
    {
      ...task("runMatching", "mentoring.task.match", paths.matching()),
      params: { count },
      dueAt: dayOf(first.dueOn),
    },
  ];
}
