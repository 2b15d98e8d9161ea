import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { openTo } from "./call.queries.server.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { KNOWN_TO_STATE, knownToState } from "./known-nominee.ts";
import type { CandidacyState } from "./lifecycle.ts";
import { OPEN_STAGES } from "./nomination-status.ts";
import { draftFileOf } from "./nominee-file.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { reasonsIn } from "./screening-reasons.ts";

export const NOMINATIONS_PER_PAGE = 50;

const CASE = { select: { ...VACANCY_TITLE, id: true, state: true } } as const;

const STAGES = {
  where: { stage: { in: [...OPEN_STAGES] } },
  select: { stage: true, reachedAt: true },
} as const satisfies Prisma.Candidacy$stagesArgs;

const POOL = {
  select: {
    ...{ state: true, reasonCodes: true },
    invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
  },
} as const satisfies Prisma.Nomination$poolReviewArgs;

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

/** The nominations of one state, the latest first; of a call for the cadre at large, those have no post. */
export async function listNominations(locale: string, stateCode: string, page: number) {
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
        inGrace: true,
        call: { select: NAMED_CALL },
        vacancy: CASE,
        ...KNOWN_TO_STATE,
        candidacy: {
          select: {
            ...KNOWN_TO_STATE.candidacy.select,
            state: true,
            mergedInto: { select: { state: true } },
          },
        },
        poolReview: { select: { state: true } },
      },
    }),
  ]);
  return {
    total,
    nominations: nominations.map(
      ({ id, state, submittedAt, inGrace, vacancy, call, candidacy, poolReview, ...nominee }) => ({
        ...{ id, state, inGrace },
        person: nameOf(knownToState({ ...nominee, candidacy })),
        post: vacancy?.post ?? null,
        call: nameOfCall(locale, call),
        vacancyState: vacancy?.state ?? null,
        submittedAt: submittedAt.toISOString(),
        candidacyState: candidacy && goingOn(state, candidacy),
        reviewState: poolReview?.state ?? null,
      }),
    ),
  };
}

const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) => ({
  givenName,
  familyName,
});

/** The calls that take a state's nominations now, with how many it has nominated and how many drafts wait. */
export async function listOpenCalls(locale: string, stateCode: string) {
  const calls = await database().call.findMany({
    where: openTo(stateCode, now()),
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      ...NAMED_CALL,
      id: true,
      closesAt: true,
      timeZone: true,
      _count: { select: { drafts: { where: { stateCode, submittedAt: null } } } },
      nominations: {
        where: { stateCode, state: "submitted" },
        distinct: ["personId"],
        take: 200,
        select: { personId: true },
      },
    },
  });
  return calls.map(({ id, reference, timeZone, closesAt, _count, nominations, ...call }) => ({
    ...{ id, reference, timeZone },
    name: nameOfCall(locale, call),
    closesAt: closesAt?.toISOString() ?? null,
    nominated: nominations.length,
    drafts: _count.drafts,
  }));
}

/**
 * One nomination with how far the candidacy has come: steps, no scores and no findings. The state sees its nominee as it
 * may know them, those who oversee as they are on file.
 */
export async function readNomination(actor: Actor, id: string) {
  const nomination = await database().nomination.findUnique({
    where: { id },
    select: {
      id: true,
      callId: true,
      stateCode: true,
      nominator: true,
      state: true,
      statement: true,
      certified: true,
      disclosure: true,
      additional: true,
      submittedAt: true,
      inGrace: true,
      withdrawnAt: true,
      withdrawnReason: true,
      call: { select: NAMED_CALL },
      vacancy: CASE,
      draft: { select: { content: true } },
      poolReview: POOL,
      ...KNOWN_TO_STATE,
      person: { select: { ...KNOWN_TO_STATE.person.select, email: true } },
      candidacy: {
        select: {
          ...KNOWN_TO_STATE.candidacy.select,
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
  if (!nomination || !can(actor, "nomination.read", nomination)) return null;
  const { vacancy, candidacy, poolReview, call, submittedAt, withdrawnAt, draft, person, ...rest } =
    nomination;
  const known = can(actor, "candidacy.read") ? person : knownToState(nomination);
  return {
    ...rest,
    person: known,
    call: nameOfCall(actor.locale, call),
    reference: call.reference,
    vacancyState: vacancy?.state ?? null,
    submittedAt: submittedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    file: draft ? draftFileOf(draft.content) : null,
    candidacyId: candidacy?.id ?? null,
    candidacyState: candidacy && goingOn(nomination.state, candidacy),
    reviewState: poolReview?.state ?? null,
    notTakenFor: reasonsIn(poolReview?.reasonCodes ?? []),
    documents: candidacy?.documents ?? [],
    invitationExpiresAt: (candidacy ?? poolReview)?.invitations[0]?.expiresAt.toISOString() ?? null,
    stages: ((candidacy?.mergedInto ?? candidacy)?.stages ?? []).map(({ stage, reachedAt }) => ({
      stage,
      reachedAt: reachedAt.toISOString(),
    })),
  };
}
