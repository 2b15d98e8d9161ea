import { type CodedUnits, codeUnits } from "./coded-units.ts";
import { addUnit, alphaOfTable, tableWidth } from "./coincidences.ts";
import type { Generator } from "./generator.ts";
import { type AlphaMetric, alphaOfUnits } from "./krippendorff-alpha.ts";
import type { Limits } from "./limits.ts";

/** Bootstrap limits of α and the number of resamples behind them. */
export interface AlphaLimits {
  readonly limits: Limits;
  /** Resamples in which α was defined. */
  readonly replicates: number;
}

/** Resamples: how often each unit is in each, replicate after replicate. */
export interface ResampledUnits {
  readonly units: number;
  readonly replicates: number;
  readonly times: Uint16Array;
}

/** With so few distinct values (a rating scale) a resample is best summed up as a table of values by values. */
const FEW_VALUES = 10;

/** Draws units with replacement, as many as there are, so many times over. Several α of one table may share them. */
export function resampleUnits(units: number, generator: Generator, replicates = 1000): ResampledUnits {
  const times = new Uint16Array(units * replicates);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let draw = 0; draw < units; draw += 1) {
      const at = replicate * units + generator.nextBelow(units);
      times[at] = (times[at] ?? 0) + 1;
    }
  }
  return { units, replicates, times };
}

/**
 * Bootstrap limits of Krippendorff's α: units are drawn with replacement and α, expected disagreement included, is
 * calculated anew (Zapf, Castell, Morawietz & Karch 2016, BMC Medical Research Methodology 16:93). Krippendorff's own
 * algorithm keeps the expected disagreement fixed and gives somewhat narrower limits.
 *
 * A unit drawn twice adds pairs that agree with themselves to what is expected, so that α of resamples lies below α, the more
 * the fewer units there are: the percentiles themselves may leave α out. They are moved by that bias, the median of the
 * resamples less α (Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 10), so that α always lies within; 1
 * is never passed. Fewer than ten units still give limits that are too narrow (docs/decisions/0017).
 *
 * @param ratings raters × units, null = not rated
 * @param resampled of all units, also those rated fewer than twice
 * @param confidence of the two-sided limits
 * @returns null where α has no value, fewer than two units are rated twice, or more than half of the resamples have no variation
 */
export function alphaLimits(
  ratings: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
  resampled: ResampledUnits,
  confidence = 0.95,
): AlphaLimits | null {
  const coded = codeUnits(ratings);
  if (coded.units.length < 2) return null;
  const alphaOf =
    coded.values.length <= FEW_VALUES
      ? alphaByTable(coded, metric)
      : (times: Float64Array) => alphaOfUnits(coded, metric, times);
  const times = new Float64Array(coded.units.length).fill(1);
  const alpha = alphaOf(times);
  if (alpha === null) return null;
  const found: number[] = [];
  for (let replicate = 0; replicate < resampled.replicates; replicate += 1) {
    for (let unit = 0; unit < times.length; unit += 1) {
      times[unit] = resampled.times[replicate * resampled.units + (coded.units[unit] ?? 0)] ?? 0;
    }
    const again = alphaOf(times);
    if (again !== null) found.push(again);
  }
  if (found.length === 0 || found.length * 2 < resampled.replicates) return null;
  const sorted = Float64Array.from(found).sort();
  const tail = (1 - confidence) / 2;
  const median = quantile(sorted, 0.5);
  // The distance from the median is taken first: it is never below 0, and what is added keeps α within to the last digit.
  const below = median - quantile(sorted, tail);
  const above = quantile(sorted, 1 - tail) - median;
  return { limits: [alpha - below, Math.max(alpha, Math.min(1, alpha + above))], replicates: found.length };
}

/**
 * α of resamples by their coincidences: each unit's table is laid out once, a resample's is the weighted sum of them. Units with the same
 * table, of which a rating scale gives many, are counted together.
 */
function alphaByTable(coded: CodedUnits, metric: AlphaMetric): (times: Float64Array) => number | null {
  const width = tableWidth(coded.values.length);
  const kinds = new Map<string, number>();
  const kindOf = new Int32Array(coded.units.length);
  const parts: number[] = [];
  coded.units.forEach((_, unit) => {
    const part = new Float64Array(width);
    addUnit(part, 0, coded, unit, 1);
    const known = kinds.get(part.join());
    if (known === undefined) parts.push(...part);
    kindOf[unit] = known ?? kinds.size;
    kinds.set(part.join(), kindOf[unit] ?? 0);
  });
  return sumOfKinds(kindOf, Float64Array.from(parts), width, (table) =>
    alphaOfTable(table, coded.values, metric),
  );
}

/**
 * Adds up the tables of kinds, each as often as units of it are drawn, and hands over the sum. Most cells of a kind's
 * table are 0, and of most kinds few are drawn: what would add nothing is left out, which changes no digit.
 */
function sumOfKinds<T>(
  kindOf: Int32Array,
  parts: Float64Array,
  width: number,
  take: (table: Float64Array) => T,
): (times: Float64Array) => T {
  const kinds = new Float64Array(parts.length / width);
  const table = new Float64Array(width);
  const filled = cellsOf(parts, width);
  return (times) => {
    kinds.fill(0);
    table.fill(0);
    for (let unit = 0; unit < times.length; unit += 1) {
      const kind = kindOf[unit] ?? 0;
      kinds[kind] = (kinds[kind] ?? 0) + (times[unit] ?? 0);
    }
    for (let kind = 0; kind < kinds.length; kind += 1) {
      const weight = kinds[kind] ?? 0;
      if (weight === 0) continue;
      const end = filled.from[kind + 1] ?? 0;
      for (let at = filled.from[kind] ?? 0; at < end; at += 1) {
        const cell = filled.cells[at] ?? 0;
        table[cell] = (table[cell] ?? 0) + weight * (filled.values[at] ?? 0);
      }
    }
    return take(table);
  };
}

/** The cells of each table that are not 0, table after table; those of table n stand from `from[n]` on. */
function cellsOf(parts: Float64Array, width: number) {
  const [cells, values, from]: [number[], number[], number[]] = [[], [], [0]];
  parts.forEach((value, at) => {
    if (value !== 0) {
      cells.push(at % width);
      values.push(value);
    }
    if (at % width === width - 1) from.push(cells.length);
  });
  return { cells: Int32Array.from(cells), values: Float64Array.from(values), from: Int32Array.from(from) };
}

/** The quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
