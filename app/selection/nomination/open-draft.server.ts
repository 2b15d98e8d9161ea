import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { type CallFacts, isFor, readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { noteStart } from "#app/selection/call/note-start.server.ts";
import { type DraftFile, EMPTY_FILE } from "./nominee-file.ts";

interface Order {
  readonly callId: string;
}

/** Drafts that a state may have on a list at once: more than any list takes, fewer than would be a nuisance. */
const MOST_DRAFTS = 200;

/** Begins the file of one more nominee on the state's list. */
export async function openDraft(actor: Actor, { callId }: Order): Promise<Result<{ draftId: string }>> {
  const { userId, stateCode } = actor;
  if (userId === null || stateCode === null) return refuse("notPermitted");
  if (!can(actor, "nomination.submit", { stateCode })) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const call = await readCallFacts(tx, callId, now());
    if (!call || !isFor(call, stateCode)) return refuse("notFound");
    if (call.phase === "announced") return refuse("callNotOpenYet");
    if (!takesNominations(call.phase)) return refuse("callClosed");
    const open = await tx.nomineeDraft.count({ where: { callId, stateCode, submittedAt: null } });
    if (open >= MOST_DRAFTS) return refuse("draftsTooMany", { most: MOST_DRAFTS });
    const content = { ...EMPTY_FILE, nationalities: [stateCode], ...serviceOf(call) };
    const draftId = await beginDraft(tx, { ...actor, userId, stateCode }, { callId, content });
    return ok({ draftId });
  });
}

/** The service where all of a call's posts are of one. */
export function serviceOf({ vacancies }: Pick<CallFacts, "vacancies">): Pick<DraftFile, "service"> {
  const services = new Set(vacancies.map(({ component }) => component));
  const [only = "civilian"] = services;
  return { service: services.size <= 1 ? only : "" };
}

interface Author extends Actor {
  readonly userId: string;
}

interface NewDraft {
  readonly callId: string;
  readonly content: DraftFile;
}

/** Keeps a new draft, and notes that its author has begun to nominate. */
export async function beginDraft(tx: Transaction, author: Author, { callId, content }: NewDraft) {
  const { userId, stateCode } = author;
  const { id } = await tx.nomineeDraft.create({
    data: {
      ...{ callId, stateCode, content, createdById: userId, updatedById: userId },
      ...{ createdAt: now(), updatedAt: now() },
    },
    select: { id: true },
  });
  await noteStart(tx, { userId, stateCode }, callId);
  await appendEvent(tx, author, {
    kind: "draft.opened",
    subject: { type: "draft", id },
    facts: { callId, stateCode },
  });
  return id;
}
