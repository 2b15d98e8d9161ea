import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { SheetStage } from "#app/selection/panel/phase.ts";
import { keepSheetVersions } from "./keep-sheet-versions.server.ts";
import type { SheetEntry } from "./sheet-entry.ts";
import type { SheetKeeping } from "./sheet-history.ts";

interface Write {
  readonly candidacyId: string;
  readonly memberId: string;
  readonly stage: SheetStage;
  /** The version the form was opened upon; 0 for a sheet not yet begun. */
  readonly version: number;
  readonly entries: readonly SheetEntry[];
  readonly how: Extract<SheetKeeping, "autosaved" | "saved" | "submitted">;
}

/**
 * Writes a sheet, its entries and the version that they make in three statements, if it still stands at the version the writer saw and was not
 * submitted; null where it does not. The database decides, so that two tabs cannot both be right.
 */
export async function writeSheet(
  tx: Transaction,
  write: Write,
): Promise<{ id: string; version: number } | null> {
  const at = now();
  const submittedAt = write.how === "submitted" ? at : null;
  const [sheet] = await tx.$queryRaw<{ id: string; version: number }[]>`
    insert into "ScoreSheet" ("id", "candidacyId", "memberId", "stage", "version", "submittedAt", "updatedAt")
    select gen_random_uuid(), ${write.candidacyId}::uuid, ${write.memberId}::uuid,
      ${write.stage}::"SheetStage", 1, ${submittedAt}, ${at}
    where ${write.version}::int = 0 or exists (
      select from "ScoreSheet" s
      where s."candidacyId" = ${write.candidacyId}::uuid and s."memberId" = ${write.memberId}::uuid
        and s."stage" = ${write.stage}::"SheetStage" and s."supersededById" is null)
    on conflict ("candidacyId", "memberId", "stage") where "supersededById" is null do update
      set "version" = "ScoreSheet"."version" + 1, "submittedAt" = ${submittedAt}, "updatedAt" = ${at}
      where "ScoreSheet"."version" = ${write.version}::int and "ScoreSheet"."submittedAt" is null
    returning "id", "version"`;
  if (!sheet) return null;
  if (write.entries.length > 0) await writeEntries(tx, sheet.id, write.entries);
  await keepSheetVersions(tx, [sheet.id], { how: write.how, at });
  return sheet;
}

async function writeEntries(tx: Transaction, sheetId: string, entries: readonly SheetEntry[]) {
  await tx.$executeRaw`
    insert into "ScoreEntry" ("sheetId", "criterionId", "level", "notObserved", "evidence", "confidence")
    select ${sheetId}::uuid, *
    from unnest(
      ${entries.map(({ criterionId }) => criterionId)}::uuid[],
      ${entries.map(({ level }) => level)}::int[],
      ${entries.map(({ notObserved }) => notObserved)}::boolean[],
      ${entries.map(({ evidence }) => evidence)}::text[],
      ${entries.map(({ confidence }) => confidence ?? null)}::"Confidence"[])
    on conflict ("sheetId", "criterionId") do update
      set "level" = excluded."level", "notObserved" = excluded."notObserved", "evidence" = excluded."evidence",
        "confidence" = excluded."confidence"`;
}

/** A sheet as it stands, for who lost a race against another tab or device. */
export async function readStoredSheet(
  tx: Transaction,
  key: Pick<Write, "candidacyId" | "memberId" | "stage">,
) {
  const sheet = await tx.scoreSheet.findFirst({
    where: { ...key, supersededById: null },
    select: {
      id: true,
      version: true,
      submittedAt: true,
      entries: {
        select: { criterionId: true, level: true, notObserved: true, evidence: true, confidence: true },
      },
    },
  });
  return {
    id: sheet?.id ?? null,
    version: sheet?.version ?? 0,
    submitted: sheet?.submittedAt != null,
    entries: sheet?.entries ?? [],
  };
}
