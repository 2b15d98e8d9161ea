import type { Actor } from "#app/access/actor.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { findEvent } from "#app/record/find-event.server.ts";

/** The call of a draft that the account discarded itself; null where it did not. Of what is gone, the record alone knows. */
export async function callOfDiscarded(
  reader: Reader,
  { userId }: Pick<Actor, "userId">,
  draftId: string,
): Promise<string | null> {
  if (userId === null) return null;
  const subject = { type: "draft", id: draftId };
  const facts = await findEvent(reader, { kind: "draft.discarded", actorId: userId, subject });
  return facts && String(facts.callId);
}

/** Whether the account discarded the call of this reference itself. References are never given twice. */
export async function didDiscardCall({ userId }: Pick<Actor, "userId">, reference: string): Promise<boolean> {
  if (userId === null) return false;
  const sought = { kind: "call.discarded", actorId: userId, fact: ["reference", reference] } as const;
  return (await findEvent(database(), sought)) !== null;
}
