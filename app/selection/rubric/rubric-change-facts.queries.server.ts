import type { Reader, Transaction } from "#app/platform/database.server.ts";

/** What a change of a vacancy's published rubric is decided upon; null where there is no such vacancy, or no rubric. */
export async function readChangeFacts(reader: Reader, vacancyId: string) {
  const vacancy = await reader.vacancy.findUnique({
    where: { id: vacancyId },
    select: {
      state: true,
      rubric: { select: { id: true, hash: true, version: true } },
      nextRubric: { select: { id: true, version: true } },
      panel: { select: { id: true, phase: true, interview: true, comparedAt: true, revealedAt: true } },
    },
  });
  if (!vacancy?.rubric) return null;
  const signatures = await reader.reportSignature.count({
    where: { report: { vacancyId, supersededById: null } },
  });
  const { state, rubric, nextRubric, panel } = vacancy;
  return {
    state,
    signatures,
    rubricId: rubric.id,
    rubric,
    nextId: nextRubric?.id ?? null,
    next: nextRubric,
    panel,
  };
}

/**
 * Waits for whoever is writing to a vacancy's panel and keeps others waiting: sheets, findings and signatures are
 * written while they share the panel's row, so that each is under the rubric before or after, and none between.
 */
export async function holdForChange(tx: Transaction, vacancyId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Panel" where "vacancyId" = ${vacancyId}::uuid for update`;
  await tx.$queryRaw`select 1 from "Rubric" where "vacancyId" = ${vacancyId}::uuid
    or "nextForVacancyId" = ${vacancyId}::uuid order by "id" for update`;
  await tx.$queryRaw`select 1 from "Vacancy" where "id" = ${vacancyId}::uuid for update`;
}

/** Shares the panel's row with other writers; a change of its rubric waits for all of them, and they for it. */
export async function holdPanel(tx: Transaction, panelId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Panel" where "id" = ${panelId}::uuid for share`;
}
