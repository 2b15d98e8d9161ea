import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, type Transaction } from "#app/platform/database.server.ts";
import { NAMED_CALL } from "#app/selection/call/call-title.ts";
import { LATEST_VERSION } from "#app/selection/candidate/case-file.queries.server.ts";
import { HOURS_TO_FINISH, hashToken } from "#app/selection/candidate/invitation.ts";
import { statusOfNomination } from "#app/selection/nomination/nomination-status.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { findingsOf } from "#app/selection/screening/screening.ts";
import { reasonsIn } from "#app/selection/screening/screening-reasons.ts";
import type { PoolReviewState } from "./pool-review.ts";
import type { PoolSheetFacts } from "./pool-review-rule.ts";

export const POOL_REVIEWS_PER_PAGE = 50;

const PERSON = { select: { id: true, givenName: true, familyName: true } } as const;
const STATE_NAME = { select: { nameEn: true, nameFr: true } } as const;
const fullName = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

/** A stored sheet as the rule of reviews reads it. */
export const poolSheetOf = (sheet: Prisma.PoolSheetGetPayload<true>): PoolSheetFacts => ({
  screenerId: sheet.officerId,
  passed: sheet.passed,
  reasons: reasonsIn(sheet.reasonCodes),
  findings: findingsOf(sheet.findings),
  ...{ roleKindCodes: sheet.roleKindCodes, level: sheet.level, evidence: sheet.evidence },
});

/** A review as those who write on it need it; null where there is none. */
export async function loadPoolReview(tx: Transaction, nominationId: string) {
  const review = await tx.poolReview.findUnique({
    where: { nominationId },
    select: {
      state: true,
      version: true,
      decidedById: true,
      fileVersions: LATEST_VERSION,
      sheets: { orderBy: { seat: "asc" } },
      nomination: {
        select: {
          ...{ callId: true, state: true, stateCode: true, nominatedById: true },
          call: { select: { ...NAMED_CALL, requirements: true } },
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
  const { nomination, sheets, ...facts } = review;
  const { person, state, ...nominated } = nomination;
  return {
    ...{ ...facts, ...nominated, nominationId },
    sheets: sheets.map(poolSheetOf),
    withdrawn: state === "withdrawn",
    requirements: requirementsOf(nominated.call.requirements),
    personId: person.mergedIntoId ?? person.id,
    candidateUserId: person.userId,
    name: fullName(person),
    email: person.email,
    locale: person.user?.locale ?? "en",
  };
}
export type PoolCase = NonNullable<Awaited<ReturnType<typeof loadPoolReview>>>;

const HOUR = 3_600_000;

/**
 * Whose nomination for the cadre an e-mailed link leads to; null where the link serves no more, or never did. What was
 * typed on a page that it opened in time is taken for some hours more, and shown again where something in it is wrong.
 */
export async function findPoolInvitation(token: string) {
  const last = new Date(now().getTime() - HOURS_TO_FINISH * HOUR);
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
  if (!found || found.expiresAt <= last) return null;
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
        ...{ state: nomination.state, candidacyState: null, vacancyState: null, told: "all" },
        reviewState: review.state,
      }),
    })),
  };
}
