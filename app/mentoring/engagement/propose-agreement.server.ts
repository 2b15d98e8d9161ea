import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { factsOf, loadPair, type Pair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type Agreement, sameAgreement } from "./agreement.ts";
import { type LoadedAgreement, loadAgreements } from "./agreement-state.queries.server.ts";
import { sealForPair } from "./pair-seal.queries.server.ts";
import { otherOf, tellPair } from "./tell-pair.server.ts";

interface Order {
  readonly engagementId: string;
  /** The version and revision that the page showed; what was changed meanwhile is not overwritten unseen. */
  readonly version: number;
  readonly revision: number;
  readonly agreement: Agreement;
}

/**
 * One of a pair proposes how they work together, or changes what is proposed. A change takes away the signatures given
 * to the text before it; saved without a change, they stand.
 */
export function proposeAgreement(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, order.engagementId);
    const { personId } = actor;
    if (!pair || personId === null || !can(actor, "agreement.write", factsOf(pair)))
      return refuse("notFound");
    if (pair.state !== "active") return refuse("pairEnded");
    const [latest] = await loadAgreements(tx, pair.id);
    const open = latest?.state === "proposed" ? latest : null;
    const version = open ? open.version : (latest?.version ?? 0) + 1;
    if (order.version !== version || order.revision !== (open?.revision ?? 0))
      return refuse("agreementChanged");
    if (open && sameAgreement(open.agreement, order.agreement)) return ok();
    const before = open ?? (latest?.state === "signed" ? latest : null);
    if (!open && before && sameAgreement(before.agreement, order.agreement)) return refuse("agreementSame");
    const { id, revision } = await write(tx, pair, { ...order, version, open, personId });
    const voided = open !== null && isSigned(open);
    await appendEvent(tx, actor, {
      kind: open ? "agreement.changed" : "agreement.proposed",
      subject: { type: "engagement", id: pair.id },
      facts: { version, revision, signatureVoided: voided },
    });
    await tellPair(tx, pair, {
      kind: "agreementToSign",
      to: [otherOf(pair, personId)],
      link: paths.agreement(pair.id),
      occasion: `${id}:${revision}`,
      extra: {},
    });
    return ok();
  }, "Serializable");
}

const isSigned = ({ mentorSignedAt, menteeSignedAt }: LoadedAgreement) =>
  mentorSignedAt !== null || menteeSignedAt !== null;

interface Text extends Order {
  readonly open: LoadedAgreement | null;
  readonly personId: string;
}

async function write(tx: Transaction, pair: Pair, { agreement, open, version, personId }: Text) {
  const { goals, confidentiality, offLimits, cadence, minutes, channel } = agreement;
  const text = {
    ...{ cadence, minutes, channel },
    sealedTerms: sealForPair(pair.id, JSON.stringify({ goals, confidentiality, offLimits })),
    proposedById: personId,
    proposedAt: now(),
  };
  const selected = { id: true, revision: true } as const;
  if (!open) {
    return tx.pairAgreement.create({
      data: { engagementId: pair.id, version, revision: 1, ...text },
      select: selected,
    });
  }
  return tx.pairAgreement.update({
    where: { id: open.id },
    data: {
      ...text,
      ...{ mentorSignedAt: null, menteeSignedAt: null, mentorMarks: [], menteeMarks: [] },
      ...(isSigned(open) ? { voidedAt: now() } : {}),
      revision: { increment: 1 },
    },
    select: selected,
  });
}
