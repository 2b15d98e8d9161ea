import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { factsOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { readSheetFacts } from "#app/selection/sheet/score-sheet-facts.queries.server.ts";

/** What a candidate does with a case of their own. */
type OwnAct =
  | "candidacy.complete"
  | "file.correct"
  | "document.keep"
  | "consent.change"
  | "attestation.make"
  | "candidateFeedback.share";

/*
 * Each tells whether something is this actor's to write, before what was typed is read: the use case asks again, within
 * its transaction.
 */

export async function mayWriteCase(actor: Actor, act: OwnAct, candidacyId: string): Promise<boolean> {
  const candidacy = await database().candidacy.findUnique({
    where: { id: candidacyId },
    select: { personId: true },
  });
  return candidacy !== null && can(actor, act, candidacy);
}

export async function mayAnswerForCadre(actor: Actor, nominationId: string): Promise<boolean> {
  const nomination = await database().nomination.findFirst({
    where: { id: nominationId, vacancyId: null },
    select: { person: { select: { id: true, mergedIntoId: true } } },
  });
  if (!nomination) return false;
  const { id, mergedIntoId } = nomination.person;
  return can(actor, "pool.answer", { personId: mergedIntoId ?? id });
}

export async function mayWriteDraft(actor: Actor, draftId: string): Promise<boolean> {
  const draft = await database().nomineeDraft.findUnique({
    where: { id: draftId },
    select: { stateCode: true, createdById: true },
  });
  return draft !== null && actor.userId !== null && can(actor, "draft.write", draft);
}

export const mayWriteSheet = async (
  actor: Actor,
  at: { readonly panelId: string; readonly candidacyId: string },
): Promise<boolean> => (await readSheetFacts(database(), actor, at)) !== null;

export async function mayWriteForPanel(
  actor: Actor,
  act: "finding.write" | "report.sign" | "shortlist.set",
  panelId: string,
): Promise<boolean> {
  const panel = await loadPanel(database(), panelId);
  return panel !== null && can(actor, act, factsOf(panel));
}
