import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, type Transaction } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { hashToken } from "./invitation.ts";
import { statusOfNomination } from "./nomination-status.ts";
import { draftFileOf } from "./nominee-file.ts";
import type { PoolReviewState } from "./pool-review.ts";
import { requirementsOf } from "./requirement.ts";
import { screeningBar } from "./screener.ts";
import { reasonsIn } from "./screening-reasons.ts";

export const POOL_REVIEWS_PER_PAGE = 50;

const PERSON = { select: { id: true, givenName: true, familyName: true } } as const;
const STATE_NAME = { select: { nameEn: true, nameFr: true } } as const;
const fullName = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

/** A review as those who write on it need it; null where there is none. */
export async function loadPoolReview(tx: Transaction, nominationId: string) {
  const review = await tx.poolReview.findUnique({
    where: { nominationId },
    select: {
      state: true,
      version: true,
      decidedById: true,
      nomination: {
        select: {
          ...{ callId: true, state: true, stateCode: true, nominatedById: true },
          call: { select: NAMED_CALL },
          person: {
            select: {
              ...{ ...PERSON.select, email: true, userId: true, mergedIntoId: true },
              user: { select: { locale: true } },
            },
          },
        },
      },
    },
  });
  if (!review) return null;
  const { nomination, ...facts } = review;
  const { person, state, ...nominated } = nomination;
  return {
    ...{ ...facts, ...nominated, nominationId },
    withdrawn: state === "withdrawn",
    personId: person.mergedIntoId ?? person.id,
    candidateUserId: person.userId,
    name: fullName(person),
    email: person.email,
    locale: person.user?.locale ?? "en",
  };
}
export type PoolCase = NonNullable<Awaited<ReturnType<typeof loadPoolReview>>>;

/** Whose nomination for the cadre an e-mailed link leads to; null where the link serves no more, or never did. */
export async function findPoolInvitation(token: string) {
  const found = await database().poolInvitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      ...{ nominationId: true, expiresAt: true, usedAt: true },
      review: {
        select: {
          state: true,
          nomination: {
            select: { state: true, person: { select: { ...PERSON.select, mergedIntoId: true } } },
          },
        },
      },
    },
  });
  if (!found || found.expiresAt <= now()) return null;
  const { nomination, state } = found.review;
  return {
    nominationId: found.nominationId,
    answered: found.usedAt !== null || state !== "asked" || nomination.state === "withdrawn",
    expiresAt: found.expiresAt.toISOString(),
    personId: nomination.person.mergedIntoId ?? nomination.person.id,
    name: fullName(nomination.person),
  };
}

/** The states by which the nominees of a call are looked at; those taken back stand apart. */
const ofState = (state: PoolReviewState | undefined): Prisma.PoolReviewWhereInput =>
  state === undefined ? {} : { state, nomination: { state: "submitted" } };

/** The people nominated by a call for the cadre, in the order of its road; with how many stand where. */
export async function listPoolReviews(callId: string, state: PoolReviewState | undefined, page: number) {
  const where = { AND: [{ nomination: { callId } }, ofState(state)] };
  const [total, counted, reviews] = await Promise.all([
    database().poolReview.count({ where }),
    database().poolReview.groupBy({
      by: ["state"],
      where: { nomination: { callId, state: "submitted" } },
      _count: true,
    }),
    database().poolReview.findMany({
      where,
      orderBy: [{ state: "asc" }, { answeredAt: "asc" }, { nominationId: "asc" }],
      skip: (page - 1) * POOL_REVIEWS_PER_PAGE,
      take: POOL_REVIEWS_PER_PAGE,
      select: {
        ...{ nominationId: true, state: true, answeredAt: true, decidedAt: true },
        nomination: {
          select: {
            ...{ state: true, submittedAt: true, person: PERSON, nominatingState: STATE_NAME },
          },
        },
      },
    }),
  ]);
  return {
    total,
    counts: Object.fromEntries(counted.map((one) => [one.state, one._count])),
    reviews: reviews.map(({ nomination, answeredAt, decidedAt, ...review }) => ({
      ...review,
      name: fullName(nomination.person),
      nominatingState: nomination.nominatingState,
      submittedAt: nomination.submittedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      decidedAt: decidedAt?.toISOString() ?? null,
      status: statusOfNomination({
        ...{ state: nomination.state, candidacyState: null, vacancyState: null },
        reviewState: review.state,
      }),
    })),
  };
}

/** One nomination for the cadre as an officer reviews it, and what bars this officer from it. */
export async function readPoolReview(actor: Actor, nominationId: string) {
  if (!can(actor, "pool.read")) return null;
  const review = await database().poolReview.findUnique({
    where: { nominationId },
    select: {
      ...{ state: true, version: true, answeredAt: true, decidedAt: true, decidedById: true },
      ...{ reasonCodes: true, note: true, membershipId: true },
      nomination: {
        select: {
          ...{ state: true, stateCode: true, nominatedById: true, statement: true, certified: true },
          ...{ disclosure: true, submittedAt: true, nominatingState: STATE_NAME },
          draft: { select: { content: true } },
          call: { select: { ...NAMED_CALL, requirements: true, roleKindCodes: true } },
          person: { select: { ...PERSON.select, gender: true, nationalities: true, userId: true } },
        },
      },
    },
  });
  if (!review) return null;
  const { nomination, answeredAt, decidedAt, decidedById, reasonCodes, ...facts } = review;
  const { call, person, draft, submittedAt, ...nominated } = nomination;
  const by =
    decidedById && (await database().user.findUnique({ where: { id: decidedById }, select: { name: true } }));
  return {
    ...{ ...facts, nominationId, name: fullName(person) },
    withdrawn: nominated.state === "withdrawn",
    answeredAt: answeredAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy: by ? by.name : null,
    reasons: reasonsIn(reasonCodes),
    gender: person.gender,
    nationalities: person.nationalities,
    nominatingState: nominated.nominatingState,
    statement: nominated.statement,
    certified: nominated.certified,
    disclosure: nominated.disclosure,
    submittedAt: submittedAt.toISOString(),
    file: draft ? draftFileOf(draft.content) : null,
    call: { name: nameOfCall(actor.locale, call), reference: call.reference },
    requirements: requirementsOf(call.requirements),
    roleKindCodes: call.roleKindCodes,
    status: statusOfNomination({
      ...{ state: nominated.state, candidacyState: null, vacancyState: null },
      reviewState: facts.state,
    }),
    bar: screeningBar(actor, { ...nominated, candidateUserId: person.userId }),
  };
}
export type PoolReviewPage = NonNullable<Awaited<ReturnType<typeof readPoolReview>>>;
