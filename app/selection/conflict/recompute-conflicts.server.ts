import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvents } from "#app/record/append-event.server.ts";
import { type DerivedConflict, derivedConflicts } from "./conflict.ts";
import { conflictDay, readKnown, readMemberTies, readPersonTies } from "./conflict-lookup.queries.server.ts";
import { recompute } from "./conflict-register.ts";

interface Between {
  readonly userIds: readonly string[];
  readonly personIds: readonly string[];
}

/**
 * Looks at the files anew for what stands between accounts and people, and keeps it in the register: what is found is
 * added, what is found no more ends. Pins and declarations stay as they are. Part of setting a panel and of a matching.
 */
export async function recomputeConflicts(
  tx: Transaction,
  actor: Actor | null,
  { userIds, personIds }: Between,
) {
  const members = await readMemberTies(
    tx,
    userIds.map((userId) => ({ userId })),
  );
  const people = await readPersonTies(tx, personIds);
  const today = conflictDay();
  const found = members.flatMap((member) =>
    people.flatMap((person) => derivedConflicts(member, person, today)),
  );
  const known = await readKnown(tx, userIds, personIds);
  const { added, changed, ended } = recompute(known, found);
  const at = now();
  const rows = added.map((one) => ({ id: randomUUID(), ...columns(one), foundAt: at }));
  await tx.knownConflict.createMany({ data: rows });
  for (const one of changed) {
    const { detail, standing, expiresOn } = columns(one.found);
    await tx.knownConflict.update({
      where: { id: one.known.id },
      data: { detail, standing, expiresOn, endedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
  }
  await tx.knownConflict.updateMany({
    where: { id: { in: ended.map(({ id }) => id) } },
    data: { endedAt: at, version: { increment: 1 } },
  });
  await appendEvents(tx, actor, [
    ...rows.map(({ id, userId, personId, source }) => ({
      kind: "conflict.found" as const,
      subject: { type: "conflict" as const, id },
      facts: { userId, personId, source },
    })),
    ...ended.map(({ id }) => ({
      kind: "conflict.ended" as const,
      subject: { type: "conflict" as const, id },
    })),
  ]);
}

const columns = ({ expiresOn, ...one }: DerivedConflict) => ({
  ...one,
  expiresOn: expiresOn === null ? null : new Date(expiresOn),
});
