import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { OWNERS, ownerOf } from "./rubric-owner.queries.server.ts";
import { rubricContentOf } from "./rubric-version.ts";

export const VERSIONS_PER_PAGE = 30;
export const RUBRICS_PER_PAGE = 50;

interface Asked {
  readonly rubricId: string;
  /** The two versions to compare; none compares the last two. */
  readonly before: number | null;
  readonly after: number | null;
  readonly page: number;
}

/**
 * The versions of a rubric, the latest first, with two of them to compare; null where there is no rubric. A
 * version that was never saved leaves nothing to compare.
 */
export async function readRubricVersions(actor: Actor, { rubricId, page, ...asked }: Asked) {
  if (!can(actor, "rubric.read")) return null;
  const rubric = await database().rubric.findUnique({
    where: { id: rubricId },
    select: { version: true, frozenAt: true, hash: true, ...OWNERS },
  });
  if (!rubric) return null;
  const { version: latest, frozenAt, hash, ...owner } = rubric;
  const [before, after] = [asked.before ?? Math.max(1, latest - 1), asked.after ?? latest];
  const [total, rows, compared] = await Promise.all([
    database().rubricVersion.count({ where: { rubricId } }),
    database().rubricVersion.findMany({
      where: { rubricId },
      orderBy: { version: "desc" },
      skip: (page - 1) * VERSIONS_PER_PAGE,
      take: VERSIONS_PER_PAGE,
      select: { version: true, savedById: true, savedAt: true },
    }),
    database().rubricVersion.findMany({
      where: { rubricId, version: { in: [before, after] } },
      select: { version: true, content: true },
    }),
  ]);
  const authors = await database().user.findMany({
    where: { id: { in: [...new Set(rows.map(({ savedById }) => savedById))] } },
    select: { id: true, name: true },
  });
  const contentOf = (version: number) => {
    const found = compared.find((one) => one.version === version);
    return found ? rubricContentOf(found.content) : null;
  };
  return {
    rubricId,
    owner: ownerOf(owner),
    latest,
    hash,
    frozenAt: frozenAt?.toISOString() ?? null,
    total,
    versions: rows.map(({ version, savedById, savedAt }) => ({
      version,
      savedAt: savedAt.toISOString(),
      savedBy: authors.find(({ id }) => id === savedById)?.name ?? null,
    })),
    compared: { before, after, contents: [contentOf(before), contentOf(after)] as const },
  };
}

/** All rubrics, the newest first, each with what is judged by it and, once frozen, its hash. */
export async function listRubrics(
  actor: Actor,
  { frozen, page }: { readonly frozen?: boolean; readonly page: number },
) {
  if (!can(actor, "rubric.read")) return { total: 0, rubrics: [] };
  const where = frozen === undefined ? {} : { frozenAt: frozen ? { not: null } : null };
  const [total, rows] = await Promise.all([
    database().rubric.count({ where }),
    database().rubric.findMany({
      where,
      // Their ids tell the time at which they were made.
      orderBy: { id: "desc" },
      skip: (page - 1) * RUBRICS_PER_PAGE,
      take: RUBRICS_PER_PAGE,
      select: {
        id: true,
        version: true,
        levels: true,
        frozenAt: true,
        hash: true,
        ...OWNERS,
        _count: { select: { criteria: true } },
      },
    }),
  ]);
  return {
    total,
    rubrics: rows.map(({ vacancy, nextForVacancy, formerVacancy, call, frozenAt, _count, ...rubric }) => ({
      ...rubric,
      criteria: _count.criteria,
      frozenAt: frozenAt?.toISOString() ?? null,
      owner: ownerOf({ vacancy, nextForVacancy, formerVacancy, call }),
    })),
  };
}

export type RubricRow = Awaited<ReturnType<typeof listRubrics>>["rubrics"][number];
