import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { candidacyTransitions, hasLeft, LIVE_CANDIDACY_STATES } from "#app/selection/lifecycle.ts";
import { tellJoined } from "#app/selection/pool/tell-joined.server.ts";
import { type Merge, refuseMerge } from "./duplicate.ts";
import { type LoadedPair, loadPair, type PairPerson } from "./duplicate-state.queries.server.ts";

interface Order {
  readonly pairId: string;
  readonly merge: Merge;
}

/**
 * Two people on file are one. Of two cases for one vacancy the kept person's goes on and the other rests, as it was;
 * nothing is moved or lost, so that it can be taken apart again.
 */
export function mergePeople(actor: Actor, { pairId, merge }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = can(actor, "duplicate.decide") ? await loadPair(tx, actor, pairId) : null;
    if (!pair) return refuse("notFound");
    if (pair.version !== merge.version) return refuse("changedMeanwhile");
    const sides = sidesOf(pair, merge.keptId);
    if (!sides) return refuse("mergeKeptUnknown", {}, "keptId");
    const refusal = refuseMerge({ state: pair.state, ...factsOf(sides) });
    if (refusal) return { ok: false, refusal };
    const joins = joinsOf(sides);
    for (const { other, kept } of joins) {
      const facts = {
        vacancyState: other.vacancy.state,
        live: LIVE_CANDIDACY_STATES.includes(other.state),
        keptLive: !hasLeft(kept.state) && kept.state !== "screenedOut",
      };
      const next = take(candidacyTransitions.merge, other.state, facts);
      if (!next.ok) return next;
    }
    for (const { other, kept } of joins) await join(tx, other, kept.id);
    await settle(tx, actor, pair, sides, merge);
    await appendEvent(tx, actor, {
      kind: "people.merged",
      subject: { type: "person", id: sides.kept.id },
      facts: { mergedId: sides.merged.id, candidacies: joins.map(({ other }) => other.id) },
      committed: merge.note === "" ? {} : { note: merge.note },
    });
    const live = joins.filter(({ other }) => LIVE_CANDIDACY_STATES.includes(other.state));
    for (const { other } of live) await tellJoined(tx, sides.merged, other);
    return ok();
  }, "Serializable");
}

type Sides = { readonly kept: PairPerson; readonly merged: PairPerson };
type Case = PairPerson["candidacies"][number];

function sidesOf({ first, second }: LoadedPair, keptId: string): Sides | null {
  if (keptId === first.id) return { kept: first, merged: second };
  return keptId === second.id ? { kept: second, merged: first } : null;
}

function factsOf({ kept, merged }: Sides) {
  const { _count: counts, mentor, cadreMembership } = merged;
  const led = counts.appointments + counts.mentorshipNeeds + counts.engagementsAsMentee;
  return {
    keptMergedElsewhere: kept.mergedIntoId !== null,
    mergedMergedElsewhere: merged.mergedIntoId !== null,
    mergedHasMerged: counts.merged,
    mergedInUse: led > 0 || mentor !== null || cadreMembership !== null,
  };
}

/** The cases of either for the same vacancy: one of them goes on. */
const joinsOf = ({ kept, merged }: Sides) =>
  merged.candidacies.flatMap((other) => {
    const goesOn = kept.candidacies.find(({ vacancyId }) => vacancyId === other.vacancyId);
    return goesOn && other.state !== "merged" ? [{ other, kept: goesOn }] : [];
  });

const join = (tx: Transaction, { id, state }: Case, mergedIntoId: string) =>
  tx.candidacy.update({
    where: { id, state },
    data: { state: "merged", mergedFrom: state, mergedIntoId, version: { increment: 1 } },
    select: { id: true },
  });

async function settle(
  tx: Transaction,
  actor: Actor,
  { id, version }: LoadedPair,
  sides: Sides,
  merge: Merge,
) {
  const { kept, merged } = sides;
  await tx.person.update({
    where: { id: merged.id },
    data: { mergedIntoId: kept.id },
    select: { id: true },
  });
  await tx.duplicatePair.update({
    where: { id, version },
    data: {
      ...{ state: "merged", keptId: kept.id, note: merge.note || null },
      ...{ decidedById: actor.userId, decidedAt: now(), version: { increment: 1 } },
    },
    select: { id: true },
  });
}
