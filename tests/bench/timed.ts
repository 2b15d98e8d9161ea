/** Milliseconds that some work took, each of so many times, in order; once before, so that what is kept is warm. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  await work();
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.toSorted((a, b) => a - b);
}

/** The figure below which a share of what was taken lies. */
export const at = (taken: readonly number[], share: number) =>
  taken[Math.min(taken.length - 1, Math.ceil(taken.length * share) - 1)] ?? Number.NaN;
