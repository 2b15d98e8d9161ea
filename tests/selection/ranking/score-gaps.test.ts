import { describe, expect, it } from "vitest";
import { rank } from "#app/selection/ranking/ranking.ts";
import { type GroupedPerson, scoreGaps } from "#app/selection/ranking/score-gaps.ts";
import { panelStory } from "#tests/selection/panel/panel-story.ts";

const story = rank(panelStory({ candidacies: 24, members: 3, criteria: 3, recused: 0.1, draws: 20 }));
if (story.kind !== "ranked") throw new Error("the story should give a ranking");
const ranking = story;
const uruguay = { code: "UY", name: { en: "Uruguay", fr: "Uruguay" } };
const ghana = { code: "GH", name: { en: "Ghana", fr: "Ghana" } };
const people = ranking.candidacies.map(
  ({ candidacyId }, n): GroupedPerson => ({
    candidacyId,
    gender: n === 0 ? "another" : n % 2 === 0 ? "woman" : "man",
    region: n < 6 ? "African" : n === 23 ? null : "Asia-Pacific",
    state: n < 4 ? ghana : n < 10 ? uruguay : null,
  }),
);
const gaps = scoreGaps(ranking, people);
const fairOf = (belongs: (person: GroupedPerson) => boolean) => {
  const those = people.filter(belongs);
  const values = those.map(
    ({ candidacyId }) =>
      ranking.candidacies.find((one) => one.candidacyId === candidacyId)?.fairAverage ?? Number.NaN,
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

describe("score gaps of a panel", () => {
  it("compare women with men, each regional group and each larger state with all others", () => {
    expect(gaps.map(({ of }) => of)).toEqual([
      { kind: "gender" },
      { kind: "region", region: "African" },
      { kind: "region", region: "Asia-Pacific" },
      { kind: "state", name: uruguay.name },
    ]);
    expect(gaps.map(({ whole: { first, second } }) => [first, second])).toEqual([
      [11, 12],
      [6, 18],
      [17, 7],
      [6, 18],
    ]);
  });

  it("are differences of mean fair averages", () => {
    const [gender] = gaps;
    if (!gender || gender.whole.kind === "countsOnly") throw new Error("enough of both");
    const expected = fairOf((one) => one.gender === "woman") - fairOf((one) => one.gender === "man");
    expect(gender.whole.difference).toBeCloseTo(expected, 12);
  });

  it("are given for each criterion and each member, over the sheets that member wrote", () => {
    for (const { criteria, members } of gaps) {
      expect(criteria.map(({ criterionId }) => criterionId)).toEqual([0, 1, 2].map((k) => `criterion-${k}`));
      expect(members.map(({ memberId }) => memberId)).toEqual([0, 1, 2].map((j) => `member-${j}`));
    }
    const sheets = gaps[1]?.members.map(({ gap }) => gap.first + gap.second);
    expect(sheets).toEqual(ranking.members.map((member) => member.sheets));
  });

  it("leave out who has no score, and do not mind the order in which people come", () => {
    const more = [...people, { ...people[0], candidacyId: "nobody" } as GroupedPerson].reverse();
    expect(scoreGaps(ranking, more)).toEqual(gaps);
  });

  it("are counts alone in a small panel", () => {
    const few = rank(panelStory({ candidacies: 5, members: 3, criteria: 2, draws: 20 }));
    if (few.kind !== "ranked") throw new Error("the story should give a ranking");
    const those = few.candidacies.map(
      (one, n) => ({ ...people[n], candidacyId: one.candidacyId }) as GroupedPerson,
    );
    for (const { whole, criteria, members } of scoreGaps(few, those)) {
      for (const { kind } of [whole, ...[...criteria, ...members].map(({ gap }) => gap)])
        expect(kind).toBe("countsOnly");
    }
  });
});
