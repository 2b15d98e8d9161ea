import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { factsOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import type { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import type { NewQuestion } from "./interview.ts";

/** Adds a question to the bank, on a criterion of the library, or of a rubric, that can be judged in an interview. */
export function addQuestion(actor: Actor, question: NewQuestion): Promise<Result<{ questionId: string }>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "question.keep")) return refuse("notPermitted");
    const where = { code: question.criterionCode, stage: { not: "desk" } } as const;
    const select = { code: true } as const;
    const criterion =
      (await tx.libraryCriterion.findFirst({ where: { ...where, supersededAt: null }, select })) ??
      (await tx.criterion.findFirst({ where, select }));
    if (!criterion) return refuse("criterionUnknown", {}, "criterionCode");
    const { id } = await tx.interviewQuestion.create({
      data: { ...question, createdAt: now(), createdById: actor.userId },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "question.added",
      subject: { type: "question", id },
      facts: { criterionCode: question.criterionCode },
    });
    return ok({ questionId: id });
  });
}

/** Retires a question: panels that have chosen it keep it, and no other can choose it. */
export function retireQuestion(
  actor: Actor,
  { questionId }: { readonly questionId: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "question.keep")) return refuse("notPermitted");
    const { count } = await tx.interviewQuestion.updateMany({
      where: { id: questionId, retiredAt: null },
      data: { retiredAt: now() },
    });
    if (count !== 1) return refuse("notFound");
    await appendEvent(tx, actor, { kind: "question.retired", subject: { type: "question", id: questionId } });
    return ok();
  });
}

interface Order {
  readonly panelId: string;
  readonly questions: readonly string[];
}

/** Chooses what a panel asks every candidate; fixed once the first of them may have been heard. */
export function chooseQuestions(actor: Actor, { panelId, questions }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "panel.set")) return refuse("notPermitted");
    const panel = await loadPanel(tx, panelId);
    if (!panel?.interview || !can(actor, "panel.read", factsOf(panel))) return refuse("notFound");
    if (!mayChoose(panel)) return refuse("questionsFixed");
    const chosen = [...new Set(questions)];
    const known = await tx.interviewQuestion.count({
      where: {
        id: { in: chosen },
        OR: [{ retiredAt: null }, { panels: { some: { panelId } } }],
      },
    });
    if (known !== chosen.length) return refuse("notFound");
    await tx.panelQuestion.deleteMany({ where: { panelId } });
    await tx.panelQuestion.createMany({ data: chosen.map((questionId) => ({ panelId, questionId })) });
    await appendEvent(tx, actor, {
      kind: "questions.chosen",
      subject: { type: "panel", id: panelId },
      facts: { questions: chosen.toSorted() },
    });
    return ok();
  }, "Serializable");
}

const mayChoose = ({ phase }: { readonly phase: keyof typeof PHASE_RIGHTS }) =>
  phase === "forming" || phase === "calibration" || phase === "desk" || phase === "compared";
