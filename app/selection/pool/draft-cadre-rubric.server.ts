import type { Transaction } from "#app/platform/database.server.ts";
import { GROUP_SHARES } from "#app/selection/rubric/criterion-group.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { readLibrary } from "#app/selection/rubric/library.queries.server.ts";
import { RUBRIC_LEVELS, rubricFromNeeds } from "#app/selection/rubric/rubric.ts";
import { storeRubric } from "#app/selection/rubric/store-rubric.server.ts";

/**
 * The rubric that a call for the cadre at large begins with. No mission has stated its needs, so each of the usual
 * criteria counts by its base weight, and what one mission needs in particular is left out.
 */
export async function draftCadreRubric(tx: Transaction, callId: string, savedById: string) {
  const usual = new Map(
    DEFAULT_CRITERIA.filter(({ group }) => group !== "missionNeeds").map(({ code }) => [code, 1]),
  );
  const library = await readLibrary(tx, []);
  const offered = library
    .filter(({ retired, levels }) => !retired && levels === RUBRIC_LEVELS)
    .map(({ version, ...one }) => ({ ...one, libraryVersion: version }));
  await storeRubric(tx, {
    ...{ of: { callId }, savedById, opened: null, levels: RUBRIC_LEVELS, shares: GROUP_SHARES },
    criteria: rubricFromNeeds(
      offered.filter(({ code }) => usual.has(code)),
      usual,
    ),
    tailored: false,
  });
}
