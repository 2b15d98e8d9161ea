import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUP_SHARES } from "#app/selection/rubric/criterion-group.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { rubricFromNeeds } from "#app/selection/rubric/rubric.ts";
import { changesRubric, rubricChanges } from "#app/selection/rubric/rubric-changes.ts";
import { type RubricContent, rubricContentOf } from "#app/selection/rubric/rubric-version.ts";

const criteria = rubricFromNeeds(DEFAULT_CRITERIA, new Map(DEFAULT_CRITERIA.map(({ code }) => [code, 2])));
const content = (changes: Partial<RubricContent> = {}): RubricContent =>
  rubricContentOf(JSON.parse(JSON.stringify({ levels: 4, shares: GROUP_SHARES, criteria, ...changes })));
const whole = content();
type Criterion = RubricContent["criteria"][number];
const withChanged = (code: string, changes: Partial<Criterion>) =>
  content({ criteria: whole.criteria.map((one) => (one.code === code ? { ...one, ...changes } : one)) });

describe("the comparison of two versions of a rubric", () => {
  it("finds nothing between a version and itself, in whatever order its criteria stand", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(whole.criteria, { minLength: whole.criteria.length }), (shuffled) => {
        return !changesRubric(rubricChanges(whole, { ...whole, criteria: shuffled }));
      }),
    );
  });

  it("names what was added and what was dropped, and the other way round", () => {
    fc.assert(
      fc.property(fc.subarray(whole.criteria), fc.subarray(whole.criteria), (one, other) => {
        const [there, back] = [
          rubricChanges({ ...whole, criteria: one }, { ...whole, criteria: other }),
          rubricChanges({ ...whole, criteria: other }, { ...whole, criteria: one }),
        ];
        expect(there.added).toEqual(back.dropped);
        expect(there.dropped).toEqual(back.added);
        expect(one.length - there.dropped.length + there.added.length).toBe(other.length);
      }),
    );
  });

  it("tells weights, minimums, stages, needs, shares and scale", () => {
    const after = withChanged("C2", {
      ...{ weight: 1, baseWeight: 20, need: 3, minimumLevel: 2, stage: "interview" },
    });
    const { changed } = rubricChanges(whole, after);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({
      code: "C2",
      weight: { after: 1 },
      baseWeight: { before: 10, after: 20 },
      need: { before: 2, after: 3 },
      minimumLevel: { before: null, after: 2 },
      stage: { before: "both", after: "interview" },
    });
    const shares = { merit: 20, competence: 55, missionNeeds: 25 };
    expect(rubricChanges(whole, content({ levels: 5, shares }))).toMatchObject({
      levels: { before: 4, after: 5 },
      shares: [
        { group: "merit", before: 30, after: 20 },
        { group: "competence", before: 45, after: 55 },
      ],
    });
  });

  it("shows changed words by language and by level, a new level too", () => {
    const old = whole.criteria.find(({ code }) => code === "C8");
    if (!old) throw new Error("no C8");
    const anchors = [
      ...old.anchors.map((one) => (one.level === 2 ? { ...one, fr: "Parle clairement." } : one)),
      { level: 5, en: "Beyond.", fr: "Au-delà." },
    ];
    const after = withChanged("C8", { definition: { en: "Speaks.", fr: old.definition.fr }, anchors });
    const [change] = rubricChanges(whole, after).changed;
    expect(change?.words.name).toBeNull();
    expect(change?.words.definition?.after.en).toBe("Speaks.");
    expect(change?.words.anchors.map(({ level }) => level)).toEqual([2, 5]);
    expect(change?.words.anchors[1]?.before).toEqual({ en: "", fr: "" });
    expect(change?.weight).toBeNull();
  });
});
