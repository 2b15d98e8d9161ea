import type { Actor } from "#app/access/actor.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Reader } from "#app/platform/database.server.ts";

const PERSON = {
  id: true,
  userId: true,
  givenName: true,
  familyName: true,
  email: true,
  mergedIntoId: true,
  user: { select: { locale: true } },
  candidacies: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      state: true,
      mergedFrom: true,
      mergedIntoId: true,
      vacancyId: true,
      vacancy: { select: { state: true } },
    },
  },
  _count: {
    select: { merged: true, appointments: true, mentorshipNeeds: true, engagementsAsMentee: true },
  },
  mentor: { select: { id: true } },
  cadreMembership: { select: { id: true } },
} as const satisfies Prisma.PersonSelect;

/** Pairs that an officer may look into: not their own, and none in which they are recused from a case. */
export function pairsOpenTo({ userId }: Actor): Prisma.DuplicatePairWhereInput {
  const person: Prisma.PersonWhereInput = {
    AND: [
      { OR: [{ userId: null }, { userId: { not: userId ?? "" } }] },
      { candidacies: { none: { conflicts: { some: { member: { userId: userId ?? "" } } } } } },
    ],
  };
  return { first: person, second: person };
}

/** A pair with everything its merge is decided upon; null where there is none, or not for this officer. */
export const loadPair = (reader: Reader, actor: Actor, id: string) =>
  reader.duplicatePair.findFirst({
    where: { id, ...pairsOpenTo(actor) },
    select: {
      id: true,
      state: true,
      version: true,
      keptId: true,
      first: { select: PERSON },
      second: { select: PERSON },
    },
  });
export type LoadedPair = NonNullable<Awaited<ReturnType<typeof loadPair>>>;
export type PairPerson = LoadedPair["first"];
