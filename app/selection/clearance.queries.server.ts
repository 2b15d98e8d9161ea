import type { Actor } from "#app/access/actor.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { type ClearanceKind, hasExpired } from "./clearance.ts";
import { asksForGates, GATED_CANDIDACY_STATES } from "./lifecycle.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";

export const CLEARANCES_PER_PAGE = 50;

const day = (date: Date) => date.toISOString().slice(0, 10);

/** The gates that wait for a vetting officer: unanswered, or clear once and expired since; of cases still under way. */
export const clearancesToRecord = (): Prisma.ClearanceWhereInput => ({
  OR: [{ outcome: "pending" }, { outcome: "clear", validUntil: { lt: new Date(day(now())) } }],
  candidacy: { state: { in: [...GATED_CANDIDACY_STATES] }, vacancy: { state: { not: "closed" } } },
});

/** Nobody reads of the gates of their own case here. */
export const notOwnCase = (actor: Actor): Prisma.ClearanceWhereInput => ({
  candidacy: { person: { OR: [{ userId: null }, { userId: { not: actor.userId ?? "" } }] } },
});

interface ClearanceFilter {
  /** Those that wait alone, or all there are. */
  readonly waiting: boolean;
  readonly kind?: ClearanceKind;
  readonly page: number;
}

/** Gates, those first whose decision is due first. */
export async function listClearances(actor: Actor, { waiting, kind, page }: ClearanceFilter) {
  const where = { AND: [{ kind }, notOwnCase(actor), waiting ? clearancesToRecord() : {}] };
  const [total, clearances] = await Promise.all([
    database().clearance.count({ where }),
    database().clearance.findMany({
      where,
      orderBy: [
        { candidacy: { vacancy: { decisionDueOn: "asc" } } },
        { candidacy: { person: { familyName: "asc" } } },
        { candidacyId: "asc" },
        { kind: "asc" },
      ],
      skip: (page - 1) * CLEARANCES_PER_PAGE,
      take: CLEARANCES_PER_PAGE,
      select: CLEARANCE,
    }),
  ]);
  return { total, clearances: clearances.map(clearanceRow) };
}

const CLEARANCE = {
  id: true,
  kind: true,
  outcome: true,
  validUntil: true,
  version: true,
  candidacy: {
    select: {
      id: true,
      state: true,
      person: { select: { givenName: true, familyName: true } },
      vacancy: { select: { ...VACANCY_TITLE, state: true, decisionDueOn: true } },
    },
  },
} as const;

/** One gate of one candidate; null where it is the reader's own. */
export async function readClearance(actor: Actor, id: string) {
  const clearance = await findClearance(actor, id);
  return clearance && clearanceRow(clearance);
}

const findClearance = (actor: Actor, id: string) =>
  database().clearance.findFirst({ where: { AND: [{ id }, notOwnCase(actor)] }, select: CLEARANCE });
type Stored = NonNullable<Awaited<ReturnType<typeof findClearance>>>;

function clearanceRow({ candidacy, validUntil, ...clearance }: Stored) {
  const { person, vacancy } = candidacy;
  return {
    ...clearance,
    candidacyId: candidacy.id,
    name: `${person.givenName} ${person.familyName}`,
    reference: vacancy.reference,
    roleKind: vacancy.post.roleKind,
    mission: vacancy.post.mission,
    dueOn: vacancy.decisionDueOn ? day(vacancy.decisionDueOn) : null,
    validUntil: validUntil ? day(validUntil) : null,
    expired: hasExpired({ outcome: clearance.outcome, validUntil }, now()),
    /** Whether the case still asks for it. */
    open: asksForGates(candidacy.state, vacancy.state),
  };
}
