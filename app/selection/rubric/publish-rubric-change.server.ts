import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { reopenScoring } from "#app/selection/sheet/reopen-scoring.server.ts";
import { readRubricById } from "./rubric.queries.server.ts";
import { CHANGE_REASON, fitsPanel, mayChangeRubric } from "./rubric-change.ts";
import { holdForChange, readChangeFacts } from "./rubric-change-facts.queries.server.ts";
import { RUBRIC_TEXT_VERSION, rubricHash } from "./rubric-hash.ts";
import { tellRubricChanged } from "./tell-rubric-changed.server.ts";

interface Order {
  readonly vacancyId: string;
  /** The version of the draft that the officer had before them. */
  readonly version: number;
  readonly reason: string;
  /** By when sheets are due where scoring begins anew: ISO 8601 day, or empty. */
  readonly dueOn: string;
}

/**
 * An officer puts a drafted rubric in the place of the published one, with a reason that is published beside both
 * hashes. Whatever was scored, found or reported under the one before is set aside, kept, and counts for nothing; the
 * panel scores anew. Everybody concerned is told.
 *
 * Each statement sees what others finished before it: those who write to the panel are waited for first.
 */
export async function publishRubricChange(actor: Actor, order: Order): Promise<Result<{ hash: string }>> {
  if (!can(actor, "rubric.write") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  const reason = order.reason.trim();
  if (reason.length < CHANGE_REASON.least)
    return refuse("rubricChangeReason", { characters: CHANGE_REASON.least }, "reason");
  return inTransaction((tx) => publish(tx, officer, { ...order, reason }), "ReadCommitted");
}

async function publish(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  { vacancyId, version, reason, dueOn }: Order,
): Promise<Result<{ hash: string }>> {
  await holdForChange(tx, vacancyId);
  const facts = await readChangeFacts(tx, vacancyId);
  if (!facts) return refuse("notFound");
  const may = mayChangeRubric(facts);
  if (!may.ok) return may;
  const { rubric: before, next, panel } = facts;
  if (!next || next.version !== version) return refuse("rubricChangedMeanwhile");
  const drafted = await readRubricById(tx, next.id);
  const standing = await readRubricById(tx, before.id);
  if (!drafted || !standing) return refuse("notFound");
  const hash = rubricHash({ ...drafted, textVersion: RUBRIC_TEXT_VERSION });
  if (hash === rubricHash({ ...standing, textVersion: RUBRIC_TEXT_VERSION }))
    return refuse("rubricUnchanged");
  const at = now();
  const fits = fitsPanel(panel, drafted.criteria, { dueOn, today: at.toISOString().slice(0, 10) });
  if (!fits.ok) return fits;
  await tx.rubric.update({
    where: { id: before.id },
    data: { vacancyId: null, formerVacancyId: vacancyId },
    select: { id: true },
  });
  await tx.rubric.update({
    where: { id: next.id },
    data: { nextForVacancyId: null, vacancyId, frozenAt: at, hash, textVersion: RUBRIC_TEXT_VERSION },
    select: { id: true },
  });
  const { changeId, setAside } = await reopenScoring(tx, actor, {
    ...{ vacancyId, beforeId: before.id, afterId: next.id, reason, at, dueOn },
    panel,
  });
  await tx.vacancy.update({
    where: { id: vacancyId },
    data: { version: { increment: 1 }, ...(facts.state === "revealed" ? { state: "assessment" } : {}) },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "rubric.changed",
    subject: { type: "vacancy", id: vacancyId },
    facts: { version, rubricHash: hash, hashBefore: before.hash ?? "", ...setAside },
    committed: { reason },
  });
  await tellRubricChanged(tx, { vacancyId, changeId, reason, panelId: panel?.id ?? null });
  return ok({ hash });
}
