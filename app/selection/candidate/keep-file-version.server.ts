import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { CandidateFileContent } from "./candidate-file.ts";

interface Written {
  readonly author: "state" | "candidate";
  readonly writtenById: string | null;
  readonly content: CandidateFileContent;
}

/**
 * Keeps what is stated for a candidacy as the next version of its file.
 *
 * @returns its number
 */
export async function keepFileVersion(
  tx: Transaction,
  { candidacyId, ...written }: Written & { readonly candidacyId: string },
): Promise<number> {
  const number = (await tx.fileVersion.count({ where: { candidacyId } })) + 1;
  await tx.fileVersion.create({
    data: { candidacyId, number, ...written, writtenAt: now() },
    select: { id: true },
  });
  return number;
}

/**
 * The same for a nomination for the cadre.
 *
 * @returns its number
 */
export async function keepPoolFile(
  tx: Transaction,
  { nominationId, ...written }: Written & { readonly nominationId: string },
): Promise<number> {
  const number = (await tx.poolFileVersion.count({ where: { nominationId } })) + 1;
  await tx.poolFileVersion.create({
    data: { nominationId, number, ...written, writtenAt: now() },
    select: { id: true },
  });
  return number;
}
