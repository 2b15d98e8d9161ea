import { z } from "zod";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { startOfDay } from "#app/platform/utc-day.ts";
import type { FlowCount, LeaderCount, Period } from "./balance.ts";
import { readCases } from "./case-store.queries.server.ts";
import type { Basis } from "./case-view.ts";
import { GENDERS } from "./counts.ts";
import { crossCases, flowCounts } from "./crossing.ts";
import { FUNNEL_STAGES } from "./funnel.ts";

export const VACANCIES_PER_PAGE = 25;

const flowRows = z.array(
  z.object({
    roleKindCode: z.string(),
    level: z.string(),
    regionalGroup: z.string(),
    gender: z.enum(GENDERS),
    furthest: z.enum(FUNNEL_STAGES),
    people: z.number().int(),
  }),
);
const leaderRows = z.array(
  z.object({
    roleKindCode: z.string(),
    level: z.string(),
    acting: z.boolean(),
    gender: z.enum(GENDERS),
    people: z.number().int(),
  }),
);

/**
 * Candidacies of some vacancies by post, region, gender and the furthest stage each reached: one statement, whatever their
 * number, by index on the rows that are kept for it.
 */
async function countFlow(reader: Reader, which: Prisma.Sql): Promise<readonly FlowCount[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT p."roleKindCode", p."level", coalesce(s."regionalGroup", '') AS "regionalGroup",
           f."gender"::text AS "gender", f."furthest"::text AS "furthest", count(*)::int AS "people"
    FROM "Vacancy" v
    JOIN "BalanceFact" f ON f."vacancyId" = v."id" AND f."counted"
    JOIN "Post" p ON p."id" = v."postId"
    LEFT JOIN "State" s ON s."code" = f."stateCode"
    WHERE ${which}
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5`;
  return flowRows.parse(rows);
}

/** The regional group of every state. */
export async function readRegions(): Promise<(stateCode: string) => string> {
  const states = await database().state.findMany({ select: { code: true, regionalGroup: true } });
  const regions = new Map(states.map(({ code, regionalGroup }) => [code, regionalGroup]));
  return (stateCode) => regions.get(stateCode) ?? "";
}

/**
 * Everybody in the vacancies whose call opened in a period, those that still run among them, or that were decided in it; as
 * they are now, from what this process keeps. `settled`: of them those of decided vacancies, whose steps can be judged.
 */
export async function countCases(basis: Basis, period: Period) {
  const [store, regionOf] = await Promise.all([readCases(), readRegions()]);
  const { lines } = crossCases(store, ["role", "level", "region"], { basis, period, regionOf });
  return { reached: flowCounts(lines), settled: flowCounts(lines, "settled") };
}

/** Everybody in the vacancies whose call opened in a period. */
export const countOpened = async (period: Period) => (await countCases("opened", period)).reached;

/**
 * Everybody in the vacancies that were decided in a period: nothing about their candidacies changes any more, but for the
 * appointment.
 */
export const countDecided = (reader: Reader, { startsOn, endsBefore }: Period) =>
  countFlow(
    reader,
    Prisma.sql`v."id" IN (SELECT d."vacancyId" FROM "Decision" d
      WHERE d."decidedAt" >= ${startOfDay(startsOn)} AND d."decidedAt" < ${startOfDay(endsBefore)})`,
  );

/** Everybody in one vacancy. */
export const countVacancy = (vacancyId: string) =>
  countFlow(database(), Prisma.sql`v."id" = ${vacancyId}::uuid`);

/** Who holds a leadership post on a day, counted. */
export async function countLeaders(today: string): Promise<readonly LeaderCount[]> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT p."roleKindCode", p."level", a."acting", who."gender"::text AS "gender", count(*)::int AS "people"
    FROM "Appointment" a
    JOIN "Post" p ON p."id" = a."postId"
    JOIN "Person" who ON who."id" = a."personId"
    WHERE a."startsOn" <= ${today}::date AND a."endsOn" >= ${today}::date
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4`;
  return leaderRows.parse(rows);
}

/** Who took a leadership post up in a period, counted. */
export async function countAppointed({ startsOn, endsBefore }: Period): Promise<readonly LeaderCount[]> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT p."roleKindCode", p."level", a."acting", who."gender"::text AS "gender", count(*)::int AS "people"
    FROM "Appointment" a
    JOIN "Post" p ON p."id" = a."postId"
    JOIN "Person" who ON who."id" = a."personId"
    WHERE a."startsOn" >= ${startsOn}::date AND a."startsOn" < ${endsBefore}::date
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4`;
  return leaderRows.parse(rows);
}

/** Women and men who are active members of the cadre. */
export async function countMembers() {
  const [women, men] = await Promise.all(
    (["woman", "man"] as const).map((gender) =>
      database().cadreMembership.count({ where: { state: "active", person: { gender } } }),
    ),
  );
  return { women: women ?? 0, men: men ?? 0 };
}

/** The kinds of posts in the order of protocol, with what makes one a head or a deputy. */
export const readRoleKinds = () =>
  database().roleKind.findMany({
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true, isHead: true, isDeputy: true },
  });

/** The vacancies behind the figures of a period: whose call opened in it, or that were decided in it. */
export async function listCounted({ startsOn, endsBefore }: Period, basis: Basis, page: number) {
  const within = { gte: startOfDay(startsOn), lt: startOfDay(endsBefore) };
  const where: Prisma.VacancyWhereInput =
    basis === "opened"
      ? { state: { not: "draft" }, call: { opensAt: within } }
      : { decision: { decidedAt: within } };
  const [total, vacancies] = await Promise.all([
    database().vacancy.count({ where }),
    database().vacancy.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * VACANCIES_PER_PAGE,
      take: VACANCIES_PER_PAGE,
      select: vacancyFacts,
    }),
  ]);
  return { total, vacancies: vacancies.map(flat) };
}

const vacancyFacts = {
  id: true,
  reference: true,
  state: true,
  post: {
    select: {
      level: true,
      roleKind: { select: { code: true, nameEn: true, nameFr: true } },
      mission: { select: { acronym: true } },
    },
  },
  decision: { select: { decidedAt: true } },
} as const;

type VacancyFacts = Prisma.VacancyGetPayload<{ select: typeof vacancyFacts }>;

const flat = ({ post, decision, ...vacancy }: VacancyFacts) => ({
  ...vacancy,
  level: post.level,
  roleKindCode: post.roleKind.code,
  role: { nameEn: post.roleKind.nameEn, nameFr: post.roleKind.nameFr },
  mission: post.mission.acronym,
  decidedAt: decision?.decidedAt.toISOString() ?? null,
});

/** One vacancy by what is public of it; null where there is none, or a draft. */
export async function readVacancy(vacancyId: string) {
  const vacancy = await database().vacancy.findFirst({
    where: { id: vacancyId, state: { not: "draft" } },
    select: vacancyFacts,
  });
  return vacancy && flat(vacancy);
}

/** How many vacancies of one role and level were decided in a period. */
export const countDecidedVacancies = (
  { startsOn, endsBefore }: Period,
  { roleKindCode, level }: { readonly roleKindCode: string; readonly level: string },
) =>
  database().vacancy.count({
    where: {
      post: { roleKindCode, level },
      decision: { decidedAt: { gte: startOfDay(startsOn), lt: startOfDay(endsBefore) } },
    },
  });
