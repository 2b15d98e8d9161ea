import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readMembers } from "#app/selection/panel/panel.queries.server.ts";
import { factsOf, type PanelState, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { holdPanel } from "#app/selection/rubric/rubric-change-facts.queries.server.ts";
import { checkFinding, type WrittenFinding } from "./finding.ts";
import { readFindingFacts } from "./finding-facts.queries.server.ts";
import { namesInText } from "./names-in-text.ts";

interface Order {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly finding: WrittenFinding;
}

/**
 * The chair writes down what the panel found of a candidacy, criterion by criterion and as a whole, after the reveal and
 * until the report is signed by all. Every save is kept as a version of its own. A finding changed after a report was
 * made leaves that report, and the signatures under it, out of date.
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
  await holdPanel(tx, panelId);
  const panel = await loadPanel(tx, panelId);
  if (!panel || !can(actor, "finding.write", factsOf(panel)) || actor.userId === null)
    return refuse("notFound");
  if (!visibleTo(panel, actor).includes(candidacyId)) return refuse("notFound");
  if (!PHASE_RIGHTS[panel.phase].moderates) return refuse("notModerating");
  const facts = await readFindingFacts(tx, { vacancyId: panel.vacancyId, candidacyId });
  const checked = checkFinding(finding, facts);
  if (!checked.ok) return checked;
  const others = namesInText(wordsOf(finding), await readOtherNames(tx, panel, candidacyId));
  if (others.length > 0 && !finding.namesSeen)
    return refuse("namesOthers", { names: others.join(", ") }, "namesSeen");
  const version = await keep(tx, actor.userId, candidacyId, finding);
  if (version === null) return refuse("findingChangedMeanwhile");
  const { outcome, text, reasonCodes, criteria } = finding;
  await appendEvent(tx, actor, {
    kind: "finding.written",
    subject: { type: "candidacy", id: candidacyId },
    facts: { panelId, version, outcome },
    committed: { text, reasonCodes, criteria },
  });
  return ok({ version });
}

/** All that a finding says in words. */
const wordsOf = ({ text, criteria }: WrittenFinding) =>
  [text, ...criteria.flatMap((one) => [one.text, one.reason])].join("\n");

/** Whose names have no business in the finding: the other nominees for the vacancy, and the members of the panel. */
async function readOtherNames(tx: Transaction, { id, vacancyId }: PanelState, candidacyId: string) {
  const [people, members] = [
    await tx.person.findMany({
      where: { candidacies: { some: { vacancyId }, none: { id: candidacyId } } },
      select: { givenName: true, familyName: true },
    }),
    await readMembers(id, tx),
  ];
  return [
    ...people.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
    ...members.map(({ name }) => name),
  ];
}

/** The last version of a finding that is kept: one set aside with a rubric that was replaced counts on. */
const lastKept = async (tx: Transaction, candidacyId: string) =>
  (await tx.findingVersion.aggregate({ where: { candidacyId }, _max: { version: true } }))._max.version ?? 0;

/** Writes the finding upon the version it was opened on; null where another was saved meanwhile. */
async function keep(tx: Transaction, writtenById: string, candidacyId: string, finding: WrittenFinding) {
  const { version: opened, criteria, outcome, reasonCodes, text } = finding;
  const content = { outcome, reasonCodes, text };
  const version = opened === 0 ? (await lastKept(tx, candidacyId)) + 1 : opened + 1;
  const values = { ...content, writtenById, updatedAt: now() };
  if (opened === 0) await tx.finding.create({ data: { candidacyId, ...values, version } });
  else {
    const changed = await tx.finding.updateMany({
      where: { candidacyId, version: opened },
      data: { ...values, version },
    });
    if (changed.count !== 1) return null;
  }
  await tx.findingCriterion.deleteMany({ where: { candidacyId } });
  await tx.findingCriterion.createMany({ data: criteria.map((one) => ({ ...one, candidacyId })) });
  await tx.findingVersion.create({
    data: {
      ...content,
      candidacyId,
      version,
      criteria: criteria.map((one) => ({ ...one })),
      writtenById,
      writtenAt: now(),
    },
  });
  return version;
}
