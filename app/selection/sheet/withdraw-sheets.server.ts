import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvents } from "#app/record/append-event.server.ts";
import { keepSheetVersions } from "./keep-sheet-versions.server.ts";

interface Withdrawn {
  readonly id: string;
  readonly memberId: string;
  readonly candidacyId: string;
}

/**
 * Withdraws the sheets of a panel's members on candidacies from which they have been recused since: the row says so, and
 * the record. Part of whatever makes a recusal.
 */
export async function withdrawSheets(tx: Transaction, actor: Actor, panelId: string): Promise<number> {
  const at = now();
  const sheets = await tx.$queryRaw<Withdrawn[]>`
    update "ScoreSheet" s set "withdrawnAt" = ${at}, "version" = s."version" + 1 from "PanelMember" m
    where m."id" = s."memberId" and m."panelId" = ${panelId}::uuid and s."withdrawnAt" is null
      and s."supersededById" is null
      and exists (
        select from "Conflict" x where x."memberId" = s."memberId" and x."candidacyId" = s."candidacyId")
    returning s."id"::text as "id", s."memberId"::text as "memberId", s."candidacyId"::text as "candidacyId"`;
  if (sheets.length === 0) return 0;
  const ids = sheets.map(({ id }) => id);
  await keepSheetVersions(tx, ids, { how: "withdrawn", at });
  await appendEvents(
    tx,
    actor,
    sheets.map(({ id, memberId, candidacyId }) => ({
      kind: "sheet.withdrawn" as const,
      subject: { type: "sheet" as const, id },
      facts: { panelId, memberId, candidacyId },
    })),
  );
  return sheets.length;
}

/** Takes back that a member's sheets on a candidacy were withdrawn, once nothing recuses the member from it any more. */
export async function restoreSheets(
  tx: Transaction,
  of: { readonly memberId: string; readonly candidacyId: string },
) {
  const sheets = await tx.scoreSheet.updateManyAndReturn({
    where: { ...of, withdrawnAt: { not: null }, supersededById: null },
    data: { withdrawnAt: null, version: { increment: 1 } },
    select: { id: true },
  });
  if (sheets.length === 0) return;
  const ids = sheets.map(({ id }) => id);
  await keepSheetVersions(tx, ids, { how: "restored", at: now() });
}
