import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { PanelPhase } from "./lifecycle.ts";
import { JUDGED_STATES } from "./panel.ts";

/** What saving a sheet is decided upon. */
export interface SheetFacts {
  readonly memberId: string;
  readonly phase: PanelPhase;
  readonly levels: number;
  readonly criterionIds: readonly string[];
}

interface Row extends SheetFacts {
  readonly declared: boolean;
  readonly recused: boolean;
}

/**
 * The facts about one member's sheet on one candidacy in one statement, since a sheet is saved every few seconds while
 * somebody writes; null where it is not this actor's to write.
 */
export async function readSheetFacts(
  tx: Transaction,
  actor: Actor,
  { panelId, candidacyId }: { readonly panelId: string; readonly candidacyId: string },
): Promise<SheetFacts | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select m."id" as "memberId", p."phase"::text as "phase", r."levels",
      m."declaredAt" is not null as "declared",
      exists (select from "Conflict" x where x."memberId" = m."id" and x."candidacyId" = c."id") as "recused",
      array(select k."id"::text from "Criterion" k where k."rubricId" = r."id") as "criterionIds"
    from "Panel" p
    join "PanelMember" m on m."panelId" = p."id" and m."userId" = ${actor.userId}
    join "Candidacy" c on c."vacancyId" = p."vacancyId" and c."id" = ${candidacyId}::uuid
      and c."state"::text = any(${[...JUDGED_STATES]})
    join "Rubric" r on r."vacancyId" = p."vacancyId"
    where p."id" = ${panelId}::uuid`;
  if (!row || actor.userId === null) return null;
  const { declared, recused, ...facts } = row;
  const mayWrite = can(actor, "sheet.write", {
    memberUserIds: [actor.userId],
    chairUserId: null,
    recusedUserIds: recused ? [actor.userId] : [],
    declared,
  });
  return mayWrite ? facts : null;
}
