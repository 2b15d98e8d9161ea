import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUP_SHARES } from "#app/selection/rubric/criterion-group.ts";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { rubricFromNeeds } from "#app/selection/rubric/rubric.ts";
import {
  type DraftRow,
  draftIn,
  draftProblems,
  fieldName,
  type OfferedCriterion,
  type RubricDraft,
  reweighed,
  weighDraft,
} from "#app/selection/rubric/rubric-draft.ts";
import { rubricFormSchema } from "#app/selection/rubric/rubric-form.ts";
import { valuesIn, workshopDefaults } from "#app/selection/rubric/rubric-workshop-values.ts";

const offered: readonly OfferedCriterion[] = [
  ...DEFAULT_CRITERIA.map(({ code, group }) => ({
    ...{ code, group, missionNeed: code === "N3" ? 0 : 2 },
    versions: [{ version: 1, levels: 4 }],
  })),
  {
    code: "C10",
    group: "competence",
    missionNeed: null,
    versions: [
      { version: 2, levels: 5 },
      { version: 1, levels: 4 },
    ],
  },
];
const known = new Map(offered.map((one) => [one.code, one]));

const row = (code: string, changes: Partial<DraftRow> = {}): DraftRow => ({
  ...{ code, chosen: true, libraryVersion: 1, baseWeight: 10, need: Number.NaN, minimumLevel: null },
  stage: "both",
  ...changes,
});
const someRows = ["M1", "C1", "C2", "N1"].map((code) => row(code));
const draft = (changes: Partial<RubricDraft> = {}): RubricDraft => ({
  ...{ levels: 4, shares: GROUP_SHARES, criteria: someRows },
  ...changes,
});
const problems = (one: RubricDraft) =>
  draftProblems(one, known).map(({ path, code }) => `${fieldName(path)} ${code}`);

