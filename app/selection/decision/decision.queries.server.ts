import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { CLEARANCE_FACTS, openGatesOf } from "#app/selection/clearance/clearance.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { awaitsDecision, hasLeft, type VacancyState } from "#app/selection/lifecycle.ts";
import { isCandidate, notCandidateIn } from "#app/selection/panel/judging-candidates.queries.server.ts";
import { dossierFactsOf, withheldFrom } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, titleOf, VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { reportOrder } from "#app/selection/report/report-order.ts";
import type { DecisionPage } from "#app/selection/report/report-page.ts";
import { readReportView } from "#app/selection/report/report-view.queries.server.ts";
import { sharedWithIncumbent } from "./decision.ts";
import { groundsNeeded } from "./decision-grounds.ts";

export const DECISIONS_PER_PAGE = 25;
const REACHED = ["reported", "reopened", "decided", "closed"] as const;

/**
 * The vacancies that reached their decision, less those for which the account is or was a candidate: those that wait for
 * one first, then the latest.
 */
export async function listDecisions(actor: Actor, page: number) {
  const today = now();
  const where = {
    state: { in: [...REACHED] },
    reports: { some: { completedAt: { not: null } } },
    ...notCandidateIn(actor),
  };
  const [total, vacancies] = await Promise.all([
    database().vacancy.count({ where }),
    database().vacancy.findMany({
      where,
      orderBy: [{ state: "asc" }, { decisionDueOn: "desc" }, { id: "asc" }],
      skip: (page - 1) * DECISIONS_PER_PAGE,
      take: DECISIONS_PER_PAGE,
      select: {
        id: true,
        state: true,
        decisionDueOn: true,
        ...VACANCY_TITLE,
        decision: { select: { decidedAt: true } },
        held: { where: { heldById: actor.userId ?? "" }, select: { id: true } },
        _count: { select: { candidacies: { where: { state: "recommended", ...notRecused(actor) } } } },
      },
    }),
  ]);
  return {
    total,
    vacancies: vacancies.map(({ id, state, decisionDueOn, decision, held, _count, ...titled }) => ({
      vacancyId: id,
      state,
      vacancy: titleOf(titled),
      ...dueOf({ state, decisionDueOn }, today),
      decidedAt: decision?.decidedAt.toISOString() ?? null,
      held: held.length > 0,
      recommended: _count.candidacies,
    })),
  };
}

/**
 * A vacancy before its decision, or after: the signed report, and what bears on each recommended candidate. Null for
 * whoever is or was a candidate for it, whatever else they are.
 */
export async function readDecision(actor: Actor, vacancyId: string): Promise<DecisionPage | null> {
  const vacancy = await loadVacancy(vacancyId, actor.userId);
  if (!vacancy?.panel || !can(actor, "decision.read")) return null;
  if (await isCandidate(database(), vacancyId, actor)) return null;
  const panel = await loadPanel(database(), vacancy.panel.id);
  const report = panel && (await readReportView(actor, panel, true));
  if (!panel || !report) return null;
  const recommended = reportOrder(report).filter(({ outcome }) => outcome === "recommended");
  const candidates = await readCandidates(recommended.map(({ candidacyId }) => candidacyId));
  const available = candidates.flatMap(({ candidacyId, state }) =>
    state === "recommended" ? [candidacyId] : [],
  );
  const incumbents = vacancy.post.appointments.map(({ person }) => person);
  const nameOf = await stateNames(
    actor.locale,
    incumbents.flatMap(({ nationalities }) => nationalities),
  );
  const onPanel = panel.members.some(({ userId }) => userId === actor.userId);
  const withheld = withheldFrom(panel, actor);
  const decision = vacancy.decision && withheld.has(vacancy.decision.candidacyId) ? null : vacancy.decision;
  const declined = vacancy.declined.filter(({ candidacyId }) => !withheld.has(candidacyId));
  const [held] = vacancy.held;
  return {
    vacancyId,
    panelId: panel.id,
    state: vacancy.state,
    vacancy: titleOf(vacancy),
    ...dueOf(vacancy, now()),
    report,
    candidates: candidates.map(({ nationalities, ...candidate }) => ({
      ...candidate,
      fileOpen:
        !hasLeft(candidate.state) &&
        can(actor, "dossier.read", dossierFactsOf(panel, candidate.candidacyId, actor)),
      sharedWithIncumbent: sharedWithIncumbent(nationalities, incumbents).map(nameOf),
      grounds: available.includes(candidate.candidacyId)
        ? groundsNeeded(report.content.figures, candidate.candidacyId, available)
        : null,
    })),
    onPanel,
    mayDecide:
      awaitsDecision(vacancy.state) && !onPanel && can(actor, "decision.make", { reportComplete: true }),
    declined: declined.map(({ candidacyId, decidedAt, declinedAt }) => ({
      ...{ candidacyId, decidedAt: decidedAt.toISOString(), declinedAt: declinedAt.toISOString() },
    })),
    held: held ? { ...held, heldAt: held.heldAt.toISOString() } : null,
    decision: decision && {
      candidacyId: decision.candidacyId,
      reasons: decision.reasons,
      tieBreakReason: decision.tieBreakReason,
      departureReason: decision.departureReason,
      decidedAt: decision.decidedAt.toISOString(),
    },
  };
}

const CHOSEN = { candidacyId: true, reasons: true, tieBreakReason: true, departureReason: true } as const;
const DECIDED = { ...CHOSEN, decidedAt: true } as const;

const loadVacancy = (id: string, userId: string | null) =>
  database().vacancy.findFirst({
    where: { id, state: { in: [...REACHED] } },
    select: {
      state: true,
      decisionDueOn: true,
      reference: true,
      panel: { select: { id: true } },
      decision: { select: DECIDED },
      held: {
        where: { heldById: userId ?? "" },
        select: { ...CHOSEN, heldAt: true, version: true },
      },
      declined: {
        orderBy: { declinedAt: "asc" },
        select: { candidacyId: true, decidedAt: true, declinedAt: true },
      },
      post: {
        select: {
          ...VACANCY_TITLE.post.select,
          appointments: {
            where: { acting: false, OR: [{ candidacyId: null }, { candidacy: { vacancyId: { not: id } } }] },
            orderBy: { endsOn: "desc" },
            take: 1,
            select: { person: { select: { nationalities: true } } },
          },
        },
      },
    },
  });

/** In the order of the ids. */
async function readCandidates(ids: readonly string[]) {
  const candidacies = await database().candidacy.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      state: true,
      person: { select: { nationalities: true } },
      clearances: { select: CLEARANCE_FACTS },
    },
  });
  const today = now();
  return candidacies
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, state, person, clearances }) => ({
      candidacyId: id,
      state,
      nationalities: person.nationalities,
      openGates: openGatesOf(clearances, today),
    }));
}

interface Due {
  readonly state: VacancyState;
  readonly decisionDueOn: Date | null;
}

/** By when a decision is due, and whether that day has passed while it is awaited. */
function dueOf({ state, decisionDueOn }: Due, today: Date) {
  const dueOn = decisionDueOn?.toISOString().slice(0, 10) ?? null;
  const overdue = awaitsDecision(state) && dueOn !== null && dueOn < today.toISOString().slice(0, 10);
  return { dueOn, overdue };
}
