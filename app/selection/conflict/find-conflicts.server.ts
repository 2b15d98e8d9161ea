import type { Reader } from "#app/platform/database.server.ts";
import { conflictDay, readKnown } from "./conflict-lookup.queries.server.ts";
import { recuses } from "./conflict-register.ts";

interface Between {
  readonly userIds: readonly string[];
  readonly personIds: readonly string[];
}

/**
 * What of the register keeps these accounts from these people today by somebody's word: declared by the account, or
 * confirmed by the secretariat. What the files alone show is for each part of the work to judge by its own rules.
 */
export async function findConflicts(reader: Reader, { userIds, personIds }: Between) {
  const known = await readKnown(reader, userIds, personIds);
  const today = conflictDay();
  return known
    .filter((tie) => (tie.standing === "declared" || tie.pin === "stands") && recuses(tie, today))
    .map(({ userId, personId, source }) => ({ userId, personId, source }));
}
