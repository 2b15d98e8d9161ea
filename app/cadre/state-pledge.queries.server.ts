import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { countDelivered, countTowards } from "./pledge-counts.queries.server.ts";
import {
  type CountedKind,
  isLate,
  isOpen,
  type PledgeKind,
  PUBLIC_LEVELS,
  promisedAgainstDelivered,
} from "./state-pledge.ts";

export const PLEDGES_PER_PAGE = 50;

const NAMED = { select: { code: true, nameEn: true, nameFr: true } } as const;

/** What a reader may know of pledges: the public what is registered, a state all of its own too, overseers everything. */
export function openTo(actor: Actor | null): Prisma.StatePledgeWhereInput {
  const listed = { level: { in: [...PUBLIC_LEVELS] } };
  if (actor === null) return listed;
  const stateCode = actingState(actor);
  if (can(actor, "statePledge.read", { stateCode: null })) return {};
  return stateCode === null ? listed : { OR: [listed, { stateCode }] };
}

export interface PledgeFilter {
  readonly state?: string;
  readonly kind?: PledgeKind;
  readonly page: number;
}

/** The register of pledges in the order in which they are due; what is owed past its day is said to be late. */
export async function listStatePledges(
  actor: Actor | null,
  { state, kind, page }: PledgeFilter,
  perPage = PLEDGES_PER_PAGE,
) {
  const where = { AND: [openTo(actor), { stateCode: state, kind }] };
  const [total, pledges] = await Promise.all([
    database().statePledge.count({ where }),
    database().statePledge.findMany({
      where,
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        ...{ id: true, kind: true, quantity: true, dueOn: true, level: true, readyDays: true },
        state: NAMED,
      },
    }),
  ]);
  const day = today();
  return {
    total,
    pledges: pledges.map((pledge) => {
      const shown = { ...pledge, dueOn: dayOf(pledge.dueOn) };
      return { ...shown, late: isLate(shown, day) };
    }),
  };
}

export type PledgeRow = Awaited<ReturnType<typeof listStatePledges>>["pledges"][number];

/** The states that stand in the register as this reader sees it. */
export const listPledgingStates = (actor: Actor | null) =>
  database().state.findMany({
    where: { pledges: { some: openTo(actor) } },
    orderBy: { nameEn: "asc" },
    ...NAMED,
  });

/** A pledge that the public register showed until its state took it back: its page says so, and no list shows it. */
const ONCE_PUBLIC = {
  level: "withdrawn",
  steps: { some: { level: { in: [...PUBLIC_LEVELS] } } },
} satisfies Prisma.StatePledgeWhereInput;

/**
 * One pledge with its levels; what shows each is read by its own state and by overseers. Of one that was taken back
 * everybody else reads that it was, and its words no more.
 */
export async function readStatePledge(actor: Actor | null, id: string) {
  const found = await database().statePledge.findFirst({
    where: { OR: [{ AND: [{ id }, openTo(actor)] }, { id, ...ONCE_PUBLIC }] },
    select: {
      ...{ id: true, stateCode: true, kind: true, quantity: true, dueOn: true, words: true, level: true },
      ...{ readyDays: true, version: true, createdAt: true },
      state: NAMED,
      steps: { orderBy: { takenAt: "asc" }, select: { level: true, evidence: true, takenAt: true } },
    },
  });
  if (!found) return null;
  const { steps, dueOn, createdAt, ...pledge } = found;
  const reads = actor !== null && can(actor, "statePledge.read", found);
  const counted = reads && isOpen(found.level) ? await countTowards(database(), found) : null;
  return {
    ...pledge,
    words: reads || pledge.level !== "withdrawn" ? pledge.words : "",
    dueOn: dayOf(dueOn),
    late: isLate({ level: pledge.level, dueOn: dayOf(dueOn) }, today()),
    /** What the records hold towards it today, of a kind that they count and for who may read it; null otherwise. */
    counted,
    pledgedOn: dayOf(createdAt),
    steps: steps.map(({ level, evidence, takenAt }) => ({
      level,
      evidence: reads ? evidence : "",
      takenOn: dayOf(takenAt),
    })),
    mayAdvance: actor !== null && can(actor, "statePledge.advance"),
    mayWithdraw: actor !== null && can(actor, "statePledge.withdraw", found),
  };
}

export type StatePledgePage = NonNullable<Awaited<ReturnType<typeof readStatePledge>>>;

/** What one state promised against what came of it, for the state itself and for overseers; nothing for others. */
export async function readPromises(actor: Actor, stateCode: string) {
  if (!can(actor, "statePledge.read", { stateCode })) return [];
  const pledges = await database().statePledge.findMany({
    where: { stateCode, level: { not: "withdrawn" } },
    orderBy: { createdAt: "asc" },
    select: { kind: true, level: true, quantity: true, createdAt: true },
  });
  const since = (kind: CountedKind) => pledges.find((one) => one.kind === kind)?.createdAt ?? null;
  const counts = await countDelivered(database(), stateCode, {
    mentors: since("mentors"),
    courseSeats: since("courseSeats"),
    womenNominations: since("womenNominations"),
  });
  return promisedAgainstDelivered(pledges, counts).map((line) => ({
    ...line,
    since: dayOf(pledges.find(({ kind }) => kind === line.kind)?.createdAt ?? new Date(0)),
  }));
}

export type Promises = Awaited<ReturnType<typeof readPromises>>;
