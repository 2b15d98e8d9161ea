import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { lessonTransitions, type Review, type ReviewDecision } from "./lesson.ts";

/**
 * An officer publishes a lesson, asks for changes, or declines it with words. What is published keeps no way back to its pair,
 * and nothing of what was flagged in it.
 */
export function reviewLesson(
  actor: Actor,
  { lessonId, review }: { readonly lessonId: string; readonly review: Review },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "lesson.review")) return refuse("notFound");
    const lesson = await tx.lesson.findUnique({
      where: { id: lessonId },
      select: { state: true, title: true, authorId: true },
    });
    if (!lesson) return refuse("notFound");
    const next = take(lessonTransitions[review.decision], lesson.state, undefined);
    if (!next.ok) return next;
    const reviewed = { state: next.value, reviewedAt: now(), reviewedById: actor.userId };
    const published = { publishedAt: now(), engagementId: null, kept: [], reviewNote: null };
    const { count } = await tx.lesson.updateMany({
      where: { id: lessonId, state: lesson.state, version: review.version },
      data: {
        ...reviewed,
        ...(review.decision === "publish" ? published : { reviewNote: review.note }),
        version: { increment: 1 },
      },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "lesson.reviewed",
      subject: { type: "lesson", id: lessonId },
      facts: { decision: review.decision },
      ...(review.note === "" ? {} : { committed: { note: review.note } }),
    });
    if (lesson.authorId !== null) await tell(tx, { lessonId, ...lesson, authorId: lesson.authorId, review });
    return ok();
  });
}

const MAILS = {
  publish: "lessonPublished",
  askChanges: "lessonChangesAsked",
  decline: "lessonDeclined",
} as const satisfies Record<ReviewDecision, string>;

interface Told {
  readonly lessonId: string;
  readonly title: string;
  readonly authorId: string;
  readonly review: Review;
}

async function tell(tx: Transaction, { lessonId, title, authorId, review }: Told): Promise<void> {
  const { user, ...person } = await tx.person.findUniqueOrThrow({
    where: { id: authorId },
    select: {
      givenName: true,
      familyName: true,
      email: true,
      user: { select: { email: true, locale: true } },
    },
  });
  const address = {
    to: user?.email ?? person.email,
    locale: user?.locale ?? "en",
    dedupeKey: `${MAILS[review.decision]}:${lessonId}:${review.version}`,
  };
  const params = {
    name: `${person.givenName} ${person.familyName}`,
    lesson: title,
    link: review.decision === "askChanges" ? paths.reviseLesson(lessonId) : paths.lesson(lessonId),
  };
  if (review.decision === "publish") await queueMail(tx, { kind: MAILS.publish, ...address, params });
  else
    await queueMail(tx, {
      kind: MAILS[review.decision],
      ...address,
      params: { ...params, note: review.note },
    });
}
