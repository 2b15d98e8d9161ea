import { NUDGE_DAYS } from "#app/mentoring/programme.ts";
import { nudgeDue } from "#app/mentoring/session/session-reminders.ts";
import { loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { rhythmShown, rhythmsOf } from "./rhythm.queries.server.ts";
import { cadenceOn, type Rhythm } from "./rhythm.ts";

const DAY = 86_400_000;
const BATCH = 100;

/**
 * Writes to both of every pair that has held no session for 14 days and has none to come, and again for 28, or twice as long
 * where they agreed to meet every two months: once each for the same silence, however often this runs. The secretariat has the longer one among its tasks, without a reason.
 */
export async function nudgePairs(): Promise<void> {
  for (let after: string | undefined; ; ) {
    const pairs = await quietAfter(after);
    for (const pair of pairs) await nudge(pair);
    if (pairs.length < BATCH) return;
    after = pairs.at(-1)?.id;
  }
}

/** Quiet pairs in the order of their ids, each with the day since which it is quiet. */
async function quietAfter(after: string | undefined) {
  const present = now();
  const longAgo = new Date(present.getTime() - NUDGE_DAYS[0] * DAY);
  const found = await database().engagement.findMany({
    where: {
      ...(after !== undefined && { id: { gt: after } }),
      state: "active",
      startedOn: { lte: longAgo },
      sessions: {
        none: {
          OR: [
            { state: "scheduled", startsAt: { gt: present } },
            { state: "held", startsAt: { gt: longAgo } },
          ],
        },
      },
    },
    orderBy: { id: "asc" },
    take: BATCH,
    select: {
      id: true,
      startedOn: true,
      agreements: rhythmShown,
      sessions: {
        where: { state: "held" },
        orderBy: { startsAt: "desc" },
        take: 1,
        select: { startsAt: true },
      },
    },
  });
  return found.map(({ id, startedOn, agreements, sessions: [last] }) => ({
    id,
    quietSince: dayOf(last?.startsAt ?? startedOn),
    rhythms: rhythmsOf(agreements),
  }));
}

interface QuietPair {
  readonly id: string;
  readonly quietSince: string;
  readonly rhythms: readonly Rhythm[];
}

function nudge({ id: engagementId, quietSince, rhythms }: QuietPair): Promise<void> {
  return inTransaction(async (tx) => {
    const today = dayOf(now());
    const days = nudgeDue(quietSince, today, cadenceOn(rhythms, today));
    if (days === null) return;
    const pair = await loadPair(tx, engagementId);
    if (pair?.state !== "active") return;
    for (const [person, other] of [
      [pair.mentor, pair.mentee],
      [pair.mentee, pair.mentor],
    ] as const) {
      await queueMail(tx, {
        kind: "pairNudged",
        to: person.user?.email ?? person.email,
        locale: person.user?.locale ?? "en",
        dedupeKey: `pairNudged:${pair.id}:${quietSince}:${days}:${person.id}`,
        params: {
          name: `${person.givenName} ${person.familyName}`,
          other: `${other.givenName} ${other.familyName}`,
          days,
          link: paths.engagement(pair.id),
        },
      });
    }
  });
}
