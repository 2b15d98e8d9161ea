import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { openForPair } from "#app/mentoring/engagement/pair-seal.queries.server.ts";
import { unsealUnder } from "#app/platform/cipher.server.ts";
import { database } from "#app/platform/database.server.ts";
import { findKeys, type Keys } from "./engagement-keys.queries.server.ts";
import { agendaBoundTo, boundTo, commentBoundTo, type NoteKind } from "./session-note.ts";
import { factsOf, loadSession } from "./session-state.queries.server.ts";

/** A note as one of those reads it who may. */
export interface ReadNote {
  readonly body: string;
  readonly version: number;
  readonly updatedAt: string;
}

interface Options {
  /** Whether somebody else sees the reader's screen: what is theirs alone is then not even loaded. */
  readonly screenShared: boolean;
}

/**
 * What one of a pair reads of the work around a session: its agenda, how long it lasted, where the goals stood, and the
 * notes that are theirs to read. Null for everybody else: what is sealed is not opened for them.
 */
export async function readSessionWork(actor: Actor, sessionId: string, { screenShared }: Options) {
  const session = await loadSession(database(), sessionId);
  const { personId } = actor;
  if (!session || personId === null || !can(actor, "note.write", factsOf(session.pair))) return null;
  const engagementId = session.pair.id;
  const [keys, kept, goals, notes] = await Promise.all([
    findKeys(database(), engagementId, personId),
    database().mentoringSession.findUniqueOrThrow({
      where: { id: sessionId },
      select: { agenda: true, agendaVersion: true, heldMinutes: true },
    }),
    database().engagementGoal.findMany({
      where: { engagementId, OR: [{ retiredAt: null }, { progress: { some: { sessionId } } }] },
      orderBy: { position: "asc" },
      select: { id: true, text: true, progress: { where: { sessionId }, select: { progress: true } } },
    }),
    database().sessionNote.findMany({
      where: {
        sessionId,
        OR: [
          { kind: "ours" },
          { authorId: personId, kind: { in: screenShared ? ["programme"] : ["mine", "programme"] } },
        ],
      },
    }),
  ]);
  const noteOf = (kind: NoteKind, own: boolean): ReadNote | null => {
    const note = notes.find((one) => one.kind === kind && (one.authorId === personId) === own);
    return note ? opened(note, keys) : null;
  };
  return {
    screenShared,
    agenda: kept.agenda && keys.pair ? unsealUnder(keys.pair, kept.agenda, agendaBoundTo(sessionId)) : "",
    agendaVersion: kept.agendaVersion,
    heldMinutes: kept.heldMinutes,
    goals: goals.map(({ id, text, progress: [marked] }) => ({
      id,
      text: openForPair(engagementId, text),
      progress: marked?.progress ?? null,
    })),
    notes: {
      mine: noteOf("mine", true),
      ours: noteOf("ours", true),
      theirs: noteOf("ours", false),
      programme: noteOf("programme", true),
    },
  };
}

interface Row extends Omit<ReadNote, "updatedAt"> {
  readonly sessionId: string;
  readonly authorId: string;
  readonly kind: NoteKind;
  readonly updatedAt: Date;
}

function opened(note: Row, keys: Keys): ReadNote | null {
  const { body, version, updatedAt } = note;
  const read = (text: string) => ({ body: text, version, updatedAt: updatedAt.toISOString() });
  if (note.kind === "programme") return read(body);
  const key = note.kind === "mine" ? keys.own : keys.pair;
  return key && read(unsealUnder(key, body, boundTo(note)));
}

/** What the two wrote for the programme on a session, for those who look after it. */
export async function readProgrammeNotes(actor: Actor, sessionId: string) {
  if (!can(actor, "note.readProgramme")) return [];
  const notes = await database().sessionNote.findMany({
    where: { sessionId, kind: "programme" },
    orderBy: { updatedAt: "asc" },
    select: { body: true, updatedAt: true, author: { select: { givenName: true, familyName: true } } },
  });
  return notes.map(({ body, updatedAt, author }) => ({
    body,
    updatedAt: updatedAt.toISOString(),
    author: `${author.givenName} ${author.familyName}`,
  }));
}

const MOST_EXPORTED = 5000;

/** Everything that somebody wrote in notes and with their feedback, in clear, for a copy of their own; nothing of the other side's. */
export async function exportOwnNotes(actor: Actor) {
  const { personId } = actor;
  if (personId === null) return [];
  const notes = await database().sessionNote.findMany({
    where: { authorId: personId },
    orderBy: [{ session: { startsAt: "asc" } }, { kind: "asc" }],
    take: MOST_EXPORTED,
    include: { session: { select: { startsAt: true, engagementId: true } } },
  });
  const comments = await database().sessionFeedback.findMany({
    where: { personId, sealedComment: { not: null } },
    orderBy: { givenAt: "asc" },
    take: MOST_EXPORTED,
    include: { session: { select: { startsAt: true, engagementId: true } } },
  });
  const engagements = [...new Set([...notes, ...comments].map(({ session }) => session.engagementId))];
  const keys = new Map(
    await Promise.all(engagements.map(async (id) => [id, await findKeys(database(), id, personId)] as const)),
  );
  const fromNotes = notes.flatMap((note) => {
    const own = keys.get(note.session.engagementId);
    const read = own && opened(note, own);
    const { kind, session } = note;
    return read
      ? [{ session: session.startsAt.toISOString(), for: kind, written: read.updatedAt, text: read.body }]
      : [];
  });
  const fromFeedback = comments.flatMap(({ sealedComment, session, sessionId, givenAt }) => {
    const key = keys.get(session.engagementId)?.own;
    if (!key || sealedComment === null) return [];
    const text = unsealUnder(key, sealedComment, commentBoundTo({ sessionId, personId }));
    return [{ session: session.startsAt.toISOString(), for: "mine", written: givenAt.toISOString(), text }];
  });
  return [...fromNotes, ...fromFeedback];
}

/** The goals of a pair for the form after a session, each with where it stood last; whose it is was asked before. */
export async function readGoals(engagementId: string) {
  const goals = await database().engagementGoal.findMany({
    where: { engagementId, retiredAt: null },
    orderBy: { position: "asc" },
    select: {
      id: true,
      text: true,
      progress: { orderBy: { session: { startsAt: "desc" } }, take: 1, select: { progress: true } },
    },
  });
  return goals.map(({ id, text, progress: [last] }) => ({
    id,
    text: openForPair(engagementId, text),
    progress: last?.progress ?? null,
  }));
}
