import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { readRubric } from "./rubric.queries.server.ts";

export const CALLS_PER_PAGE = 25;

/** Every call that was ever published: those open to nominations first, by when they close; then the latest. */
export async function listCalls(page: number) {
  const where = { state: { not: "draft" } } as const;
  const [total, calls] = await Promise.all([
    database().vacancy.count({ where }),
    database().vacancy.findMany({
      where,
      orderBy: [{ state: "asc" }, { closesAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * CALLS_PER_PAGE,
      take: CALLS_PER_PAGE,
      select: { id: true, ...VACANCY_TITLE, state: true, closesAt: true, timeZone: true },
    }),
  ]);
  const moment = now();
  return {
    total,
    calls: calls.map(({ post, closesAt, ...call }) => ({
      ...call,
      ...post,
      closesAt: closesAt?.toISOString() ?? null,
      open: call.state === "open" && closesAt !== null && closesAt > moment,
    })),
  };
}

/** One published call: the post, what the mission needs, what is required, and the frozen rubric. */
export async function readCall(reference: string) {
  const call = await database().vacancy.findUnique({
    where: { reference, state: { not: "draft" } },
    select: {
      id: true,
      ...VACANCY_TITLE,
      state: true,
      requirements: true,
      opensAt: true,
      closesAt: true,
      timeZone: true,
      decisionDueOn: true,
      needs: {
        select: {
          mission: { select: { headquarters: true } },
          phase: true,
          hostContext: true,
          mandateTasks: true,
          languages: true,
          items: {
            orderBy: { criterionCode: "asc" },
            select: { criterionCode: true, level: true, why: true },
          },
        },
      },
    },
  });
  if (!call) return null;
  const rubric = await readRubric(database(), call.id);
  if (!rubric) return null;
  const { post, opensAt, closesAt, decisionDueOn, ...facts } = call;
  return {
    ...facts,
    ...post,
    rubric,
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    decisionDueOn: decisionDueOn?.toISOString().slice(0, 10) ?? null,
    open: call.state === "open" && closesAt !== null && closesAt > now(),
  };
}
