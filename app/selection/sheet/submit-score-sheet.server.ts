import type { Actor } from "#app/access/actor.ts";
import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { refuseUnheard } from "#app/selection/interview/interview.ts";
import type { SheetChanged } from "./save-draft-sheet.server.ts";
import { readReceipt } from "./score-sheet.queries.server.ts";
import { type DraftSheet, sheetFits } from "./score-sheet.ts";
import { readSheetFacts } from "./score-sheet-facts.queries.server.ts";
import { ENTRY_SHAPE } from "./sheet-entry.ts";
import { saysSame } from "./sheet-history.ts";
import { readStoredSheet, writeSheet } from "./write-sheet.server.ts";

interface Order {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly sheet: DraftSheet;
}

/**
 * Submits a score sheet, for good: every criterion of the rubric answered, and that of an interview once it has begun. Nobody sees it before the reveal. What was
 * submitted already, sent once more, writes nothing and is answered with the receipt it has; another text is refused.
 *
 * @returns the id of the record's event, by which the member gets a receipt
 */
export function submitScoreSheet(
  actor: Actor,
  { panelId, candidacyId, sheet }: Order,
): Promise<Result<{ eventId: string }, Refusal | SheetChanged>> {
  return inTransaction(async (tx) => {
    const facts = await readSheetFacts(tx, actor, { panelId, candidacyId });
    if (!facts) return refuse("notFound");
    if (facts.stage === null) return refuse("notScoringPhase");
    if (!sheetFits(sheet.entries, facts, true)) return refuse("sheetNotOfRubric");
    const heard = facts.stage === "interview" ? refuseUnheard(facts.interviewAt, now()) : ok();
    if (!heard.ok) return heard;
    const key = { candidacyId, memberId: facts.memberId, stage: facts.stage };
    const written = await writeSheet(tx, { ...key, ...sheet, how: "submitted" });
    if (!written) {
      const { submitted, id, ...newer } = await readStoredSheet(tx, key);
      if (submitted) {
        const receipt = saysSame(newer.entries, sheet.entries) && id !== null && (await readReceipt(tx, id));
        return receipt ? ok({ eventId: receipt.id }) : refuse("sheetSubmitted");
      }
      const refusal = { code: "sheetChangedMeanwhile", params: { version: newer.version }, newer } as const;
      return { ok: false, refusal };
    }
    const eventId = await appendEvent(tx, actor, {
      kind: "sheet.submitted",
      subject: { type: "sheet", id: written.id },
      facts: { panelId, candidacyId, version: written.version, round: facts.stage, shape: ENTRY_SHAPE },
      committed: { entries: sheet.entries },
    });
    return ok({ eventId });
  });
}
