import {
  CRITERION_GROUPS,
  CRITERION_STAGES,
  type CriterionGroup,
  type CriterionStage,
  type GroupShares,
} from "./criterion-group.ts";
import {
  type ChosenCriterion,
  type NeedLevels,
  needOf,
  RUBRIC_SCALES,
  RUBRIC_SIZE,
  type WeightedCriterion,
  weighCriteria,
  weightsOf,
} from "./rubric.ts";

/** The heaviest base weight; the usual is 10. */
export const BASE_WEIGHT = { least: 1, most: 100, usual: 10 } as const;

/** One line of a rubric under the pen. What is no number where one belongs is NaN. */
export interface DraftRow {
  readonly code: string;
  readonly chosen: boolean;
  readonly libraryVersion: number;
  readonly baseWeight: number;
  /** How much it is needed, 1 to 3, where the mission's statement says nothing of it; otherwise not looked at. */
  readonly need: number;
  /** Null: none. */
  readonly minimumLevel: number | null;
  readonly stage: CriterionStage;
}

/** A rubric under the pen, with a row for each criterion of the library. */
export interface RubricDraft {
  readonly levels: number;
  readonly shares: GroupShares;
  readonly criteria: readonly DraftRow[];
}

/** A criterion that the rubric can take up. */
export interface OfferedCriterion {
  readonly code: string;
  readonly group: CriterionGroup;
  /** The mission's stated need, 0 to 3; null where its statement says nothing of the criterion. */
  readonly missionNeed: number | null;
  /** The versions whose words can be taken, each with the number of its levels. */
  readonly versions: readonly { readonly version: number; readonly levels: number }[];
}

/** What stands against a draft: the field of the form, and the code of the message beside it (`invalid.<code>`). */
export interface DraftProblem {
  readonly path: readonly (string | number)[];
  readonly code: string;
}

/**
 * All that stands against a rubric by METHOD §1: 4 to 16 criteria of the library in words for its number of levels,
 * whole base weights from 1 to 100, minimums on the scale, each needed at least somewhat, and shares
 * that add up to 100 with something for every group that has a criterion. Weights need no check: they add up by construction.
 *
 * @param offered the criteria that can be taken up, by code
 * @returns an empty list where nothing stands against it
 */
export function draftProblems(
  { levels, shares, criteria }: RubricDraft,
  offered: ReadonlyMap<string, OfferedCriterion>,
): readonly DraftProblem[] {
  const chosen = criteria.filter((row) => row.chosen);
  const off = RUBRIC_SCALES.every((scale) => scale !== levels);
  const size = chosen.length < RUBRIC_SIZE.least || chosen.length > RUBRIC_SIZE.most;
  const groups = new Set(chosen.map(({ code }) => offered.get(code)?.group));
  return [
    ...(off ? [problem(["levels"], "choose")] : []),
    ...shareProblems(shares, groups),
    ...(size ? [problem(["criteria"], "rubricSize")] : []),
    ...criteria.flatMap((row, index) =>
      row.chosen
        ? rowProblems(row, { levels, offered: offered.get(row.code) }).map(({ path, code }) =>
            problem(["criteria", index, ...path], code),
          )
        : [],
    ),
    ...criteria.flatMap(({ code, chosen: taken }, index) =>
      taken && criteria.findIndex((one) => one.chosen && one.code === code) < index
        ? [problem(["criteria", index, "chosen"], "criterionTwice")]
        : [],
    ),
  ];
}

/** The name of a field of the form: `criteria[3].baseWeight`. */
export const fieldName = (path: DraftProblem["path"]): string =>
  path.map((part, n) => (typeof part === "number" ? `[${part}]` : n === 0 ? part : `.${part}`)).join("");

const problem = (path: DraftProblem["path"], code: string): DraftProblem => ({ path, code });

function shareProblems(shares: GroupShares, groups: ReadonlySet<CriterionGroup | undefined>) {
  const off = CRITERION_GROUPS.flatMap((group) => boundProblem(["shares", group], shares[group], 0, 100));
  if (off.length > 0) return off;
  const sum = CRITERION_GROUPS.reduce((all, group) => all + shares[group], 0);
  return [
    ...(sum === 100 ? [] : [problem(["shares"], "sharesSum")]),
    ...CRITERION_GROUPS.filter((group) => groups.has(group) && shares[group] === 0).map((group) =>
      problem(["shares", group], "shareZero"),
    ),
  ];
}

interface RowFacts {
  readonly levels: number;
  readonly offered: OfferedCriterion | undefined;
}

