import type { Reader } from "#app/platform/database.server.ts";
import { type Slot, unheard } from "./interview.ts";

/** The times of those of some candidacies that have one for their interview. */
const slotsOf = (reader: Reader, candidacyIds: readonly string[]): Promise<readonly Slot[]> =>
  reader.interviewSlot.findMany({
    where: { candidacyId: { in: [...candidacyIds] }, cancelledAt: null },
    select: { candidacyId: true, startsAt: true },
  });

/** Which of some candidacies have a time for their interview. */
export async function arrangedAmong(
  reader: Reader,
  candidacyIds: readonly string[],
): Promise<readonly string[]> {
  return (await slotsOf(reader, candidacyIds)).map(({ candidacyId }) => candidacyId);
}

/** Those of some candidacies whose interview has not begun, with its time where it has one. */
export const unheardAmong = async (reader: Reader, candidacyIds: readonly string[], at: Date) =>
  unheard(candidacyIds, await slotsOf(reader, candidacyIds), at);

/**
 * Those of some candidacies whose interview was not held: it was called off and not set anew, or its time has passed and no
 * member has submitted a sheet on it.
 */
export async function notHeldAmong(
  reader: Reader,
  candidacyIds: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  const [slots, scored] = await Promise.all([
    slotsOf(reader, candidacyIds),
    reader.scoreSheet.findMany({
      where: {
        candidacyId: { in: [...candidacyIds] },
        ...{ stage: "interview", submittedAt: { not: null }, supersededById: null },
      },
      distinct: ["candidacyId"],
      select: { candidacyId: true },
    }),
  ]);
  const heard = new Set(scored.map(({ candidacyId }) => candidacyId));
  const toCome = new Set(slots.filter(({ startsAt }) => startsAt > at).map(({ candidacyId }) => candidacyId));
  return candidacyIds.filter((id) => !heard.has(id) && !toCome.has(id));
}
