import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type CandidacyState, takeApart } from "#app/selection/lifecycle.ts";
import type { PairVerdict } from "./duplicate.ts";
import { loadPair } from "./duplicate-state.queries.server.ts";

interface Order {
  readonly pairId: string;
  readonly verdict: PairVerdict;
}

/** Undoes a merge: each case comes back in the state in which it rested, and the two are suspected again. */
export function takePeopleApart(actor: Actor, { pairId, verdict }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = can(actor, "duplicate.decide") ? await loadPair(tx, actor, pairId) : null;
    if (!pair) return refuse("notFound");
    if (pair.version !== verdict.version) return refuse("changedMeanwhile");
    const { state, keptId, first, second } = pair;
    if (state !== "merged") return refuse("wrongState", { state });
    const merged = first.id === keptId ? second : first;
    const back: { id: string; state: CandidacyState }[] = [];
    for (const one of merged.candidacies.filter(({ mergedIntoId }) => mergedIntoId !== null)) {
      const next = takeApart(one.state, one.mergedFrom, one.vacancy.state);
      if (!next.ok) return next;
      back.push({ id: one.id, state: next.value });
    }
    for (const one of back) {
      await tx.candidacy.update({
        where: { id: one.id, state: "merged" },
        data: { state: one.state, mergedFrom: null, mergedIntoId: null, version: { increment: 1 } },
        select: { id: true },
      });
    }
    await tx.person.update({ where: { id: merged.id }, data: { mergedIntoId: null }, select: { id: true } });
    const asBefore = { state: "suspected", keptId: null, decidedById: null, decidedAt: null } as const;
    await tx.duplicatePair.update({
      where: { id: pairId, version: pair.version },
      data: { ...asBefore, note: verdict.note || null, version: { increment: 1 } },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "people.takenApart",
      subject: { type: "person", id: keptId ?? first.id },
      facts: { mergedId: merged.id, candidacies: back.map(({ id }) => id) },
      committed: verdict.note === "" ? {} : { note: verdict.note },
    });
    return ok();
  }, "Serializable");
}
