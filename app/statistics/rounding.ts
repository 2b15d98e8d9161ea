/**
 * Whether a sum of squares is nothing but rounding.
 *
 * A mean such as 1/3 is not exact in binary, so that the squares of constant data add up to some 10⁻³² instead of 0; divided by
 * each other such remnants give any number. The limit is 10⁻²⁴ of the largest square a sum over so many values could have.
 *
 * @param sum the sum of squares
 * @param count how many values went into it
 * @param largest the largest absolute value among them
 */
export function isRounding(sum: number, count: number, largest: number): boolean {
  return sum <= 1e-24 * count * Math.max(largest * largest, Number.MIN_VALUE);
}
