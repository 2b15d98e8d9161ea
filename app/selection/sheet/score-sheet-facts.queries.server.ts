import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { JUDGED_STATES } from "#app/selection/panel/panel.ts";
import { criteriaOf, type PanelPhase, PHASE_RIGHTS, type SheetStage } from "#app/selection/panel/phase.ts";
import type { CriterionStage } from "#app/selection/rubric/criterion-group.ts";

/** What saving a sheet is decided upon. */
export interface SheetFacts {
  readonly memberId: string;
  /** The round whose sheets are written now; null where none is. */
  readonly stage: SheetStage | null;
  readonly levels: number;
  /** The criteria that this round's sheets are on. */
  readonly criterionIds: readonly string[];
  /** When the interview begins; null where none is set, and at the desk. */
  readonly interviewAt: Date | null;
}

interface Row extends Pick<SheetFacts, "memberId" | "levels" | "interviewAt"> {
  readonly phase: PanelPhase;
  readonly interview: boolean;
  readonly criteria: readonly { readonly id: string; readonly stage: CriterionStage }[];
  readonly declared: boolean;
  readonly recused: boolean;
  readonly passedOver: boolean;
}

/**
 * The facts about one member's sheet on one candidacy in one statement, since a sheet is saved every few seconds while
 * somebody writes; null where it is not this actor's to write.
 */
export async function readSheetFacts(
  reader: Reader,
  actor: Actor,
  { panelId, candidacyId }: { readonly panelId: string; readonly candidacyId: string },
): Promise<SheetFacts | null> {
  const [row] = await reader.$queryRaw<Row[]>`
    select m."id" as "memberId", p."phase"::text as "phase", p."interview", r."levels",
      m."declaredAt" is not null as "declared",
      exists (select from "Conflict" x where x."memberId" = m."id" and x."candidacyId" = c."id") as "recused",
      exists (select from "PassedOver" o where o."candidacyId" = c."id") as "passedOver",
      (select i."startsAt" from "InterviewSlot" i where i."candidacyId" = c."id" and i."cancelledAt" is null)
        as "interviewAt",
      (select jsonb_agg(jsonb_build_object('id', k."id", 'stage', k."stage")) from "Criterion" k
        where k."rubricId" = r."id") as "criteria"
    from "Panel" p
    join "PanelMember" m on m."panelId" = p."id" and m."userId" = ${actor.userId}
    join "Candidacy" c on c."vacancyId" = p."vacancyId" and c."id" = ${candidacyId}::uuid
      and c."state"::text = any(${[...JUDGED_STATES]})
    join "Rubric" r on r."vacancyId" = p."vacancyId"
    where p."id" = ${panelId}::uuid
    for share of p, r`;
  if (!row || actor.userId === null) return null;
  const { declared, recused, passedOver, memberId, levels, phase, interviewAt, ...plan } = row;
  const mayWrite = can(actor, "sheet.write", {
    memberUserIds: [actor.userId],
    chairUserId: null,
    recusedUserIds: recused ? [actor.userId] : [],
    declared,
  });
  if (!mayWrite) return null;
  const { scores } = PHASE_RIGHTS[phase];
  const stage = scores === "interview" && passedOver ? null : scores;
  const criteria = stage === null ? [] : criteriaOf(plan.criteria, stage, plan);
  return { memberId, levels, stage, criterionIds: criteria.map(({ id }) => id), interviewAt };
}
