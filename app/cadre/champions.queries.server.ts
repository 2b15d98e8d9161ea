import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { openTo } from "./state-pledge.queries.server.ts";

export const CHAMPIONS_PER_PAGE = 25;

/**
 * The gender champions that states pledged, as far as a reader knows of their pledges: how many, in the state's words, how
 * far each pledge has come and, for the state itself and for overseers, what shows it.
 *
 * @param stateCode narrows them to one state; null: every state
 */
export async function listChampions(
  actor: Actor,
  stateCode: string | null,
  page: number,
  perPage = CHAMPIONS_PER_PAGE,
) {
  const where = {
    AND: [openTo(actor), { kind: "genderChampions" as const, stateCode: stateCode ?? undefined }],
  };
  const [total, pledges] = await Promise.all([
    database().statePledge.count({ where }),
    database().statePledge.findMany({
      where,
      orderBy: [{ state: { nameEn: "asc" } }, { createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        ...{
          id: true,
          stateCode: true,
          quantity: true,
          words: true,
          level: true,
          readyDays: true,
          dueOn: true,
        },
        state: { select: { nameEn: true, nameFr: true } },
        steps: { orderBy: { takenAt: "asc" }, select: { level: true, evidence: true, takenAt: true } },
      },
    }),
  ]);
  return {
    total,
    pledges: pledges.map(({ dueOn, steps, ...pledge }) => ({
      ...pledge,
      dueOn: dayOf(dueOn),
      shown: can(actor, "statePledge.read", pledge)
        ? steps
            .filter(({ evidence }) => evidence !== "")
            .map(({ level, evidence, takenAt }) => ({ level, evidence, takenOn: dayOf(takenAt) }))
        : null,
    })),
  };
}

export type ChampionPledge = Awaited<ReturnType<typeof listChampions>>["pledges"][number];
