import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import type { CandidacyState } from "./lifecycle.ts";
import { OPEN_STAGES } from "./nomination-status.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";

export const NOMINATIONS_PER_PAGE = 50;

const CASE = { select: { ...VACANCY_TITLE, id: true, state: true, closesAt: true, timeZone: true } } as const;

const STAGES = {
  where: { stage: { in: [...OPEN_STAGES] } },
  select: { stage: true, reachedAt: true },
} as const satisfies Prisma.Candidacy$stagesArgs;

interface Goes {
  readonly state: CandidacyState;
  readonly mergedInto: { readonly state: CandidacyState } | null;
}

/**
 * Where the case of a nomination stands. One joined with another nomination of the same person stands where that one
 * stands: the state is not told that there is another.
 */
function goingOn(nomination: "submitted" | "withdrawn", candidacy: Goes | null): CandidacyState {
  if (nomination === "withdrawn" || !candidacy) return "withdrawn";
  return candidacy.mergedInto?.state ?? candidacy.state;
}

/** The nominations of one state, the latest first. */
export async function listNominations(stateCode: string, page: number) {
  const where = { stateCode };
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
        candidacy: { select: { state: true, mergedInto: { select: { state: true } } } },
      },
    }),
  ]);
  return {
    total,
    nominations: nominations.map(({ submittedAt, vacancy, candidacy, ...nomination }) => ({
      ...nomination,
      ...vacancy.post,
      reference: vacancy.reference,
      vacancyState: vacancy.state,
      submittedAt: submittedAt.toISOString(),
      candidacyState: goingOn(nomination.state, candidacy),
    })),
  };
}

/** The calls open now, with how many a state has nominated for each. */
export async function listOpenCalls(stateCode: string) {
  const calls = await database().vacancy.findMany({
    where: { state: "open", closesAt: { gt: now() } },
    orderBy: { closesAt: "asc" },
    select: {
      ...CASE.select,
      _count: { select: { nominations: { where: { stateCode, state: "submitted" } } } },
    },
  });
  return calls.map(({ post, closesAt, _count, ...call }) => ({
    ...call,
    ...post,
    closesAt: closesAt?.toISOString() ?? null,
    nominated: _count.nominations,
  }));
}

/** The call a nomination is written for, with what the state has nominated for it already; null where none is open. */
export async function readOpenCall(vacancyId: string, stateCode: string) {
  const call = await database().vacancy.findUnique({
    where: { id: vacancyId, state: "open", closesAt: { gt: now() } },
    select: {
      ...CASE.select,
      nominations: {
        where: { stateCode, state: "submitted" },
        orderBy: { submittedAt: "asc" },
        select: { id: true, person: { select: { givenName: true, familyName: true, gender: true } } },
      },
    },
  });
  if (!call) return null;
  const { post, closesAt, ...facts } = call;
  return { ...facts, ...post, closesAt: closesAt?.toISOString() ?? null };
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
          documents: {
            where: { removedAt: null, ofCandidate: false },
            orderBy: { createdAt: "asc" },
            select: { id: true, name: true, size: true },
          },
          mergedInto: { select: { state: true, stages: STAGES } },
          stages: STAGES,
        },
      },
    },
  });
  if (!nomination?.candidacy) return null;
  const { vacancy, candidacy, submittedAt, ...facts } = nomination;
  return {
    ...facts,
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    submittedAt: submittedAt.toISOString(),
    candidacyId: candidacy.id,
    candidacyState: goingOn(nomination.state, candidacy),
    documents: candidacy.documents,
    invitationExpiresAt: candidacy.invitations[0]?.expiresAt.toISOString() ?? null,
    stages: (candidacy.mergedInto ?? candidacy).stages.map(({ stage, reachedAt }) => ({
      stage,
      reachedAt: reachedAt.toISOString(),
    })),
  };
}
