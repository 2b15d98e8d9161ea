import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { correctionsOf } from "#app/selection/candidate/file-history.ts";
import { mayKeepPoolFile } from "#app/selection/pool/pool-review.ts";
import { reasonsIn } from "#app/selection/screening/screening-reasons.ts";
import { statusOfNomination } from "./nomination-status.ts";

/** Nominations for the cadre that a person's page shows: there are a few in a life. */
const SHOWN = 25;

const OWN = {
  id: true,
  state: true,
  person: { select: { id: true, mergedIntoId: true } },
  submittedAt: true,
  withdrawnAt: true,
  call: { select: NAMED_CALL },
  nominatingState: { select: { nameEn: true, nameFr: true } },
  poolReview: {
    select: {
      ...{ state: true, answeredAt: true, declinedAt: true, decidedAt: true, reasonCodes: true },
      consents: { where: { purpose: "statistics" }, select: { given: true } },
      _count: { select: { sheets: true } },
      invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
    },
  },
} as const;

const statusOf = ({ state, poolReview }: Pick<Stored, "state" | "poolReview">) =>
  statusOfNomination({
    ...{ state, candidacyState: null, vacancyState: null, told: "all" },
    reviewState: poolReview?.state ?? null,
  });
type Stored = Awaited<ReturnType<typeof findOwn>>[number];

const findOwn = (where: Prisma.NominationWhereInput) =>
  database().nomination.findMany({
    where: { ...where, vacancyId: null },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: OWN,
  });

/** Of somebody who was on file twice, those of both files. */
const ofPerson = (personId: string): Prisma.NominationWhereInput => ({
  person: { OR: [{ id: personId, mergedIntoId: null }, { mergedIntoId: personId }] },
});

/** A person's own nominations for the cadre at large, the latest first. */
export async function listOwnNominations(locale: string, personId: string) {
  return (await findOwn(ofPerson(personId))).map((one) => ({
    id: one.id,
    call: nameOfCall(locale, one.call),
    nominatedAt: one.submittedAt.toISOString(),
    status: statusOf(one),
  }));
}

/** One nomination for the cadre as the person nominated may see it: where it stands, since when, and why not. */
export async function readOwnNomination(locale: string, id: string) {
  const [[one], versions] = await Promise.all([
    findOwn({ id }),
    database().poolFileVersion.findMany({
      where: { nominationId: id },
      orderBy: { number: "asc" },
      select: { author: true, content: true, writtenAt: true },
    }),
  ]);
  if (!one?.poolReview) return null;
  const { state, answeredAt, declinedAt, decidedAt, reasonCodes, invitations, consents, _count } =
    one.poolReview;
  // The first version is the nominator's, the second the nominee's with which they agreed.
  const corrections = correctionsOf(versions.slice(1)).map((one) => ({ ...one, kind: "corrected" as const }));
  const iso = (moment: Date | null) => moment?.toISOString() ?? null;
  return {
    ...{ id, personId: one.person.mergedIntoId ?? one.person.id, reviewState: state, status: statusOf(one) },
    call: nameOfCall(locale, one.call),
    reference: one.call.reference,
    nominatingState: one.nominatingState,
    answerBy: iso(invitations[0]?.expiresAt ?? null),
    reasons: reasonsIn(reasonCodes),
    asks: state === "asked" && one.state === "submitted",
    mayDecline: (state === "asked" || state === "consented") && one.state === "submitted",
    mayCorrect: mayKeepPoolFile(state, one.state === "withdrawn", _count.sheets),
    /** Whether studies may use the file; null where the person was not asked yet. */
    statistics: consents[0]?.given ?? null,
    history: [
      { kind: "nominated" as const, at: one.submittedAt.toISOString() },
      {
        kind: "agreed" as const,
        at: declinedAt?.getTime() === answeredAt?.getTime() ? null : iso(answeredAt),
      },
      { kind: "declined" as const, at: iso(declinedAt) },
      { kind: state === "entered" ? ("entered" as const) : ("notTaken" as const), at: iso(decidedAt) },
      { kind: "takenBack" as const, at: iso(one.withdrawnAt) },
      ...corrections,
    ]
      .flatMap(({ at, ...event }) => (at === null ? [] : [{ at, ...event }]))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  };
}
export type OwnNominationPage = NonNullable<Awaited<ReturnType<typeof readOwnNomination>>>;
