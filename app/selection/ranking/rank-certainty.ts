import { createGenerator } from "#app/statistics/generator.ts";
import {
  addEntries,
  estimateAll,
  type PanelEstimate,
  preparePanel,
  type RaterValues,
  type RatingDesign,
  raterValues,
  ratingDesign,
  valuesByRater,
} from "#app/statistics/panel-estimate.ts";
import { type RankTally, rankTally, TIE } from "#app/statistics/rank-tally.ts";
import { panelOfEachDraw, type ResampledPanels, resamplePanels } from "#app/statistics/rater-bootstrap.ts";
import { drawWeights } from "#app/statistics/weight-draws.ts";
import type { ScoreTable } from "./rank-table.ts";

/** Weights vary by this part of the published ones (METHOD § 4). */
export const WEIGHT_SPREAD = 0.25;

/** What many draws of weights, and of weights and panel together, say about the order. */
export interface RankCertainty {
  /** candidacies × ranks under drawn weights, with the panel as it was (SMAA-2). */
  readonly weightsAlone: Float64Array;
  /** candidacies × ranks under drawn weights and resampled panels. */
  readonly together: Float64Array;
  /** One a pair asked for: the share of draws of both in which the first stands strictly above the second. */
  readonly orderHolds: readonly number[];
  /** `enumerated`, `drawn`, or `oneMember`: a panel of one cannot be resampled. */
  readonly panels: ResampledPanels["kind"] | "oneMember";
}

/**
 * How sure the order is (METHOD § 4). Draw t takes weights uniform on the simplex cut to ±25 %, and with them the resampled panel at
 * probability (t + ½)/draws of the list of all panels. The variance ratio of the severities stays as found with the panel as it
 * was; whether a sheet counts is settled by the published weights. A candidacy that nobody of a resampled panel scored keeps its score from
 * the whole panel in that draw.
 *
 * Fair averages are linear in the marks. They are therefore formed once a panel for each criterion, and only weighted in the
 * draws; sheets with criteria not observed, whose scores are not linear in the weights, are added sheet by sheet.
 *
 * @param ratio of variances, from the fair averages' model
 * @param pairs of candidacies by number, better first
 */
export function rankCertainty(
  table: ScoreTable,
  ratio: number,
  pairs: readonly (readonly [number, number])[],
  seed: number,
  draws: number,
): RankCertainty {
  const design = ratingDesign(table.scores);
  const material = layOut(table, design);
  const generator = createGenerator(seed);
  const weights = drawWeights(
    table.criteria.map(({ weight }) => weight),
    WEIGHT_SPREAD,
    draws,
    generator,
  );
  const panels = resamplePanels(design.raters, generator);
  const panelOf = panelOfEachDraw(panels, draws);
  const whole = scorer(material, preparePanel(design, new Uint8Array(design.raters).fill(1), ratio));
  const [weightsAlone, together] = [rankTally(design.subjects), rankTally(design.subjects)];
  const first = Int32Array.from(pairs, ([better]) => better);
  const second = Int32Array.from(pairs, ([, worse]) => worse);
  const holds = new Float64Array(pairs.length);
  let current = -1;
  let resampled = whole;
  for (let draw = 0; draw < draws; draw += 1) {
    const row = weights.subarray(draw * material.width, (draw + 1) * material.width);
    const panel = panelOf[draw] ?? 0;
    if (panel !== current) {
      const times = panels.times.subarray(panel * design.raters, (panel + 1) * design.raters);
      resampled = scorer(material, preparePanel(design, times, ratio));
      current = panel;
    }
    scorePartial(material, row);
    const asItWas = addDraw(weightsAlone, whole, row, null);
    const scores = addDraw(together, resampled, row, asItWas);
    countHolding(holds, scores, first, second);
  }
  return {
    weightsAlone: weightsAlone.acceptabilities(),
    together: together.acceptabilities(),
    orderHolds: Array.from(holds, (count) => count / draws),
    panels: design.raters === 1 ? "oneMember" : panels.kind,
  };
}

function countHolding(
  holds: Float64Array,
  scores: Float64Array,
  first: Int32Array,
  second: Int32Array,
): void {
  for (let pair = 0; pair < holds.length; pair += 1) {
    const lead = (scores[first[pair] ?? 0] ?? 0) - (scores[second[pair] ?? 0] ?? 0);
    if (lead > TIE) holds[pair] = (holds[pair] ?? 0) + 1;
  }
}

/** Marks as numbers in a row: what the inner loops read. */
interface Material {
  readonly width: number;
  /** members × criteria × candidacies: marks of sheets observed in full, 0 for the others. */
  readonly full: RaterValues;
  /** Sheets with something not observed: member · candidacies + candidacy. */
  readonly partial: Int32Array;
  /** criteria × partial: their marks, 0 where not observed, and 1 or 0 for observed. */
  readonly partialMarks: Float64Array;
  readonly partialObserved: Float64Array;
  /** Their scores, and the weight they observed, under the weights of the current draw. */
  readonly partialScores: Float64Array;
  readonly partialWeights: Float64Array;
}

function layOut(table: ScoreTable, design: RatingDesign): Material {
  const { subjects } = design;
  const width = table.criteria.length;
  const full = new Float64Array(design.raters * width * subjects);
  const partial: number[] = [];
  const partialMarks: number[] = [];
  const partialObserved: number[] = [];
  for (const { candidacy, member, marks } of table.sheets) {
    const all = table.criteria.map(({ id }) => marks[id] ?? null);
    if (all.every((mark, k) => mark !== null || table.criteria[k]?.weight === 0)) {
      all.forEach((mark, k) => {
        full[(member * width + k) * subjects + candidacy] = mark ?? 0;
      });
    } else {
      partial.push(member * subjects + candidacy);
      partialMarks.push(...all.map((mark) => mark ?? 0));
      partialObserved.push(...all.map((mark) => (mark === null ? 0 : 1)));
    }
  }
  return {
    width,
    full: raterValues(full, width, design),
    partial: Int32Array.from(partial),
    partialMarks: transpose(partialMarks, width),
    partialObserved: transpose(partialObserved, width),
    partialScores: new Float64Array(partial.length),
    partialWeights: new Float64Array(partial.length),
  };
}

