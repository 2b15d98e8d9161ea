import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { type LibraryCriterion, readLibrary } from "./library.queries.server.ts";
import { readRubricById } from "./rubric.queries.server.ts";
import type { OfferedCriterion } from "./rubric-draft.ts";
import { OWNERS, ownerOf } from "./rubric-owner.queries.server.ts";

/** A criterion of the library as the workshop offers it: in its latest words, and in those the rubric has of it. */
export interface OfferedWords extends OfferedCriterion {
  /** The latest version first. */
  readonly versions: readonly LibraryCriterion[];
  /** It is retired: only a rubric that has it keeps it. */
  readonly retired: boolean;
}

const NEEDS = {
  select: { version: true, items: { select: { criterionCode: true, level: true } } },
} as const;

/**
 * A rubric with all that can be taken up in it; null where there is none. The criteria come in an order that
 * no later one changes, retired ones too, so that a row of the form is the same row when it comes back.
 */
export async function readWorkshop(reader: Reader, rubricId: string) {
  const row = await reader.rubric.findUnique({
    where: { id: rubricId },
    select: {
      ...OWNERS,
      vacancy: { select: { ...OWNERS.vacancy.select, needs: NEEDS } },
      nextForVacancy: { select: { ...OWNERS.vacancy.select, needs: NEEDS } },
    },
  });
  if (!row) return null;
  const owner = ownerOf(row);
  const rubric = await readRubricById(reader, rubricId);
  if (!rubric) return null;
  const library = await readLibrary(reader, rubric.criteria);
  const needs = (row.vacancy ?? row.nextForVacancy)?.needs;
  const stated = new Map(needs?.items.map(({ criterionCode, level }) => [criterionCode, level]));
  return {
    owner,
    /** The version of the mission's statement that the needs come from; a call for the cadre has none. */
    needsVersion: needs?.version ?? null,
    rubric,
    offered: offeredOf(library, stated, new Set(rubric.criteria.map(({ code }) => code))),
  };
}

export type Workshop = NonNullable<Awaited<ReturnType<typeof readWorkshop>>>;

function offeredOf(
  library: readonly LibraryCriterion[],
  stated: ReadonlyMap<string, number>,
  inRubric: ReadonlySet<string>,
): readonly OfferedWords[] {
  return [...new Set(library.map(({ code }) => code))].flatMap((code) => {
    const versions = library.filter((one) => one.code === code);
    const [latest] = versions;
    if (!latest) return [];
    return {
      code,
      group: latest.group,
      missionNeed: stated.get(code) ?? null,
      versions: latest.retired && !inRubric.has(code) ? [] : versions,
      retired: latest.retired,
    };
  });
}

/** The workshop for its page: for whoever may read rubrics. */
export const openWorkshop = async (actor: Actor, rubricId: string): Promise<Workshop | null> =>
  can(actor, "rubric.read") ? readWorkshop(database(), rubricId) : null;
