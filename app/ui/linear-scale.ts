/**
 * Maps values of a domain onto a range, in proportion; what lies outside the domain lies outside the range.
 *
 * @param domain two different ends, in either order
 */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}