/** A panel ready to be weighted. */
interface Scorer {
  readonly material: Material;
  readonly panel: PanelEstimate;
  /** criteria × candidacies. */
  readonly byCriterion: Float64Array;
  readonly scores: Float64Array;
}

function scorer(material: Material, panel: PanelEstimate): Scorer {
  const { subjects } = panel.design;
  const byCriterion = new Float64Array(subjects * material.width);
  estimateAll(panel, material.full, byCriterion);
  return {
    material,
    panel,
    byCriterion,
    scores: new Float64Array(subjects),
  };
}

/** Scores the sheets with something not observed under one row of weights. */
function scorePartial(material: Material, weights: Float64Array): void {
  const { partialMarks, partialObserved, partialScores, partialWeights } = material;
  weigh(partialMarks, weights, partialScores);
  weigh(partialObserved, weights, partialWeights);
  for (let at = 0; at < partialScores.length; at += 1) {
    partialScores[at] = (partialScores[at] ?? 0) / (partialWeights[at] ?? 1);
  }
}

/** Scores all candidacies under one row of weights, counts their ranks, and gives the scores (overwritten by the next call). */
function addDraw(
  tally: RankTally,
  { material, panel, byCriterion, scores }: Scorer,
  weights: Float64Array,
  otherwise: Float64Array | null,
): Float64Array {
  const { partial, partialScores } = material;
  weigh(byCriterion, weights, scores);
  if (partial.length > 0) addEntries(panel, partial, partialScores, scores);
  if (otherwise !== null) {
    for (let i = 0; i < scores.length; i += 1) if (panel.seen[i] === 0) scores[i] = otherwise[i] ?? 0;
  }
  tally.add(scores);
  return scores;
}

/**
 * Σ weight · values of each column. The innermost loop of everything: six criteria at a time, so that a sum is read and written seldom,
 * candidacies side by side, so that no addition waits for the one before.
 *
 * @param values criteria × columns
 */
function weigh(values: Float64Array, weights: Float64Array, out: Float64Array): void {
  const n = out.length;
  const inSixes = weights.length - (weights.length % 6);
  const begun = inSixes > 0 ? 6 : 0;
  if (begun === 0) out.fill(0);
  else weighSix(values, weights, out);
  for (let k = begun; k < inSixes; k += 6) {
    const w0 = weights[k] ?? 0;
    const w1 = weights[k + 1] ?? 0;
    const w2 = weights[k + 2] ?? 0;
    const w3 = weights[k + 3] ?? 0;
    const w4 = weights[k + 4] ?? 0;
    const w5 = weights[k + 5] ?? 0;
    for (let i = 0, at = k * n; i < n; i += 1, at += 1) {
      const first = w0 * (values[at] ?? 0) + w1 * (values[at + n] ?? 0);
      const second = w2 * (values[at + 2 * n] ?? 0) + w3 * (values[at + 3 * n] ?? 0);
      const third = w4 * (values[at + 4 * n] ?? 0) + w5 * (values[at + 5 * n] ?? 0);
      out[i] = (out[i] ?? 0) + first + (second + third);
    }
  }
  for (let k = inSixes; k < weights.length; k += 1) {
    const weight = weights[k] ?? 0;
    for (let i = 0; i < n; i += 1) out[i] = (out[i] ?? 0) + weight * (values[k * n + i] ?? 0);
  }
}

/** The first six criteria: what they sum to is written over what stood there. */
function weighSix(values: Float64Array, weights: Float64Array, out: Float64Array): void {
  const n = out.length;
  const w0 = weights[0] ?? 0;
  const w1 = weights[1] ?? 0;
  const w2 = weights[2] ?? 0;
  const w3 = weights[3] ?? 0;
  const w4 = weights[4] ?? 0;
  const w5 = weights[5] ?? 0;
  for (let i = 0; i < n; i += 1) {
    const first = w0 * (values[i] ?? 0) + w1 * (values[i + n] ?? 0);
    const second = w2 * (values[i + 2 * n] ?? 0) + w3 * (values[i + 3 * n] ?? 0);
    const third = w4 * (values[i + 4 * n] ?? 0) + w5 * (values[i + 5 * n] ?? 0);
    out[i] = first + (second + third);
  }
}

/** rows × columns turned into columns × rows. */
function transpose(values: ArrayLike<number>, columns: number): Float64Array {
  const rows = values.length / columns;
  const turned = new Float64Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      turned[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return turned;
}

/**
 * Fair averages with each member left out in turn, under the published weights.
 *
 * @returns members × candidacies; null for a candidacy that nobody else scored
 */
export function leaveEachOut(table: ScoreTable, ratio: number): readonly (readonly (number | null)[])[] {
  const design = ratingDesign(table.scores);
  const scores = raterValues(valuesByRater(table.scores, design.raters), 1, design);
  return table.memberIds.map((_, left) => {
    const times = Uint8Array.from(table.memberIds, (_id, member) => (member === left ? 0 : 1));
    const panel = preparePanel(design, times, ratio);
    const fair = new Float64Array(design.subjects);
    estimateAll(panel, scores, fair);
    return Array.from(fair, (score, i) => (panel.seen[i] === 1 ? score : null));
  });
}
