import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { lookUpConflicts } from "./conflict-lookup.queries.server.ts";
import { countOwnCandidacies } from "./judging-candidates.queries.server.ts";
import { EXCEPTION_REASON_LENGTH, type ProposedPanel } from "./panel.ts";
import { checkComposition, exceptionsNeeded, rulesThatStop } from "./panel-composition.ts";
import { storeConflicts } from "./store-conflicts.server.ts";
import { invitePanel } from "./tell-panel.server.ts";

interface Order {
  readonly vacancyId: string;
  readonly panel: ProposedPanel;
}

/**
 * Chooses a panel's members, chair and due date, or changes them: freely while it forms, and while it scores without
 * disturbing work begun (a member who has submitted a sheet stays).
 */
export function setPanel(actor: Actor, order: Order): Promise<Result<{ panelId: string }>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "panel.set")) return refuse("notPermitted");
    const vacancy = await loadVacancy(tx, order.vacancyId);
    if (!vacancy) return refuse("notFound");
    const phase = vacancy.panel?.phase ?? "forming";
    const settable = ["draft", "open", "screening"].includes(vacancy.state) || phase === "desk";
    if (!settable || (phase !== "forming" && phase !== "desk")) return refuse("panelFixed");
    if ((vacancy.panel?.version ?? 0) !== order.panel.version) return refuse("panelChangedMeanwhile");
    const refusal =
      refuseComposition(order.panel, vacancy.post.level) ??
      (await refuseMembers(tx, order)) ??
      refuseRemovals(order.panel, vacancy.panel);
    if (refusal) return refusal;
    if (phase === "desk") {
      const stopped = await refuseChairWithConflict(tx, order);
      if (stopped) return stopped;
    }
    const panelId = await writePanel(tx, order, vacancy.panel);
    if (panelId === null) return refuse("panelChangedMeanwhile");
    const exceptions = exceptionsNeeded(checkComposition(order.panel.members, vacancy.post.level));
    await appendEvent(tx, actor, {
      kind: "panel.set",
      subject: { type: "panel", id: panelId },
      facts: {
        vacancyId: order.vacancyId,
        version: order.panel.version + 1,
        members: order.panel.members.map(({ userId }) => userId),
        chair: order.panel.members.find(({ chair }) => chair)?.userId ?? null,
        scoringDueOn: order.panel.scoringDueOn,
        exceptions,
      },
      committed: { exceptionReason: order.panel.exceptionReason },
    });
    if (phase === "desk") await welcome(tx, panelId, order, vacancy.panel?.members ?? []);
    return ok({ panelId });
  }, "Serializable");
}

const loadVacancy = (tx: Transaction, id: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      state: true,
      post: { select: { level: true } },
      panel: {
        select: {
          id: true,
          phase: true,
          version: true,
          members: {
            select: {
              id: true,
              userId: true,
              sheets: { where: { submittedAt: { not: null } }, take: 1, select: { id: true } },
            },
          },
        },
      },
    },
  });
type ExistingPanel = NonNullable<Awaited<ReturnType<typeof loadVacancy>>>["panel"];

function refuseComposition({ members, exceptionReason }: ProposedPanel, level: string) {
  const checks = checkComposition(members, level);
  const stops = rulesThatStop(checks);
  if (stops.includes("size")) return refuse("panelSize", { members: members.length });
  if (stops.includes("chair")) return refuse("chairMissing", {}, "chair");
  const exceptions = exceptionsNeeded(checks);
  return exceptions.length > 0 && exceptionReason.length < EXCEPTION_REASON_LENGTH
    ? refuse("exceptionReasonMissing", { rules: exceptions.length }, "exceptionReason")
    : null;
}

/** Members hold the role, their nationality is a state's, and none of them is a candidate here. */
async function refuseMembers(tx: Transaction, { vacancyId, panel: { members } }: Order) {
  const userIds = members.map(({ userId }) => userId);
  const nationalities = [...new Set(members.map(({ nationality }) => nationality))];
  const holders = await tx.roleGrant.findMany({
    where: { userId: { in: userIds }, role: "panelMember", revokedAt: null },
    distinct: ["userId"],
    select: { userId: true },
  });
  if (holders.length < userIds.length) return refuse("notAPanelAccount");
  const states = await tx.state.count({ where: { code: { in: nationalities } } });
  if (states < nationalities.length) return refuse("stateUnknown");
  const candidates = await countOwnCandidacies(tx, vacancyId, userIds);
  return candidates > 0 ? refuse("memberIsCandidate") : null;
}

function refuseRemovals({ members }: ProposedPanel, panel: ExistingPanel) {
  const kept = new Set(members.map(({ userId }) => userId));
  const begun = panel?.members.some(({ userId, sheets }) => sheets.length > 0 && !kept.has(userId));
  return begun ? refuse("memberHasSubmitted") : null;
}

/** While the panel scores, whoever is named chair must be free of conflicts: the chair will see and find on everybody. */
async function refuseChairWithConflict(tx: Transaction, { vacancyId, panel }: Order) {
  const chair = panel.members.find((member) => member.chair);
  if (!chair) return refuse("chairMissing", {}, "chair");
  const derived = await lookUpConflicts(tx, vacancyId, [chair]);
  const stored = await tx.conflict.count({
    where: {
      member: { userId: chair.userId, panel: { vacancyId } },
      candidacy: { state: { not: "withdrawn" } },
    },
  });
  return derived.length + stored > 0 ? refuse("chairHasConflict", {}, "chair") : null;
}

async function writePanel(tx: Transaction, { vacancyId, panel }: Order, existing: ExistingPanel) {
  const values = {
    scoringDueOn: new Date(panel.scoringDueOn),
    exceptionReason: panel.exceptionReason === "" ? null : panel.exceptionReason,
  };
  if (!existing) {
    const members = panel.members.map((member) => ({ ...member }));
    const made = await tx.panel.create({
      data: { vacancyId, version: 1, ...values, members: { createMany: { data: members } } },
      select: { id: true },
    });
    return made.id;
  }
  const changed = await tx.panel.updateMany({
    where: { id: existing.id, version: panel.version },
    data: { ...values, version: { increment: 1 } },
  });
  if (changed.count !== 1) return null;
  const userIds = panel.members.map(({ userId }) => userId);
  await tx.panelMember.deleteMany({ where: { panelId: existing.id, userId: { notIn: userIds } } });
  // There is one chair at a time, the database holds: the seat is free before it is taken.
  await tx.panelMember.updateMany({ where: { panelId: existing.id, chair: true }, data: { chair: false } });
  for (const { userId, ...facts } of panel.members) {
    await tx.panelMember.upsert({
      where: { panelId_userId: { panelId: existing.id, userId } },
      create: { panelId: existing.id, userId, ...facts },
      update: facts,
    });
  }
  return existing.id;
}

/** Whoever joins a panel at work meets the same files and rules as those who began. */
async function welcome(
  tx: Transaction,
  panelId: string,
  { vacancyId, panel }: Order,
  before: readonly { readonly userId: string }[],
) {
  await storeConflicts(tx, panelId, vacancyId);
  const known = new Set(before.map(({ userId }) => userId));
  const joined = panel.members.map(({ userId }) => userId).filter((userId) => !known.has(userId));
  if (joined.length > 0)
    await invitePanel(tx, { panelId, vacancyId, userIds: joined, dueOn: panel.scoringDueOn });
}
