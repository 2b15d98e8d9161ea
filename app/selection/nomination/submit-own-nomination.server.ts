import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { allowsOneself, readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { enterNomination } from "./enter-nomination.server.ts";
import { checkFile, chosenVacancies } from "./nominee-check.ts";
import { draftFileOf } from "./nominee-file.ts";
import { nominatedAlready } from "./submit-list.server.ts";

interface Order {
  readonly draftId: string;
}

/** The first candidacy that came of it; none where the call is for the cadre at large. */
type Submitted = Result<{ candidacyId: string | null }>;

/**
 * Somebody nominates themself by a call that allows it, for civilian posts alone: no state recommends or certifies
 * them. Their attestation and consent are asked for next.
 */
export async function submitOwnNomination(actor: Actor, order: Order): Promise<Submitted> {
  try {
    return await submit(actor, order);
  } catch (error) {
    // Pressed twice at once: by now the other has gone through, and its answer is this one's too.
    if (!isDuplicate(error)) throw error;
    return await submit(actor, order);
  }
}

function submit(actor: Actor, { draftId }: Order): Promise<Submitted> {
  return inTransaction(async (tx): Promise<Submitted> => {
    const draft = await tx.nomineeDraft.findUnique({ where: { id: draftId }, include: { documents: true } });
    const { userId } = actor;
    const own = draft && draft.stateCode === null && can(actor, "draft.write", draft);
    if (!draft || !own || userId === null) return refuse("notFound");
    if (draft.submittedAt) return ok(await candidacyOf(tx, draftId));
    const call = await readCallFacts(tx, draft.callId, now());
    if (!call) return refuse("notFound");
    if (!allowsOneself(call)) return refuse("selfNotAllowed");
    if (!takesNominations(call.phase)) return refuse("callClosed");
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const content = { ...draftFileOf(draft.content), email };
    const kinds = draft.documents.map(({ kind }) => kind);
    const terms = { today: now().toISOString().slice(0, 10), vacancies: call.vacancies, self: true };
    const checked = checkFile(content, kinds, terms);
    if (!checked.ok) return refuse("ownDraftIncomplete", { count: checked.gaps.length });
    const vacancyIds = chosenVacancies(content, call.vacancies).map(({ id }) => id);
    if (await nominatedAlready(tx, call.id, email, vacancyIds)) return refuse("nominatedOneselfAlready");
    const { documents } = draft;
    await enterNomination(
      tx,
      { ...actor, userId, stateCode: null },
      { call, draftId, file: checked.file, vacancyIds, documents },
    );
    return ok(await candidacyOf(tx, draftId));
  }, "Serializable");
}

async function candidacyOf(tx: Transaction, draftId: string) {
  const candidacy = await tx.candidacy.findFirst({
    where: { nomination: { draftId } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return { candidacyId: candidacy?.id ?? null };
}
