import { CRITERION_GROUPS, type CriterionGroup, type CriterionStage } from "./criterion-group.ts";
import type { InTwoLanguages } from "./default-rubric.ts";
import type { RubricContent } from "./rubric-version.ts";

interface Change<T> {
  readonly before: T;
  readonly after: T;
}

type Criterion = RubricContent["criteria"][number];

/** What became of one criterion that stands in both versions; null where nothing did. */
export interface CriterionChanges {
  readonly code: string;
  /** As it is called in the later version. */
  readonly name: InTwoLanguages;
  readonly words: {
    readonly name: Change<InTwoLanguages> | null;
    readonly definition: Change<InTwoLanguages> | null;
    readonly anchors: readonly (Change<InTwoLanguages> & { readonly level: number })[];
  };
  /** Millionths of the whole. */
  readonly weight: Change<number> | null;
  readonly baseWeight: Change<number> | null;
  readonly need: Change<number> | null;
  readonly minimumLevel: Change<number | null> | null;
  readonly stage: Change<CriterionStage> | null;
}

/** What one version of a rubric changed in another. */
export interface RubricChanges {
  readonly levels: Change<number> | null;
  readonly shares: readonly (Change<number> & { readonly group: CriterionGroup })[];
  readonly added: readonly Criterion[];
  readonly dropped: readonly Criterion[];
  readonly changed: readonly CriterionChanges[];
}

const change = <T>(before: T, after: T): Change<T> | null => (before === after ? null : { before, after });

const wordChange = (before: InTwoLanguages, after: InTwoLanguages): Change<InTwoLanguages> | null =>
  before.en === after.en && before.fr === after.fr ? null : { before, after };

const NO_WORDS: InTwoLanguages = { en: "", fr: "" };

/** Compares two versions of a rubric criterion by criterion, which are told apart by their codes; the order does not count. */
export function rubricChanges(before: RubricContent, after: RubricContent): RubricChanges {
  const inBefore = new Map(before.criteria.map((one) => [one.code, one]));
  const codesAfter = new Set(after.criteria.map(({ code }) => code));
  return {
    levels: change(before.levels, after.levels),
    shares: CRITERION_GROUPS.flatMap((group) => {
      const changed = change(before.shares[group], after.shares[group]);
      return changed ? { group, ...changed } : [];
    }),
    added: after.criteria.filter(({ code }) => !inBefore.has(code)),
    dropped: before.criteria.filter(({ code }) => !codesAfter.has(code)),
    changed: after.criteria.flatMap((one) => {
      const old = inBefore.get(one.code);
      const changes = old && criterionChanges(old, one);
      return changes && changesCriterion(changes) ? changes : [];
    }),
  };
}

function criterionChanges(before: Criterion, after: Criterion): CriterionChanges {
  const levels = [...new Set([...before.anchors, ...after.anchors].map(({ level }) => level))].sort(
    (a, b) => a - b,
  );
  const at = (criterion: Criterion, level: number) =>
    criterion.anchors.find((anchor) => anchor.level === level) ?? NO_WORDS;
  return {
    code: after.code,
    name: after.name,
    words: {
      name: wordChange(before.name, after.name),
      definition: wordChange(before.definition, after.definition),
      anchors: levels.flatMap((level) => {
        const [old, now] = [at(before, level), at(after, level)];
        const changed = wordChange({ en: old.en, fr: old.fr }, { en: now.en, fr: now.fr });
        return changed ? { level, ...changed } : [];
      }),
    },
    weight: change(before.weight, after.weight),
    baseWeight: change(before.baseWeight, after.baseWeight),
    need: change(before.need, after.need),
    minimumLevel: change(before.minimumLevel, after.minimumLevel),
    stage: change(before.stage, after.stage),
  };
}

const changesCriterion = ({ words, code, name, ...figures }: CriterionChanges) =>
  Object.values(figures).some((one) => one !== null) ||
  words.name !== null ||
  words.definition !== null ||
  words.anchors.length > 0;

/** Whether the two versions differ in anything. */
export const changesRubric = ({ levels, ...lists }: RubricChanges): boolean =>
  levels !== null || Object.values(lists).some((list) => list.length > 0);
