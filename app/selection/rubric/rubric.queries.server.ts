import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { anchorsOf, inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { CRITERION_GROUPS, type CriterionGroup, type GroupShares } from "./criterion-group.ts";
import type { WeightedCriterion } from "./rubric.ts";

/** A rubric as it is stored: what is judged, and, once it is frozen, its hash. */
export interface StoredRubric {
  readonly id: string;
  readonly levels: number;
  readonly shares: GroupShares;
  readonly version: number;
  readonly frozenAt: string | null;
  readonly hash: string | null;
  readonly textVersion: number;
  readonly criteria: readonly WeightedCriterion[];
}

/** The rubric of a vacancy with its weights and where they came from; null where none was drafted. */
export async function readRubric(reader: Reader, vacancyId: string): Promise<StoredRubric | null> {
  const rubrics = await readRubrics(reader, [vacancyId]);
  return rubrics.get(vacancyId) ?? null;
}

/** The rubrics of several vacancies, by vacancy. */
export async function readRubrics(
  reader: Reader,
  vacancyIds: readonly string[],
): Promise<ReadonlyMap<string, StoredRubric>> {
  const rubrics = await reader.rubric.findMany({
    where: { vacancyId: { in: [...vacancyIds] } },
    select: { vacancyId: true, ...WHOLE },
  });
  return new Map(
    rubrics.flatMap(({ vacancyId, ...row }) => (vacancyId === null ? [] : [[vacancyId, stored(row)]])),
  );
}

/** The rubric of a call for the cadre at large; null for one that was drafted before it had any. */
export async function readCallRubric(reader: Reader, callId: string): Promise<StoredRubric | null> {
  const row = await reader.rubric.findUnique({ where: { callId }, select: WHOLE });
  return row && stored(row);
}

/** A rubric of a vacancy that was replaced, by its hash; null where there is none. */
export async function readFormerRubric(reader: Reader, vacancyId: string, hash: string) {
  const row = await reader.rubric.findFirst({ where: { formerVacancyId: vacancyId, hash }, select: WHOLE });
  return row && stored(row);
}

/** A rubric by its own id, whether it is in force, drafted to be or was replaced; null where there is none. */
export async function readRubricById(reader: Reader, id: string): Promise<StoredRubric | null> {
  const row = await reader.rubric.findUnique({ where: { id }, select: WHOLE });
  return row && stored(row);
}

const WHOLE = {
  id: true,
  levels: true,
  version: true,
  meritShare: true,
  competenceShare: true,
  needsShare: true,
  frozenAt: true,
  hash: true,
  textVersion: true,
  criteria: { orderBy: { position: "asc" }, omit: { id: true, rubricId: true } },
} as const;

type Row = Prisma.RubricGetPayload<{ select: typeof WHOLE }>;

function stored({ criteria, frozenAt, ...rubric }: Row): StoredRubric {
  return {
    id: rubric.id,
    levels: rubric.levels,
    shares: sharesOf(rubric),
    version: rubric.version,
    hash: rubric.hash,
    textVersion: rubric.textVersion,
    frozenAt: frozenAt?.toISOString() ?? null,
    criteria: criteria.map(({ name, definition, anchors, group, ...facts }) => ({
      ...facts,
      group: groupOf(group),
      name: inTwoLanguages(name),
      definition: inTwoLanguages(definition),
      anchors: anchorsOf(anchors),
    })),
  };
}

interface Shares {
  readonly meritShare: number;
  readonly competenceShare: number;
  readonly needsShare: number;
}

/** What the groups of a stored rubric count, in percent. */
const sharesOf = ({ meritShare, competenceShare, needsShare }: Shares): GroupShares => ({
  merit: meritShare,
  competence: competenceShare,
  missionNeeds: needsShare,
});

/** The group of a criterion as it is stored. */
export function groupOf(group: string): CriterionGroup {
  const known = CRITERION_GROUPS.find((one) => one === group);
  if (!known) throw new Error(`A criterion stands in no known group: ${group}`);
  return known;
}
