import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { candidacyTransitions, takeApart } from "./lifecycle.ts";

interface Order {
  readonly nominationId: string;
}

/**
 * A state takes its nomination back, as long as nothing has been decided on the candidacy; it ends with that. Where
 * another nomination of the same person had been joined with it, that one's case goes on in its place.
 */
export function withdrawNomination(actor: Actor, { nominationId }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const nomination = await loadNomination(tx, nominationId);
    if (!nomination?.candidacy || !can(actor, "nomination.withdraw", nomination)) return refuse("notFound");
    const { candidacy } = nomination;
    if (nomination.state === "withdrawn") return refuse("wrongState", { state: "withdrawn" });
    const rests = candidacy.state === "merged";
    const next = rests
      ? ok("merged" as const)
      : take(candidacyTransitions.withdraw, candidacy.state, undefined);
    if (!next.ok) return next;
    const ended = { withdrawnAt: now(), ...(rests ? { mergedFrom: "withdrawn" as const } : {}) };
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacy.id, state: candidacy.state },
      data: { state: next.value, version: { increment: 1 }, ...ended },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await tx.nomination.update({ where: { id: nominationId }, data: { state: "withdrawn" } });
    const goesOn = await bringBack(tx, candidacy.merged, candidacy.vacancy.state);
    await appendEvent(tx, actor, {
      kind: "nomination.withdrawn",
      subject: { type: "nomination", id: nominationId },
      facts: { candidacyId: candidacy.id, stateCode: nomination.stateCode, goesOn },
    });
    return ok();
  }, "Serializable");
}

const loadNomination = (tx: Transaction, id: string) =>
  tx.nomination.findUnique({
    where: { id },
    select: {
      stateCode: true,
      state: true,
      candidacy: {
        select: {
          id: true,
          state: true,
          vacancy: { select: { state: true } },
          merged: {
            where: { nomination: { state: "submitted" } },
            orderBy: { createdAt: "asc" },
            take: 1,
            select: { id: true, state: true, mergedFrom: true },
          },
        },
      },
    },
  });
type OfNomination = NonNullable<NonNullable<Awaited<ReturnType<typeof loadNomination>>>["candidacy"]>;

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
