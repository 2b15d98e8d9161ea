import type { Reader } from "#app/platform/database.server.ts";
import type { SheetStage } from "#app/selection/panel/phase.ts";
import { carriedEntries } from "#app/selection/rubric/rubric-change.ts";
import { readUnchanged } from "#app/selection/rubric/unchanged-criteria.queries.server.ts";

/**
 * What a member answered on a candidacy under the rubric that was replaced last, as far as its criteria are unchanged:
 * what their new sheet may begin with. Another member's answers are never read here.
 */
export async function readCarried(
  reader: Reader,
  key: { readonly candidacyId: string; readonly memberId: string; readonly stage: SheetStage },
  vacancyId: string,
) {
  const sheet = await reader.scoreSheet.findFirst({
    where: { ...key, withdrawnAt: null, supersededById: { not: null } },
    orderBy: { supersededBy: { publishedAt: "desc" } },
    select: {
      supersededBy: { select: { beforeId: true } },
      entries: {
        select: { criterionId: true, level: true, notObserved: true, evidence: true, confidence: true },
      },
    },
  });
  if (!sheet?.supersededBy) return [];
  const { id } = await reader.rubric.findUniqueOrThrow({ where: { vacancyId }, select: { id: true } });
  return carriedEntries(sheet.entries, await readUnchanged(reader, sheet.supersededBy.beforeId, id));
}
