import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { ASK_DAYS } from "#app/mentoring/programme.ts";
import { loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

const DAY = 86_400_000;

/** The secretariat asks both of a pair how they are, at most once in two weeks; what they answer is theirs. */
export function askPair(actor: Actor, engagementId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "engagement.ask")) return refuse("notFound");
    const pair = await loadPair(tx, engagementId);
    if (!pair) return refuse("notFound");
    if (pair.state !== "active") return refuse("wrongState");
    const askedAt = now();
    const before = new Date(askedAt.getTime() - ASK_DAYS * DAY);
    const { count } = await tx.engagement.updateMany({
      where: { id: pair.id, state: "active", OR: [{ askedAt: null }, { askedAt: { lte: before } }] },
      data: { askedAt },
    });
    if (count !== 1) return refuse("askedLately");
    await appendEvent(tx, actor, {
      kind: "engagement.asked",
      subject: { type: "engagement", id: pair.id },
    });
    const sides = [
      [pair.mentor, pair.mentee],
      [pair.mentee, pair.mentor],
    ] as const;
    for (const [person, other] of sides) {
      await queueMail(tx, {
        kind: "pairAsked",
        to: person.user?.email ?? person.email,
        locale: person.user?.locale ?? "en",
        dedupeKey: `pairAsked:${pair.id}:${askedAt.toISOString()}:${person.id}`,
        params: {
          name: `${person.givenName} ${person.familyName}`,
          other: `${other.givenName} ${other.familyName}`,
          link: paths.engagement(pair.id),
        },
      });
    }
    return ok();
  });
}
