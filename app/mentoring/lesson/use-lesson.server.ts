import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

/**
 * Counts that a leader or mentor opened a published lesson, once however often. That somebody reads is a figure and no act of
 * theirs: it is not written to the record.
 */
export async function noteOpening(actor: Actor, lessonId: string): Promise<void> {
  if (pairSide(actor) === null || actor.userId === null) return;
  const data = { lessonId, userId: actor.userId, openedAt: now() };
  const published = await database().lesson.count({
    where: {
      id: lessonId,
      state: "published",
      ...(actor.personId === null ? {} : { OR: [{ authorId: null }, { authorId: { not: actor.personId } }] }),
    },
  });
  if (published > 0) await database().lessonReading.createMany({ data: [data], skipDuplicates: true });
}

/** A leader or mentor says that a published lesson helped: once, and not of their own. */
export function markHelpful(actor: Actor, lessonId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "lesson.search") || pairSide(actor) === null || actor.userId === null)
      return refuse("notFound");
    const lesson = await tx.lesson.findFirst({
      where: { id: lessonId, state: "published" },
      select: { authorId: true },
    });
    if (!lesson) return refuse("notFound");
    if (lesson.authorId !== null && lesson.authorId === actor.personId) return refuse("ownLesson");
    const { userId } = actor;
    await tx.lessonReading.createMany({
      data: [{ lessonId, userId, openedAt: now() }],
      skipDuplicates: true,
    });
    const { count } = await tx.lessonReading.updateMany({
      where: { lessonId, userId, helpedAt: null },
      data: { helpedAt: now() },
    });
    if (count !== 1) return refuse("helpedAlready");
    await appendEvent(tx, actor, { kind: "lesson.helped", subject: { type: "lesson", id: lessonId } });
    return ok();
  });
}
