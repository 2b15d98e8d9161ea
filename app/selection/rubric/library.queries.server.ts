import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { anchorsOf, inTwoLanguages } from "#app/selection/in-two-languages.ts";
import type { CriterionGroup, CriterionStage } from "./criterion-group.ts";
import { groupOf } from "./rubric.queries.server.ts";
import type { ChosenCriterion } from "./rubric.ts";
import { OWNERS, ownerOf } from "./rubric-owner.queries.server.ts";

export const CRITERIA_PER_PAGE = 50;
/** How many of the rubrics that use a criterion its page names. */
export const USES_SHOWN = 50;

/** A version of a criterion with its words. */
export type LibraryCriterion = Omit<ChosenCriterion, "need" | "libraryVersion"> & {
  readonly version: number;
  readonly position: number;
  readonly levels: number;
  readonly retired: boolean;
  readonly latest: boolean;
};

const WORDS = {
  code: true,
  version: true,
  position: true,
  group: true,
  stage: true,
  levels: true,
  baseWeight: true,
  minimumLevel: true,
  name: true,
  definition: true,
  anchors: true,
  supersededAt: true,
  retiredAt: true,
} as const;

interface Row {
  readonly code: string;
  readonly version: number;
  readonly position: number;
  readonly group: string;
  readonly stage: CriterionStage;
  readonly levels: number;
  readonly baseWeight: number;
  readonly minimumLevel: number | null;
  readonly name: unknown;
  readonly definition: unknown;
  readonly anchors: unknown;
  readonly supersededAt: Date | null;
  readonly retiredAt: Date | null;
}

const inWords = ({ supersededAt, retiredAt, ...row }: Row): LibraryCriterion => ({
  code: row.code,
  version: row.version,
  position: row.position,
  stage: row.stage,
  levels: row.levels,
  baseWeight: row.baseWeight,
  minimumLevel: row.minimumLevel,
  group: groupOf(row.group),
  name: inTwoLanguages(row.name),
  definition: inTwoLanguages(row.definition),
  anchors: anchorsOf(row.anchors),
  latest: supersededAt === null,
  retired: retiredAt !== null,
});

/** A version of a criterion by its code and number. */
interface Used {
  readonly code: string;
  readonly libraryVersion: number | null;
}

/**
 * The latest version of every criterion, retired ones too, in their order, which no later criterion changes; and beside
 * them the versions in use.
 */
export async function readLibrary(
  reader: Reader,
  used: readonly Used[],
): Promise<readonly LibraryCriterion[]> {
  const rows = await reader.libraryCriterion.findMany({
    where: {
      OR: [
        { supersededAt: null },
        ...used.flatMap(({ code, libraryVersion }) =>
          libraryVersion === null ? [] : [{ code, version: libraryVersion }],
        ),
      ],
    },
    orderBy: [{ position: "asc" }, { version: "desc" }],
    select: WORDS,
  });
  return rows.map(inWords);
}

interface LibraryFilter {
  readonly group?: CriterionGroup;
  readonly page: number;
}

/** The criteria of the library in their latest words, each with how many rubrics use it in any version. */
export async function listCriteria(actor: Actor, { group, page }: LibraryFilter) {
  if (!can(actor, "rubric.read")) return { total: 0, criteria: [] };
  const where = { supersededAt: null, group };
  const [total, rows] = await Promise.all([
    database().libraryCriterion.count({ where }),
    database().libraryCriterion.findMany({
      where,
      orderBy: [{ position: "asc" }],
      skip: (page - 1) * CRITERIA_PER_PAGE,
      take: CRITERIA_PER_PAGE,
      select: WORDS,
    }),
  ]);
  const uses = await database().criterion.groupBy({
    by: ["code"],
    where: { code: { in: rows.map(({ code }) => code) } },
    _count: { _all: true },
  });
  return {
    total,
    criteria: rows.map((row) => ({
      ...inWords(row),
      uses: uses.find(({ code }) => code === row.code)?._count._all ?? 0,
    })),
  };
}

export type LibraryRow = Awaited<ReturnType<typeof listCriteria>>["criteria"][number];

/** One criterion in all its versions, the latest first, and the rubrics that use it; null where there is none. */
export async function readCriterion(actor: Actor, code: string) {
  if (!can(actor, "rubric.read")) return null;
  const used = { code };
  const [rows, total, uses] = await Promise.all([
    database().libraryCriterion.findMany({
      where: { code },
      orderBy: { version: "desc" },
      select: {
        ...WORDS,
        reason: true,
        createdById: true,
        createdAt: true,
        retiredReason: true,
      },
    }),
    database().criterion.count({ where: used }),
    database().criterion.findMany({
      where: used,
      orderBy: { rubricId: "desc" },
      take: USES_SHOWN,
      select: {
        libraryVersion: true,
        rubric: {
          select: { frozenAt: true, ...OWNERS },
        },
      },
    }),
  ]);
  if (rows.length === 0) return null;
  const authors = await database().user.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  return {
    versions: rows.map(({ reason, createdById, createdAt, retiredReason, ...row }) => ({
      ...inWords(row),
      reason,
      retiredReason,
      retiredAt: row.retiredAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      createdBy: authors.find(({ id }) => id === createdById)?.name ?? null,
    })),
    uses: {
      total,
      shown: uses.map(({ libraryVersion, rubric }) => ({
        libraryVersion,
        frozen: rubric.frozenAt !== null,
        owner: ownerOf(rubric),
      })),
    },
  };
}

export type WholeCriterion = NonNullable<Awaited<ReturnType<typeof readCriterion>>>;
