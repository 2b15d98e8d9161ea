import type { Reader } from "#app/platform/database.server.ts";

/** How a published rubric was replaced: both hashes, since when the one before had stood, and why. */
export interface PublishedChange {
  readonly hashBefore: string;
  readonly hashAfter: string;
  readonly publishedBefore: string;
  readonly at: string;
  readonly reason: string;
}

/** The changes of the published rubrics of some vacancies, the first one first: what everybody may read of them. */
export async function readRubricChanges(
  reader: Reader,
  vacancyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PublishedChange[]>> {
  const changes = await reader.rubricChange.findMany({
    where: { vacancyId: { in: [...vacancyIds] } },
    orderBy: { publishedAt: "asc" },
    select: {
      vacancyId: true,
      reason: true,
      publishedAt: true,
      before: { select: { hash: true, frozenAt: true } },
      after: { select: { hash: true } },
    },
  });
  const of = (vacancyId: string) =>
    changes
      .filter((one) => one.vacancyId === vacancyId)
      .map(({ before, after, publishedAt, reason }) => ({
        hashBefore: before.hash ?? "",
        hashAfter: after.hash ?? "",
        publishedBefore: (before.frozenAt ?? publishedAt).toISOString(),
        at: publishedAt.toISOString(),
        reason,
      }));
  return new Map(vacancyIds.map((id) => [id, of(id)]));
}
