import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { lookUpConflicts } from "#app/selection/conflict/conflict-lookup.queries.server.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import { storeConflicts } from "#app/selection/conflict/store-conflicts.server.ts";
import { LEFT_STATES } from "#app/selection/lifecycle.ts";
import { CALIBRATION_REASON_LENGTH } from "#app/selection/sheet/calibration.ts";
import { readSettings } from "./composition-settings.queries.server.ts";
import { exceptionField, RULE_REASON_LENGTH } from "./composition-settings.ts";
import { countOwnCandidacies } from "./judging-candidates.queries.server.ts";
import type { ProposedPanel } from "./panel.ts";
import {
  checkComposition,
  exceptionsNeeded,
  type RuleCheck,
  rulesThatStop,
  unexplained,
} from "./panel-composition.ts";
import { type PanelPhase, PHASE_RIGHTS } from "./phase.ts";
import { seesNames } from "./seated-roles.queries.server.ts";
import { invitePanel } from "./tell-panel.server.ts";

interface Order {
  readonly vacancyId: string;
  readonly panel: ProposedPanel;
}

/**
 * Chooses a panel's members, chair and due date, or changes them: freely while it forms, and while it scores without
 * disturbing work begun (a member who has submitted a sheet stays). Once sheets are open only another of its members can
 * take the chair, since whoever is recused cannot find on everybody. Whether it interviews is fixed when it opens, and
 * its days are moved from then on by themselves, with a reason.
 */
export function setPanel(actor: Actor, asked: Order): Promise<Result<{ panelId: string }>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "panel.set")) return refuse("notPermitted");
    const vacancy = await loadVacancy(tx, asked.vacancyId);
    if (!vacancy) return refuse("notFound");
    const order = asItStands(asked, vacancy.panel);
    const phase = vacancy.panel?.phase ?? "forming";
    const { seats } = PHASE_RIGHTS[phase];
    const atWork = seats === "unsubmitted" || seats === "chair";
    const settable = ["draft", "open", "screening"].includes(vacancy.state) || atWork;
    if (!settable || seats === "none") return refuse("panelFixed");
    if (seats === "chair" && !sameMembers(order.panel, vacancy.panel)) return refuse("panelFixed");
    if ((vacancy.panel?.version ?? 0) !== order.panel.version) return refuse("panelChangedMeanwhile");
    if ((await withheldCandidacies(tx, actor, order.vacancyId)).length > 0) return refuse("recusedFromCase");
    const { settings, version: rulesVersion } = await readSettings(tx);
    const { level, roleKind } = vacancy.post;
    const checks = checkComposition(order.panel.members, { level, ...roleKind }, settings);
    const refusal =
      refuseSkipping(order.panel, phase) ??
      refuseComposition(order.panel, checks) ??
      (await refuseMembers(tx, order)) ??
      refuseRemovals(order.panel, vacancy.panel);
    if (refusal) return refusal;
    if (atWork) {
      const stopped = await refuseChairWithConflict(tx, order);
      if (stopped) return stopped;
    }
    const rules = exceptionsNeeded(checks);
    const exceptions = order.panel.exceptions.filter(({ rule }) => rules.includes(rule));
    const panelId = await writePanel(tx, order, vacancy.panel, seats === "all");
    if (panelId === null) return refuse("panelChangedMeanwhile");
    await tx.panelException.deleteMany({ where: { panelId } });
    await tx.panelException.createMany({ data: exceptions.map((exception) => ({ panelId, ...exception })) });
    await appendEvent(tx, actor, {
      kind: "panel.set",
      subject: { type: "panel", id: panelId },
      facts: {
        vacancyId: order.vacancyId,
        version: order.panel.version + 1,
        members: order.panel.members.map(({ userId }) => userId),
        chair: order.panel.members.find(({ chair }) => chair)?.userId ?? null,
        scoringDueOn: order.panel.scoringDueOn,
        ...{ exceptions: rules, rulesVersion },
        interview: order.panel.interview,
        blind: order.panel.blind,
        calibrates: order.panel.calibrates,
      },
      committed: { reasons: exceptions, noSampleReason: order.panel.noSampleReason },
    });
    if (seats === "unsubmitted") await welcome(tx, actor, panelId, order, vacancy.panel?.members ?? []);
    return ok({ panelId });
  }, "Serializable");
}

