import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { findEvent } from "#app/record/find-event.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { spendInvitations } from "#app/selection/candidate/spend-invitations.server.ts";
import { supersedeLetters } from "#app/selection/decision/supersede-letters.server.ts";
import { endInterviews } from "#app/selection/interview/end-interviews.server.ts";
import { candidacyTransitions, refuseLateWithdrawal, takeApart } from "#app/selection/lifecycle.ts";
import { mayTakeBack } from "#app/selection/pool/pool-review.ts";

interface Order {
  readonly nominationId: string;
  /** Why, for the secretariat and the state's own colleagues. */
  readonly reason: string;
}

/**
 * A state takes its nomination back, as long as nothing has been decided on the candidacy, which ends with that. The
 * place on the list is free again until the call closes. Where another nomination of the same person had been joined
 * with it, that one's case goes on in its place. Asked twice by the same account in the same words, it is done once and
 * answered alike.
 */
export function withdrawNomination(
  actor: Actor,
  { nominationId, reason }: Order,
): Promise<Result<{ callId: string }>> {
  return inTransaction(async (tx) => {
    const nomination = await loadNomination(tx, nominationId);
    if (!nomination || !can(actor, "nomination.withdraw", nomination)) return refuse("notFound");
    const { candidacy, call, poolReview } = nomination;
    if (nomination.state === "withdrawn") {
      const subject = { type: "nomination", id: nominationId };
      const repeat =
        nomination.withdrawnReason === reason &&
        (await findEvent(tx, { kind: "nomination.withdrawn", actorId: actor.userId ?? "", subject }));
      return repeat ? ok({ callId: call.id }) : refuse("wrongState", { state: nomination.state });
    }
    if (poolReview && !mayTakeBack(poolReview.state)) return refuse("reviewedAlready");
    if (candidacy) {
      const ended = await endCandidacy(tx, candidacy);
      if (!ended.ok) return ended;
      await supersedeLetters(tx, actor, candidacy.vacancyId, { candidacyId: candidacy.id });
      await endInterviews(tx, actor, [candidacy.id]);
    }
    await tx.nomination.update({
      where: { id: nominationId },
      data: { state: "withdrawn", withdrawnAt: now(), withdrawnReason: reason },
    });
    if (poolReview)
      await tx.poolInvitation.updateMany({ where: { nominationId, usedAt: null }, data: { usedAt: now() } });
    const goesOn = candidacy && (await bringBack(tx, candidacy.merged, candidacy.vacancy.state));
    await appendEvent(tx, actor, {
      kind: "nomination.withdrawn",
      subject: { type: "nomination", id: nominationId },
      facts: { candidacyId: candidacy?.id ?? null, callId: call.id, stateCode: nomination.stateCode, goesOn },
      committed: { reason },
    });
    await tellNominee(tx, nominationId, nomination);
    return ok({ callId: call.id });
  }, "Serializable");
}

const loadNomination = (tx: Transaction, id: string) =>
  tx.nomination.findUnique({
    where: { id },
    select: {
      stateCode: true,
      state: true,
      withdrawnReason: true,
      candidacy: {
        select: {
          ...{ id: true, state: true, vacancyId: true },
          vacancy: { select: { state: true } },
          merged: {
            where: { nomination: { state: "submitted" } },
            orderBy: { createdAt: "asc" },
            take: 1,
            select: { id: true, state: true, mergedFrom: true },
          },
        },
      },
      call: { select: { ...NAMED_CALL, id: true } },
      poolReview: { select: { state: true } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadNomination>>>;

/** The nominee learns that the nomination has ended; the state's reason stays with the state and the secretariat. */
async function tellNominee(tx: Transaction, id: string, { person, call }: Loaded) {
  const locale = person.user?.locale ?? "en";
  const name = `${person.givenName} ${person.familyName}`;
  await queueMail(tx, {
    kind: "nominationWithdrawn",
    to: person.email,
    locale,
    params: { name, candidate: name, call: nameOfCall(locale, call), link: paths.myCases() },
    dedupeKey: `nominationWithdrawn:${id}`,
  });
}

type OfNomination = NonNullable<Loaded["candidacy"]>;

/** Ends the case with its nomination; one that rests behind another stays there, and never goes on. */
async function endCandidacy(
  tx: Transaction,
  { id, state, vacancy }: OfNomination,
): Promise<Result<undefined>> {
  const rests = state === "merged";
  const facts = { vacancyState: vacancy.state };
  const late = rests ? refuseLateWithdrawal(facts) : null;
  if (late) return { ok: false, refusal: late };
  const next = rests ? ok("merged" as const) : take(candidacyTransitions.withdraw, state, facts);
  if (!next.ok) return next;
  const moved = await tx.candidacy.updateMany({
    where: { id, state },
    data: {
      ...{ state: next.value, withdrawnAt: now(), version: { increment: 1 } },
      ...(rests ? { mergedFrom: "withdrawn" as const } : {}),
    },
  });
  if (moved.count !== 1) return refuse("changedMeanwhile");
  await spendInvitations(tx, id, now());
  return ok();
}

/** Brings back the first case that rested behind the withdrawn one, where it still can go on; its id, or null. */
async function bringBack(
  tx: Transaction,
  [resting]: OfNomination["merged"],
  vacancyState: OfNomination["vacancy"]["state"],
): Promise<string | null> {
  if (!resting) return null;
  const next = takeApart(resting.state, resting.mergedFrom, vacancyState);
  if (!next.ok) return null;
  await tx.candidacy.update({
    where: { id: resting.id, state: "merged" },
    data: { state: next.value, mergedFrom: null, mergedIntoId: null, version: { increment: 1 } },
    select: { id: true },
  });
  return resting.id;
}
