import { READS_NAMES } from "#app/access/actor.ts";
import type { Reader } from "#app/platform/database.server.ts";

/** Whether one of some accounts holds a role in which it would read what a blind panel withholds. */
export const seesNames = async (reader: Reader, userIds: readonly string[]): Promise<boolean> =>
  (await reader.roleGrant.count({
    where: { userId: { in: [...userIds] }, role: { in: [...READS_NAMES] }, revokedAt: null },
  })) > 0;
