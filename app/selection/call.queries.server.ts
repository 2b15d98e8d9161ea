import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { callPhase, takesNominations } from "./call.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { readRubric } from "./rubric.queries.server.ts";
import { HEADQUARTERS_TIME_ZONE } from "./vacancy.ts";

export const CALLS_PER_PAGE = 25;

const HOURS = { state: true, opensAt: true, closesAt: true, takesUntil: true, timeZone: true } as const;

/** The calls a state may nominate by at a moment: open or within the grace, and addressed to it. */
export const openTo = (stateCode: string, moment: Date) =>
  ({
    state: "open",
    opensAt: { lte: moment },
    takesUntil: { gt: moment },
    OR: [{ targetedStateCodes: { isEmpty: true } }, { targetedStateCodes: { has: stateCode } }],
  }) satisfies Prisma.CallWhereInput;

/** Every call that was ever published: those open to nominations first, by when they close; then the latest. */
export async function listCalls(page: number) {
  const where = { state: { not: "draft" } } as const;
  const [total, calls] = await Promise.all([
    database().vacancy.count({ where }),
    database().vacancy.findMany({
      where,
      orderBy: [{ state: "asc" }, { call: { closesAt: "desc" } }, { id: "asc" }],
      skip: (page - 1) * CALLS_PER_PAGE,
      take: CALLS_PER_PAGE,
      select: { id: true, ...VACANCY_TITLE, state: true, call: { select: HOURS } },
    }),
  ]);
  const moment = now();
  return {
    total,
    calls: calls.map(({ post, call, ...vacancy }) => ({
      ...vacancy,
      ...post,
      closesAt: call?.closesAt?.toISOString() ?? null,
      timeZone: call?.timeZone ?? HEADQUARTERS_TIME_ZONE,
      open: call !== null && takesNominations(callPhase(call, moment)),
    })),
  };
}

/** One published call: the post, what the mission needs, what is required, and the frozen rubric. */
export async function readCall(reference: string) {
  const vacancy = await database().vacancy.findUnique({
    where: { reference, state: { not: "draft" } },
    select: {
      id: true,
      callId: true,
      ...VACANCY_TITLE,
      state: true,
      requirements: true,
      call: { select: HOURS },
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
  if (!vacancy?.call) return null;
  const rubric = await readRubric(database(), vacancy.id);
  if (!rubric) return null;
  const { post, call, decisionDueOn, ...facts } = vacancy;
  return {
    ...facts,
    ...post,
    rubric,
    opensAt: call.opensAt?.toISOString() ?? null,
    closesAt: call.closesAt?.toISOString() ?? null,
    timeZone: call.timeZone,
    decisionDueOn: decisionDueOn?.toISOString().slice(0, 10) ?? null,
    open: takesNominations(callPhase(call, now())),
  };
}
