import type { Reader } from "#app/platform/database.server.ts";

/** Which of some candidacies have a time for their interview. */
export async function arrangedAmong(
  reader: Reader,
  candidacyIds: readonly string[],
): Promise<readonly string[]> {
  const slots = await reader.interviewSlot.findMany({
    where: { candidacyId: { in: [...candidacyIds] }, cancelledAt: null },
    select: { candidacyId: true },
  });
  return slots.map(({ candidacyId }) => candidacyId);
}
