import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";

interface Pair {
  readonly mentorPersonId: string;
  readonly menteePersonId: string;
}

/**
 * Keeps in the register that two people were a mentoring pair: neither judges the other from then on, whoever of them
 * has an account. Part of a pairing that begins.
 */
export async function keepPairing(tx: Transaction, { mentorPersonId, menteePersonId }: Pair) {
  const people = await tx.person.findMany({
    where: { id: { in: [mentorPersonId, menteePersonId] } },
    select: { id: true, userId: true },
  });
  const rows = people.flatMap(({ id, userId }) =>
    userId === null ? [] : [{ userId, personId: id === mentorPersonId ? menteePersonId : mentorPersonId }],
  );
  await tx.knownConflict.createMany({
    data: rows.map((row) => ({
      ...row,
      ...{ source: "pairing" as const, standing: "found" as const, detail: "", foundAt: now() },
    })),
    skipDuplicates: true,
  });
}
