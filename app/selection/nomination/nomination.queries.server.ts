import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { openTo } from "#app/selection/call/call.queries.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { type CandidateFileContent, candidateFileOf } from "#app/selection/candidate/candidate-file.ts";
import { namesInFiles } from "#app/selection/candidate/file-comparison.queries.server.ts";
import { TOLD_BY, type ToldBy, toldOf } from "#app/selection/candidate/told.ts";
import { nominationOpenTo } from "#app/selection/conflict/recusal.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { reasonsIn } from "#app/selection/screening/screening-reasons.ts";
import { KNOWN_TO_STATE, knownToState } from "./known-nominee.ts";
import { isOpenStage, OPEN_STAGES, statusOfNomination } from "./nomination-status.ts";

export const NOMINATIONS_PER_PAGE = 50;

const CASE = { select: { ...VACANCY_TITLE, id: true, state: true } } as const;

const STAGES = {
  where: { stage: { in: [...OPEN_STAGES] } },
  select: { stage: true, reachedAt: true },
} as const satisfies Prisma.Candidacy$stagesArgs;

/** What the nominator stated, before the nominee said anything. */
const FIRST_VERSION = { where: { number: 1, author: "state" }, select: { content: true } } as const;

const POOL = {
  select: {
    ...{ state: true, reasonCodes: true, fileVersions: FIRST_VERSION },
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

interface Lettered {
  readonly letters: readonly ToldBy[];
  readonly mergedInto: { readonly letters: readonly ToldBy[] } | null;
}

/** What the nominating state was told of a decision on the case that a nomination goes on with. */
const toldToState = (candidacy: Lettered | null, vacancy: { readonly state: VacancyState } | null) =>
  toldOf("state", (candidacy?.mergedInto ?? candidacy)?.letters ?? [], vacancy?.state === "closed");

/** The nominations of one state, the latest first; of a call for the cadre at large, those have no post. */
export async function listNominations(
  actor: Pick<Actor, "userId" | "locale">,
  stateCode: string,
  page: number,
) {
  const { locale } = actor;
  const where = { stateCode, ...nominationOpenTo(actor) };
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
            ...{ state: true, letters: TOLD_BY },
            mergedInto: { select: { state: true, letters: TOLD_BY } },
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
        submittedAt: submittedAt.toISOString(),
        status: statusOfNomination({
          state,
          vacancyState: vacancy?.state ?? null,
          candidacyState: candidacy && goingOn(state, candidacy),
          told: toldToState(candidacy, vacancy),
          reviewState: poolReview?.state ?? null,
        }),
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

const DOCUMENT = { id: true, name: true, size: true } as const;

/**
 * One nomination with how far the candidacy has come: steps, no scores and no findings. The state sees its nominee as it
 * may know them, those who oversee as they are on file.
 */
export async function readNomination(actor: Actor, id: string) {
  const nomination = await database().nomination.findFirst({
    where: { id, ...nominationOpenTo(actor) },
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
      poolReview: POOL,
      draft: { select: { documents: { orderBy: { createdAt: "asc" }, select: DOCUMENT } } },
      ...KNOWN_TO_STATE,
      person: { select: { ...KNOWN_TO_STATE.person.select, email: true } },
      candidacy: {
        select: {
          ...KNOWN_TO_STATE.candidacy.select,
          id: true,
          state: true,
          fileVersions: FIRST_VERSION,
          invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
          documents: {
            where: { removedAt: null, ofCandidate: false },
            orderBy: { createdAt: "asc" },
            select: DOCUMENT,
          },
          mergedInto: { select: { state: true, stages: STAGES, letters: TOLD_BY } },
          ...{ stages: STAGES, letters: TOLD_BY },
        },
      },
    },
  });
  if (!nomination || !can(actor, "nomination.read", nomination)) return null;
  const { vacancy, candidacy, poolReview, draft, call, submittedAt, withdrawnAt, person, ...rest } =
    nomination;
  const known = can(actor, "candidacy.read") ? person : knownToState(nomination);
  const told = toldToState(candidacy, vacancy);
  const standing = {
    state: nomination.state,
    candidacyState: candidacy && goingOn(nomination.state, candidacy),
    vacancyState: vacancy?.state ?? null,
    reviewState: poolReview?.state ?? null,
  };
  const [stated] = (candidacy ?? poolReview)?.fileVersions ?? [];
  return {
    ...rest,
    standing,
    status: statusOfNomination({ ...standing, told }),
    person: known,
    call: nameOfCall(actor.locale, call),
    reference: call.reference,
    submittedAt: submittedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    file: stated ? await statedFile(candidateFileOf(stated.content)) : null,
    candidacyId: candidacy?.id ?? null,
    notTakenFor: reasonsIn(poolReview?.reasonCodes ?? []),
    documents: candidacy?.documents ?? [],
    /** Those that came with one for the cadre; of one for a vacancy the case has its own. */
    withNomination: poolReview ? (draft?.documents ?? []) : null,
    invitationExpiresAt: (candidacy ?? poolReview)?.invitations[0]?.expiresAt.toISOString() ?? null,
    stages: ((candidacy?.mergedInto ?? candidacy)?.stages ?? [])
      .filter(({ stage }) => isOpenStage(stage, told))
      .map(({ stage, reachedAt }) => ({ stage, reachedAt: reachedAt.toISOString() })),
  };
}

const statedFile = async (file: CandidateFileContent) => ({ file, ...(await namesInFiles(file)) });
