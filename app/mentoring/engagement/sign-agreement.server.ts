import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { factsOf, loadPair, type Pair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { changeOfGoals, type Mark, marksFor } from "./agreement.ts";
import { type LoadedAgreement, loadAgreements, loadGoals } from "./agreement-state.queries.server.ts";
import { sealForPair } from "./pair-seal.queries.server.ts";
import { otherOf, tellPair } from "./tell-pair.server.ts";

interface Order {
  readonly engagementId: string;
  /** The text that the page showed: nobody signs another. */
  readonly version: number;
  readonly revision: number;
  /** Where the signer stands with each goal today. */
  readonly marks: readonly (Mark | undefined)[];
}

/**
 * One of a pair signs the proposed agreement. With the second signature it is in force: it takes the place of the
 * version before, its goals become the pair's, and where each side stood at its signature is their first rating. The
 * record has the version, the side and a commitment to the text; no word of it.
 */
export function signAgreement(actor: Actor, order: Order): Promise<Result<{ inForce: boolean }>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, order.engagementId);
    const { personId } = actor;
    if (!pair || personId === null || !can(actor, "agreement.write", factsOf(pair)))
      return refuse("notFound");
    if (pair.state !== "active") return refuse("pairEnded");
    const versions = await loadAgreements(tx, pair.id);
    const open = versions.find(({ state }) => state === "proposed");
    if (!open || open.version !== order.version || open.revision !== order.revision)
      return refuse("agreementChanged");
    const asMentor = pairSide(actor) === "mentor";
    if ((asMentor ? open.mentorSignedAt : open.menteeSignedAt) !== null) return refuse("signedAlready");
    const marks = marksFor(open.agreement.goals.length, order.marks);
    if (marks.missing !== null) return refuse("markMissing", {}, `mark${marks.missing}`);
    const inForce = (asMentor ? open.menteeSignedAt : open.mentorSignedAt) !== null;
    if (inForce) {
      await tx.pairAgreement.updateMany({
        where: { engagementId: pair.id, state: "signed" },
        data: { state: "superseded" },
      });
    }
    const own = [...marks.marks];
    await tx.pairAgreement.update({
      where: { id: open.id },
      data: {
        ...(asMentor
          ? { mentorSignedAt: now(), mentorMarks: own }
          : { menteeSignedAt: now(), menteeMarks: own }),
        ...(inForce ? { state: "signed" as const } : {}),
      },
    });
    const side = asMentor ? "mentor" : "mentee";
    await appendEvent(tx, actor, {
      kind: "agreement.signed",
      subject: { type: "engagement", id: pair.id },
      facts: { version: open.version, revision: open.revision, side, inForce },
      committed: { agreement: open.agreement },
    });
    if (inForce) {
      const signed = asMentor ? { ...open, mentorMarks: own } : { ...open, menteeMarks: own };
      await setGoals(tx, pair, signed);
    }
    await tellPair(tx, pair, {
      kind: inForce ? "agreementSigned" : "agreementAwaits",
      to: inForce ? [pair.mentor, pair.mentee] : [otherOf(pair, personId)],
      link: paths.agreement(pair.id),
      occasion: `${open.id}:${open.revision}`,
      extra: {},
    });
    return ok({ inForce });
  }, "Serializable");
}

/** The goals of the version in force become the pair's, with where each side stands at the start. */
async function setGoals(
  tx: Transaction,
  pair: Pair,
  { agreement, mentorMarks, menteeMarks }: LoadedAgreement,
) {
  const engagementId = pair.id;
  const { retired, added } = changeOfGoals(await loadGoals(tx, engagementId), agreement.goals);
  await tx.engagementGoal.updateMany({ where: { id: { in: retired } }, data: { retiredAt: now() } });
  const { _max } = await tx.engagementGoal.aggregate({ where: { engagementId }, _max: { position: true } });
  const first = (_max.position ?? 0) + 1;
  await tx.engagementGoal.createMany({
    data: added.map((text, place) => ({
      engagementId,
      position: first + place,
      text: sealForPair(engagementId, text),
      createdAt: now(),
    })),
  });
  const goals = await loadGoals(tx, engagementId);
  const ratings = goals.flatMap(({ id: goalId, text }) => {
    const place = agreement.goals.indexOf(text);
    const rated = { goalId, moment: "start" as const, ratedAt: now() };
    return [
      { ...rated, personId: pair.mentor.id, mark: mentorMarks[place] },
      { ...rated, personId: pair.mentee.id, mark: menteeMarks[place] },
    ].flatMap(({ mark, ...row }) => (mark === undefined ? [] : [{ ...row, mark }]));
  });
  await tx.goalRating.createMany({ data: ratings, skipDuplicates: true });
}
