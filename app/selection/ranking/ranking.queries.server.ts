import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "#app/selection/panel/panel.queries.server.ts";
import { factsOf, isRevealed, seatOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { readCriteria } from "#app/selection/rubric/rubric-names.queries.server.ts";
import { comparabilityOf } from "./comparability.ts";
import type { Ranking } from "./rank-result.ts";
import { computeRanking } from "./ranking-computation.queries.server.ts";
import { alphaFigures, type FiguresRow, orderIsSure, rankingFigures } from "./ranking-figures.ts";
import {
  type CriteriaRow,
  type CriterionAgreement,
  type CriterionName,
  GROUNDS_SHOWN,
  type PlaceGrounds,
  type RankingPage,
  type Shown,
} from "./ranking-page.ts";
import { type GroupedPerson, type GroupGap, scoreGaps } from "./score-gaps.ts";

/**
 * The ranking of a revealed panel with the names, genders and findings beside it. A member recused from a candidacy
 * gets the ranking of the others, made without it. Severities and score gaps are for the chair and the secretariat.
 *
 * @param page of the tables that say what the order rests on, from 1; the last for a page beyond it
 */
export async function readRanking(actor: Actor, panelId: string, page = 1): Promise<RankingPage | null> {
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
        nomination: {
          select: {
            nominatingState: { select: { code: true, nameEn: true, nameFr: true, regionalGroup: true } },
          },
        },
      },
    }),
    readMembers(panelId),
    readCriteria(panel.vacancyId),
  ]);
  const seesSeverity = can(actor, "severity.read", factsOf(panel));
  const figures = rankingFigures(computed.ranking, computed);
  const shown = shownOf(figures.rows.length, page);
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
    comparability: comparabilityOf(computed.ranking),
    reach: computed.ranking.kind === "ranked" ? computed.ranking.reach : null,
    gaps: seesSeverity ? gapsOf(computed.ranking, candidacies.map(groupedBy)) : null,
    consistency: consistencyOf(computed.ranking),
    shown,
    averages: averagesOf(computed.ranking, figures.rows.slice(shown.from - 1, shown.to), criteria),
    averagesOf:
      computed.ranking.kind === "noScores"
        ? []
        : inOrder(criteria, computed.ranking.criteria).map(({ criterionId, kind }) => ({
            criterionId,
            kind,
          })),
    grounds: groundsOf(computed.ranking, shown),
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

/** The gaps of a ranking that is kept, by who stood in which group: hundreds of limits, and every one by iteration. */
const keptGaps = new WeakMap<Ranking, { readonly groups: string; readonly gaps: readonly GroupGap[] }>();

function gapsOf(ranking: Ranking, people: readonly GroupedPerson[]): readonly GroupGap[] {
  if (ranking.kind !== "ranked") return [];
  const groups = JSON.stringify(people.toSorted((a, b) => (a.candidacyId < b.candidacyId ? -1 : 1)));
  const known = keptGaps.get(ranking);
  if (known?.groups === groups) return known.gaps;
  const gaps = scoreGaps(ranking, people);
  keptGaps.set(ranking, { groups, gaps });
  return gaps;
}

const groupedBy = ({ id, person, nomination: { nominatingState: state } }: NominatedRow): GroupedPerson => ({
  candidacyId: id,
  gender: person.gender,
  region: state?.regionalGroup ?? null,
  state: state && { code: state.code, name: { en: state.nameEn, fr: state.nameFr } },
});

interface NominatedRow {
  readonly id: string;
  readonly person: { readonly gender: GroupedPerson["gender"] };
  readonly nomination: {
    readonly nominatingState: {
      readonly code: string;
      readonly nameEn: string;
      readonly nameFr: string;
      readonly regionalGroup: string;
    } | null;
  };
}

function consistencyOf(ranking: Ranking): RankingPage["consistency"] {
  if (ranking.kind === "noScores") return null;
  const { icc, concordance } = ranking.agreement.overall;
  return { icc, concordance };
}

const shownOf = (of: number, asked: number): Shown => {
  const size = GROUNDS_SHOWN.candidacies;
  const page = Math.min(asked, Math.max(1, Math.ceil(of / size)));
  return { page, from: (page - 1) * size + 1, to: Math.min(of, page * size), of };
};

/** What stands by criterion, in the rubric's order. */
function inOrder<T extends { readonly criterionId: string }>(
  criteria: readonly CriterionName[],
  found: readonly T[],
): readonly T[] {
  const by = new Map(found.map((one) => [one.criterionId, one]));
  return criteria.flatMap(({ id }) => by.get(id) ?? []);
}

function averagesOf(
  ranking: Ranking,
  rows: readonly FiguresRow[],
  criteria: readonly CriterionName[],
): readonly CriteriaRow[] {
  if (ranking.kind === "noScores") return [];
  const found = inOrder(criteria, ranking.criteria);
  return rows.map(({ candidacyId, observedMean, fairAverage, standardError }) => ({
    ...{ candidacyId, observedMean, fairAverage, standardError },
    cells: found.flatMap(({ cells }) => cells[candidacyId] ?? []),
  }));
}

/** What the places rest on: how often each rank came up under drawn weights, and the rank without each member. */
const groundsOf = (ranking: Ranking, shown: Shown): readonly PlaceGrounds[] =>
  ranking.kind !== "ranked"
    ? []
    : ranking.candidacies
        .slice(shown.from - 1, shown.to)
        .map(({ candidacyId, rank, acceptabilities, rankWithout }) => ({
          ...{ candidacyId, rank, rankWithout },
          acceptabilities: acceptabilities.slice(0, GROUNDS_SHOWN.ranks),
        }));

/** The agreement on each criterion, in the rubric's order. */
function agreementBy(ranking: Ranking, criteria: readonly CriterionName[]): readonly CriterionAgreement[] {
  if (ranking.kind === "noScores") return [];
  return inOrder(criteria, ranking.agreement.byCriterion).map(({ criterionId, agreement }) => ({
    criterionId,
    agreement: alphaFigures(agreement),
  }));
}
