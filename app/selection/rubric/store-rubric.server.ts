import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { GroupShares } from "./criterion-group.ts";
import type { WeightedCriterion } from "./rubric.ts";

interface Wanted {
  /** What is judged by it. */
  readonly of:
    | { readonly vacancyId: string }
    | { readonly nextForVacancyId: string }
    | { readonly callId: string };
  readonly savedById: string;
  /** The version it was opened on; null takes the place of whatever stands there. */
  readonly opened: number | null;
  readonly levels: number;
  readonly shares: GroupShares;
  readonly criteria: readonly WeightedCriterion[];
  readonly tailored: boolean;
}

/**
 * Writes the rubric of a drafted vacancy or call and keeps it as a version of its own.
 *
 * @returns the version; null where another was saved since the one it was opened on
 */
export async function storeRubric(tx: Transaction, wanted: Wanted): Promise<number | null> {
  const { of, savedById, opened, criteria } = wanted;
  const { merit, competence, missionNeeds } = wanted.shares;
  const values = {
    levels: wanted.levels,
    meritShare: merit,
    competenceShare: competence,
    needsShare: missionNeeds,
    tailored: wanted.tailored,
  };
  const before = await tx.rubric.findUnique({ where: of, select: { id: true, version: true } });
  if (opened !== null && before?.version !== opened) return null;
  const { id: rubricId, version } = before
    ? await tx.rubric.update({
        where: of,
        data: { ...values, version: before.version + 1 },
        select: { id: true, version: true },
      })
    : await tx.rubric.create({ data: { ...of, ...values }, select: { id: true, version: true } });
  await tx.criterion.deleteMany({ where: { rubricId } });
  await tx.criterion.createMany({ data: criteria.map((one) => ({ rubricId, ...inJson(one) })) });
  const content = {
    levels: wanted.levels,
    shares: { merit, competence, missionNeeds },
    criteria: criteria.map(inJson),
  };
  await tx.rubricVersion.create({ data: { rubricId, version, content, savedById, savedAt: now() } });
  return version;
}

/** A criterion as its columns and its kept versions take it. */
export const inJson = ({ name, definition, anchors, ...facts }: WeightedCriterion) => ({
  ...facts,
  name: { en: name.en, fr: name.fr },
  definition: { en: definition.en, fr: definition.fr },
  anchors: anchors.map(({ level, en, fr }) => ({ level, en, fr })),
});
