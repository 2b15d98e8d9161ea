import { describe, expect, it } from "vitest";
import { pooledGaps } from "#app/gender/pooled-gap.ts";
import { scoreGap } from "#app/gender/score-gap.ts";

const some = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + (i % 3) / 10);

describe("gaps looked at together", () => {
  it("are, of one panel and alone, the gap that its ranking shows", () => {
    const [women, men] = [some(15, 3), some(16, 2.9)];
    const [gap] = pooledGaps([[{ first: women, second: men }]]);
    const alone = scoreGap(women, men);
    expect(gap).toMatchObject({ kind: "judged", first: 15, second: 16 });
    if (gap?.kind !== "judged" || alone.kind !== "judged") throw new Error("not judged");
    expect(gap.difference).toBeCloseTo(alone.difference, 12);
    expect(gap.limits?.[0]).toBeCloseTo(alone.limits?.[0] ?? 9, 9);
    expect(gap.together).toEqual(gap.limits);
  });

  it("widen with how many are looked at, counts alone not among them", () => {
    const thing = [{ first: some(15, 3.07), second: some(16, 3) }];
    const small = [{ first: some(4, 3), second: some(40, 2) }];
    const [one] = pooledGaps([thing]);
    const [many, ...rest] = pooledGaps([thing, thing, thing, small]);
    const [same] = pooledGaps([thing, small]);
    expect(same).toEqual(one);
    expect(rest.at(-1)).toEqual({ kind: "countsOnly", first: 4, second: 40 });
    if (one?.kind !== "judged" || many?.kind !== "judged") throw new Error("not judged");
    expect(many.limits).toEqual(one.limits);
    expect(many.together?.[0]).toBeLessThan(one.together?.[0] ?? -9);
    expect(one.leavesOutZero).toBe("together");
    expect(many.leavesOutZero).toBe("alone");
  });

  it("count only panels that scored both, and are not judged below thirty", () => {
    const [gap] = pooledGaps([
      [
        { first: some(6, 3), second: some(7, 2) },
        { first: some(30, 3), second: [] },
      ],
    ]);
    expect(gap).toMatchObject({ kind: "tooFew", first: 6, second: 7, leavesOutZero: "together" });
    expect(pooledGaps([])).toEqual([]);
    expect(pooledGaps([[]])).toEqual([{ kind: "countsOnly", first: 0, second: 0 }]);
  });
});
