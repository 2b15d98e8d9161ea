import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import {
  readCallRubric,
  readFormerRubric,
  readRubrics,
} from "#app/selection/rubric/rubric.queries.server.ts";
import { readRubricChanges } from "#app/selection/rubric/rubric-changes.queries.server.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { wordsPresent } from "#app/selection/words-present.ts";
import { callPhase } from "./call.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";

export const CALLS_PER_PAGE = 25;

const HOURS = { state: true, opensAt: true, closesAt: true, takesUntil: true, timeZone: true } as const;

/** Calls that are addressed to a state: to every one, or to it among others. */
const addressedTo = (stateCode: string): Prisma.CallWhereInput => ({
  OR: [{ targetedStateCodes: { isEmpty: true } }, { targetedStateCodes: { has: stateCode } }],
});

/** The calls a state may nominate by at a moment: open or within the grace, and addressed to it. */
export const openTo = (stateCode: string, moment: Date): Prisma.CallWhereInput => ({
  state: "open",
  opensAt: { lte: moment },
  takesUntil: { gt: moment },
  ...addressedTo(stateCode),
});

/** The calls somebody may know of: drafts are the secretariat's, and a state knows only those addressed to it. */
function knownTo(actor: Actor | null): Prisma.CallWhereInput {
  if (actor && can(actor, "pipeline.read")) return {};
  const published = { state: { not: "draft" } } satisfies Prisma.CallWhereInput;
  const stateCode = actingState(actor);
  return stateCode === null ? published : { ...published, ...addressedTo(stateCode) };
}

/** The vacancies somebody may know of: those of the calls they may know of; drafts are for those who oversee. */
export const vacanciesKnownTo = (actor: Actor): Prisma.VacancyWhereInput =>
  can(actor, "pipeline.read") ? {} : { state: { not: "draft" }, call: knownTo(actor) };

