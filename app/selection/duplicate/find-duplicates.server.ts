import { z } from "zod";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction, type Reader, type Transaction } from "#app/platform/database.server.ts";
import { type ComparedPerson, likenessOf, SUSPECTED_FROM } from "./likeness.ts";
import { latinName, mailboxOf, skeletonOf } from "./name-likeness.ts";

/** Most people that one is compared with: the likest by name, and those with a document or a mailbox in common. */
const MOST_COMPARED = 60;
const CAUGHT_UP_AT_ONCE = 200;

const rows = z.array(z.object({ personId: z.string() }));

/**
 * Looks for people who may be the same as a nominated one, and puts each pair before the secretariat. Run again it
 * says the same; a pair that was decided upon stays as it was decided.
 */
export async function findDuplicates(personId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [person] = await loadCompared(tx, [personId]);
    if (!person) return;
    await keepKey(tx, person);
    const others = await loadCompared(tx, [
      ...(await likest(tx, person)),
      ...(await suspectedOf(tx, personId)),
    ]);
    const pairs = others
      .filter((other) => rootOf(other) !== rootOf(person))
      .map((other) => ({ ...pairOf(person.id, other.id), ...likenessOf(person, other) }))
      .filter(({ likeness }) => likeness >= SUSPECTED_FROM);
    await keepPairs(tx, personId, pairs);
  });
}

/** Compares the nominated people who were never compared, some at a time: those that came by an import, for one. */
export async function catchUpDuplicates(): Promise<number> {
  const waiting = await database().person.findMany({
    where: { likenessKey: null, nominations: { some: {} } },
    orderBy: { id: "asc" },
    take: CAUGHT_UP_AT_ONCE,
    select: { id: true },
  });
  for (const { id } of waiting) await findDuplicates(id);
  return waiting.length;
}

interface Compared extends ComparedPerson {
  readonly id: string;
  readonly mergedIntoId: string | null;
}

const rootOf = ({ id, mergedIntoId }: Compared) => mergedIntoId ?? id;
const pairOf = (one: string, other: string) =>
  one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one };

async function loadCompared(reader: Reader, ids: readonly string[]): Promise<readonly Compared[]> {
  const people = await reader.person.findMany({
    where: { id: { in: [...ids] }, nominations: { some: {} } },
    select: {
      id: true,
      mergedIntoId: true,
      givenName: true,
      familyName: true,
      email: true,
      gender: true,
      birthDate: true,
      birthYear: true,
      nationalities: true,
      candidacies: { select: { documents: { select: { sha256: true } } } },
    },
  });
  return people.map(({ givenName, familyName, email, birthDate, candidacies, ...person }) => ({
    ...person,
    latin: latinName(givenName, familyName),
    mailbox: mailboxOf(email),
    birthDate: birthDate?.toISOString().slice(0, 10) ?? null,
    documents: candidacies.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256)),
  }));
}

async function keepKey(tx: Transaction, { id, latin, mailbox }: Compared) {
  const key = { latin, skeleton: skeletonOf(latin), mailbox, checkedAt: now() };
  await tx.likenessKey.upsert({
    where: { personId: id },
    create: { personId: id, ...key },
    update: key,
    select: { personId: true },
  });
}

/** Those worth comparing with: found by indexes, so that it takes no longer among a hundred thousand. */
async function likest(tx: Transaction, person: Compared): Promise<readonly string[]> {
  const { id, latin, mailbox, birthDate } = person;
  const documents = [...person.documents];
  const found = await tx.$queryRaw`
    SELECT "personId"::text FROM (
      SELECT k."personId", 1 + similarity(k."latin", ${latin}) AS "near" FROM "LikenessKey" k
        WHERE k."skeleton" = ${skeletonOf(latin)} OR k."mailbox" = ${mailbox}
      UNION ALL
      SELECT k."personId", similarity(k."latin", ${latin}) FROM "LikenessKey" k WHERE k."latin" % ${latin}
      UNION ALL
      SELECT p."id", 1 FROM "Person" p JOIN "LikenessKey" k ON k."personId" = p."id"
        WHERE p."birthDate" = ${birthDate}::date AND similarity(k."latin", ${latin}) > 0.15
      UNION ALL
      SELECT c."personId", 2 FROM "CandidacyDocument" d JOIN "Candidacy" c ON c."id" = d."candidacyId"
        WHERE d."sha256" = ANY(${documents})
    ) near
    WHERE "personId" <> ${id}::uuid
    GROUP BY 1 ORDER BY max("near") DESC, 1 LIMIT ${MOST_COMPARED}`;
  return rows.parse(found).map(({ personId }) => personId);
}

/** Those suspected already: whether they still are is asked again. */
async function suspectedOf(tx: Transaction, personId: string): Promise<readonly string[]> {
  const pairs = await tx.duplicatePair.findMany({
    where: { state: "suspected", OR: [{ firstId: personId }, { secondId: personId }] },
    select: { firstId: true, secondId: true },
  });
  return pairs.map(({ firstId, secondId }) => (firstId === personId ? secondId : firstId));
}

type Pair = ReturnType<typeof pairOf> & ReturnType<typeof likenessOf>;

/** Keeps the pairs found; a suspicion that no longer holds is let go, a decision never. */
async function keepPairs(tx: Transaction, personId: string, pairs: readonly Pair[]) {
  await tx.duplicatePair.createMany({
    data: pairs.map((pair) => ({ ...pair, foundAt: now() })),
    skipDuplicates: true,
  });
  for (const { firstId, secondId, likeness, reasons } of pairs)
    await tx.duplicatePair.updateMany({
      where: { firstId, secondId, state: "suspected" },
      data: { likeness, reasons },
    });
  const still = pairs.map(({ firstId, secondId }) => (firstId === personId ? secondId : firstId));
  await tx.duplicatePair.deleteMany({
    where: {
      state: "suspected",
      OR: [
        { firstId: personId, secondId: { notIn: still } },
        { secondId: personId, firstId: { notIn: still } },
      ],
    },
  });
}
