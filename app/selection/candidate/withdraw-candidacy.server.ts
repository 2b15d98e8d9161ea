import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { findEvent } from "#app/record/find-event.server.ts";
import { recusalsOf } from "#app/selection/conflict/recusal.queries.server.ts";
import { supersedeLetters } from "#app/selection/decision/supersede-letters.server.ts";
import { endInterviews } from "#app/selection/interview/end-interviews.server.ts";
import { candidacyTransitions } from "#app/selection/lifecycle.ts";
import { KNOWN_TO_STATE, knownToState } from "#app/selection/nomination/known-nominee.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { endConsent } from "./end-consent.server.ts";
import { spendInvitations } from "./spend-invitations.server.ts";

interface Order {
  readonly candidacyId: string;
  /** Why, where the candidate chose to say; the secretariat alone reads it. */
  readonly reason?: string;
}

/**
 * The candidate withdraws, or declines to be considered at all; nobody needs to be given a reason. The agreement to be
 * considered ends with it, and the nominating state is told that the case has ended, not why. Asked twice in the same
 * words, it is done once and answered alike.
 */
export function withdrawCandidacy(
  actor: Actor,
  { candidacyId, reason = "" }: Order,
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const candidacy = await loadCandidacy(tx, candidacyId);
    if (!candidacy || !can(actor, "candidacy.withdraw", candidacy)) return refuse("notFound");
    if (await isRepeat(tx, candidacyId, candidacy, reason)) return ok();
    const next = take(candidacyTransitions.withdraw, candidacy.state, {
      vacancyState: candidacy.vacancy.state,
    });
    if (!next.ok) return next;
    const withdrawal = { withdrawnAt: now(), withdrawalReason: reason === "" ? null : reason };
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, state: candidacy.state, version: candidacy.version },
      data: { state: next.value, version: { increment: 1 }, ...withdrawal },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await spendInvitations(tx, candidacyId, now());
    await endConsent(tx, candidacyId);
    await appendEvent(tx, actor, {
      kind: "candidacy.withdrawn",
      subject: { type: "candidacy", id: candidacyId },
      facts: { vacancyId: candidacy.vacancyId, by: "candidate" },
      committed: reason === "" ? {} : { reason },
    });
    await supersedeLetters(tx, actor, candidacy.vacancyId, { candidacyId });
    await endInterviews(tx, actor, [candidacyId]);
    await tellState(tx, candidacyId, candidacy);
    return ok();
  }, "Serializable");
}

const loadCandidacy = (tx: Transaction, id: string) =>
  tx.candidacy.findUnique({
    where: { id },
    select: {
      state: true,
      version: true,
      withdrawalReason: true,
      personId: true,
      vacancyId: true,
      nominationId: true,
      nomination: { select: { nominatedById: true, ...KNOWN_TO_STATE } },
      vacancy: { select: { ...VACANCY_TITLE, state: true } },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadCandidacy>>>;

/** Whether the candidate has withdrawn already, giving the same reason or none. */
async function isRepeat(tx: Transaction, id: string, { state, withdrawalReason }: Loaded, reason: string) {
  if (state !== "withdrawn" || (withdrawalReason ?? "") !== reason) return false;
  const subject = { type: "candidacy", id };
  const fact = ["by", "candidate"] as const;
  return (await findEvent(tx, { kind: "candidacy.withdrawn", subject, fact })) !== null;
}

async function tellState(tx: Transaction, candidacyId: string, candidacy: Loaded) {
  const { nominationId, nomination, vacancy } = candidacy;
  const { givenName, familyName } = knownToState(nomination);
  const focalPoint = await tx.user.findUnique({
    where: { id: nomination.nominatedById },
    select: { name: true, email: true, locale: true },
  });
  if (!focalPoint || (await recusalsOf(tx, [candidacyId]))(nomination.nominatedById, candidacyId)) return;
  const { name, email, locale } = focalPoint;
  await queueMail(tx, {
    kind: "candidacyWithdrawn",
    to: email,
    locale,
    params: {
      name,
      candidate: `${givenName} ${familyName}`,
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      link: paths.nomination(nominationId),
    },
    dedupeKey: `candidacyWithdrawn:${candidacyId}`,
  });
}
