import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectionAdvice } from "#app/selection/ranking/rank-connection.ts";
import { scoreTable } from "#app/selection/ranking/rank-table.ts";
import { components } from "#app/statistics/connectivity.ts";

type Pair = readonly [candidacy: number, member: number];

const CANDIDACIES = 5;
const MEMBERS = 4;
const pairs: readonly Pair[] = Array.from({ length: CANDIDACIES * MEMBERS }, (_, at) => [
  Math.floor(at / MEMBERS),
  at % MEMBERS,
]);
const key = ([candidacy, member]: Pair) => `${candidacy} ${member}`;
const named = ([candidacy, member]: Pair) => ({ candidacyId: `c${candidacy}`, memberId: `m${member}` });

const tableOf = (scored: readonly Pair[]) =>
  scoreTable({
    criteria: [{ id: "only", weight: 1 }],
    levels: 4,
    sheets: scored.map((pair) => ({ ...named(pair), scores: { only: 2 } })),
    memberIds: Array.from({ length: MEMBERS }, (_, j) => `m${j}`),
  });

const groupsOf = (scored: readonly Pair[]) => components(tableOf(scored).scores).count;

function* choices(from: readonly Pair[], size: number): Generator<readonly Pair[]> {
  if (size === 0) yield [];
  else
    for (const [at, pair] of from.entries())
      for (const rest of choices(from.slice(at + 1), size - 1)) yield [pair, ...rest];
}

/** How many sheets on candidacies scored already join everything, found by trying all choices; null where none of up to four do. */
function fewest(scored: readonly Pair[], barred: ReadonlySet<string>): number | null {
  const seen = new Set(scored.map(([candidacy]) => candidacy));
  const free = pairs.filter(
    (pair) => seen.has(pair[0]) && !barred.has(key(pair)) && !scored.some((one) => key(one) === key(pair)),
  );
  for (let size = 1; size <= 4; size += 1) {
    for (const added of choices(free, size)) if (groupsOf([...scored, ...added]) === 1) return size;
  }
  return null;
}

/** Each pair is scored, recused or open. */
const designs = fc
  .array(fc.constantFrom("scored", "recused", "recused", "open", "open", "open"), {
    minLength: pairs.length,
    maxLength: pairs.length,
  })
  .map((kinds) => ({
    scored: pairs.filter((_, at) => kinds[at] === "scored"),
    recused: pairs.filter((_, at) => kinds[at] === "recused"),
  }))
  .filter(({ scored }) => scored.length > 0 && groupsOf(scored) > 1);

const adviceOn = (scored: readonly Pair[], recused: readonly Pair[]) => {
  const table = tableOf(scored);
  return connectionAdvice(table, components(table.scores), recused.map(named));
};

describe("what would make candidacies comparable", () => {
  it("is the fewest sheets that do, none of them barred or written already", () => {
    fc.assert(
      fc.property(designs, ({ scored, recused }) => {
        const { sheetsToAdd, cannotJoin } = adviceOn(scored, recused);
        const added = sheetsToAdd.map(
          ({ candidacyId, memberId }): Pair => [Number(candidacyId.slice(1)), Number(memberId.slice(1))],
        );
        const taken = new Set([...scored, ...recused].map(key));
        expect(added.filter((pair) => taken.has(key(pair)))).toEqual([]);
        expect(new Set(added.map(key)).size).toBe(added.length);
        expect(groupsOf([...scored, ...added])).toBe(1 + cannotJoin.length);
        const least = fewest(scored, new Set(recused.map(key)));
        if (cannotJoin.length === 0) expect(added.length).toBe(least ?? added.length);
        else expect(least).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it("goes through a member who has not scored, where recusals bar all who have", () => {
    const scored: Pair[] = [
      [0, 0],
      [1, 1],
    ];
    const recused: Pair[] = [
      [0, 1],
      [1, 0],
      [0, 2],
    ];
    expect(adviceOn(scored, recused)).toEqual({
      sheetsToAdd: [
        { candidacyId: "c0", memberId: "m3" },
        { candidacyId: "c1", memberId: "m3" },
      ],
      cannotJoin: [],
    });
    expect(adviceOn(scored, [...recused, [1, 3]])).toEqual({ sheetsToAdd: [], cannotJoin: [1] });
  });
});
