import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { CLEARANCE_FACTS, openGatesOf } from "./clearance.ts";
import { sharedWithIncumbent } from "./decision.ts";
import { dossierFactsOf } from "./panel-facts.ts";
import { loadPanel, titleOf, VACANCY_TITLE } from "./panel-state.queries.server.ts";
import type { DecisionPage } from "./report-page.ts";
import { readReportView } from "./report-view.queries.server.ts";

export const DECISIONS_PER_PAGE = 25;
const REACHED = ["reported", "decided", "closed"] as const;

/** The vacancies that reached their decision: those that wait for one first, then the latest. */
export async function listDecisions(page: number) {
  const where = { state: { in: [...REACHED] }, reports: { some: { completedAt: { not: null } } } };
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
        _count: { select: { candidacies: { where: { state: "recommended" } } } },
      },
    }),
  ]);
  return {
    total,
    vacancies: vacancies.map(({ id, state, decisionDueOn, decision, _count, ...titled }) => ({
      vacancyId: id,
      state,
      vacancy: titleOf(titled),
      dueOn: decisionDueOn?.toISOString().slice(0, 10) ?? null,
      decidedAt: decision?.decidedAt.toISOString() ?? null,
      recommended: _count.candidacies,
    })),
  };
}

/** A vacancy before its decision, or after: the signed report, and what bears on each recommended candidate. */
export async function readDecision(actor: Actor, vacancyId: string): Promise<DecisionPage | null> {
  const vacancy = await loadVacancy(vacancyId);
  if (!vacancy?.panel || !can(actor, "decision.read")) return null;
  const panel = await loadPanel(database(), vacancy.panel.id);
  const report = panel && (await readReportView(actor, panel, true));
  if (!panel || !report) return null;
  const recommended = report.content.candidacies.filter(({ outcome }) => outcome === "recommended");
  const candidates = await readCandidates(recommended.map(({ candidacyId }) => candidacyId));
  const incumbents = vacancy.post.appointments.map(({ person }) => person);
  const nameOf = await stateNames(
    actor.locale,
    incumbents.flatMap(({ nationalities }) => nationalities),
  );
  const onPanel = panel.members.some(({ userId }) => userId === actor.userId);
  const { decision } = vacancy;
  return {
    vacancyId,
    panelId: panel.id,
    state: vacancy.state,
    vacancy: titleOf(vacancy),
    dueOn: vacancy.decisionDueOn?.toISOString().slice(0, 10) ?? null,
    report,
    candidates: candidates.map(({ nationalities, ...candidate }) => ({
      ...candidate,
      fileOpen:
        candidate.state !== "withdrawn" &&
        can(actor, "dossier.read", dossierFactsOf(panel, candidate.candidacyId, actor)),
      sharedWithIncumbent: sharedWithIncumbent(nationalities, incumbents).map(nameOf),
    })),
    onPanel,
    mayDecide:
      vacancy.state === "reported" && !onPanel && can(actor, "decision.make", { reportComplete: true }),
    declined: vacancy.declined.map(({ candidacyId, decidedAt, declinedAt }) => ({
      ...{ candidacyId, decidedAt: decidedAt.toISOString(), declinedAt: declinedAt.toISOString() },
    })),
    decision: decision && {
      candidacyId: decision.candidacyId,
      reasons: decision.reasons,
      decidedAt: decision.decidedAt.toISOString(),
    },
  };
}

const loadVacancy = (id: string) =>
  database().vacancy.findFirst({
    where: { id, state: { in: [...REACHED] } },
    select: {
      state: true,
      decisionDueOn: true,
      reference: true,
      panel: { select: { id: true } },
      decision: { select: { candidacyId: true, reasons: true, decidedAt: true } },
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

async function readCandidates(ids: readonly string[]) {
  const candidacies = await database().candidacy.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      state: true,
      person: { select: { nationalities: true } },
      clearances: { select: CLEARANCE_FACTS },
    },
  });
  const today = now();
  return candidacies.map(({ id, state, person, clearances }) => ({
    candidacyId: id,
    state,
    nationalities: person.nationalities,
    openGates: openGatesOf(clearances, today),
  }));
}
