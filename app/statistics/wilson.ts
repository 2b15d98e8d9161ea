import type { Limits } from "./limits.ts";

/** The standard normal quantile for 95 % two-sided limits. */
export const NORMAL_95 = 1.959963984540054;

/** So many of so many. */
export interface Proportion {
  readonly count: number;
  readonly total: number;
}

/**
 * Wilson's score limits of a proportion (Wilson 1927, JASA 22:209–212), without continuity correction.
 *
 * @param z standard normal quantile of the confidence wanted; 95 % unless told
 * @returns limits within [0, 1]; null of nothing
 * @throws RangeError unless 0 ≤ count ≤ total, both whole
 */
export function wilsonLimits({ count, total }: Proportion, z = NORMAL_95): Limits | null {
  if (!Number.isInteger(count) || !Number.isInteger(total) || count < 0 || count > total) {
    throw new RangeError(`${count} of ${total} is not a proportion.`);
  }
  if (total === 0) return null;
  const share = count / total;
  const centre = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [count === 0 ? 0 : (centre - reach) / scale, count === total ? 1 : (centre + reach) / scale];
}
