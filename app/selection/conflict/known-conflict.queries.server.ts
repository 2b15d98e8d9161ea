import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { literally } from "#app/platform/like-pattern.ts";
import { namesOf } from "#app/selection/screening/screening.queries.server.ts";
import type { ConflictSource } from "./conflict.ts";
import { conflictDay } from "./conflict-lookup.queries.server.ts";
import { type ConflictState, type KnownTie, stateOfTie } from "./conflict-register.ts";
import { recusedFrom } from "./recusal.ts";

export const CONFLICTS_PER_PAGE = 50;

/**
 * The conflicts that somebody may look into: none of their own, and none with a person from whose case they are recused,
 * which would name the case.
 */
export const registerOpenTo = (actor: Pick<Actor, "userId">): Prisma.KnownConflictWhereInput => ({
  userId: { not: actor.userId ?? "" },
  person: { candidacies: { none: recusedFrom(actor) } },
});

interface Filter {
  readonly source?: ConflictSource;
  readonly standing?: KnownTie["standing"];
  readonly name?: string;
  readonly page: number;
}

const ROW = {
  ...{ id: true, userId: true, personId: true, source: true, detail: true, standing: true },
  ...{ expiresOn: true, endedAt: true, pin: true, foundAt: true },
  person: { select: { givenName: true, familyName: true } },
} as const satisfies Prisma.KnownConflictSelect;
type Row = Prisma.KnownConflictGetPayload<{ select: typeof ROW }>;

/** One page of the register, the latest first. */
export async function listKnownConflicts(actor: Actor, { source, standing, name = "", page }: Filter) {
  const where = { AND: [registerOpenTo(actor), { source, standing }, ...(await namedBy(name))] };
  const [total, rows] = await Promise.all([
    database().knownConflict.count({ where }),
    database().knownConflict.findMany({
      where,
      orderBy: [{ foundAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * CONFLICTS_PER_PAGE,
      take: CONFLICTS_PER_PAGE,
      select: ROW,
    }),
  ]);
  const names = await namesOf(rows.map(({ userId }) => userId));
  return { total, conflicts: rows.map((row) => conflictRow(row, names)) };
}

/** The accounts that a name is looked for among; a search by so few letters that more fit needs more of them. */
const MOST_NAMED = 500;

/** Every word of the name stands in that of one of the two. */
async function namedBy(name: string): Promise<Prisma.KnownConflictWhereInput[]> {
  const words = name.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const holds = (word: string) => ({ contains: literally(word), mode: "insensitive" as const });
  const users = await database().user.findMany({
    where: { AND: words.map((word) => ({ name: holds(word) })) },
    take: MOST_NAMED,
    select: { id: true },
  });
  const person = {
    AND: words.map((word) => ({ OR: [{ givenName: holds(word) }, { familyName: holds(word) }] })),
  };
  return [{ OR: [{ userId: { in: users.map(({ id }) => id) } }, { person }] }];
}

function conflictRow(
  { person, expiresOn, endedAt, foundAt, detail, ...row }: Row,
  names: ReadonlyMap<string, string>,
) {
  const tie = { ...row, expiresOn: expiresOn?.toISOString().slice(0, 10) ?? null, ended: endedAt !== null };
  const state: ConflictState = stateOfTie(tie, conflictDay());
  return {
    ...tie,
    state,
    /** The words of a declaration are the member's. */
    detail: row.standing === "declared" ? null : detail,
    foundAt: foundAt.toISOString(),
    member: names.get(row.userId) ?? "–",
    person: `${person.givenName} ${person.familyName}`,
  };
}

/** One conflict of the register with the word on it; null for others than those who oversee, and where it is their own. */
export async function readKnownConflict(actor: Actor, id: string) {
  if (!can(actor, "conflict.list")) return null;
  const row = await database().knownConflict.findFirst({
    where: { AND: [{ id }, registerOpenTo(actor)] },
    select: { ...ROW, version: true, pinReason: true, pinnedById: true, pinnedAt: true },
  });
  if (!row) return null;
  const { version, pinReason, pinnedById, pinnedAt, ...known } = row;
  const names = await namesOf([known.userId, pinnedById]);
  return {
    ...conflictRow(known, names),
    version,
    word: pinnedAt && {
      at: pinnedAt.toISOString(),
      by: names.get(pinnedById ?? "") ?? "–",
      reason: pinReason ?? "",
    },
  };
}
