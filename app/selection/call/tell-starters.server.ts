import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { NewMail } from "#app/platform/mail-kinds.ts";

interface Reader {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/**
 * Tells everybody who began to nominate by a call, submitted or not, and every other focal point of their states, since
 * a list belongs to the state.
 *
 * @param letter what one reader is told, in their language
 */
export async function tellStarters(
  tx: Transaction,
  callId: string,
  letter: (reader: Reader) => NewMail,
): Promise<number> {
  const starts = await tx.callStart.findMany({
    where: { callId },
    select: { userId: true, stateCode: true },
  });
  const states = [...new Set(starts.flatMap(({ stateCode }) => stateCode ?? []))];
  const readers = await tx.user.findMany({
    where: {
      OR: [
        { id: { in: starts.map(({ userId }) => userId) } },
        { roles: { some: { role: "focalPoint", stateCode: { in: states }, revokedAt: null } } },
      ],
    },
    orderBy: { id: "asc" },
    select: { name: true, email: true, locale: true },
  });
  for (const reader of readers) await queueMail(tx, letter(reader));
  return readers.length;
}
