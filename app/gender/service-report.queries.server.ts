import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { GRADE_ROWS, type RankCount } from "./service-report.ts";

export const SERVICES_PER_PAGE = 30;

/** So many versions of a state's report are shown. */
const VERSIONS_SHOWN = 12;

interface StoredRank {
  readonly component: string;
  readonly grade: string;
  readonly women: number;
  readonly men: number;
}

/** Ranks in the order of the form. */
const inOrder = (ranks: readonly StoredRank[]): readonly RankCount[] =>
  GRADE_ROWS.flatMap((row) => {
    const found = ranks.find((one) => one.component === row.component && one.grade === row.grade);
    return found ? [{ ...row, women: found.women, men: found.men }] : [];
  });

/** What a state reported of its services, the latest first; null for an actor who may not see it. */
export async function readServiceReports(actor: Actor, stateCode: string) {
  if (!can(actor, "services.read", { stateCode })) return null;
  const reports = await database().serviceReport.findMany({
    where: { stateCode },
    orderBy: { version: "desc" },
    take: VERSIONS_SHOWN,
    include: { ranks: true },
  });
  return reports.map(({ asOf, reportedAt, reportedById, ranks, ...report }) => ({
    ...report,
    asOf: dayOf(asOf),
    reportedAt: reportedAt.toISOString(),
    ranks: inOrder(ranks),
  }));
}
export type ServiceReport = NonNullable<Awaited<ReturnType<typeof readServiceReports>>>[number];

/** The last report of every state that has made one, by the state's name in English. */
export async function listServiceReports(page: number) {
  const where = { services: { some: {} } };
  const [total, states] = await Promise.all([
    database().state.count({ where }),
    database().state.findMany({
      where,
      orderBy: [{ nameEn: "asc" }, { code: "asc" }],
      skip: (page - 1) * SERVICES_PER_PAGE,
      take: SERVICES_PER_PAGE,
      select: {
        ...{ code: true, nameEn: true, nameFr: true },
        services: { orderBy: { version: "desc" }, take: 1, include: { ranks: true } },
      },
    }),
  ]);
  return {
    total,
    states: states.flatMap(({ services: [last], ...state }) =>
      last
        ? [
            {
              ...state,
              ...{ asOf: dayOf(last.asOf), rolesOpen: last.rolesOpen, rolesAll: last.rolesAll },
              ranks: inOrder(last.ranks),
            },
          ]
        : [],
    ),
  };
}
