import { resampleUnits } from "#app/statistics/alpha-limits.ts";
import { components } from "#app/statistics/connectivity.ts";
import { createGenerator } from "#app/statistics/generator.ts";
import { type FairAverages, fairAverages } from "#app/statistics/mixed-model.ts";
import { competitionRanks, rankInterval, shareInFirst } from "#app/statistics/rank-tally.ts";
import { agreement } from "./agreement.ts";
import { criterionAverages } from "./criterion-averages.ts";
import { memberFit } from "./member-fit.ts";
import { DISTINGUISHABLE } from "./rank-bracket.ts";
import { leaveEachOut, type RankCertainty, rankCertainty } from "./rank-certainty.ts";
import { connectionAdvice } from "./rank-connection.ts";
import type {
  MemberSeverity,
  Neighbours,
  PanelAgreement,
  RankedCandidacy,
  Ranking,
  RankingBasis,
  Shortlist,
} from "./rank-result.ts";
import {
  type CandidacyAndMember,
  marksOf,
  type ScoreTable,
  scoreTable,
  type TableInput,
} from "./rank-table.ts";
import { shortlistReach } from "./weight-reach.ts";

export type { Ranking } from "./rank-result.ts";

/** What a ranking is made of. Ids in any order: results do not depend on it. */
export interface RankingInput extends TableInput {
  /** Weights are whole numbers over a common denominator (1,000,000). */
  readonly criteria: TableInput["criteria"];
  /** Candidacies and members to name although they may have no sheet. */
  readonly candidacyIds?: readonly string[];
  readonly memberIds?: readonly string[];
  /** Pairs that will never score; only the advice on connecting groups reads them. */
  readonly recusals?: readonly CandidacyAndMember[];
  /** How many the shortlist holds, from 1. */
  readonly shortlistSize: number;
  /** 32-bit whole number. */
  readonly seed: number;
  /** Draws of weights and panels, from 1; 10,000 in reports. */
  readonly draws: number;
}

/**
 * Ranks candidacies by fair average with all that says how far to trust the order (METHOD §§ 2–4).
 *
 * Same input, same seed, same answer to the last digit.
 *
 * @throws RangeError for input that no form lets through: marks off the scale, unknown criteria, doubled sheets, a seed that is not
 *   a 32-bit whole number, a shortlist or a number of draws below 1
 */
export function rank(input: RankingInput): Ranking {
  const { seed, draws, shortlistSize } = input;
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError("A ranking needs at least one draw.");
  if (!Number.isInteger(shortlistSize) || shortlistSize < 1)
    throw new RangeError("A shortlist has a place or more.");
  const table = scoreTable(input);
  const common: RankingBasis = {
    notScored: table.notScored,
    membersWithoutSheets: table.membersWithoutSheets,
    sheetsSetAside: table.setAside,
    seed,
    draws,
  };
  if (table.sheets.length === 0) return { kind: "noScores", ...common };
  const groups = components(table.scores);
  const agreed = panelAgreement(table, seed);
  const criteria = criterionAverages(table);
  if (groups.count > 1) {
    const candidacies = table.candidacyIds.map((candidacyId, i) => ({
      candidacyId,
      ...observed(table, i),
      group: groups.ofSubject[i] ?? 0,
    }));
    const advice = connectionAdvice(table, groups, input.recusals ?? []);
    return {
      kind: "notConnected",
      ...common,
      candidacies,
      members: table.memberIds.map((memberId, j) => ({ memberId, group: groups.ofRater[j] ?? 0 })),
      groups: groups.count,
      advice,
      agreement: agreed,
      criteria,
    };
  }
  return { kind: "ranked", ...common, agreement: agreed, criteria, ...rankConnected(table, input) };
}

function panelAgreement(table: ScoreTable, seed: number): PanelAgreement {
  const resampled = resampleUnits(table.candidacyIds.length, createGenerator(seed));
  return {
    overall: agreement(table.scores, resampled),
    byCriterion: table.criteria.map(({ id }) => ({
      criterionId: id,
      agreement: agreement(marksOf(table, id), resampled),
    })),
  };
}

