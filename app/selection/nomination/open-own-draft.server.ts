import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { EMPTY_FILE } from "./nominee-file.ts";
import { beginDraft } from "./open-draft.server.ts";
import { findOwnDraft, ownDraftBar } from "./own-draft.queries.server.ts";

interface Order {
  readonly callId: string;
}

/** Opens somebody's own nomination by a call that allows it: the one begun before, or a new one. */
export async function openOwnDraft(actor: Actor, { callId }: Order): Promise<Result<{ draftId: string }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "nomination.submitOwn")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const begun = await findOwnDraft(tx, callId, userId);
    if (begun) return ok({ draftId: begun.id });
    const call = await readCallFacts(tx, callId, now());
    if (!call) return refuse("notFound");
    const bar = ownDraftBar(call);
    if (bar) return { ok: false, refusal: bar };
    const account = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, email: true },
    });
    const [givenName = "", ...family] = account.name.split(" ");
    const content = {
      ...EMPTY_FILE,
      ...{ givenName, familyName: family.join(" "), email: account.email, service: "civilian" },
    };
    const author = { ...actor, userId, stateCode: null };
    return ok({ draftId: await beginDraft(tx, author, { callId, content }) });
  }, "Serializable");
}
