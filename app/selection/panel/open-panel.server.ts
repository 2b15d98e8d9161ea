import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { lookUpConflicts } from "#app/selection/conflict/conflict-lookup.queries.server.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import { storeConflicts } from "#app/selection/conflict/store-conflicts.server.ts";
import {
  type CandidacyState,
  candidacyTransitions,
  type VacancyState,
  vacancyTransitions,
} from "#app/selection/lifecycle.ts";
import { belowQuorum } from "#app/selection/sheet/reveal.ts";
import { readSettings } from "./composition-settings.queries.server.ts";
import { PANEL_SIZE, RULE_REASON_LENGTH } from "./composition-settings.ts";
import { enterPhase } from "./enter-phase.server.ts";
import { countOwnCandidacies } from "./judging-candidates.queries.server.ts";
import {
  checkComposition,
  exceptionsNeeded,
  knownExceptions,
  knownExpertise,
  rulesThatStop,
  unexplained,
} from "./panel-composition.ts";
import { hasInterviewCriteria } from "./phase.ts";
import { seesNames } from "./seated-roles.queries.server.ts";
import { invitePanel } from "./tell-panel.server.ts";

/**
 * Opens a panel: conflicts on file are looked up before anybody is invited, and stored; nominees who never answered
 * lapse; the members are invited to declare and to score.
 */
export function openPanel(
  actor: Actor,
  { vacancyId }: { readonly vacancyId: string },
): Promise<Result<{ panelId: string }>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "panel.set")) return refuse("notPermitted");
    const vacancy = await loadVacancy(tx, vacancyId);
    if (!vacancy) return refuse("notFound");
    if ((await withheldCandidacies(tx, actor, vacancyId)).length > 0) return refuse("recusedFromCase");
    const next = nextState(vacancy);
    if (!next.ok) return next;
    const { panel } = vacancy;
    if (!panel?.scoringDueOn) return refuse("panelSize", { members: 0, ...PANEL_SIZE });
    const dueOn = panel.scoringDueOn.toISOString().slice(0, 10);
    const refusal =
      refuseDate(dueOn) ??
      (await refuseComposition(tx, vacancy)) ??
      (await refuseCandidates(tx, vacancy)) ??
      (await refuseConflicts(tx, vacancy)) ??
      (panel.calibrates && !panel.calibration ? refuse("sampleMissing") : null);
    if (refusal) return refusal;
    const moved = await tx.vacancy.updateMany({
      where: { id: vacancyId, state: vacancy.state },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("panelChangedMeanwhile");
    const interview = panel.interview && hasInterviewCriteria(vacancy.rubric?.criteria ?? []);
    const { calibrates } = panel;
    const to = calibrates ? ("calibration" as const) : ("desk" as const);
    const opening = { panelId: panel.id, from: "forming" as const, to, data: { interview } };
    if (!(await enterPhase(tx, actor, opening)))
      throw new Error(`Panel ${panel.id} and its vacancy are out of step`);
    await lapseSilentNominees(tx, actor, vacancy);
    const conflicts = await storeConflicts(tx, actor, panel.id, vacancyId);
    await appendEvent(tx, actor, {
      kind: "panel.opened",
      subject: { type: "panel", id: panel.id },
      facts: {
        vacancyId,
        candidacies: idsIn(vacancy, "screenedIn"),
        derivedConflicts: conflicts.length,
        dueOn,
        interview,
        blind: panel.blind,
        calibrates,
      },
    });
    const userIds = panel.members.map(({ userId }) => userId);
    await invitePanel(tx, { panelId: panel.id, vacancyId, userIds, dueOn });
    return ok({ panelId: panel.id });
  }, "Serializable");
}

const loadVacancy = (tx: Transaction, id: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      post: { select: { level: true, roleKind: { select: { component: true } } } },
      candidacies: { select: { id: true, state: true } },
      rubric: { select: { criteria: { select: { stage: true } } } },
      panel: {
        include: { members: true, exceptions: true, calibration: { select: { panelId: true } } },
      },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadVacancy>>>;

const idsIn = ({ candidacies }: Loaded, state: CandidacyState) =>
  candidacies.filter((one) => one.state === state).map(({ id }) => id);

const nextState = (vacancy: Loaded): Result<VacancyState> =>
  take(vacancyTransitions.openAssessment, vacancy.state, {
    unscreened: idsIn(vacancy, "consented").length,
    screenedIn: idsIn(vacancy, "screenedIn").length,
    members: vacancy.panel?.members.length ?? 0,
    hasChair: vacancy.panel?.members.some(({ chair }) => chair) ?? false,
  });

const refuseDate = (dueOn: string) =>
  dueOn < now().toISOString().slice(0, 10) ? refuse("scoringDuePast") : null;

/** By the rules in force now: they may have been changed since the panel was chosen. */
async function refuseComposition(tx: Transaction, { panel, post }: Loaded) {
  const { settings } = await readSettings(tx);
  const members = (panel?.members ?? []).map((one) => ({ ...one, ...knownExpertise(one.level, one.field) }));
  const checks = checkComposition(members, { level: post.level, ...post.roleKind }, settings);
  if (rulesThatStop(checks).includes("size"))
    return refuse("panelSize", checks.find(({ rule }) => rule === "size")?.params);
  return unexplained(checks, knownExceptions(panel?.exceptions ?? []), RULE_REASON_LENGTH) === null
    ? null
    : refuse("exceptionReasonMissing", { rules: exceptionsNeeded(checks).length });
}

/** Asked again here: a member may have been nominated since, and no nomination tells who sits on a panel. */
async function refuseCandidates(tx: Transaction, { id, panel }: Loaded) {
  const userIds = panel?.members.map(({ userId }) => userId) ?? [];
  if (panel?.blind && (await seesNames(tx, userIds))) return refuse("blindMemberRoles");
  return (await countOwnCandidacies(tx, id, userIds)) > 0 ? refuse("memberIsCandidate") : null;
}

/** The chair will find on every candidacy, and each must keep a quorum of judges: known before anybody is invited. */
async function refuseConflicts(tx: Transaction, vacancy: Loaded) {
  const members = vacancy.panel?.members ?? [];
  const judged = new Set(idsIn(vacancy, "screenedIn"));
  const found = await lookUpConflicts(tx, vacancy.id, members);
  const recusals = found
    .filter(({ candidacyId }) => judged.has(candidacyId))
    .map(({ userId, candidacyId }) => ({ memberId: userId, candidacyId }));
  const chair = members.find((member) => member.chair);
  if (recusals.some(({ memberId }) => memberId === chair?.userId)) return refuse("chairHasConflict");
  const seats = members.map(({ userId, chair }) => ({ id: userId, chair, declared: false }));
  const short = belowQuorum({ members: seats, candidacyIds: [...judged], recusals });
  return short.length > 0 ? refuse("belowQuorum", { count: short.length }) : null;
}

async function lapseSilentNominees(tx: Transaction, actor: Actor, vacancy: Loaded) {
  for (const candidacyId of idsIn(vacancy, "nominated")) {
    const lapsed = take(candidacyTransitions.lapse, "nominated", undefined);
    if (!lapsed.ok) continue;
    await tx.candidacy.updateMany({
      where: { id: candidacyId, state: "nominated" },
      data: { state: lapsed.value, withdrawnAt: now(), version: { increment: 1 } },
    });
    await appendEvent(tx, actor, {
      kind: "candidacy.withdrawn",
      subject: { type: "candidacy", id: candidacyId },
      facts: { vacancyId: vacancy.id, lapsed: true },
    });
  }
}
