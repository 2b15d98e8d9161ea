/** Two confidence limits, the lower first. */
export type Limits = readonly [lower: number, upper: number];
