import type { Reader } from "#app/platform/database.server.ts";
import { type SheetStage, standingEntries } from "#app/selection/panel/phase.ts";
import { groupOf } from "#app/selection/rubric/rubric.queries.server.ts";
import type { MarkedCriterion } from "./finding.ts";

/** What a finding on a candidacy is checked against: its rubric, with what each member who is not recused gave. */
export async function readFindingFacts(
  reader: Reader,
  { vacancyId, candidacyId }: { readonly vacancyId: string; readonly candidacyId: string },
): Promise<{
  readonly levels: number;
  readonly criteria: readonly MarkedCriterion[];
  readonly invited: boolean;
}> {
  const rubric = await reader.rubric.findUniqueOrThrow({
    where: { vacancyId },
    select: {
      levels: true,
      criteria: {
        orderBy: { position: "asc" },
        select: { id: true, group: true, minimumLevel: true },
      },
    },
  });
  const entries = await reader.scoreEntry.findMany({
    where: {
      level: { not: null },
      sheet: {
        candidacyId,
        submittedAt: { not: null },
        supersededById: null,
        NOT: { stage: "interview", candidacy: { passedOver: { isNot: null } } },
        member: { conflicts: { none: { candidacyId } }, panel: { vacancyId, revealedAt: { not: null } } },
      },
    },
    select: { criterionId: true, level: true, sheet: { select: { memberId: true, stage: true } } },
  });
  const marks = standing(entries);
  const passedOver = await reader.passedOver.count({ where: { candidacyId } });
  return {
    invited: passedOver === 0,
    levels: rubric.levels,
    criteria: rubric.criteria.map(({ group, ...one }) => ({
      ...one,
      group: groupOf(group),
      marks: marks.flatMap(({ criterionId, level }) =>
        criterionId === one.id && level !== null ? [level] : [],
      ),
    })),
  };
}

interface Given {
  readonly criterionId: string;
  readonly level: number | null;
  readonly sheet: { readonly memberId: string; readonly stage: SheetStage };
}

/** Each member's mark on each criterion, once: the interview's where it was judged in both rounds. */
function standing(entries: readonly Given[]): readonly Given[] {
  const of = (memberId: string, stage: SheetStage) =>
    entries.filter(({ sheet }) => sheet.memberId === memberId && sheet.stage === stage);
  return [...new Set(entries.map(({ sheet }) => sheet.memberId))].flatMap((memberId) =>
    standingEntries(of(memberId, "desk"), of(memberId, "interview")),
  );
}
