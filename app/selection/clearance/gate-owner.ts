import { createHash } from "node:crypto";

/**
 * Who answers for the gates of a case: one officer for all of them, so that a candidate is asked once; which one is
 * drawn from the case's id, so that cases spread evenly and nobody chooses.
 *
 * @param officers ids of the accounts that vet, in a fixed order
 * @returns null where nobody vets
 */
export function ownerFor(candidacyId: string, officers: readonly string[]): string | null {
  if (officers.length === 0) return null;
  const draw = createHash("sha256").update(candidacyId).digest().readUInt32BE(0);
  return officers[draw % officers.length] ?? null;
}
