/**
 * p-values of several tests looked at together (Holm 1979, Scandinavian Journal of Statistics 6:65–70): the chance that any
 * true null hypothesis among them is rejected stays below what each is held against, whatever their dependence.
 *
 * @param ps each 0 to 1, in any order
 * @returns one each in the same order, 0 to 1, none below its own p
 * @throws RangeError for what is no probability
 */
export function holmAdjusted(ps: readonly number[]): readonly number[] {
  if (ps.some((p) => !(p >= 0 && p <= 1))) throw new RangeError("A p-value lies from 0 to 1.");
  const adjusted = new Array<number>(ps.length).fill(0);
  let highest = 0;
  const bySize = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p || a.at - b.at);
  for (const [rank, { p, at }] of bySize.entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * p));
    adjusted[at] = highest;
  }
  return adjusted;
}
