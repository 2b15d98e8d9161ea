import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { type Refusal, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import {
  allowsOneself,
  type CallFacts,
  readCallFacts,
} from "#app/selection/call/call-facts.queries.server.ts";
import { nameOfCall } from "#app/selection/call/call-title.ts";

/** Somebody's own form by a call: the one begun, or the call to begin one by, with what stands against it. */
export type OwnDraft =
  | { readonly kind: "begun"; readonly draftId: string }
  | {
      readonly kind: "none";
      readonly reference: string;
      readonly name: string;
      readonly bar: Refusal | null;
    };

/** The draft of a nomination by oneself that an account has begun by a call; null where it has none. */
export const findOwnDraft = (reader: Reader, callId: string, userId: string) =>
  reader.nomineeDraft.findFirst({
    where: { callId, stateCode: null, createdById: userId },
    select: { id: true },
  });

/** What stands against beginning a nomination by oneself; null where nothing does. */
export function ownDraftBar(call: CallFacts): Refusal | null {
  const barred = (code: Refusal["code"]) => refuse(code).refusal;
  if (!allowsOneself(call)) return barred("selfNotAllowed");
  if (call.phase === "announced") return barred("callNotOpenYet");
  return takesNominations(call.phase) ? null : barred("callClosed");
}

/** Where the link of somebody who nominates themself leads; null where there is no such call, or they may not. */
export async function readOwnDraft(actor: Actor, callId: string): Promise<OwnDraft | null> {
  const { userId } = actor;
  if (userId === null || !can(actor, "nomination.submitOwn")) return null;
  const begun = await findOwnDraft(database(), callId, userId);
  if (begun) return { kind: "begun", draftId: begun.id };
  const call = await readCallFacts(database(), callId, now());
  if (!call) return null;
  const { reference } = call;
  return { kind: "none", reference, name: nameOfCall(actor.locale, call), bar: ownDraftBar(call) };
}
