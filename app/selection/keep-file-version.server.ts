import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { CandidateFileContent } from "./candidate-file.ts";

interface Written {
  readonly candidacyId: string;
  readonly author: "state" | "candidate";
  readonly writtenById: string | null;
  readonly content: CandidateFileContent;
}

/**
 * Keeps what is stated for a candidacy as the next version of its file.
 *
 * @returns its number
 */
export async function keepFileVersion(tx: Transaction, written: Written): Promise<number> {
  const { candidacyId, author, writtenById, content } = written;
  const number = (await tx.fileVersion.count({ where: { candidacyId } })) + 1;
  await tx.fileVersion.create({
    data: { candidacyId, number, author, content, writtenById, writtenAt: now() },
    select: { id: true },
  });
  return number;
}
