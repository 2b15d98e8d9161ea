import type { Actor } from "#app/access/actor.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { literally } from "#app/platform/like-pattern.ts";
import type { DuplicateState } from "./duplicate.ts";
import { pairsOpenTo } from "./duplicate-state.queries.server.ts";
import { LIKENESS_REASONS, type LikenessReason } from "./likeness.ts";
import { latinName } from "./name-likeness.ts";

export const PAIRS_PER_PAGE = 25;

const NAME = { id: true, givenName: true, familyName: true } as const;

interface Filter {
  readonly state: DuplicateState;
  /** Part of a name, as typed; empty for all. */
  readonly name: string;
  readonly page: number;
}

/** Pairs in one state, the likest first. Of those suspected, none that was merged with somebody else meanwhile. */
export async function listPairs(actor: Actor, { state, name, page }: Filter) {
  const where: Prisma.DuplicatePairWhereInput = {
    AND: [pairsOpenTo(actor), ...named(name)],
    state,
    ...(state === "suspected" ? { first: { mergedIntoId: null }, second: { mergedIntoId: null } } : {}),
  };
  const [total, pairs] = await Promise.all([
    database().duplicatePair.count({ where }),
    database().duplicatePair.findMany({
      where,
      orderBy: [{ likeness: "desc" }, { id: "asc" }],
      skip: (page - 1) * PAIRS_PER_PAGE,
      take: PAIRS_PER_PAGE,
      select: {
        id: true,
        likeness: true,
        reasons: true,
        foundAt: true,
        first: { select: NAME },
        second: { select: NAME },
      },
    }),
  ]);
  return {
    total,
    pairs: pairs.map(({ foundAt, first, second, reasons, ...pair }) => ({
      ...pair,
      ...{ first: nameOf(first), second: nameOf(second) },
      reasons: reasonsIn(reasons),
      foundAt: foundAt.toISOString(),
    })),
  };
}

/** Pairs of somebody whose name holds each of these words, in the script typed or in another, with or without accents. */
const named = (name: string): Prisma.DuplicatePairWhereInput[] => {
  const holds = (word: string) => ({ likenessKey: { latin: { contains: literally(word) } } });
  const words = latinName(name).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  return [{ OR: [{ first: { AND: words.map(holds) } }, { second: { AND: words.map(holds) } }] }];
};

const nameOf = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`;

const reasonsIn = (codes: readonly string[]): readonly LikenessReason[] =>
  LIKENESS_REASONS.filter((reason) => codes.includes(reason));

const NAMED = { nameEn: true, nameFr: true } as const;
const SIDE = {
  ...NAME,
  email: true,
  gender: true,
  birthDate: true,
  nationalities: true,
  profile: { select: { currentPost: true } },
  languages: { select: { level: true, language: { select: NAMED } }, orderBy: { languageCode: "asc" } },
  candidacies: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      state: true,
      vacancy: { select: { reference: true } },
      nomination: { select: { submittedAt: true, nominatingState: { select: NAMED } } },
      documents: {
        where: { removedAt: null },
        orderBy: { createdAt: "asc" },
        select: { id: true, name: true, sha256: true },
      },
    },
  },
} as const satisfies Prisma.PersonSelect;
type SideRow = Prisma.PersonGetPayload<{ select: typeof SIDE }>;

/** Two people side by side, with everything they are compared by; null where there is no such pair for this officer. */
export async function readPair(actor: Actor, id: string) {
  const pair = await database().duplicatePair.findFirst({
    where: { id, ...pairsOpenTo(actor) },
    select: {
      ...{ id: true, state: true, version: true, likeness: true, reasons: true, keptId: true, note: true },
      ...{ decidedAt: true, decidedById: true },
      first: { select: SIDE },
      second: { select: SIDE },
    },
  });
  if (!pair) return null;
  const { first, second, decidedAt, decidedById, reasons, ...facts } = pair;
  const codes = [...first.nationalities, ...second.nationalities];
  const [states, officer] = await Promise.all([
    database().state.findMany({ where: { code: { in: codes } }, select: { code: true, ...NAMED } }),
    decidedById ? database().user.findUnique({ where: { id: decidedById }, select: { name: true } }) : null,
  ]);
  return {
    ...facts,
    reasons: reasonsIn(reasons),
    decided: decidedAt && { at: decidedAt.toISOString(), by: officer?.name ?? "" },
    ...{ first: sideOf(first, second), second: sideOf(second, first), states },
  };
}
export type PairPage = NonNullable<Awaited<ReturnType<typeof readPair>>>;

function sideOf({ birthDate, candidacies, profile, ...person }: SideRow, other: SideRow) {
  const hashes = new Set(other.candidacies.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256)));
  return {
    ...person,
    name: nameOf(person),
    latin: latinName(person.givenName, person.familyName),
    birthDate: birthDate?.toISOString().slice(0, 10) ?? null,
    currentPost: profile?.currentPost ?? null,
    cases: candidacies.map(({ documents, nomination, vacancy, ...one }) => ({
      ...one,
      reference: vacancy.reference,
      nominatedAt: nomination.submittedAt.toISOString(),
      nominatingState: nomination.nominatingState,
    })),
    documents: candidacies.flatMap(({ documents }) =>
      documents.map(({ sha256, ...document }) => ({ ...document, shared: hashes.has(sha256) })),
    ),
  };
}

/** How many pairs wait for this officer. */
export const countSuspected = (actor: Actor) =>
  database().duplicatePair.count({
    where: {
      AND: [pairsOpenTo(actor)],
      state: "suspected",
      first: { mergedIntoId: null },
      second: { mergedIntoId: null },
    },
  });