describe("a rubric under the pen", () => {
  it("stands with four criteria of the library", () => {
    expect(problems(draft())).toEqual([]);
  });

  it.each([
    ["too few criteria", draft({ criteria: someRows.slice(1) }), ["criteria rubricSize"]],
    [
      "too many",
      draft({
        criteria: [
          ...DEFAULT_CRITERIA.map(({ code }) => row(code, { minimumLevel: 1 })),
          row("C10", { need: 1 }),
          row("M1"),
        ],
      }),
      ["criteria rubricSize", "criteria[16].chosen criterionTwice"],
    ],
    [
      "shares that do not add up",
      draft({ shares: { merit: 30, competence: 45, missionNeeds: 30 } }),
      ["shares sharesSum"],
    ],
    [
      "a share that is no whole number",
      draft({ shares: { merit: 30.5, competence: Number.NaN, missionNeeds: 25 } }),
      ["shares.merit wholeNumber", "shares.competence wholeNumber"],
    ],
    [
      "a group that has criteria and counts nothing",
      draft({ shares: { merit: 0, competence: 75, missionNeeds: 25 } }),
      ["shares.merit shareZero"],
    ],
    [
      "a scale that no rubric has",
      draft({ levels: 3 }),
      ["levels choose", ...[0, 1, 2, 3].map((n) => `criteria[${n}].chosen criterionScale`)],
    ],
    [
      "a minimum off the scale",
      draft({ criteria: [...someRows, row("C3", { minimumLevel: 5 }), row("C4", { minimumLevel: 0 })] }),
      ["criteria[4].minimumLevel minimumOffScale", "criteria[5].minimumLevel minimumOffScale"],
    ],
    [
      "a base weight out of range",
      draft({ criteria: [...someRows, row("C3", { baseWeight: 101 }), row("C4", { baseWeight: 2.5 })] }),
      ["criteria[4].baseWeight atMost:100", "criteria[5].baseWeight wholeNumber"],
    ],
    [
      "a criterion that the mission does not need",
      draft({ criteria: [...someRows, row("N3")] }),
      ["criteria[4].chosen needNone"],
    ],
    [
      "one of which the mission said nothing",
      draft({ criteria: [...someRows, row("C10")] }),
      ["criteria[4].need needMissing"],
    ],
    [
      "words for another scale",
      draft({ criteria: [...someRows, row("C10", { need: 2, libraryVersion: 2 })] }),
      ["criteria[4].chosen criterionScale"],
    ],
    [
      "what the library does not have",
      draft({ criteria: [...someRows, row("X1"), row("C3", { libraryVersion: 7 })] }),
      ["criteria[4].chosen criterionNotOffered", "criteria[5].chosen criterionNotOffered"],
    ],
  ])("is refused for %s, beside the field", (_, one, expected) => {
    expect(problems(one)).toEqual(expected);
  });

  it("judges nothing of what is not chosen, and takes what has a minimum though it is not needed", () => {
    const left = row("X9", { chosen: false, baseWeight: Number.NaN, minimumLevel: 99 });
    expect(problems(draft({ criteria: [...someRows, left, row("N3", { minimumLevel: 2 })] }))).toEqual([]);
  });

  it("weighs to the whole as soon as its figures are in order, and not before", () => {
    const figure = fc.oneof(fc.integer({ min: -2, max: 120 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(figure, { minLength: 4, maxLength: 4 }), (bases) => {
        const criteria = someRows.map((one, n) => ({ ...one, baseWeight: bases[n] ?? 1 }));
        const weights = weighDraft(draft({ criteria }), known);
        const fits = bases.every((base) => base >= 1 && base <= 100);
        if (!fits) return weights === null;
        return [...(weights?.byCode.values() ?? [])].reduce((sum, one) => sum + one, 0) === WHOLE;
      }),
    );
  });
});

describe("the form of a rubric", () => {
  const criteria = rubricFromNeeds(DEFAULT_CRITERIA, new Map(DEFAULT_CRITERIA.map(({ code }) => [code, 2])));
  const stored = {
    rubric: { levels: 4, shares: GROUP_SHARES, criteria: criteria.slice(0, 6) },
    offered: offered.map((one) => ({
      ...one,
      versions: one.versions.map((version) => ({
        ...{ ...version, stage: "both", baseWeight: 10, minimumLevel: null },
      })),
    })),
  };
  const defaults = workshopDefaults(stored);

  it("begins with what is stored, and gives it back unchanged", () => {
    const read = draftIn(valuesIn(defaults), offered.length);
    const chosen = read.criteria.filter((one) => one.chosen);
    expect(chosen.map(({ code }) => code)).toEqual(criteria.slice(0, 6).map(({ code }) => code));
    expect(chosen.every(({ baseWeight, libraryVersion }) => baseWeight === 10 && libraryVersion === 1)).toBe(
      true,
    );
    expect(read).toMatchObject({ levels: 4, shares: GROUP_SHARES });
  });

  it("is read alike by the browser as it is typed and by the server as it is posted", () => {
    const posted = new FormData();
    posted.set("version", "3");
    posted.set("levels", defaults.levels);
    for (const [group, share] of Object.entries(defaults.shares)) posted.set(`shares.${group}`, share);
    defaults.criteria.forEach((one, n) => {
      for (const [field, value] of Object.entries(one)) posted.set(`criteria[${n}].${field}`, value);
    });
    const typed = draftIn((name) => posted.get(name)?.toString(), offered.length);
    const submission = parseWithZod(posted, { schema: rubricFormSchema(known) });
    expect(submission.status).toBe("success");
    const { version, ...read } = submission.status === "success" ? submission.value : { version: 0 };
    expect(version).toBe(3);
    expect(read).toEqual(typed);
    posted.set("criteria[0].baseWeight", "much");
    posted.set("shares.merit", "31");
    const wrong = parseWithZod(posted, { schema: rubricFormSchema(known) }).reply().error;
    expect(wrong).toEqual({ shares: ["sharesSum"], "criteria[0].baseWeight": ["wholeNumber"] });
  });
});

describe("a rubric put together by an officer", () => {
  it("keeps its criteria when the needs are stated anew, less what is no longer needed", () => {
    const before = rubricFromNeeds(DEFAULT_CRITERIA, new Map(DEFAULT_CRITERIA.map(({ code }) => [code, 2])));
    const [seventh] = before.slice(6);
    if (!seventh) throw new Error("the rubric is too short");
    const own = [...before.slice(0, 6), { ...seventh, code: "C10", need: 3, minimumLevel: null }];
    const after = reweighed(
      { criteria: own, shares: GROUP_SHARES },
      new Map([
        ["M1", 0],
        ["M2", 3],
        ["C1", 0],
      ]),
    );
    expect(after.map(({ code, need }) => [code, need])).toEqual([
      ["M2", 3],
      ["M3", 2],
      ["C1", 1],
      ["C2", 2],
      ["C3", 2],
      ["C10", 3],
    ]);
    expect(after.reduce((sum, { weight }) => sum + weight, 0)).toBe(WHOLE);
  });
});