const loadVacancy = (tx: Transaction, id: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      state: true,
      post: { select: { level: true, roleKind: { select: { component: true } } } },
      panel: {
        select: {
          id: true,
          phase: true,
          version: true,
          interview: true,
          blind: true,
          calibrates: true,
          noSampleReason: true,
          scoringDueOn: true,
          members: {
            select: {
              id: true,
              userId: true,
              // One that the rubric's change superseded stands too: who wrote it stays on the panel's record.
              sheets: { where: { submittedAt: { not: null } }, take: 1, select: { id: true } },
            },
          },
        },
      },
    },
  });
type ExistingPanel = NonNullable<Awaited<ReturnType<typeof loadVacancy>>>["panel"];

/** Once a panel is open, whether it interviews and when its sheets are due stand as they are, whatever was posted. */
function asItStands({ vacancyId, panel }: Order, existing: ExistingPanel): Order {
  if (!existing?.scoringDueOn || existing.phase === "forming") return { vacancyId, panel };
  const { interview, blind, calibrates, noSampleReason, scoringDueOn } = existing;
  const fixed = { interview, blind, calibrates, noSampleReason };
  return {
    vacancyId,
    panel: { ...panel, ...fixed, scoringDueOn: scoringDueOn.toISOString().slice(0, 10) },
  };
}

/** A panel that scores no sample case says why, while that can be chosen. */
function refuseSkipping({ calibrates, noSampleReason }: ProposedPanel, phase: PanelPhase) {
  if (phase !== "forming" || calibrates || noSampleReason.length >= CALIBRATION_REASON_LENGTH) return null;
  return refuse("noSampleReasonMissing", { characters: CALIBRATION_REASON_LENGTH }, "noSampleReason");
}

function refuseComposition({ exceptions }: ProposedPanel, checks: readonly RuleCheck[]) {
  const stops = rulesThatStop(checks);
  if (stops.includes("size")) return refuse("panelSize", checks.find(({ rule }) => rule === "size")?.params);
  if (stops.includes("chair")) return refuse("chairMissing", {}, "chair");
  const missing = unexplained(checks, exceptions, RULE_REASON_LENGTH);
  return missing === null
    ? null
    : refuse("exceptionReasonMissing", { rules: exceptionsNeeded(checks).length }, exceptionField(missing));
}

/** Members hold the role, their nationality is a state's, and none of them is a candidate here. */
async function refuseMembers(tx: Transaction, { vacancyId, panel: { members, blind } }: Order) {
  const userIds = members.map(({ userId }) => userId);
  if (blind && (await seesNames(tx, userIds))) return refuse("blindMemberRoles", {}, "blind");
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

/** Nobody joins and nobody leaves. */
function sameMembers({ members }: ProposedPanel, panel: ExistingPanel) {
  const seated = new Set(panel?.members.map(({ userId }) => userId));
  return members.length === seated.size && members.every(({ userId }) => seated.has(userId));
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
      candidacy: { state: { notIn: [...LEFT_STATES] } },
    },
  });
  return derived.length + stored > 0 ? refuse("chairHasConflict", {}, "chair") : null;
}

async function writePanel(
  tx: Transaction,
  { vacancyId, panel }: Order,
  existing: ExistingPanel,
  forming: boolean,
) {
  const closesOn = new Date(panel.scoringDueOn);
  const { interview, blind, calibrates } = panel;
  const plan = { interview, blind, calibrates, noSampleReason: calibrates ? "" : panel.noSampleReason };
  const values = {
    ...(forming ? { scoringDueOn: closesOn, ...plan } : {}),
  };
  if (!existing) {
    const members = panel.members.map((member) => ({ ...member }));
    const made = await tx.panel.create({
      data: {
        ...{ vacancyId, version: 1, ...values, members: { createMany: { data: members } } },
        periods: { create: { phase: "desk", closesOn } },
      },
      select: { id: true },
    });
    return made.id;
  }
  const changed = await tx.panel.updateMany({
    where: { id: existing.id, version: panel.version },
    data: { ...values, version: { increment: 1 } },
  });
  if (changed.count !== 1) return null;
  if (forming) {
    await tx.panelPeriod.upsert({
      where: { panelId_phase: { panelId: existing.id, phase: "desk" } },
      create: { panelId: existing.id, phase: "desk", closesOn },
      update: { closesOn },
    });
  }
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
  actor: Actor,
  panelId: string,
  { vacancyId, panel }: Order,
  before: readonly { readonly userId: string }[],
) {
  await storeConflicts(tx, actor, panelId, vacancyId);
  const known = new Set(before.map(({ userId }) => userId));
  const joined = panel.members.map(({ userId }) => userId).filter((userId) => !known.has(userId));
  if (joined.length > 0)
    await invitePanel(tx, { panelId, vacancyId, userIds: joined, dueOn: panel.scoringDueOn });
}
