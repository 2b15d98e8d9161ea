import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readRubricById } from "./rubric.queries.server.ts";
import { mayChangeRubric } from "./rubric-change.ts";
import { readChangeFacts } from "./rubric-change-facts.queries.server.ts";
import { inJson } from "./store-rubric.server.ts";

/**
 * An officer drafts the rubric that is to take the place of a published one: it begins as the one in force, with all its
 * versions, and is changed in the workshop. The one in force stays in force until the other is published.
 *
 * @returns the draft's id; that of the one there is already where it was begun before
 */
export async function beginRubricChange(
  actor: Actor,
  order: { readonly vacancyId: string },
): Promise<Result<{ rubricId: string }>> {
  if (!can(actor, "rubric.write") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  try {
    return await inTransaction((tx) => begin(tx, officer, order.vacancyId), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("rubricChangedMeanwhile");
    throw error;
  }
}

async function begin(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  vacancyId: string,
): Promise<Result<{ rubricId: string }>> {
  const facts = await readChangeFacts(tx, vacancyId);
  if (!facts) return refuse("notFound");
  const may = mayChangeRubric(facts);
  if (!may.ok) return may;
  if (facts.nextId) return ok({ rubricId: facts.nextId });
  const standing = await readRubricById(tx, facts.rubricId);
  if (!standing) return refuse("notFound");
  const { levels, shares, criteria } = standing;
  const version = standing.version + 1;
  const { id: rubricId } = await tx.rubric.create({
    data: {
      ...{ nextForVacancyId: vacancyId, levels, version, tailored: true },
      meritShare: shares.merit,
      competenceShare: shares.competence,
      needsShare: shares.missionNeeds,
      criteria: { create: criteria.map(inJson) },
    },
    select: { id: true },
  });
  // The versions before go with it, so that any two of them can be compared.
  await tx.$executeRaw`
    insert into "RubricVersion" ("rubricId", "version", "content", "savedById", "savedAt")
    select ${rubricId}::uuid, v."version", v."content", v."savedById", v."savedAt"
    from "RubricVersion" v where v."rubricId" = ${facts.rubricId}::uuid`;
  const content = { levels, shares: { ...shares }, criteria: criteria.map(inJson) };
  await tx.rubricVersion.create({
    data: { rubricId, version, content, savedById: actor.userId, savedAt: now() },
  });
  await appendEvent(tx, actor, {
    kind: "rubric.changeBegun",
    subject: { type: "vacancy", id: vacancyId },
    facts: { version },
  });
  return ok({ rubricId });
}

/** An officer gives up the rubric drafted to take the place of a published one, which stays in force. */
export function discardRubricChange(
  actor: Actor,
  { vacancyId }: { readonly vacancyId: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "rubric.write")) return refuse("notPermitted");
    const { count } = await tx.rubric.deleteMany({ where: { nextForVacancyId: vacancyId } });
    if (count === 0) return refuse("notFound");
    await appendEvent(tx, actor, {
      kind: "rubric.changeDiscarded",
      subject: { type: "vacancy", id: vacancyId },
      facts: {},
    });
    return ok();
  });
}
