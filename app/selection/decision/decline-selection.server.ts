import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { endConsent } from "#app/selection/candidate/end-consent.server.ts";
import { TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { candidacyTransitions, vacancyTransitions } from "#app/selection/lifecycle.ts";
import { decisionDue } from "#app/selection/report/complete-report.server.ts";
import { supersedeLetters } from "./supersede-letters.server.ts";
import { tellDeclined, tellReopened } from "./tell-declined.server.ts";

interface Order {
  readonly candidacyId: string;
  /** Why, where the candidate chose to say; the secretariat alone reads it. */
  readonly reason: string;
}

/**
 * Whoever was selected declines the post before the appointment. The decision is kept as one that came to nothing, the
 * case goes back to whoever decides. The decision makers, the state and the secretariat are told that, not why; those
 * considered again and their states, that they are, not who declined. Asked twice in the same words, it is done once and
 * answered alike.
 */
export function declineSelection(actor: Actor, { candidacyId, reason }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx): Promise<Result<undefined>> => {
    const candidacy = await loadCandidacy(tx, candidacyId);
    if (!candidacy || !can(actor, "candidacy.withdraw", candidacy)) return refuse("notFound");
    const { vacancy, vacancyId } = candidacy;
    if (candidacy.state === "declined" && (candidacy.withdrawalReason ?? "") === reason) return ok();
    const facts = {
      vacancyState: vacancy.state,
      told: toldOf("candidate", candidacy.letters, vacancy.state === "closed") === "all",
    };
    const next = take(candidacyTransitions.declineSelection, candidacy.state, facts);
    if (!next.ok) return next;
    const reopened = take(vacancyTransitions.reopenDecision, vacancy.state, undefined);
    if (!reopened.ok) return reopened;
    const at = now();
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, state: candidacy.state, version: candidacy.version },
      data: {
        ...{ state: next.value, version: { increment: 1 } },
        ...{ withdrawnAt: at, withdrawalReason: reason === "" ? null : reason },
      },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    const decisionDueOn = await decisionDue(tx, vacancyId, at);
    const back = await tx.vacancy.updateMany({
      where: { id: vacancyId, state: vacancy.state },
      data: { state: reopened.value, decisionDueOn, version: { increment: 1 } },
    });
    if (back.count !== 1) return refuse("changedMeanwhile");
    const decisionId = await setAside(tx, candidacyId, at);
    await endConsent(tx, candidacyId);
    await appendEvent(tx, actor, {
      kind: "selection.declined",
      subject: { type: "candidacy", id: candidacyId },
      facts: { vacancyId, decisionId },
      committed: reason === "" ? {} : { reason },
    });
    await supersedeLetters(tx, actor, vacancyId, {
      candidacy: { state: { in: ["recommended", "declined"] } },
    });
    await tellDeclined(tx, candidacyId);
    await tellReopened(tx, vacancyId);
    return ok();
  }, "Serializable");
}

const loadCandidacy = (tx: Transaction, id: string) =>
  tx.candidacy.findUnique({
    where: { id },
    select: {
      ...{ state: true, version: true, personId: true, vacancyId: true, withdrawalReason: true },
      vacancy: { select: { state: true } },
      letters: TOLD_BY,
    },
  });

/**
 * Keeps the decision among those that came to nothing. The gender figures count who was selected in the end: the stage
 * goes with the decision, and the record keeps both.
 */
async function setAside(tx: Transaction, candidacyId: string, declinedAt: Date): Promise<string> {
  const { id, ...decision } = await tx.decision.delete({ where: { candidacyId } });
  await tx.declinedSelection.create({ data: { ...decision, declinedAt }, select: { id: true } });
  await tx.stageEvent.deleteMany({ where: { candidacyId, stage: "selected" } });
  return id;
}
