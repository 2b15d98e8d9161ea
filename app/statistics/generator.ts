import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of pseudo-random numbers that can be repeated to the last digit from its seed. */
export interface Generator {
  /** The next number, uniform on [0, 1), a multiple of 2⁻⁵³. */
  next(): number;
  /** The next whole number, uniform on 0 … bound − 1. */
  nextBelow(bound: number): number;
}

/** Outputs thrown away after seeding, so that neighbouring seeds do not begin alike. */
const WARM_UP = 64;

/**
 * A generator started from a seed: xoroshiro128+ (Blackman & Vigna 2018) as the library `pure-rand` has it.
 *
 * @param seed a whole number from −2³¹ to 2³² − 1
 * @throws RangeError for any other seed: a seed that is silently rounded could not be repeated
 */
export function createGenerator(seed: number): Generator {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32) {
    throw new RangeError(`A seed is a whole number of 32 bits, not ${seed}.`);
  }
  const source = xoroshiro128plus(seed);
  for (let skipped = 0; skipped < WARM_UP; skipped += 1) source.next();
  const next = () => uniformFloat64(source);
  return { next, nextBelow: (bound) => Math.floor(next() * bound) };
}
