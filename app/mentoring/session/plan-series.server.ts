import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { dropSession } from "./cancel-session.server.ts";
import { setSession } from "./schedule-session.server.ts";
import { refuseTime } from "./session-lifecycle.ts";
import { daysOfSeries, instantsOfSeries, type SeriesForm } from "./session-series.ts";
import { factsOf, loadPair, loadSession, loadTaken, type Pair } from "./session-state.queries.server.ts";

interface Order {
  readonly engagementId: string;
  readonly series: SeriesForm;
}

type Planned = Result<{ readonly seriesId: string }>;

/**
 * One of a pair plans sessions by their cadence up to the last day of the engagement. Each stands by itself from then on,
 * with an invitation of its own. Where one of the days cannot be, nothing is planned, and the refusal names that day.
 */
export function planSeries(actor: Actor, { engagementId, series }: Order): Promise<Planned> {
  return inTransaction(async (tx): Promise<Planned> => {
    const pair = await loadPair(tx, engagementId);
    if (!pair || !can(actor, "session.schedule", factsOf(pair))) return refuse("notFound");
    const days = daysOfSeries(series, series.from, dayOf(pair.endsOn));
    if (days.length === 0) return refuse("seriesEmpty", {}, "from");
    const instants = instantsOfSeries(days, series);
    if ("why" in instants) {
      const skipped = instants.why === "skippedTime";
      return skipped
        ? refuse("seriesSkipsHour", { day: instants.day }, "localTime")
        : refuse("seriesHourTwice", { day: instants.day }, "fold");
    }
    const refusal = await refuseSeries(tx, pair, series, days, instants);
    if (refusal) return { ok: false, refusal };
    const { everyMonths, nth, weekday, localTime, timeZone, durationMinutes, channel } = series;
    const rhythm = { everyMonths, nth, weekday, localTime, timeZone, durationMinutes, channel };
    const { id } = await tx.sessionSeries.create({
      data: { engagementId: pair.id, ...rhythm, createdAt: now() },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "series.planned",
      subject: { type: "engagement", id: pair.id },
      facts: { seriesId: id, sessions: instants.length },
    });
    for (const startsAt of instants)
      await setSession(tx, actor, pair, { startsAt, durationMinutes, channel }, id);
    return ok({ seriesId: id });
  }, "Serializable");
}

/** Why one of the days cannot be, with the day where it is not the first. */
async function refuseSeries(
  tx: Transaction,
  pair: Pair,
  { durationMinutes, channel }: SeriesForm,
  days: readonly string[],
  instants: readonly Date[],
): Promise<Refusal | null> {
  const [first] = instants;
  if (!first) return null;
  const taken = await loadTaken(tx, pair, { startsAt: first }, undefined, instants.at(-1));
  for (const [n, startsAt] of instants.entries()) {
    const refusal = refuseTime(
      { startsAt, durationMinutes, channel },
      { now: now(), engagement: pair, taken },
    );
    if (refusal?.code === "timeTaken") return because("seriesDayTaken", { day: days[n] ?? "" }, "localTime");
    if (refusal) return { ...refusal, ...(refusal.field && { field: "from" }) };
  }
  return null;
}

/** One of a pair calls off what is still to come of a series; a reason is not asked. What was held stays. */
export function stopSeries(
  actor: Actor,
  seriesId: string,
): Promise<Result<{ readonly engagementId: string }>> {
  return inTransaction(async (tx) => {
    const series = await tx.sessionSeries.findUnique({ where: { id: seriesId } });
    const pair = series && (await loadPair(tx, series.engagementId));
    if (!pair || !can(actor, "session.schedule", factsOf(pair))) return refuse("notFound");
    const { count } = await tx.sessionSeries.updateMany({
      where: { id: series.id, stoppedAt: null },
      data: { stoppedAt: now() },
    });
    if (count !== 1) return refuse("seriesStopped");
    const coming = await tx.mentoringSession.findMany({
      where: { seriesId: series.id, state: "scheduled", startsAt: { gt: now() } },
      orderBy: { startsAt: "asc" },
      select: { id: true },
    });
    for (const { id } of coming) {
      const session = await loadSession(tx, id);
      // One that began this very moment is not called off any more, and stays.
      if (session) await dropSession(tx, actor, session, session.sequence);
    }
    await appendEvent(tx, actor, {
      kind: "series.stopped",
      subject: { type: "engagement", id: pair.id },
      facts: { seriesId: series.id, sessions: coming.length },
    });
    return ok({ engagementId: pair.id });
  }, "Serializable");
}
