import { z } from "zod";
import type { Agreement } from "./agreement.ts";
import type { Ranking } from "./ranking.ts";

const row = z.object({
  candidacyId: z.uuid(),
  sheets: z.number().int(),
  observedMean: z.number(),
  /** The rest is null where the candidacies cannot be compared with each other. */
  fairAverage: z.number().nullable(),
  standardError: z.number().nullable(),
  shift: z.number().nullable(),
  rank: z.number().int().nullable(),
  rankInterval: z.object({ best: z.number().int(), worst: z.number().int() }).nullable(),
  shortlistShare: z.number().nullable(),
});

const alpha = z.object({
  alpha: z.number().nullable(),
  limits: z.tuple([z.number(), z.number()]).nullable(),
  reading: z.enum(["reliable", "tentative", "low", "nothingScoredTwice", "noVariation"]),
});

/**
 * The figures that a report quotes: a plain, stable shape, kept with the seed, the draws and the hash of the inputs so
 * that anybody may repeat them to the last digit.
 */
export const figuresSchema = z.object({
  kind: z.enum(["ranked", "notConnected", "noScores"]),
  seed: z.number().int(),
  draws: z.number().int(),
  inputsHash: z.string(),
  shortlistSize: z.number().int(),
  rows: z.array(row),
  /** Between each row and the next: the share of draws in which their order holds. Empty where nothing is ranked. */
  orderHolds: z.array(z.number()),
  agreement: alpha.nullable(),
  notScored: z.array(z.uuid()),
  /** Passed over for interview and so without a place; reports from before they were set apart name none. */
  notHeard: z.array(z.uuid()).default([]),
});
export type RankingFigures = z.output<typeof figuresSchema>;
export type FiguresRow = z.output<typeof row>;
export type AlphaFigures = z.output<typeof alpha>;

/** Reduces a ranking to what a report quotes: rows best first, or by id where there is no order. */
export function rankingFigures(
  ranking: Ranking,
  made: {
    readonly inputsHash: string;
    readonly shortlistSize: number;
    readonly notHeard: readonly string[];
  },
): RankingFigures {
  const common = {
    kind: ranking.kind,
    seed: ranking.seed,
    draws: ranking.draws,
    inputsHash: made.inputsHash,
    shortlistSize: made.shortlistSize,
    notScored: ranking.notScored.map(({ candidacyId }) => candidacyId),
    notHeard: [...made.notHeard],
  };
  if (ranking.kind === "noScores") return { ...common, rows: [], orderHolds: [], agreement: null };
  const agreement = alphaFigures(ranking.agreement.overall);
  if (ranking.kind === "notConnected")
    return { ...common, rows: ranking.candidacies.map(uncompared), orderHolds: [], agreement };
  return {
    ...common,
    agreement,
    orderHolds: ranking.neighbours.map(({ orderHolds }) => orderHolds),
    rows: ranking.candidacies.map((one) => ({
      candidacyId: one.candidacyId,
      sheets: one.sheets,
      observedMean: one.observedMean,
      fairAverage: one.fairAverage,
      standardError: one.standardError,
      shift: one.shift,
      rank: one.rank,
      rankInterval: { ...one.rankInterval },
      shortlistShare: one.shortlistShare.together,
    })),
  };
}

const uncompared = (one: {
  readonly candidacyId: string;
  readonly sheets: number;
  readonly observedMean: number;
}): FiguresRow => ({
  candidacyId: one.candidacyId,
  sheets: one.sheets,
  observedMean: one.observedMean,
  fairAverage: null,
  standardError: null,
  shift: null,
  rank: null,
  rankInterval: null,
  shortlistShare: null,
});

/** An agreement as a report and a page quote it. */
export function alphaFigures({ alpha: found }: Agreement): AlphaFigures {
  if (found.kind === "undefined") return { alpha: null, limits: null, reading: found.reason };
  const limits: [number, number] | null = found.limits && [found.limits[0], found.limits[1]];
  return { alpha: found.alpha, limits, reading: found.reading };
}

/**
 * Whether candidacies may be given in an order: whether the order of each and the next of them holds in at least 90 %
 * of draws (METHOD §4). For two that are not neighbours the share is bounded from below by what their neighbours in
 * between leave (Boole's inequality: 1 − Σ(1 − share)), so a doubtful order is never shown as sure.
 *
 * @param candidacyIds in any order; one alone, or none, is ordered; one without a rank is not
 */
export function orderIsSure(figures: RankingFigures, candidacyIds: readonly string[], least = 0.9): boolean {
  if (candidacyIds.length < 2) return true;
  if (figures.kind !== "ranked") return false;
  const places = candidacyIds
    .map((id) => figures.rows.findIndex(({ candidacyId }) => candidacyId === id))
    .sort((a, b) => a - b);
  if (places[0] === -1) return false;
  return places.slice(1).every((lower, at) => {
    const between = figures.orderHolds.slice(places[at] ?? 0, lower);
    const doubt = between.reduce((sum, holds) => sum + 1 - holds, 0);
    return 1 - doubt >= least - 1e-12;
  });
}
