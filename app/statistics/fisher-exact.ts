/** Counts of a two by two table, row by row. */
export type FourfoldTable = readonly [readonly [number, number], readonly [number, number]];

/** Two p-values of an exact test. */
export interface TwoSided {
  /** Two-sided p: all tables with the same margins no likelier than the observed one. */
  readonly p: number;
  /** The same, tables as likely as the observed one (itself among them) counting half. */
  readonly midP: number;
}

/** Two tables are equally likely if their probabilities differ by less than this part: R's `fisher.test` has the same. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided by "no likelier than observed" (Fisher 1935; R's convention), and its mid-p variant
 * P(less likely) + ½ P(equally likely) (Lancaster 1961). Other programs double one tail, for p, for mid-p or for both, or halve the
 * observed table alone where another is just as likely, and print other values.
 *
 * The hypergeometric probabilities come from the ratio of neighbours, outward from the mode, and are divided by their sum:
 * there is then no difference of large logarithms and no loss of digits, however large the table.
 *
 * @throws RangeError for a count that is negative or not whole
 */
export function fisherExact([[a, b], [c, d]]: FourfoldTable): TwoSided {
  if ([a, b, c, d].some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError("A table of counts needs whole numbers from 0.");
  }
  const least = Math.max(0, a - d);
  const weights = hypergeometricWeights(a + b, a + c, a + b + c + d);
  return twoSided(weights, weights[a - least] ?? 0);
}

/**
 * Both p-values from the weights of everything that could be observed.
 *
 * @param weights probabilities up to a common factor
 * @param observed the weight of what was observed
 */
export function twoSided(weights: Float64Array, observed: number): TwoSided {
  let total = 0;
  let lessLikely = 0;
  let equallyLikely = 0;
  for (const weight of weights) {
    total += weight;
    if (weight < observed / EQUALLY_LIKELY) lessLikely += weight;
    else if (weight <= observed * EQUALLY_LIKELY) equallyLikely += weight;
  }
  return {
    p: Math.min(1, (lessLikely + equallyLikely) / total),
    midP: (lessLikely + equallyLikely / 2) / total,
  };
}

/** Probabilities of the possible first cells, up to a common factor, from the least possible count; the mode has 1. */
export function hypergeometricWeights(row: number, column: number, total: number): Float64Array<ArrayBuffer> {
  const least = Math.max(0, row + column - total);
  const most = Math.min(row, column);
  const mode = Math.min(most, Math.max(least, Math.floor(((row + 1) * (column + 1)) / (total + 2))));
  const weights = new Float64Array(most - least + 1);
  let weight = 1;
  weights[mode - least] = 1;
  for (let x = mode; x < most; x += 1) {
    weight *= ((row - x) * (column - x)) / ((x + 1) * (total - row - column + x + 1));
    weights[x + 1 - least] = weight;
  }
  weight = 1;
  for (let x = mode; x > least; x -= 1) {
    weight *= (x * (total - row - column + x)) / ((row - x + 1) * (column - x + 1));
    weights[x - 1 - least] = weight;
  }
  return weights;
}
