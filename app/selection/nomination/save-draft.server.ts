import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import type { NewerDraft } from "./nominee-draft.ts";
import { type DraftFile, draftFileOf } from "./nominee-file.ts";

interface Order {
  readonly draftId: string;
  /** The version the page was opened upon. */
  readonly version: number;
  readonly file: DraftFile;
}

/** A colleague, or another tab, saved a newer version: it comes with the refusal, so that neither text is lost. */
export interface DraftChanged extends Refusal<"draftChangedMeanwhile"> {
  readonly newer: NewerDraft;
}

type Saved = Result<{ version: number; savedAt: string }, Refusal | DraftChanged>;

/** Keeps the file of a nominee, whatever is filled in so far. */
export function saveDraft(actor: Actor, { draftId, version, file }: Order): Promise<Saved> {
  return inTransaction(async (tx): Promise<Saved> => {
    const draft = await tx.nomineeDraft.findUnique({
      where: { id: draftId },
      select: { callId: true, stateCode: true, createdById: true, submittedAt: true },
    });
    const { userId } = actor;
    if (!draft || userId === null || !can(actor, "draft.write", draft)) return refuse("notFound");
    if (draft.submittedAt) return refuse("draftSubmitted");
    const call = await readCallFacts(tx, draft.callId, now());
    if (!call || !takesNominations(call.phase)) return refuse("callClosed");
    const savedAt = now();
    const written = await tx.nomineeDraft.updateMany({
      where: { id: draftId, version, submittedAt: null },
      data: { content: file, version: { increment: 1 }, updatedById: userId, updatedAt: savedAt },
    });
    if (written.count !== 1) return whatStands(tx, draftId);
    await appendEvent(tx, actor, {
      kind: "draft.saved",
      subject: { type: "draft", id: draftId },
      facts: { callId: draft.callId, stateCode: draft.stateCode, version: version + 1 },
      committed: { file },
    });
    return ok({ version: version + 1, savedAt: savedAt.toISOString() });
  });
}

/** Who lost the race is shown what stands there now, and who wrote it. */
async function whatStands(tx: Transaction, draftId: string): Promise<Saved> {
  const draft = await tx.nomineeDraft.findUnique({
    where: { id: draftId },
    select: { version: true, content: true, submittedAt: true, updatedById: true },
  });
  if (!draft) return refuse("notFound");
  if (draft.submittedAt) return refuse("draftSubmitted");
  const writer = await tx.user.findUnique({ where: { id: draft.updatedById }, select: { name: true } });
  const newer = { version: draft.version, by: writer?.name ?? "", file: draftFileOf(draft.content) };
  return {
    ok: false,
    refusal: { code: "draftChangedMeanwhile", params: { name: newer.by }, newer },
  };
}
