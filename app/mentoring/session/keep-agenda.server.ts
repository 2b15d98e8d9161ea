import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { sealUnder } from "#app/platform/cipher.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { pairKey } from "./open-keys.server.ts";
import { agendaBoundTo } from "./session-note.ts";
import { factsOf, loadSession } from "./session-state.queries.server.ts";

interface Order {
  readonly sessionId: string;
  /** That of the agenda the page showed. */
  readonly version: number;
  readonly agenda: string;
}

/** One of a pair writes what the session is to be about; both read it, and nobody else. */
export function keepAgenda(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, order.sessionId);
    if (!session || !can(actor, "note.write", factsOf(session.pair))) return refuse("notFound");
    if (session.state === "cancelled") return refuse("wrongState");
    const key = await pairKey(tx, session.pair.id);
    const agenda = order.agenda === "" ? null : sealUnder(key, order.agenda, agendaBoundTo(session.id));
    const { count } = await tx.mentoringSession.updateMany({
      where: { id: session.id, agendaVersion: order.version },
      data: { agenda, agendaVersion: order.version + 1 },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "agenda.kept",
      subject: { type: "session", id: session.id },
      facts: { engagementId: session.pair.id },
    });
    return ok();
  });
}
