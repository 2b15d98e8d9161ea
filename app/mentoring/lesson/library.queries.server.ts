import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { isMandateTask, type LibraryQuestion, MANDATE_TASKS, type MandateTask } from "./lesson.ts";

export const LESSONS_PER_PAGE = 20;

/** So many characters of a lesson stand in the list. */
const BEGINNING = 280;

interface Found {
  readonly id: string;
  readonly title: string;
  readonly beginning: string;
  readonly cut: boolean;
  readonly mandateTasks: readonly string[];
  readonly nameEn: string;
  readonly nameFr: string;
  readonly publishedAt: Date;
}

type Facet = "task" | "role";

/** What is asked for; a facet's own counts are taken without it, so that each says what choosing it would give. */
function asked({ q, task, role }: LibraryQuestion, without?: Facet): Prisma.Sql {
  const all = [Prisma.sql`l."state" = 'published'`];
  if (q) all.push(Prisma.sql`lesson_words(l."title", l."text") @@ lesson_query(${q})`);
  if (task && without !== "task") all.push(Prisma.sql`${task} = any(l."mandateTasks")`);
  if (role && without !== "role") all.push(Prisma.sql`l."roleKindCode" = ${role}`);
  return Prisma.join(all, " and ");
}

/** The published lessons that answer a question, the best match first, else the newest; with how many each facet holds. */
export async function searchLessons(question: LibraryQuestion, page: number) {
  const { q } = question;
  const rank = q
    ? Prisma.sql`ts_rank(lesson_words(l."title", l."text"), lesson_query(${q})) desc,`
    : Prisma.empty;
  const [rows, [count], tasks, roles] = await Promise.all([
    database().$queryRaw<Found[]>`
      select l."id", l."title", left(l."text", ${BEGINNING}) as "beginning", length(l."text") > ${BEGINNING} as "cut",
        l."mandateTasks", r."nameEn", r."nameFr", l."publishedAt"
      from "Lesson" l join "RoleKind" r on r."code" = l."roleKindCode" where ${asked(question)}
      order by ${rank} l."publishedAt" desc, l."id" limit ${LESSONS_PER_PAGE} offset ${(page - 1) * LESSONS_PER_PAGE}`,
    database().$queryRaw<{ count: number }[]>`
      select count(*)::int as "count" from "Lesson" l where ${asked(question)}`,
    database().$queryRaw<{ task: string; count: number }[]>`
      select t."task", count(*)::int as "count" from "Lesson" l, unnest(l."mandateTasks") as t("task")
      where ${asked(question, "task")} group by 1`,
    database().$queryRaw<{ code: string; nameEn: string; nameFr: string; count: number }[]>`
      select r."code", r."nameEn", r."nameFr", (count(*) filter (where ${asked(question, "role")}))::int as "count"
      from "Lesson" l join "RoleKind" r on r."code" = l."roleKindCode" where l."state" = 'published'
      group by r."code" order by r."position"`,
  ]);
  const inTask = (one: MandateTask) => tasks.find(({ task }) => task === one)?.count ?? 0;
  return {
    total: count?.count ?? 0,
    lessons: rows.map(({ publishedAt, mandateTasks, nameEn, nameFr, ...lesson }) => ({
      ...lesson,
      mandateTasks: mandateTasks.filter(isMandateTask),
      roleKind: { nameEn, nameFr },
      publishedAt: publishedAt.toISOString(),
    })),
    tasks: MANDATE_TASKS.map((task) => ({ task, count: inTask(task) })),
    roles,
  };
}

export type Library = Awaited<ReturnType<typeof searchLessons>>;
