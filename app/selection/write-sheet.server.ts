import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { SheetEntry } from "./sheet-entry.ts";

interface Write {
  readonly candidacyId: string;
  readonly memberId: string;
  /** The version the form was opened upon; 0 for a sheet not yet begun. */
  readonly version: number;
  readonly entries: readonly SheetEntry[];
  readonly submit: boolean;
}

/**
 * Writes a sheet and its entries in two statements, if it still stands at the version the writer saw and was not
 * submitted; null where it does not. The database decides, so that two tabs cannot both be right.
 */
export async function writeSheet(
  tx: Transaction,
  write: Write,
): Promise<{ id: string; version: number } | null> {
  const at = now();
  const submittedAt = write.submit ? at : null;
  const [sheet] = await tx.$queryRaw<{ id: string; version: number }[]>`
    insert into "ScoreSheet" ("id", "candidacyId", "memberId", "version", "submittedAt", "updatedAt")
    select gen_random_uuid(), ${write.candidacyId}::uuid, ${write.memberId}::uuid, 1, ${submittedAt}, ${at}
    where ${write.version}::int = 0 or exists (
      select from "ScoreSheet" s
      where s."candidacyId" = ${write.candidacyId}::uuid and s."memberId" = ${write.memberId}::uuid)
    on conflict ("candidacyId", "memberId") do update
      set "version" = "ScoreSheet"."version" + 1, "submittedAt" = ${submittedAt}, "updatedAt" = ${at}
      where "ScoreSheet"."version" = ${write.version}::int and "ScoreSheet"."submittedAt" is null
    returning "id", "version"`;
  if (!sheet) return null;
  if (write.entries.length > 0) await writeEntries(tx, sheet.id, write.entries);
  return sheet;
}

async function writeEntries(tx: Transaction, sheetId: string, entries: readonly SheetEntry[]) {
  await tx.$executeRaw`
    insert into "ScoreEntry" ("sheetId", "criterionId", "level", "notObserved", "evidence")
    select ${sheetId}::uuid, *
    from unnest(
      ${entries.map(({ criterionId }) => criterionId)}::uuid[],
      ${entries.map(({ level }) => level)}::int[],
      ${entries.map(({ notObserved }) => notObserved)}::boolean[],
      ${entries.map(({ evidence }) => evidence)}::text[])
    on conflict ("sheetId", "criterionId") do update
      set "level" = excluded."level", "notObserved" = excluded."notObserved", "evidence" = excluded."evidence"`;
}

/** A sheet as it stands, for who lost a race against another tab or device. */
export async function readStoredSheet(tx: Transaction, key: Pick<Write, "candidacyId" | "memberId">) {
  const sheet = await tx.scoreSheet.findUnique({
    where: { candidacyId_memberId: key },
    select: {
      version: true,
      submittedAt: true,
      entries: { select: { criterionId: true, level: true, notObserved: true, evidence: true } },
    },
  });
  return {
    version: sheet?.version ?? 0,
    submitted: sheet?.submittedAt != null,
    entries: sheet?.entries ?? [],
  };
}
