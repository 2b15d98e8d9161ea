import type { RankingInput } from "#app/selection/ranking/ranking.ts";

/** A small generator for stories: what it gives does not matter, only that it is always the same. */
const story = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
};

interface Story {
  readonly candidacies: number;
  readonly members: number;
  readonly criteria: number;
  /** Share of sheets that recusals take away, and of marks not observed. */
  readonly recused?: number;
  readonly unobserved?: number;
  readonly seed?: number;
  readonly draws?: number;
}

/** A panel that scored: candidacies differ, members are more or less severe, marks have noise. */
export function panelStory(told: Story): RankingInput {
  const random = story(told.seed ?? 1);
  const list = <T>(length: number, make: (index: number) => T) =>
    Array.from({ length }, (_, index) => make(index));
  const severity = list(told.members, () => random() - 0.5);
  const criteria = list(told.criteria, (k) => ({
    id: `criterion-${k}`,
    weight: 20_000 + Math.floor(random() * 80_000),
  }));
  const sheets = list(told.candidacies, (i) => ({ i, ability: 1.5 + 2 * random() })).flatMap(
    ({ i, ability }) =>
      list(told.members, (j) => ({
        kept: random() >= (told.recused ?? 0),
        sheet: {
          candidacyId: `candidacy-${String(i).padStart(3, "0")}`,
          memberId: `member-${j}`,
          scores: Object.fromEntries(
            criteria.map(({ id }) => {
              const level = Math.round(ability - (severity[j] ?? 0) + 1.6 * (random() - 0.5));
              return [id, random() < (told.unobserved ?? 0) ? null : Math.max(1, Math.min(4, level))];
            }),
          ),
        },
      })).flatMap(({ kept, sheet }) => (kept ? [sheet] : [])),
  );
  return { criteria, levels: 4, sheets, shortlistSize: 3, seed: 17, draws: told.draws ?? 500 };
}
