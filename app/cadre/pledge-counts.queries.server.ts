import { today } from "#app/platform/clock.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { type CountedKind, isCounted, leftFor, type PledgeKind } from "./state-pledge.ts";

/**
 * What the programme's records hold of a state's deliveries, each kind since a moment: mentors who have confirmed their
 * profile, seats of courses that the state hosts and that have begun, women whom it nominated and has not withdrawn.
 */
export async function countDelivered(
  reader: Reader,
  stateCode: string,
  since: Readonly<Record<CountedKind, Date | null>>,
): Promise<Readonly<Record<CountedKind, number>>> {
  const { mentors, courseSeats, womenNominations } = since;
  const [confirmed, seats, women] = await Promise.all([
    mentors === null
      ? 0
      : reader.mentor.count({
          where: { pledgedByCode: stateCode, state: { not: "pledged" }, createdAt: { gte: mentors } },
        }),
    courseSeats === null
      ? null
      : reader.course.aggregate({
          where: {
            ...{ hostCode: stateCode, createdAt: { gte: courseSeats } },
            startsOn: { lte: new Date(today()) },
          },
          _sum: { seats: true },
        }),
    womenNominations === null
      ? 0
      : reader.nomination.count({
          where: {
            ...{ stateCode, statedGender: "woman", state: "submitted" },
            submittedAt: { gte: womenNominations },
          },
        }),
  ]);
  return { mentors: confirmed, courseSeats: seats?._sum.seats ?? 0, womenNominations: women };
}

interface Counting {
  readonly id: string;
  readonly kind: PledgeKind;
  readonly stateCode: string;
  readonly createdAt: Date;
}

/**
 * What the records count towards one pledge since it was made, less what other pledges took that are delivered; null of a
 * kind that they do not count.
 */
export async function countTowards(
  reader: Reader,
  { id, kind, stateCode, createdAt }: Counting,
): Promise<number | null> {
  if (!isCounted(kind)) return null;
  const never = { mentors: null, courseSeats: null, womenNominations: null };
  const since = async (moment: Date) =>
    (await countDelivered(reader, stateCode, { ...never, [kind]: moment }))[kind];
  const others = await reader.statePledge.aggregate({
    where: { stateCode, kind, level: "delivered", id: { not: id } },
    _min: { createdAt: true },
    _sum: { quantity: true },
  });
  const first = others._min.createdAt;
  return leftFor({
    own: await since(createdAt),
    sinceFirst: first ? await since(first) : 0,
    spent: others._sum.quantity ?? 0,
  });
}
