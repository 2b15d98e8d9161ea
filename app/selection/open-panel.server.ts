import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { lookUpConflicts } from "./conflict-lookup.queries.server.ts";
import { countOwnCandidacies } from "./judging-candidates.queries.server.ts";
import {
  type CandidacyState,
  candidacyTransitions,
  type VacancyState,
  vacancyTransitions,
} from "./lifecycle.ts";
import { EXCEPTION_REASON_LENGTH } from "./panel.ts";
import { checkComposition, exceptionsNeeded } from "./panel-composition.ts";
import { belowQuorum } from "./reveal.ts";
import { storeConflicts } from "./store-conflicts.server.ts";
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
    const next = nextState(vacancy);
    if (!next.ok) return next;
    const { panel } = vacancy;
    if (!panel?.scoringDueOn) return refuse("panelSize", { members: 0 });
    const dueOn = panel.scoringDueOn.toISOString().slice(0, 10);
    const refusal =
      refuseDate(dueOn) ??
      refuseExceptions(vacancy) ??
      (await refuseCandidates(tx, vacancy)) ??
      (await refuseConflicts(tx, vacancy));
    if (refusal) return refusal;
    const moved = await tx.vacancy.updateMany({
      where: { id: vacancyId, state: vacancy.state },
      data: { state: next.value, version: { increment: 1 } },
    });
    const opened = await tx.panel.updateMany({
      where: { id: panel.id, phase: "forming" },
      data: { phase: "desk", version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("panelChangedMeanwhile");
    if (opened.count !== 1) throw new Error(`Panel ${panel.id} and its vacancy are out of step`);
    await lapseSilentNominees(tx, actor, vacancy);
    const conflicts = await storeConflicts(tx, panel.id, vacancyId);
    await appendEvent(tx, actor, {
      kind: "panel.opened",
      subject: { type: "panel", id: panel.id },
      facts: {
        vacancyId,
        candidacies: idsIn(vacancy, "screenedIn"),
        derivedConflicts: conflicts.length,
        dueOn,
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
      post: { select: { level: true } },
      candidacies: { select: { id: true, state: true } },
      panel: { include: { members: true } },
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

function refuseExceptions({ panel, post }: Loaded) {
  const rules = exceptionsNeeded(checkComposition(panel?.members ?? [], post.level)).length;
  const reason = panel?.exceptionReason ?? "";
  return rules > 0 && reason.length < EXCEPTION_REASON_LENGTH
    ? refuse("exceptionReasonMissing", { rules })
    : null;
}

/** Asked again here: a member may have been nominated since, and no nomination tells who sits on a panel. */
async function refuseCandidates(tx: Transaction, { id, panel }: Loaded) {
  const userIds = panel?.members.map(({ userId }) => userId) ?? [];
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
