import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { statusOfNomination } from "./nomination-status.ts";
import { reasonsIn } from "./screening-reasons.ts";

/** Nominations for the cadre that a person's page shows: there are a few in a life. */
const SHOWN = 25;

const OWN = {
  id: true,
  state: true,
  personId: true,
  submittedAt: true,
  withdrawnAt: true,
  call: { select: NAMED_CALL },
  nominatingState: { select: { nameEn: true, nameFr: true } },
  poolReview: {
    select: {
      ...{ state: true, answeredAt: true, decidedAt: true, reasonCodes: true },
      invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
    },
  },
} as const;

const statusOf = ({ state, poolReview }: Pick<Stored, "state" | "poolReview">) =>
  statusOfNomination({
    ...{ state, candidacyState: null, vacancyState: null },
    reviewState: poolReview?.state ?? null,
  });
type Stored = Awaited<ReturnType<typeof findOwn>>[number];

const findOwn = (where: { readonly id?: string; readonly personId?: string }) =>
  database().nomination.findMany({
    where: { ...where, vacancyId: null },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: OWN,
  });

/** A person's own nominations for the cadre at large, the latest first. */
export async function listOwnNominations(locale: string, personId: string) {
  return (await findOwn({ personId })).map((one) => ({
    id: one.id,
    call: nameOfCall(locale, one.call),
    nominatedAt: one.submittedAt.toISOString(),
    status: statusOf(one),
  }));
}

/** One nomination for the cadre as the person nominated may see it: where it stands, since when, and why not. */
export async function readOwnNomination(locale: string, id: string) {
  const [one] = await findOwn({ id });
  if (!one?.poolReview) return null;
  const { state, answeredAt, decidedAt, reasonCodes, invitations } = one.poolReview;
  const iso = (moment: Date | null) => moment?.toISOString() ?? null;
  return {
    ...{ id, personId: one.personId, reviewState: state, status: statusOf(one) },
    call: nameOfCall(locale, one.call),
    reference: one.call.reference,
    nominatingState: one.nominatingState,
    answerBy: iso(invitations[0]?.expiresAt ?? null),
    reasons: reasonsIn(reasonCodes),
    asks: state === "asked" && one.state === "submitted",
    mayDecline: (state === "asked" || state === "consented") && one.state === "submitted",
    history: [
      { kind: "nominated" as const, at: one.submittedAt.toISOString() },
      { kind: state === "declined" ? ("declined" as const) : ("agreed" as const), at: iso(answeredAt) },
      { kind: state === "entered" ? ("entered" as const) : ("notTaken" as const), at: iso(decidedAt) },
      { kind: "takenBack" as const, at: iso(one.withdrawnAt) },
    ]
      .flatMap(({ kind, at }) => (at === null ? [] : [{ kind, at }]))
      .toReversed(),
  };
}
export type OwnNominationPage = NonNullable<Awaited<ReturnType<typeof readOwnNomination>>>;
