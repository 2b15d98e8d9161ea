import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { factsOf, loadPair, type Pair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { laterEnd, refuseExtension } from "./extension.ts";
import { otherOf, tellPair } from "./tell-pair.server.ts";

/** One of a pair proposes to go on some months longer. */
export function proposeExtension(
  actor: Actor,
  { engagementId, months }: { readonly engagementId: string; readonly months: number },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const found = await loadOwn(tx, actor, engagementId);
    if (!found) return refuse("notFound");
    const { pair, personId, open } = found;
    if (open) return refuse("extensionWaits");
    const endsOn = laterEnd(dayOf(pair.endsOn), months);
    const against = refuseExtension({ ...found.facts, wanted: endsOn });
    if (against) return { ok: false, refusal: against };
    const { id } = await tx.pairExtension.create({
      data: {
        engagementId,
        endsOn: new Date(endsOn),
        ...{ proposedById: personId, proposedAt: now() },
      },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "extension.proposed",
      subject: { type: "engagement", id: engagementId },
      facts: { endsOn },
    });
    await tellPair(tx, pair, {
      kind: "extensionAsked",
      to: [otherOf(pair, personId)],
      link: paths.extendEngagement(engagementId),
      occasion: id,
      extra: { endsOn },
    });
    return ok();
  }, "Serializable");
}

/** The other of the two agrees, and the pair goes on; or does not, and it ends on the day it had. */
export function answerExtension(
  actor: Actor,
  { engagementId, answer }: { readonly engagementId: string; readonly answer: "agreed" | "declined" },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const found = await loadOwn(tx, actor, engagementId);
    if (!found) return refuse("notFound");
    const { pair, personId, open } = found;
    if (!open) return refuse("changedMeanwhile");
    const own = open.proposedById === personId;
    // Who proposed it may take it back, and nothing more.
    if (own && answer === "agreed") return refuse("notFound");
    const endsOn = dayOf(open.endsOn);
    const against = answer === "agreed" ? refuseExtension({ ...found.facts, wanted: endsOn }) : null;
    if (against) return { ok: false, refusal: { ...against, field: undefined } };
    await tx.pairExtension.update({ where: { id: open.id }, data: { state: answer, answeredAt: now() } });
    if (answer === "agreed") await goOn(tx, engagementId, open.endsOn);
    await appendEvent(tx, actor, {
      kind: "extension.answered",
      subject: { type: "engagement", id: engagementId },
      facts: { answer, endsOn },
    });
    if (!own) {
      await tellPair(tx, pair, {
        kind: answer === "agreed" ? "extensionAgreed" : "extensionDeclined",
        to: [otherOf(pair, personId)],
        link: paths.engagement(engagementId),
        occasion: open.id,
        extra: { endsOn: answer === "agreed" ? endsOn : dayOf(pair.endsOn) },
      });
    }
    return ok();
  }, "Serializable");
}

/** The last review moves with the last day; both are asked for it then. */
async function goOn(tx: Transaction, engagementId: string, endsOn: Date) {
  await tx.engagement.update({ where: { id: engagementId }, data: { endsOn } });
  await tx.pairReview.updateMany({
    where: { engagementId, moment: "end" },
    data: { dueOn: endsOn, askedAt: null },
  });
}

async function loadOwn(tx: Transaction, actor: Actor, engagementId: string) {
  const pair: Pair | null = await loadPair(tx, engagementId);
  const { personId } = actor;
  if (!pair || personId === null || !can(actor, "engagement.extend", factsOf(pair))) return null;
  const { mentor, extensions } = await tx.engagement.findUniqueOrThrow({
    where: { id: engagementId },
    select: {
      mentor: { select: { availableTo: true } },
      extensions: { select: { id: true, state: true, endsOn: true, proposedById: true } },
    },
  });
  const facts = {
    state: pair.state,
    endsOn: dayOf(pair.endsOn),
    agreed: extensions.filter(({ state }) => state === "agreed").length,
    mentorUntil: dayOf(mentor.availableTo),
  };
  return { pair, personId, facts, open: extensions.find(({ state }) => state === "proposed") ?? null };
}
