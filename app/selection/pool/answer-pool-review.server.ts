import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";
import { because, take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import {
  ATTESTATION_TEXT_VERSION,
  type AttestationForm,
  unableIn,
} from "#app/selection/candidate/attestation.ts";
import { differencesOf } from "#app/selection/candidate/candidate-file.ts";
import { caseFile } from "#app/selection/candidate/case-file.queries.server.ts";
import { keepPoolFile } from "#app/selection/candidate/keep-file-version.server.ts";
import { unknownIn, writeOwnFile } from "#app/selection/candidate/write-own-file.server.ts";
import { CONSENT_TEXT_VERSION, statedIn } from "#app/selection/nomination/profile.ts";
import { asksToAttest, POOL_PURPOSES, type PoolAnswer } from "./pool-answer.ts";
import { loadPoolReview, type PoolCase } from "./pool-review.queries.server.ts";
import { poolReviewTransitions } from "./pool-review.ts";
import { tellPoolAnswer } from "./tell-pool.server.ts";

interface Order {
  readonly nominationId: string;
  readonly answer: PoolAnswer;
}

type Agreement = Extract<PoolAnswer, { readonly intent: "agree" }>;

/**
 * Somebody nominated for the cadre agrees to be reviewed for it, with the file as they put it right, what they consent
 * to and, where the call asks, what they attest; or declines. Links that are still out serve no more, and the nominating
 * state is told. The same answer a second time changes nothing.
 */
export function answerPoolReview(actor: Actor, { nominationId, answer }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const review = await loadPoolReview(tx, nominationId);
    if (!review || !can(actor, "pool.answer", review)) return refuse("notFound");
    const agrees = answer.intent === "agree";
    const arrow = poolReviewTransitions[agrees ? "consent" : "decline"];
    if (review.state === arrow.to)
      return agrees && !(await isOnFile(tx, review, answer)) ? refuse("answeredAlready") : ok();
    const next = take(arrow, review.state, review);
    if (!next.ok) return next;
    const refusal = agrees ? await lackingIn(tx, review, answer) : null;
    if (refusal) return { ok: false, refusal };
    const at = now();
    // Who withdraws after having agreed did agree, and when they did stays.
    const answered = review.state === "asked" ? { answeredAt: at, textVersion: CONSENT_TEXT_VERSION } : {};
    const moved = await tx.poolReview.updateMany({
      where: { nominationId, state: review.state, version: review.version },
      data: {
        ...{ state: next.value, version: { increment: 1 }, ...answered },
        ...(agrees ? {} : { declinedAt: at }),
      },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await tx.poolInvitation.updateMany({ where: { nominationId, usedAt: null }, data: { usedAt: now() } });
    await (agrees ? agree(tx, actor, review, answer) : decline(tx, actor, review));
    await tellPoolAnswer(tx, review, agrees);
    return ok();
  }, "Serializable");
}

/** What the answer of somebody who agrees leaves open or names that nobody knows; null where nothing. */
async function lackingIn(tx: Transaction, review: PoolCase, form: Agreement): Promise<Refusal | null> {
  if (asksToAttest(review.requirements) && !form.attestation) return because("attestationMissing");
  return unknownIn(tx, form);
}

/** Whether the answer says what is on file already: who sends it twice is not told that something was lost. */
async function isOnFile(tx: Transaction, review: PoolCase, form: Agreement): Promise<boolean> {
  const file = await caseFile(tx, review);
  return differencesOf(file, statedIn(file, form)).length === 0;
}

async function decline(tx: Transaction, actor: Actor, review: PoolCase) {
  const { nominationId, personId, callId } = review;
  // The agreement to be reviewed ends with the review; what was agreed to beside it stands.
  await tx.poolConsent.updateMany({
    where: { nominationId, purpose: "cadre", given: true },
    data: { given: false, textVersion: CONSENT_TEXT_VERSION, givenAt: now() },
  });
  await appendEvent(tx, actor, {
    kind: "pool.declined",
    subject: { type: "nomination", id: nominationId },
    facts: { personId, callId, textVersion: CONSENT_TEXT_VERSION },
  });
}

async function agree(tx: Transaction, actor: Actor, review: PoolCase, form: Agreement) {
  const { nominationId, personId, callId } = review;
  const before = await caseFile(tx, review);
  const author = review.stateCode === null ? "candidate" : "state";
  if (review.fileVersions.length === 0)
    await keepPoolFile(tx, { nominationId, author, writtenById: review.nominatedById, content: before });
  const after = statedIn(before, form);
  await writeOwnFile(tx, personId, form);
  const own = { nominationId, author: "candidate", writtenById: actor.userId } as const;
  const number = await keepPoolFile(tx, { ...own, content: after });
  const given = { cadre: true, statistics: form.consentStatistics };
  await tx.poolConsent.createMany({
    data: POOL_PURPOSES.map((purpose) => ({
      ...{ nominationId, purpose, given: given[purpose], givenAt: now() },
      textVersion: CONSENT_TEXT_VERSION,
    })),
  });
  if (form.attestation) await attest(tx, actor, nominationId, form.attestation);
  await appendEvent(tx, actor, {
    kind: "pool.consented",
    subject: { type: "nomination", id: nominationId },
    facts: {
      ...{ personId, callId, number, textVersion: CONSENT_TEXT_VERSION },
      purposes: POOL_PURPOSES.filter((purpose) => given[purpose]),
      fields: differencesOf(before, after).map(({ field }) => field),
    },
    committed: { file: after },
  });
}

/** Keeps what was attested; the record tells that it was, and commits to what was disclosed. */
async function attest(tx: Transaction, actor: Actor, nominationId: string, form: AttestationForm) {
  const unable = [...unableIn(form)];
  const explanation = unable.length > 0 ? form.explanation : null;
  const { signedName } = form;
  await tx.poolAttestation.create({
    data: {
      ...{ nominationId, unable, explanation, signedName, attestedAt: now() },
      textVersion: ATTESTATION_TEXT_VERSION,
    },
    select: { nominationId: true },
  });
  await appendEvent(tx, actor, {
    kind: "attestation.made",
    subject: { type: "nomination", id: nominationId },
    facts: { number: 1, textVersion: ATTESTATION_TEXT_VERSION },
    committed: { unable, explanation, signedName },
  });
}