function rowProblems(row: DraftRow, { levels, offered }: RowFacts): readonly DraftProblem[] {
  const words = offered?.versions.find(({ version }) => version === row.libraryVersion);
  if (!offered || !words) return [problem(["chosen"], "criterionNotOffered")];
  const { baseWeight, minimumLevel, stage } = row;
  const off = minimumLevel !== null && !isWithin(minimumLevel, 1, levels);
  return [
    ...(words.levels === levels ? [] : [problem(["chosen"], "criterionScale")]),
    ...boundProblem(["baseWeight"], baseWeight, BASE_WEIGHT.least, BASE_WEIGHT.most),
    ...(off ? [problem(["minimumLevel"], "minimumOffScale")] : []),
    ...needProblems(row, offered),
    ...(CRITERION_STAGES.includes(stage) ? [] : [problem(["stage"], "choose")]),
  ];
}

function needProblems({ need, minimumLevel }: DraftRow, { missionNeed }: OfferedCriterion) {
  if (missionNeed === null) return isWithin(need, 1, 3) ? [] : [problem(["need"], "needMissing")];
  return needOf(minimumLevel, missionNeed) === 0 ? [problem(["chosen"], "needNone")] : [];
}

/** What is wrong with a number: that it is none, or past a bound, which is named (see i18n/issue-code.ts). */
function boundProblem(path: DraftProblem["path"], value: number, least: number, most: number) {
  if (isWithin(value, least, most)) return [];
  if (!Number.isInteger(value)) return [problem(path, "wholeNumber")];
  return [problem(path, value < least ? `atLeast:${least}` : `atMost:${most}`)];
}

const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** The need that a row's weight comes from: the mission's where it stated one, otherwise the one stated here. */
export const rowNeed = ({ need, minimumLevel }: DraftRow, { missionNeed }: OfferedCriterion): number =>
  missionNeed === null ? need : needOf(minimumLevel, missionNeed);

/** The criteria of a draft as far as their weights go. */
export interface DraftWeights {
  readonly criteria: readonly {
    readonly code: string;
    readonly group: CriterionGroup;
    readonly baseWeight: number;
    readonly need: number;
  }[];
  /** Millionths of the whole. */
  readonly byCode: ReadonlyMap<string, number>;
}

/** What the criteria of a draft weigh; null as long as a figure that a weight hangs on is missing or off its range. */
export function weighDraft(
  draft: RubricDraft,
  offered: ReadonlyMap<string, OfferedCriterion>,
): DraftWeights | null {
  const { shares } = draft;
  const rows = draft.criteria.filter(({ chosen }) => chosen);
  const criteria = rows.flatMap((row) => {
    const one = offered.get(row.code);
    const need = one ? rowNeed(row, one) : 0;
    const { code, baseWeight } = row;
    const weighs = isWithin(baseWeight, BASE_WEIGHT.least, BASE_WEIGHT.most) && isWithin(need, 1, 3);
    return one && weighs ? { code, group: one.group, baseWeight, need } : [];
  });
  const groups = new Set(criteria.map(({ group }) => group));
  const known = new Set(criteria.map(({ code }) => code));
  if (criteria.length < rows.length || known.size < rows.length || shareProblems(shares, groups).length > 0)
    return null;
  return { criteria, byCode: weightsOf(criteria, shares) };
}

/**
 * A rubric that an officer put together, weighed by needs that were stated anew: a criterion that is no longer needed
 * leaves it, one that the statement says nothing of keeps the need stated for the vacancy.
 */
export function reweighed(
  { criteria, shares }: { readonly criteria: readonly ChosenCriterion[]; readonly shares: GroupShares },
  stated: NeedLevels,
): readonly WeightedCriterion[] {
  const needed = criteria
    .map((one) => ({ ...one, need: needOf(one.minimumLevel, stated.get(one.code) ?? one.need) }))
    .filter(({ need }) => need > 0);
  return weighCriteria(needed, shares);
}

/**
 * Reads a draft out of what a form holds, posted or still being typed.
 *
 * @param valueIn gives a field by its name, as `criteria[3].baseWeight`; undefined where there is none
 * @param rows how many rows the form has
 */
export function draftIn(valueIn: (name: string) => string | undefined, rows: number): RubricDraft {
  const said = (name: string) => valueIn(name)?.trim() ?? "";
  const shareOf = (group: CriterionGroup) => numberIn(said(`shares.${group}`));
  return {
    levels: numberIn(said("levels")),
    shares: {
      merit: shareOf("merit"),
      competence: shareOf("competence"),
      missionNeeds: shareOf("missionNeeds"),
    },
    criteria: Array.from({ length: rows }, (_, n) => {
      const field = (name: string) => said(`criteria[${n}].${name}`);
      return {
        code: field("code"),
        chosen: field("chosen") === "on",
        libraryVersion: numberIn(field("libraryVersion")),
        baseWeight: numberIn(field("baseWeight")),
        need: numberIn(field("need")),
        minimumLevel: field("minimumLevel") === "" ? null : numberIn(field("minimumLevel")),
        stage: CRITERION_STAGES.find((stage) => stage === field("stage")) ?? "both",
      };
    }),
  };
}

const numberIn = (text: string) => (text === "" ? Number.NaN : Number(text));
