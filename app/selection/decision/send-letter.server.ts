import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { KNOWN_TO_STATE, knownToState } from "#app/selection/nomination/known-nominee.ts";
import { lettersOpenTo } from "./letter.queries.server.ts";
import { type LetterText, letterStands, refuseLetter } from "./letter.ts";
import { fullName, readOthersNames } from "./others-named.queries.server.ts";
import { tellOutcome } from "./tell-outcome.server.ts";

interface Order extends LetterText {
  readonly letterId: string;
}

/** An officer changes the words of a letter that waits. */
export function keepLetter(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction((tx) => write(tx, actor, order, false), "Serializable");
}

/**
 * An officer sends a letter in the words they have before them. It then stands on the page of whoever it is for, and a
 * message tells them. One that the case has overtaken is refused, and so is one that names another candidate or a member of
 * the panel.
 */
export function sendLetter(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction((tx) => write(tx, actor, order, true), "Serializable");
}

async function write(
  tx: Transaction,
  actor: Actor,
  order: Order,
  sending: boolean,
): Promise<Result<undefined>> {
  const { letterId, version, subject, body } = order;
  const letter = await loadLetter(tx, actor, letterId);
  if (!letter || !can(actor, "letter.send") || actor.userId === null) return refuse("notFound");
  const { vacancy, candidacy, vacancyId, candidacyId, audience, outcome } = letter;
  const stands = letterStands(outcome, candidacy.state, vacancy.state);
  const refusal = refuseLetter({ ...letter, stands }, order, await readOthersNames(tx, letter), [
    fullName(candidacy.person),
    fullName(knownToState(candidacy.nomination)),
  ]);
  if (refusal) return { ok: false, refusal };
  const changed = await tx.letter.updateMany({
    where: { id: letterId, version, state: "awaitingReview" },
    data: {
      ...{ subject, body, version: { increment: 1 } },
      ...(sending ? { state: "sent", sentAt: now(), sentById: actor.userId } : {}),
    },
  });
  if (changed.count !== 1) return refuse("changedMeanwhile");
  await appendEvent(tx, actor, {
    kind: sending ? "letter.sent" : "letter.kept",
    subject: { type: "candidacy", id: candidacyId },
    facts: { vacancyId, letterId, audience, outcome },
    committed: { subject, body },
  });
  if (sending) await tellOutcome(tx, letter);
  return ok();
}

const PERSON = { select: { givenName: true, familyName: true } } as const;

const loadLetter = (tx: Transaction, actor: Actor, id: string) =>
  tx.letter.findFirst({
    where: { ...lettersOpenTo(actor), id },
    select: {
      ...{ state: true, version: true, outcome: true, audience: true, decisionId: true },
      ...{ vacancyId: true, candidacyId: true },
      candidacy: {
        select: { state: true, person: PERSON, nomination: { select: KNOWN_TO_STATE } },
      },
      vacancy: { select: { state: true } },
    },
  });
