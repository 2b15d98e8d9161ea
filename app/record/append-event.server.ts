import { randomBytes, randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";
import { canonicalJson } from "./canonical.ts";
import { commit } from "./commitment.ts";
import type { RecordKind } from "./event-kinds.ts";
import { leafHash } from "./tree.ts";

/** What is told to the record. Facts are ids, codes and dates; what is personal goes into `committed`. */
export interface NewEvent {
  readonly kind: RecordKind;
  readonly subject: { readonly type: string; readonly id: string };
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  /** Personal content: only a salted commitment to each value enters the record. */
  readonly committed?: Readonly<Record<string, unknown>>;
}

/** Who is named as the author of an event: an actor, or the system itself. */
type Author = Pick<Actor, "userId" | "role"> | null;

/**
 * Writes one event into the record, in the transaction of the change that it records. Its place in the tree is
 * given after the commit (see seal-record): were it given here, every writer would wait for every other.
 *
 * @returns the event's id, by which a receipt can be asked for
 */
export async function appendEvent(tx: Transaction, author: Author, event: NewEvent): Promise<string> {
  const { row, salts } = written(author, event);
  await tx.recordEvent.create({ data: row, select: { sequence: true } });
  if (salts.length > 0) await tx.recordSalt.createMany({ data: salts });
  return row.id;
}

/** Writes many events in a few statements, in their order: for what is taken in by the thousand. */
export async function appendEvents(tx: Transaction, author: Author, events: readonly NewEvent[]) {
  const all = events.map((event) => written(author, event));
  await insertRows(
    tx,
    "RecordEvent",
    all.map(({ row }) => row),
  );
  await insertRows(
    tx,
    "RecordSalt",
    all.flatMap(({ salts }) => salts),
  );
}

/** An event as it is stored: its canonical text with commitments, its hash, and the salts that stay beside it. */
function written(author: Author, event: NewEvent) {
  const id = randomUUID();
  const at = now();
  const secrets = Object.entries(event.committed ?? {}).map(([field, value]) => {
    const salt = randomBytes(16).toString("hex");
    return { field, salt, commitment: commit(salt, value) };
  });
  const canonical = canonicalJson({
    v: 1,
    id,
    at: at.toISOString(),
    kind: event.kind,
    actor: author?.userId ?? null,
    role: author?.role ?? null,
    subject: event.subject,
    facts: event.facts ?? {},
    committed: Object.fromEntries(secrets.map(({ field, commitment }) => [field, commitment])),
  });
  const row = {
    ...{ id, at, canonical, kind: event.kind, leafHash: leafHash(canonical) },
    ...{ actorId: author?.userId ?? null, actorRole: author?.role ?? null },
    ...{ subjectType: event.subject.type, subjectId: event.subject.id },
  };
  return { row, salts: secrets.map(({ field, salt }) => ({ eventId: id, field, salt })) };
}
