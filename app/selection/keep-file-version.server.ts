import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { readFileContent } from "./file-content.queries.server.ts";

interface Written {
  readonly candidacyId: string;
  readonly personId: string;
  readonly author: "state" | "candidate";
  readonly writtenById: string | null;
}

/**
 * Keeps the file as it stands now as the next version of a candidacy's.
 *
 * @returns its number
 */
export async function keepFileVersion(tx: Transaction, written: Written): Promise<number> {
  const { candidacyId, personId, author, writtenById } = written;
  const number = (await tx.fileVersion.count({ where: { candidacyId } })) + 1;
  const content = await readFileContent(tx, personId);
  await tx.fileVersion.create({
    data: { candidacyId, number, author, content, writtenById, writtenAt: now() },
    select: { id: true },
  });
  return number;
}
