import type { RankingInput } from "./ranking.ts";

/** With so many candidacies or fewer a ranking takes the full number of draws. */
const MANY = 50;

/**
 * How many draws a ranking of so many candidacies takes: 10,000, and 2,000 from 51 candidacies on, where the page would
 * wait for it. With 2,000 a share of draws is known to ± 0.02 (95 %) at worst. Page and report take the same number, so
 * that their figures agree; both state it.
 */
export const drawsFor = (candidacies: number): number => (candidacies > MANY ? 2_000 : 10_000);

/** All that a ranking is calculated from, less the seed that follows from it. */
export type RankingFacts = Omit<RankingInput, "seed">;

/**
 * A ranking's inputs as one text, the same whatever order they were read in: what is hashed. Anybody who has the sheets
 * can make it again.
 */
export function rankingText({
  criteria,
  levels,
  sheets,
  draws,
  shortlistSize,
  ...named
}: RankingFacts): string {
  const by =
    <T>(key: (one: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1;
  return JSON.stringify({
    v: 1,
    levels,
    shortlistSize,
    draws,
    criteria: criteria.map(({ id, weight }) => [id, weight] as const).sort(by(([id]) => id)),
    candidacies: [...(named.candidacyIds ?? [])].sort(),
    members: [...(named.memberIds ?? [])].sort(),
    recusals: (named.recusals ?? []).map((one) => `${one.candidacyId} ${one.memberId}`).sort(),
    sheets: sheets
      .map(({ candidacyId, memberId, scores }) => [
        candidacyId,
        memberId,
        Object.entries(scores).sort(by(([id]) => id)),
      ])
      .sort(by(([candidacyId, memberId]) => `${candidacyId} ${memberId}`)),
  });
}

/**
 * The seed of a ranking: the first 32 bits of its inputs' hash, so that it follows from the sheets and nobody chooses
 * it.
 *
 * @param inputsHash hexadecimal, 8 digits or more
 */
export const seedOf = (inputsHash: string): number => Number.parseInt(inputsHash.slice(0, 8), 16);