function observed(table: ScoreTable, candidacy: number) {
  const scores = (table.scores[candidacy] ?? []).filter((score) => score !== null);
  return {
    sheets: scores.length,
    observedMean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
}

function rankConnected(table: ScoreTable, { seed, draws, shortlistSize }: RankingInput) {
  const model = fairAverages(table.scores);
  const fair = model.fair.map((score) => score ?? 0);
  const ranks = competitionRanks(fair).map((place) => place ?? 0);
  const order = fair.map((_, i) => i).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  const pairs = order.slice(1).map((lower, at) => [order[at] ?? 0, lower] as const);
  const certainty = rankCertainty(table, model.ratio, pairs, seed, draws);
  const without = leaveEachOut(table, model.ratio).map(competitionRanks);
  const neighbours = pairs.map(([upper, lower], at) => ({
    upperId: table.candidacyIds[upper] ?? "",
    lowerId: table.candidacyIds[lower] ?? "",
    orderHolds: certainty.orderHolds[at] ?? 0,
    distinguishable: (certainty.orderHolds[at] ?? 0) >= DISTINGUISHABLE,
  }));
  const candidacies = order.map((i): RankedCandidacy => {
    const { sheets, observedMean } = observed(table, i);
    return {
      candidacyId: table.candidacyIds[i] ?? "",
      sheets,
      observedMean,
      fairAverage: fair[i] ?? 0,
      standardError: model.standardErrors[i] ?? null,
      shift: (fair[i] ?? 0) - observedMean,
      rank: ranks[i] ?? 0,
      ...certaintyOf(i, fair.length, certainty, shortlistSize),
      rankWithout: table.memberIds.map((memberId, member) => ({
        memberId,
        rank: without[member]?.[i] ?? null,
      })),
    };
  });
  return {
    candidacies,
    neighbours,
    shortlist: shortlist(candidacies, neighbours, shortlistSize),
    reach: shortlistReach(
      table,
      model.ratio,
      order.filter((i) => (ranks[i] ?? 0) <= shortlistSize),
      shortlistSize,
    ),
    scores: table.sheets.map(({ candidacy, member, score }) => ({
      candidacyId: table.candidacyIds[candidacy] ?? "",
      memberId: table.memberIds[member] ?? "",
      score,
    })),
    members: memberSeverities(table, model),
    fit: memberFit(table),
    model: {
      kind: model.kind,
      varianceMembers: model.varianceRaters,
      varianceResidual: model.varianceResidual,
    },
    panels: certainty.panels,
  };
}

function certaintyOf(i: number, count: number, { weightsAlone, together }: RankCertainty, first: number) {
  return {
    rankInterval: rankInterval(together, count, i, 0.9),
    shortlistShare: {
      weightsAlone: shareInFirst(weightsAlone, count, i, first),
      together: shareInFirst(together, count, i, first),
    },
    acceptabilities: Array.from(weightsAlone.subarray(i * count, (i + 1) * count)),
  };
}

function shortlist(
  candidacies: readonly RankedCandidacy[],
  neighbours: readonly Neighbours[],
  size: number,
): Shortlist {
  const listed = candidacies.filter((candidacy) => candidacy.rank <= size);
  const within = neighbours.slice(0, Math.max(0, listed.length - 1));
  return {
    candidacyIds: listed.map(({ candidacyId }) => candidacyId),
    ordered: within.every(({ distinguishable }) => distinguishable),
    cutDistinguishable: neighbours[listed.length - 1]?.distinguishable ?? null,
  };
}

function memberSeverities(table: ScoreTable, model: FairAverages): readonly MemberSeverity[] {
  const found = model.kind === "estimated" || model.kind === "additive";
  return table.memberIds.map((memberId, member) => ({
    memberId,
    sheets: table.sheets.filter((sheet) => sheet.member === member).length,
    severity: found ? (model.severities[member] ?? null) : null,
  }));
}
