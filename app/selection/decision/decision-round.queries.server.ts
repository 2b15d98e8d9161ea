import type { Reader } from "#app/platform/database.server.ts";

/** Which decision on a vacancy is being made or stands, from 1: one more for each selection that was declined. */
export async function decisionRound(reader: Reader, vacancyId: string): Promise<number> {
  return 1 + (await reader.declinedSelection.count({ where: { vacancyId } }));
}
