import type { Actor } from "#app/access/actor.ts";
import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type DraftSheet, sheetFits } from "./score-sheet.ts";
import { readSheetFacts } from "./score-sheet-facts.queries.server.ts";
import { ENTRY_SHAPE, type SheetEntry } from "./sheet-entry.ts";
import { readStoredSheet, writeSheet } from "./write-sheet.server.ts";

interface Order {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly sheet: DraftSheet;
  /** By the page while it is written, or by its button. */
  readonly how?: "autosaved" | "saved";
}

/** Another tab or device saved a newer version: it comes with the refusal, so that neither text is lost. */
export interface SheetChanged extends Refusal<"sheetChangedMeanwhile"> {
  readonly newer: { readonly version: number; readonly entries: readonly SheetEntry[] };
}

/** Keeps the draft of a score sheet, whatever is filled in so far. */
export function saveDraftSheet(
  actor: Actor,
  { panelId, candidacyId, sheet, how = "saved" }: Order,
): Promise<Result<{ version: number; savedAt: string }, Refusal | SheetChanged>> {
  return inTransaction(async (tx) => {
    const facts = await readSheetFacts(tx, actor, { panelId, candidacyId });
    if (!facts) return refuse("notFound");
    if (facts.stage === null) return refuse("notScoringPhase");
    if (!sheetFits(sheet.entries, facts, false)) return refuse("sheetNotOfRubric");
    const key = { candidacyId, memberId: facts.memberId, stage: facts.stage };
    const written = await writeSheet(tx, { ...key, ...sheet, how });
    if (!written) {
      const { submitted, version, entries } = await readStoredSheet(tx, key);
      if (submitted) return refuse("sheetSubmitted");
      const refusal = {
        code: "sheetChangedMeanwhile",
        params: { version },
        newer: { version, entries },
      } as const;
      return { ok: false, refusal };
    }
    await appendEvent(tx, actor, {
      kind: "sheet.saved",
      subject: { type: "sheet", id: written.id },
      facts: { panelId, candidacyId, version: written.version, round: facts.stage, shape: ENTRY_SHAPE },
      committed: { entries: sheet.entries },
    });
    return ok({ version: written.version, savedAt: now().toISOString() });
  });
}