/** The calls somebody may know of: drafts and open ones first, then the latest to close. */
export async function listCalls(actor: Actor | null, page: number) {
  const where = knownTo(actor);
  const [total, calls] = await Promise.all([
    database().call.count({ where }),
    database().call.findMany({
      where,
      orderBy: [{ state: "asc" }, { closesAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * CALLS_PER_PAGE,
      take: CALLS_PER_PAGE,
      select: {
        id: true,
        reference: true,
        kind: true,
        title: true,
        ...HOURS,
        vacancies: { orderBy: { reference: "asc" }, select: VACANCY_TITLE },
      },
    }),
  ]);
  const moment = now();
  return {
    total,
    calls: calls.map(({ title, vacancies, opensAt, closesAt, takesUntil, ...call }) => ({
      ...call,
      title: title === null ? null : wordsPresent(title),
      vacancies: vacancies.map(({ post }) => post),
      closesAt: closesAt?.toISOString() ?? null,
      phase: callPhase({ state: call.state, opensAt, closesAt, takesUntil }, moment),
    })),
  };
}

/**
 * Whether there is such a call for somebody, by its own reference or that of one of its vacancies, and how much of it they may read: the `whole`, or of one addressed to
 * certain states only the `outline`. Null where for them there is none.
 */
export async function findCall(actor: Actor | null, reference: string) {
  const call = await database().call.findFirst({
    where: { OR: [{ reference }, { vacancies: { some: { reference } } }] },
    select: { id: true, reference: true, state: true, targetedStateCodes: true },
  });
  if (!call) return null;
  const { id, targetedStateCodes } = call;
  const own = { id, reference: call.reference };
  const published = call.state !== "draft";
  if (actor === null) {
    const audience = targetedStateCodes.length === 0 ? ("whole" as const) : ("outline" as const);
    return published ? { ...own, audience } : null;
  }
  const facts = { published, targetedStateCodes, nominee: await isNominee(actor, id) };
  if (can(actor, "call.read", facts)) return { ...own, audience: "whole" as const };
  return can(actor, "call.outline", facts) ? { ...own, audience: "outline" as const } : null;
}

/** A call for the cadre at large by its reference, with what it is called; null where there is none, or it is a draft. */
export async function findGlobalCall(locale: string, reference: string) {
  const call = await database().call.findUnique({
    where: { reference, kind: "global", state: { not: "draft" } },
    select: { ...NAMED_CALL, id: true },
  });
  return call && { id: call.id, reference: call.reference, name: nameOfCall(locale, call) };
}

/** Whether somebody was nominated by a call: they may read what they are judged by. */
const isNominee = async (actor: Actor, callId: string) => {
  const { personId } = actor;
  return personId !== null && can(actor, "case.listOwn")
    ? (await database().nomination.count({ where: { callId, personId } })) > 0
    : false;
};

/** What anybody outside may know of a call that is addressed to certain states: what it is for and its hours. */
export async function readCallOutline(id: string) {
  const { title, vacancies, opensAt, closesAt, takesUntil, ...call } =
    await database().call.findUniqueOrThrow({
      where: { id },
      select: {
        id: true,
        reference: true,
        kind: true,
        title: true,
        ...HOURS,
        vacancies: { orderBy: { reference: "asc" }, select: VACANCY_TITLE },
      },
    });
  return {
    ...call,
    title: title === null ? null : wordsPresent(title),
    vacancies: vacancies.map(({ post }) => post),
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    takesUntil: takesUntil?.toISOString() ?? null,
    phase: callPhase({ state: call.state, opensAt, closesAt, takesUntil }, now()),
  };
}

const WHOLE = {
  id: true,
  reference: true,
  kind: true,
  title: true,
  description: true,
  requirements: true,
  roleKindCodes: true,
  listRule: true,
  listNumbers: true,
  targetedStateCodes: true,
  selfNomination: true,
  ...HOURS,
  graceMinutes: true,
  publishedAt: true,
  version: true,
  vacancies: {
    orderBy: { reference: "asc" },
    select: {
      id: true,
      callId: true,
      ...VACANCY_TITLE,
      requirements: true,
      decisionDueOn: true,
      needs: {
        select: {
          mission: { select: { acronym: true, headquarters: true } },
          version: true,
          phase: true,
          hostContext: true,
          security: true,
          mandateTasks: true,
          languages: true,
          createdAt: true,
        },
      },
    },
  },
  notices: {
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      kind: true,
      text: true,
      previousClosesAt: true,
      newClosesAt: true,
      createdAt: true,
    },
  },
} satisfies Prisma.CallSelect;

/** A whole call: what it is for, by what candidates are judged, its rule and hours, and what changed since. */
export async function readCall(id: string) {
  const [call, moment] = [await database().call.findUniqueOrThrow({ where: { id }, select: WHOLE }), now()];
  const [rubric, rubrics, changes, roleKinds] = await Promise.all([
    call.kind === "global" ? readCallRubric(database(), id) : null,
    readRubrics(
      database(),
      call.vacancies.map((vacancy) => vacancy.id),
    ),
    readRubricChanges(
      database(),
      call.vacancies.map((vacancy) => vacancy.id),
    ),
    database().roleKind.findMany({
      where: { code: { in: call.roleKindCodes } },
      orderBy: { position: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
  ]);
  const { title, description, vacancies, notices, ...facts } = call;
  return {
    ...facts,
    rubric,
    roleKinds,
    title: title === null ? null : wordsPresent(title),
    description: description === null ? null : wordsPresent(description),
    requirements: requirementsOf(call.requirements),
    opensAt: call.opensAt?.toISOString() ?? null,
    closesAt: call.closesAt?.toISOString() ?? null,
    takesUntil: call.takesUntil?.toISOString() ?? null,
    publishedAt: call.publishedAt?.toISOString() ?? null,
    phase: callPhase(call, moment),
    vacancies: vacancies.flatMap(({ post, decisionDueOn, requirements, needs, ...vacancy }) => {
      const rubric = rubrics.get(vacancy.id);
      if (!rubric) return [];
      return {
        ...vacancy,
        ...post,
        rubric,
        rubricChanges: changes.get(vacancy.id) ?? [],
        needs: { ...needs, createdAt: needs.createdAt.toISOString() },
        requirements: requirementsOf(requirements),
        decisionDueOn: decisionDueOn?.toISOString().slice(0, 10) ?? null,
      };
    }),
    notices: notices.map(({ text, previousClosesAt, newClosesAt, createdAt, ...notice }) => ({
      ...notice,
      text: wordsPresent(text),
      previousClosesAt: previousClosesAt?.toISOString() ?? null,
      newClosesAt: newClosesAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    })),
  };
}

export type WholeCall = Awaited<ReturnType<typeof readCall>>;

/** What the secretariat chooses from when it drafts a call: vacancies no other call has, and kinds of post. */
export async function readCallChoices(callId: string | null) {
  const [vacancies, roleKinds] = await Promise.all([
    database().vacancy.findMany({
      where: { state: "draft", OR: [{ callId: null }, ...(callId === null ? [] : [{ callId }])] },
      orderBy: { reference: "asc" },
      select: { id: true, ...VACANCY_TITLE, decisionDueOn: true },
    }),
    database().roleKind.findMany({
      orderBy: { position: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
  ]);
  return { vacancies: vacancies.map(({ post, ...vacancy }) => ({ ...vacancy, ...post })), roleKinds };
}

/** A call by its reference for the secretariat's own forms; null where there is none. */
export async function readCallByReference(reference: string) {
  const call = await database().call.findUnique({ where: { reference }, select: { id: true } });
  return call && readCall(call.id);
}

/** The rubric of a published vacancy or call, or by its hash one that it replaced, for whoever may read the whole call; null for everybody else. */
export async function readPublishedRubric(
  actor: Actor | null,
  reference: string,
  hash: string | null = null,
) {
  const vacancy = await database().vacancy.findUnique({
    where: { reference, state: { not: "draft" } },
    select: { id: true, call: { select: { reference: true } } },
  });
  if (!vacancy) {
    const found = await findCall(actor, reference);
    if (found?.audience !== "whole") return null;
    const rubric = await readCallRubric(database(), found.id);
    return rubric?.frozenAt ? rubric : null;
  }
  if (!vacancy.call) return null;
  const found = await findCall(actor, vacancy.call.reference);
  if (found?.audience !== "whole") return null;
  const former = hash && (await readFormerRubric(database(), vacancy.id, hash));
  return former || ((await readRubrics(database(), [vacancy.id])).get(vacancy.id) ?? null);
}
