import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { openTo } from "./call.queries.server.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { HEADQUARTERS_TIME_ZONE } from "./vacancy.ts";

export const NOMINATIONS_PER_PAGE = 50;

const CASE = { select: { ...VACANCY_TITLE, id: true, state: true } } as const;
const HOURS = { select: { closesAt: true, timeZone: true } } as const;

/** The nominations of one state, the latest first. */
export async function listNominations(stateCode: string, page: number) {
  const where = { stateCode, vacancyId: { not: null } };
  const [total, nominations] = await Promise.all([
    database().nomination.count({ where }),
    database().nomination.findMany({
      where,
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * NOMINATIONS_PER_PAGE,
      take: NOMINATIONS_PER_PAGE,
      select: {
        id: true,
        state: true,
        submittedAt: true,
        vacancy: CASE,
        person: { select: { givenName: true, familyName: true } },
        candidacy: { select: { state: true } },
      },
    }),
  ]);
  return {
    total,
    nominations: nominations.flatMap(({ submittedAt, vacancy, candidacy, ...nomination }) =>
      vacancy === null
        ? []
        : {
            ...nomination,
            ...vacancy.post,
            reference: vacancy.reference,
            vacancyState: vacancy.state,
            submittedAt: submittedAt.toISOString(),
            candidacyState: candidacy?.state ?? ("withdrawn" as const),
          },
    ),
  };
}

/** The calls open now, with how many a state has nominated for each. */
export async function listOpenCalls(stateCode: string) {
  const calls = await database().vacancy.findMany({
    where: { state: "open", call: openTo(stateCode, now()) },
    orderBy: { call: { closesAt: "asc" } },
    select: {
      ...CASE.select,
      call: HOURS,
      _count: { select: { nominations: { where: { stateCode, state: "submitted" } } } },
    },
  });
  return calls.map(({ post, call, _count, ...vacancy }) => ({
    ...vacancy,
    ...post,
    closesAt: call?.closesAt?.toISOString() ?? null,
    timeZone: call?.timeZone ?? HEADQUARTERS_TIME_ZONE,
    nominated: _count.nominations,
  }));
}

/** The call a nomination is written for, with what the state has nominated for it already; null where none is open. */
export async function readOpenCall(vacancyId: string, stateCode: string) {
  const vacancy = await database().vacancy.findUnique({
    where: { id: vacancyId, state: "open", call: openTo(stateCode, now()) },
    select: {
      ...CASE.select,
      call: HOURS,
      nominations: {
        where: { stateCode, state: "submitted" },
        orderBy: { submittedAt: "asc" },
        select: { id: true, person: { select: { givenName: true, familyName: true, gender: true } } },
      },
    },
  });
  if (!vacancy?.call) return null;
  const { post, call, ...facts } = vacancy;
  return { ...facts, ...post, timeZone: call.timeZone, closesAt: call.closesAt?.toISOString() ?? null };
}

/** One nomination with how far the candidacy has come: steps, no scores and no findings. */
export async function readNomination(id: string) {
  const nomination = await database().nomination.findUnique({
    where: { id },
    select: {
      id: true,
      stateCode: true,
      state: true,
      statement: true,
      balanceReason: true,
      submittedAt: true,
      vacancy: CASE,
      person: {
        select: { givenName: true, familyName: true, email: true, gender: true, nationalities: true },
      },
      candidacy: {
        select: {
          id: true,
          state: true,
          invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
          documents: { orderBy: { createdAt: "asc" }, select: { id: true, name: true, size: true } },
          stages: { select: { stage: true, reachedAt: true } },
        },
      },
    },
  });
  if (!nomination?.candidacy || !nomination.vacancy) return null;
  const { vacancy, candidacy, submittedAt, ...facts } = nomination;
  return {
    ...facts,
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    submittedAt: submittedAt.toISOString(),
    candidacyId: candidacy.id,
    candidacyState: candidacy.state,
    documents: candidacy.documents,
    invitationExpiresAt: candidacy.invitations[0]?.expiresAt.toISOString() ?? null,
    stages: candidacy.stages.map(({ stage, reachedAt }) => ({ stage, reachedAt: reachedAt.toISOString() })),
  };
}
