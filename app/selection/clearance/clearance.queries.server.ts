import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { unseal } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { asksForGates, GATED_CANDIDACY_STATES } from "#app/selection/lifecycle.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { namesOf } from "#app/selection/screening/screening.queries.server.ts";
import { type ClearanceKind, type ClearanceView, hasExpired } from "./clearance.ts";
import { EXPIRY_NOTICE_DAYS, gateClock } from "./clearance-clock.ts";
import { renewRefusal } from "./clearance-lifecycle.ts";

export const CLEARANCES_PER_PAGE = 50;

const DAY = 86_400_000;
const today = () => new Date(dayOf(now()));

const ofCasesUnderWay: Prisma.ClearanceWhereInput = {
  candidacy: { state: { in: [...GATED_CANDIDACY_STATES] }, vacancy: { state: { not: "closed" } } },
};

/** The gates of each view; what waits, is overdue or expires does so only while its case is under way. */
export function clearancesIn(view: ClearanceView): Prisma.ClearanceWhereInput {
  switch (view) {
    case "waiting":
      return {
        OR: [{ answeredAt: null }, { outcome: "clear", validUntil: { lt: today() } }],
        ...ofCasesUnderWay,
      };
    case "overdue":
      return { answeredAt: null, dueOn: { lt: today() }, ...ofCasesUnderWay };
    case "expiring":
      return {
        outcome: "clear",
        answeredAt: { not: null },
        validUntil: { lte: new Date(today().getTime() + EXPIRY_NOTICE_DAYS * DAY) },
        ...ofCasesUnderWay,
      };
    case "all":
      return {};
  }
}

/** Nobody reads of the gates of their own case here, nor of one that they are recused from. */
export const notOwnCase = (actor: Actor): Prisma.ClearanceWhereInput => ({
  candidacy: {
    person: { OR: [{ userId: null }, { userId: { not: actor.userId ?? "" } }] },
    ...notRecused(actor),
  },
});

interface ClearanceFilter {
  readonly view: ClearanceView;
  readonly kind?: ClearanceKind;
  /** Those alone that the reader answers for. */
  readonly mine?: boolean;
  readonly page: number;
}

/** Gates, those first that are due first. */
export async function listClearances(actor: Actor, { view, kind, mine, page }: ClearanceFilter) {
  const ownerId = mine ? (actor.userId ?? "") : undefined;
  const where = { AND: [{ kind, ownerId }, notOwnCase(actor), clearancesIn(view)] };
  const [total, clearances] = await Promise.all([
    database().clearance.count({ where }),
    database().clearance.findMany({
      where,
      orderBy: [
        { dueOn: "asc" },
        { candidacy: { person: { familyName: "asc" } } },
        { candidacyId: "asc" },
        { kind: "asc" },
      ],
      skip: (page - 1) * CLEARANCES_PER_PAGE,
      take: CLEARANCES_PER_PAGE,
      select: CLEARANCE,
    }),
  ]);
  const names = await namesOf(clearances.map(({ ownerId: owner }) => owner));
  return { total, clearances: clearances.map((clearance) => clearanceRow(clearance, names)) };
}

/** What is read of a gate to show how it stands: never its note. */
export const GATE_LINE = {
  id: true,
  kind: true,
  outcome: true,
  validUntil: true,
  ownerId: true,
  requestedAt: true,
  dueOn: true,
  receivedOn: true,
  answeredAt: true,
} as const satisfies Prisma.ClearanceSelect;
type StoredLine = Prisma.ClearanceGetPayload<{ select: typeof GATE_LINE }>;

/** A gate with its owner and its clock. */
export function gateLine(gate: StoredLine, names: ReadonlyMap<string, string>, moment: Date) {
  return {
    id: gate.id,
    kind: gate.kind,
    outcome: gate.outcome,
    validUntil: gate.validUntil ? dayOf(gate.validUntil) : null,
    requestedAt: gate.requestedAt.toISOString(),
    dueOn: dayOf(gate.dueOn),
    receivedOn: gate.receivedOn ? dayOf(gate.receivedOn) : null,
    owner: gate.ownerId === null ? null : (names.get(gate.ownerId) ?? null),
    expired: hasExpired(gate, moment),
    clock: gateClock(gate, moment),
  };
}
export type GateLine = ReturnType<typeof gateLine>;

const CLEARANCE = {
  ...GATE_LINE,
  version: true,
  candidacyId: true,
  candidacy: {
    select: {
      state: true,
      person: { select: { givenName: true, familyName: true } },
      vacancy: { select: { ...VACANCY_TITLE, state: true, decisionDueOn: true } },
    },
  },
} as const;
type Stored = Prisma.ClearanceGetPayload<{ select: typeof CLEARANCE }>;

function clearanceRow(
  { candidacy, version, candidacyId, ...gate }: Stored,
  names: ReadonlyMap<string, string>,
) {
  const { person, vacancy } = candidacy;
  return {
    ...gateLine(gate, names, now()),
    version,
    candidacyId,
    name: `${person.givenName} ${person.familyName}`,
    reference: vacancy.reference,
    roleKind: vacancy.post.roleKind,
    mission: vacancy.post.mission,
    decisionDueOn: vacancy.decisionDueOn ? dayOf(vacancy.decisionDueOn) : null,
    /** Whether the case still asks for it. */
    open: asksForGates(candidacy.state, vacancy.state),
  };
}

/** One gate of one candidate with its history and its note, for those who vet; null for others, and for their own. */
export async function readClearance(actor: Actor, id: string) {
  if (!can(actor, "clearance.readNote")) return null;
  const [clearance, officers] = await Promise.all([
    database().clearance.findFirst({
      where: { AND: [{ id }, notOwnCase(actor)] },
      select: { ...CLEARANCE, note: true, steps: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
    }),
    database().user.findMany({
      where: { roles: { some: { role: "vettingOfficer", revokedAt: null } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  ]);
  if (!clearance) return null;
  const { note, steps, ...gate } = clearance;
  const names = await namesOf([gate.ownerId, ...steps.flatMap(({ byId, ownerId }) => [byId, ownerId])]);
  return {
    ...clearanceRow(gate, names),
    ownerId: gate.ownerId,
    note: note === null ? "" : unseal(note, `clearance:${id}`),
    renewable: renewRefusal(gate, now()) === null,
    officers,
    steps: steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      at: step.at.toISOString(),
      by: step.byId === null ? null : (names.get(step.byId) ?? null),
      owner: step.ownerId === null ? null : (names.get(step.ownerId) ?? null),
      outcome: step.outcome,
      validUntil: step.validUntil ? dayOf(step.validUntil) : null,
    })),
  };
}
export type ClearancePage = NonNullable<Awaited<ReturnType<typeof readClearance>>>;
