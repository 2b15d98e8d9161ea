import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "./panel.queries.server.ts";
import { factsOf, isRevealed, seatOf, visibleTo } from "./panel-facts.ts";
import { loadPanel, readVacancyTitle } from "./panel-state.queries.server.ts";
import type { Ranking } from "./rank-result.ts";
import { computeRanking } from "./ranking-computation.queries.server.ts";
import { alphaFigures, orderIsSure, rankingFigures } from "./ranking-figures.ts";
import {
  type CriterionAgreement,
  type CriterionName,
  GROUNDS_SHOWN,
  type PlaceGrounds,
  type RankingPage,
} from "./ranking-page.ts";
import { readCriteria } from "./rubric-names.queries.server.ts";

/**
 * The ranking of a revealed panel with the names, genders and findings beside it. A member recused from a candidacy
 * gets the ranking of the others, made without it. Severities are for the chair and the secretariat.
 */
export async function readRanking(actor: Actor, panelId: string): Promise<RankingPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !can(actor, "ranking.read", { ...factsOf(panel), revealed: isRevealed(panel) })) return null;
  const visible = visibleTo(panel, actor);
  const seat = seatOf(panel, actor);
  const [computed, vacancy, candidacies, members, criteria] = await Promise.all([
    computeRanking(panel, visible),
    readVacancyTitle(database(), panel.vacancyId),
    database().candidacy.findMany({
      where: { id: { in: [...visible] } },
      select: {
        id: true,
        person: { select: { givenName: true, familyName: true, gender: true } },
        finding: { select: { outcome: true } },
      },
    }),
    readMembers(panelId),
    readCriteria(panel.vacancyId),
  ]);
  const seesSeverity = can(actor, "severity.read", factsOf(panel));
  const figures = rankingFigures(computed.ranking, computed);
  return {
    panelId,
    phase: panel.phase,
    vacancyId: panel.vacancyId,
    vacancy,
    figures,
    sure: orderIsSure(
      figures,
      figures.rows.map(({ candidacyId }) => candidacyId),
    ),
    chair: seat?.chair ?? false,
    severities: seesSeverity ? severitiesOf(computed.ranking) : null,
    grounds: groundsOf(computed.ranking),
    agreementBy: agreementBy(computed.ranking, criteria),
    /** Fewer than the panel judged, for a member who is recused from some. */
    partial: visible.length < panel.candidacyIds.length,
    people: Object.fromEntries(
      candidacies.map(({ id, person, finding }) => [
        id,
        {
          name: `${person.givenName} ${person.familyName}`,
          gender: person.gender,
          outcome: finding?.outcome ?? null,
        },
      ]),
    ),
    members: Object.fromEntries(members.map(({ memberId, name }) => [memberId, name])),
    criteria,
  };
}

const severitiesOf = (ranking: Ranking) =>
  ranking.kind === "ranked" ? { members: ranking.members, fit: ranking.fit } : null;

/** What the first places rest on: how often each rank came up under drawn weights, and the rank without each member. */
const groundsOf = (ranking: Ranking): readonly PlaceGrounds[] =>
  ranking.kind !== "ranked"
    ? []
    : ranking.candidacies
        .slice(0, GROUNDS_SHOWN.candidacies)
        .map(({ candidacyId, rank, acceptabilities, rankWithout }) => ({
          ...{ candidacyId, rank, rankWithout },
          acceptabilities: acceptabilities.slice(0, GROUNDS_SHOWN.ranks),
        }));

/** The agreement on each criterion, in the rubric's order. */
function agreementBy(ranking: Ranking, criteria: readonly CriterionName[]): readonly CriterionAgreement[] {
  if (ranking.kind === "noScores") return [];
  const found = new Map(
    ranking.agreement.byCriterion.map(({ criterionId, agreement }) => [criterionId, agreement]),
  );
  return criteria.flatMap(({ id }) => {
    const agreement = found.get(id);
    return agreement ? [{ criterionId: id, agreement: alphaFigures(agreement) }] : [];
  });
}
