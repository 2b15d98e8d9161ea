import type { Actor } from "#app/access/actor.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { countConflicts } from "#app/selection/conflict/count-conflicts.server.ts";
import { type Demand, figuresOf, verdictsOn } from "./demand.ts";
import { readFittingMembers } from "./fit.queries.server.ts";
import { FIT_GROUPS } from "./fit.ts";
import { FIT_PER_PAGE, orderByFit } from "./fit-order.queries.server.ts";
import type { FitPage, OrderedMember } from "./fit-order.ts";

interface Asked {
  readonly demand: Demand;
  /** Whose conflicts with a member bar them: those who sit on the vacancy's panel. */
  readonly judges: readonly string[];
  /** The vacancy, where there is one: who was invited to it, is interested or nominated. */
  readonly vacancyId: string | null;
  readonly page: number;
  /** Members of each group on a page. */
  readonly perPage?: number;
}

/** Members in order of fit, women and men side by side and the others with them, each with every reason and every gap. */
export async function readFit(actor: Actor, { demand, judges, vacancyId, page: asked, perPage }: Asked) {
  const { page, ordered } = await orderPage(actor, demand, { page: asked, perPage: perPage ?? FIT_PER_PAGE });
  const details = await readFittingMembers(actor, ordered, vacancyId);
  const conflicts = await countConflicts(database(), {
    userIds: judges,
    personIds: details.map(({ personId }) => personId),
  });
  const { barred } = figuresOf(demand);
  const nameOf = await stateNames(actor.locale, barred);
  const byId = new Map(details.map((one) => [one.id, one]));
  const members = ordered.flatMap((place) => {
    const member = byId.get(place.membershipId);
    if (!member) return [];
    const { facts, personId, ...shown } = member;
    return [
      {
        ...shown,
        ...place,
        verdicts: verdictsOn(demand, facts),
        host: facts.nationalities.filter((code) => barred.includes(code)).map(nameOf),
        impossible: shown.impossibleStates.some((code) => demand.hostCodes.includes(code)),
        unwilling: shown.roleKindCodes.length > 0 && !shown.roleKindCodes.includes(demand.roleKindCode),
        conflicts: conflicts.get(personId) ?? 0,
      },
    ];
  });
  return {
    page,
    total: ordered[0]?.of ?? 0,
    most: mostIn(ordered),
    groups: FIT_GROUPS.map((group) => ({
      group,
      count: ordered.find((one) => one.group === group)?.inGroup ?? 0,
      members: members.filter((one) => one.group === group),
    })),
  };
}

const mostIn = (ordered: readonly OrderedMember[]) => Math.max(0, ...ordered.map(({ inGroup }) => inGroup));

/** A page of the order; beyond the last stands the last, since an empty one knows of nobody. */
async function orderPage(actor: Actor, demand: Demand, { page, perPage }: FitPage) {
  const ordered = await orderByFit(actor, demand, { page, perPage });
  if (ordered.length > 0 || page === 1) return { page, ordered };
  const first = await orderByFit(actor, demand, { page: 1, perPage });
  const last = Math.max(1, Math.ceil(mostIn(first) / perPage));
  return {
    page: last,
    ordered: last === 1 ? first : await orderByFit(actor, demand, { page: last, perPage }),
  };
}

export type Fit = Awaited<ReturnType<typeof readFit>>;
export type FittingMember = Fit["groups"][number]["members"][number];
