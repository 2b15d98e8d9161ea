import type { Generator } from "./generator.ts";
import { type AlphaMetric, alphaOfUnits, codeUnits } from "./krippendorff-alpha.ts";
import type { Limits } from "./limits.ts";

/** Bootstrap limits of α and the number of resamples behind them. */
export interface AlphaLimits {
  readonly limits: Limits;
  /** Resamples in which α was defined. */
  readonly replicates: number;
}

/**
 * Percentile bootstrap limits of Krippendorff's α: units are drawn with replacement and α, expected disagreement included,
 * is calculated anew (Zapf, Castell, Morawietz & Karch 2016, BMC Medical Research Methodology 16:93). Krippendorff's own
 * algorithm keeps the expected disagreement fixed and gives somewhat narrower limits.
 *
 * @param ratings raters × units, null = not rated
 * @param replicates how many resamples
 * @param confidence of the two-sided limits
 * @returns null where fewer than two units are pairable or more than half of the resamples have no variation
 */
export function alphaLimits(
  ratings: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
  generator: Generator,
  replicates = 1000,
  confidence = 0.95,
): AlphaLimits | null {
  const coded = codeUnits(ratings);
  const units = coded.starts.length - 1;
  if (units < 2) return null;
  const times = new Float64Array(units);
  const found: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    times.fill(0);
    for (let draw = 0; draw < units; draw += 1) {
      const unit = generator.nextBelow(units);
      times[unit] = (times[unit] ?? 0) + 1;
    }
    const alpha = alphaOfUnits(coded, metric, times);
    if (alpha !== null) found.push(alpha);
  }
  if (found.length === 0 || found.length * 2 < replicates) return null;
  const sorted = Float64Array.from(found).sort();
  const tail = (1 - confidence) / 2;
  return { limits: [quantile(sorted, tail), quantile(sorted, 1 - tail)], replicates: found.length };
}

/** The quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
