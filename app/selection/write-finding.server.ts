import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { WrittenFinding } from "./finding.ts";
import { factsOf, visibleTo } from "./panel-facts.ts";
import { loadPanel } from "./panel-state.queries.server.ts";

interface Order {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly finding: WrittenFinding;
}

/**
 * The chair writes down what the panel found of a candidacy, after the reveal and until the report is signed by all. A
 * finding changed after a report was made leaves that report, and the signatures under it, out of date.
 */
export async function writeFinding(actor: Actor, order: Order): Promise<Result<{ version: number }>> {
  try {
    return await inTransaction((tx) => write(tx, actor, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("findingChangedMeanwhile");
    throw error;
  }
}

async function write(
  tx: Transaction,
  actor: Actor,
  { panelId, candidacyId, finding }: Order,
): Promise<Result<{ version: number }>> {
  const panel = await loadPanel(tx, panelId);
  if (!panel || !can(actor, "finding.write", factsOf(panel)) || actor.userId === null)
    return refuse("notFound");
  if (!visibleTo(panel, actor).includes(candidacyId)) return refuse("notFound");
  if (panel.phase !== "revealed") return refuse("notModerating");
  const { version, ...content } = finding;
  const values = { ...content, writtenById: actor.userId, updatedAt: now() };
  if (version === 0) await tx.finding.create({ data: { candidacyId, ...values, version: 1 } });
  else {
    const changed = await tx.finding.updateMany({
      where: { candidacyId, version },
      data: { ...values, version: { increment: 1 } },
    });
    if (changed.count !== 1) return refuse("findingChangedMeanwhile");
  }
  await appendEvent(tx, actor, {
    kind: "finding.written",
    subject: { type: "candidacy", id: candidacyId },
    facts: { panelId, version: version + 1, outcome: content.outcome },
    committed: { text: content.text },
  });
  return ok({ version: version + 1 });
}
