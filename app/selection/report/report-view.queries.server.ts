import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "#app/selection/panel/panel.queries.server.ts";
import { type PanelState, recusalsAmong, withheldFrom } from "#app/selection/panel/panel-facts.ts";
import { computeRanking } from "#app/selection/ranking/ranking-computation.queries.server.ts";
import { rankingFigures } from "#app/selection/ranking/ranking-figures.ts";
import { groupOutcomes } from "./list-outcomes.ts";
import { isOutOfDate, panelReportSchema, reportWithout } from "./panel-report.ts";
import type { ReportedPerson, ReportView } from "./report-page.ts";

/** The latest report of a panel, as it is kept. */
const latestReport = (vacancyId: string, completeOnly: boolean) =>
  database().panelReport.findFirst({
    where: { vacancyId, supersededById: null, ...(completeOnly ? { completedAt: { not: null } } : {}) },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      content: true,
      createdAt: true,
      completedAt: true,
      signatures: { orderBy: { signedAt: "asc" }, select: { memberId: true, dissent: true, signedAt: true } },
    },
  });

/**
 * The latest report as this account may see it, with the names that belong to its ids. Who is recused from a candidacy
 * sees a report without it, and others' dissents without their words.
 */
export async function readReportView(
  actor: Actor,
  panel: PanelState,
  completeOnly = false,
): Promise<ReportView | null> {
  const report = await latestReport(panel.vacancyId, completeOnly);
  if (!report) return null;
  const kept = panelReportSchema.parse(report.content);
  const withheld = withheldFrom(panel, actor);
  const visible = kept.candidacies.map(({ candidacyId }) => candidacyId).filter((id) => !withheld.has(id));
  const partial = visible.length < kept.candidacies.length;
  const figures = partial ? await figuresOf(panel, visible) : kept.figures;
  const remade = { figures, recusals: recusalsAmong(panel, visible) };
  const seen = reportWithout(kept, partial ? withheld : new Set(), remade);
  const others = seen.v === 2 ? seen.others : [];
  const content = seen.v === 2 ? { ...seen, others: [] } : seen;
  const [members, people, unjudged, states, findings] = await Promise.all([
    readMembers(panel.id),
    readNames(visible),
    readNames(can(actor, "pipeline.read") ? others.map(({ candidacyId }) => candidacyId) : []),
    database().state.findMany({
      where: { code: { in: content.composition.members.map(({ nationality }) => nationality) } },
      select: { code: true, nameEn: true, nameFr: true },
    }),
    database().finding.findMany({
      where: { candidacyId: { in: kept.candidacies.map(({ candidacyId }) => candidacyId) } },
      select: { candidacyId: true, version: true },
    }),
  ]);
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  return {
    reportId: report.id,
    version: report.version,
    createdAt: report.createdAt.toISOString(),
    completedAt: report.completedAt?.toISOString() ?? null,
    outOfDate: report.completedAt === null && isOutOfDate(kept, { findings, members: panel.members }),
    partial,
    content,
    others: groupOutcomes(others).map(({ candidacyIds, ...group }) => ({
      ...group,
      count: candidacyIds.length,
      names: candidacyIds.flatMap((id) => unjudged[id]?.name ?? []),
    })),
    people,
    states: Object.fromEntries(states.map(({ code, ...name }) => [code, name])),
    members: Object.fromEntries(names),
    signatures: report.signatures.map(({ memberId, dissent, signedAt }) => ({
      memberId,
      signedAt: signedAt.toISOString(),
      dissents: dissent !== null,
      dissent: partial ? null : dissent,
    })),
  };
}

async function figuresOf(panel: PanelState, candidacyIds: readonly string[]) {
  const computed = await computeRanking(panel, candidacyIds);
  return rankingFigures(computed.ranking, computed);
}

async function readNames(ids: readonly string[]): Promise<Readonly<Record<string, ReportedPerson>>> {
  const candidacies = await database().candidacy.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      state: true,
      person: { select: { givenName: true, familyName: true } },
      nomination: { select: { nominatingState: { select: { nameEn: true, nameFr: true } } } },
    },
  });
  return Object.fromEntries(
    candidacies.map(({ id, state, person, nomination }) => [
      id,
      {
        name: `${person.givenName} ${person.familyName}`,
        sortName: `${person.familyName} ${person.givenName}`,
        nominatingState: nomination.nominatingState,
        left: state === "withdrawn" || state === "declined" ? state : null,
      },
    ]),
  );
}
