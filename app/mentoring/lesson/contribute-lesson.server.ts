import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadKnownNames } from "./identifying.queries.server.ts";
import { flagsIn } from "./identifying.ts";
import { keptOf, type LessonForm, lessonTransitions, refuseEarly, refuseIdentifying } from "./lesson.ts";

interface Order {
  readonly form: LessonForm;
}

/** One of a pair gives on what they have learned; the secretariat reads it before anybody else does. */
export function contributeLesson(
  actor: Actor,
  { engagementId, form }: Order & { readonly engagementId: string },
): Promise<Result<{ lessonId: string }>> {
  return inTransaction(async (tx) => {
    const side = pairSide(actor);
    const pair = await tx.engagement.findUnique({
      where: { id: engagementId },
      select: {
        state: true,
        menteeId: true,
        mentor: { select: { personId: true } },
        _count: { select: { sessions: { where: { state: "held" } } } },
      },
    });
    if (!pair || !side) return refuse("notFound");
    const facts = { mentorPersonId: pair.mentor.personId, menteePersonId: pair.menteeId };
    if (!can(actor, "lesson.contribute", facts)) return refuse("notFound");
    const early = refuseEarly({ state: pair.state, heldSessions: pair._count.sessions });
    if (early) return { ok: false, refusal: early };
    const words = await wordsOf(tx, engagementId, form);
    if (!words.ok) return words;
    const { id: lessonId } = await tx.lesson.create({
      data: { ...words.value, side, authorId: actor.personId, engagementId, contributedAt: now() },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "lesson.contributed",
      subject: { type: "lesson", id: lessonId },
      facts: { side, roleKindCode: form.roleKindCode, mandateTasks: form.mandateTasks },
      committed: { title: form.title, text: form.text },
    });
    return ok({ lessonId });
  });
}

/** Its contributor words a lesson anew, before it is published; the secretariat reads it again. */
export function reviseLesson(
  actor: Actor,
  { lessonId, form }: Order & { readonly lessonId: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const lesson = await loadOwn(tx, actor, lessonId);
    if (!lesson) return refuse("notFound");
    const next = take(lessonTransitions.revise, lesson.state, undefined);
    if (!next.ok) return next;
    const words = await wordsOf(tx, lesson.engagementId, form);
    if (!words.ok) return words;
    const { count } = await tx.lesson.updateMany({
      where: { id: lessonId, state: lesson.state, version: form.version },
      data: { ...words.value, state: next.value, reviewNote: null, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "lesson.revised",
      subject: { type: "lesson", id: lessonId },
      facts: { roleKindCode: form.roleKindCode, mandateTasks: form.mandateTasks },
      committed: { title: form.title, text: form.text },
    });
    return ok();
  });
}

/** Its contributor takes a lesson back, before it is published. */
export function withdrawLesson(
  actor: Actor,
  { lessonId }: { readonly lessonId: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const lesson = await loadOwn(tx, actor, lessonId);
    if (!lesson) return refuse("notFound");
    const next = take(lessonTransitions.withdraw, lesson.state, undefined);
    if (!next.ok) return next;
    const { count } = await tx.lesson.updateMany({
      where: { id: lessonId, state: lesson.state, version: lesson.version },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, { kind: "lesson.withdrawn", subject: { type: "lesson", id: lessonId } });
    return ok();
  });
}

async function loadOwn(tx: Transaction, actor: Actor, lessonId: string) {
  const lesson = await tx.lesson.findUnique({
    where: { id: lessonId },
    select: { state: true, version: true, authorId: true, engagementId: true },
  });
  return lesson && can(actor, "lesson.change", lesson) ? lesson : null;
}

/** A lesson's words as they are kept, unless something in them identifies and nobody said why it can stay. */
async function wordsOf(tx: Transaction, engagementId: string | null, form: LessonForm) {
  const { title, text, roleKindCode, mandateTasks } = form;
  const roleKinds = await tx.roleKind.count({ where: { code: roleKindCode } });
  if (roleKinds === 0) return refuse("roleKindUnknown", {}, "roleKindCode");
  const flags = flagsIn(`${title}\n${text}`, await loadKnownNames(tx, engagementId));
  const refusal = refuseIdentifying(flags, form.kept);
  if (refusal) return { ok: false as const, refusal };
  return ok({
    title,
    text,
    roleKindCode,
    mandateTasks: [...mandateTasks],
    kept: keptOf(flags, form.kept).map((one) => ({ ...one })),
  });
}
