import type { Actor } from "#app/access/actor.ts";
import type { CandidacyState, Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { literally } from "#app/platform/like-pattern.ts";
import { stageClock } from "#app/selection/candidate/stage-clock.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import type { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import {
  type Cursor,
  cursorOf,
  cursorText,
  LISTED_PER_PAGE,
  LISTED_STAGES,
  type ListedStage,
  type ListFilter,
  searchWords,
} from "./nomination-list.ts";

/**
 * One page of all nominations, the latest first, with how many there are. Pages are found by where the last one ended,
 * so that the thousandth costs what the first does; names are looked for in the listing that the database keeps. What is
 * withheld from the reader is neither listed nor counted.
 */
export async function listNominations(actor: Pick<Actor, "userId">, filter: ListFilter) {
  const [asked, withheld] = await Promise.all([whereOf(filter), withheldCandidacies(database(), actor)]);
  const where: Prisma.NominationListingWhereInput =
    withheld.length === 0 ? asked : { AND: [asked, without(withheld)] };
  const before = cursorOf(filter.before);
  const after = before ? null : cursorOf(filter.after);
  const [total, found] = await Promise.all([
    database().nominationListing.count({ where }),
    findPage(where, before, after),
  ]);
  const more = found.length > LISTED_PER_PAGE;
  const page = before ? found.slice(0, LISTED_PER_PAGE).toReversed() : found.slice(0, LISTED_PER_PAGE);
  const details = await readDetails(page.map(({ nominationId }) => nominationId));
  const [first, last] = [page[0], page.at(-1)];
  const newer = before ? more : after !== null;
  const older = before ? true : more;
  return {
    total,
    newer: newer && first ? cursorText(first) : null,
    older: older && last ? cursorText(last) : null,
    nominations: page.flatMap((listed) => details.get(listed.nominationId)?.(listed) ?? []),
  };
}

async function whereOf({ state, stage, gender, roleKind, name }: ListFilter) {
  const words = name ? searchWords(await searchKey(name)) : [];
  return {
    stateCode: state,
    stage,
    gender,
    roleKindCode: roleKind,
    AND: words.map((word) => ({ searchName: { contains: literally(word) } })),
  } satisfies Prisma.NominationListingWhereInput;
}

/** Nominations for the cadre have no candidacy, and stay. */
const without = (ids: readonly string[]): Prisma.NominationListingWhereInput => ({
  OR: [{ candidacyId: null }, { candidacyId: { notIn: [...ids] } }],
});

/** What a name is looked for by; the database knows, since it keeps the listing. */
async function searchKey(name: string): Promise<string> {
  const rows = await database().$queryRaw<{ key: string }[]>`select name_search_key(${name}) as key`;
  return rows[0]?.key ?? "";
}

const LISTED = { nominationId: true, submittedAt: true, stage: true, gender: true } as const;
type Listed = Prisma.NominationListingGetPayload<{ select: typeof LISTED }>;

/** One more than a page holds, from a cursor on: towards the older, or the newer. */
function findPage(where: Prisma.NominationListingWhereInput, before: Cursor | null, after: Cursor | null) {
  const [cursor, beyond, order] = before
    ? ([before, "gt", "asc"] as const)
    : ([after, "lt", "desc"] as const);
  const from: Prisma.NominationListingWhereInput = cursor
    ? {
        submittedAt: { [`${beyond}e`]: cursor.submittedAt },
        NOT: {
          submittedAt: cursor.submittedAt,
          nominationId: { [beyond === "lt" ? "gte" : "lte"]: cursor.nominationId },
        },
      }
    : {};
  return database().nominationListing.findMany({
    where: { AND: [where, from] },
    orderBy: [{ submittedAt: order }, { nominationId: order }],
    take: LISTED_PER_PAGE + 1,
    select: LISTED,
  });
}

const isStage = (text: string): text is ListedStage => LISTED_STAGES.some((stage) => stage === text);

/** What a row shows beside what the listing holds. */
interface Detail {
  readonly id: string;
  readonly inGrace: boolean;
  readonly name: string;
  readonly nominatingState: { readonly nameEn: string; readonly nameFr: string } | null;
  readonly reference: string | null;
  readonly post: VacancyPost | null;
  readonly candidacyId: string | null;
  readonly state: CandidacyState | null;
  /** When the candidacy reached the stage in which it stands. */
  readonly since: Date | null;
}
type VacancyPost = Prisma.VacancyGetPayload<{ select: typeof VACANCY_TITLE }>["post"];

/** One statement, where a relation each would be eight one after another. */
async function readDetails(ids: readonly string[]) {
  const details = await database().$queryRaw<readonly Detail[]>`
    SELECT n."id", n."inGrace", p."familyName" || ', ' || p."givenName" AS "name", v."reference",
      CASE WHEN s."code" IS NOT NULL THEN json_build_object('nameEn', s."nameEn", 'nameFr', s."nameFr") END AS "nominatingState",
      CASE WHEN o."id" IS NOT NULL THEN json_build_object('level', o."level",
        'roleKind', json_build_object('nameEn', k."nameEn", 'nameFr', k."nameFr"),
        'mission', json_build_object('acronym', m."acronym", 'nameEn', m."nameEn", 'nameFr', m."nameFr")) END AS "post",
      c."id" AS "candidacyId", c."state"::text AS "state",
      (SELECT max(e."reachedAt") FROM "StageEvent" e WHERE e."candidacyId" = c."id") AS "since"
    FROM "Nomination" n JOIN "Person" p ON p."id" = n."personId"
    LEFT JOIN "State" s ON s."code" = n."stateCode"
    LEFT JOIN "Vacancy" v ON v."id" = n."vacancyId"
    LEFT JOIN "Post" o ON o."id" = v."postId"
    LEFT JOIN "RoleKind" k ON k."code" = o."roleKindCode"
    LEFT JOIN "Mission" m ON m."id" = o."missionId"
    LEFT JOIN "Candidacy" c ON c."nominationId" = n."id"
    WHERE n."id" = ANY (${[...ids]}::uuid[])`;
  const today = now();
  return new Map(
    details.map(({ id, state, since, ...shown }) => [
      id,
      ({ submittedAt, stage, gender }: Listed) => ({
        ...{ nominationId: id, gender, ...shown },
        stage: isStage(stage) ? stage : ("nominated" as const),
        submittedAt: submittedAt.toISOString(),
        clock: state && stageClock(state, since ? [{ reachedAt: since }] : [], today),
      }),
    ]),
  );
}

/** The kinds of post to choose from, in their order. */
export const listRoleKindChoices = () =>
  database().roleKind.findMany({
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });
