import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { sealUnder } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { ownKey, pairKey } from "./open-keys.server.ts";
import { boundTo, type NoteForm, type NoteKind } from "./session-note.ts";
import { factsOf, loadPair, loadSession } from "./session-state.queries.server.ts";

interface Order {
  readonly sessionId: string;
  readonly note: NoteForm;
}

/**
 * One of a pair writes a note on a session: for themselves, for both, or for the programme. The first two are sealed
 * before they reach the database. The record learns that a note was kept and for whom, and nothing of what it says: not
 * even a commitment, since its author may have it forgotten.
 */
export function keepNote(actor: Actor, { sessionId, note }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, sessionId);
    const { personId } = actor;
    if (!session || personId === null || !can(actor, "note.write", factsOf(session.pair)))
      return refuse("notFound");
    const { kind } = note;
    const whose = { sessionId: session.id, authorId: personId, kind };
    const body = await sealed(tx, note.body, session.pair.id, whose);
    if (!(await write(tx, whose, note, body))) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "note.kept",
      subject: { type: "session", id: session.id },
      facts: { engagementId: session.pair.id, for: kind },
    });
    return ok();
  });
}

interface Whose {
  readonly sessionId: string;
  readonly authorId: string;
  readonly kind: NoteKind;
}

async function sealed(tx: Transaction, body: string, engagementId: string, whose: Whose): Promise<string> {
  if (whose.kind === "programme") return body;
  const mine = whose.kind === "mine";
  const key = mine ? await ownKey(tx, engagementId, whose.authorId) : await pairKey(tx, engagementId);
  return sealUnder(key, body, boundTo(whose));
}

/** Whether it was written: not where another page has changed it since. */
async function write(tx: Transaction, whose: Whose, { version, body: text }: NoteForm, body: string) {
  const shown = { ...whose, version };
  if (text === "") {
    const { count } = await tx.sessionNote.deleteMany({ where: shown });
    return count === 1 || version === 0;
  }
  const kept = { body, updatedAt: now() };
  const { count } =
    version === 0
      ? await tx.sessionNote.createMany({ data: [{ ...whose, ...kept }], skipDuplicates: true })
      : await tx.sessionNote.updateMany({ where: shown, data: { ...kept, version: version + 1 } });
  return count === 1;
}

/**
 * Has everything forgotten that one of a pair wrote for themselves in an engagement: the notes, what was
 * noted with feedback, and the key that opens them, so that no copy of the database can be read either.
 */
export function forgetOwnNotes(actor: Actor, engagementId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, engagementId);
    const { personId } = actor;
    if (!pair || personId === null || !can(actor, "note.write", factsOf(pair))) return refuse("notFound");
    // The key goes first: a note that is just being written holds it, and is then found below.
    await tx.authorKey.deleteMany({ where: { engagementId: pair.id, personId } });
    await tx.sessionNote.deleteMany({
      where: { authorId: personId, kind: "mine", session: { engagementId: pair.id } },
    });
    await tx.sessionFeedback.updateMany({
      where: { personId, session: { engagementId: pair.id } },
      data: { sealedComment: null, clearComment: null },
    });
    await appendEvent(tx, actor, {
      kind: "notes.forgotten",
      subject: { type: "engagement", id: pair.id },
    });
    return ok();
  });
}
