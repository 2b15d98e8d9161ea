/** A statement of needs as it is compared with another. */
export interface ComparedNeeds {
  readonly phase: string;
  readonly hostContext: string;
  readonly security: string;
  readonly mandateTasks: readonly string[];
  readonly languages: readonly string[];
  readonly items: readonly { readonly criterionCode: string; readonly level: number; readonly why: string }[];
}

interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** What a statement changed in the one before; null or empty where it changed nothing. */
export interface NeedsChanges {
  readonly phase: Change<string> | null;
  readonly hostContext: Change<string> | null;
  readonly security: Change<string> | null;
  readonly tasksAdded: readonly string[];
  readonly tasksRemoved: readonly string[];
  readonly languages: Change<readonly string[]> | null;
  /** By the code of the criterion; a criterion that was not asked for has level 0. */
  readonly levels: readonly (Change<number> & { readonly criterionCode: string })[];
  /** Criteria whose reason changed. */
  readonly reasons: readonly (Change<string> & { readonly criterionCode: string })[];
}

/** Compares a statement of needs with the one before it. The order of tasks and languages does not count. */
export function changesBetween(before: ComparedNeeds, after: ComparedNeeds): NeedsChanges {
  const codes = [
    ...new Set([...before.items, ...after.items].map(({ criterionCode }) => criterionCode)),
  ].sort();
  const pairs = codes.map((criterionCode) => ({
    criterionCode,
    before: before.items.find((item) => item.criterionCode === criterionCode),
    after: after.items.find((item) => item.criterionCode === criterionCode),
  }));
  return {
    phase: changed(before.phase, after.phase),
    hostContext: changed(before.hostContext, after.hostContext),
    security: changed(before.security, after.security),
    tasksAdded: after.mandateTasks.filter((task) => !before.mandateTasks.includes(task)),
    tasksRemoved: before.mandateTasks.filter((task) => !after.mandateTasks.includes(task)),
    languages: sameSet(before.languages, after.languages)
      ? null
      : { before: before.languages, after: after.languages },
    levels: pairs.flatMap(({ criterionCode, before: old, after: now }) => {
      const change = changed(old?.level ?? 0, now?.level ?? 0);
      return change ? { criterionCode, ...change } : [];
    }),
    reasons: pairs.flatMap(({ criterionCode, before: old, after: now }) => {
      const change = changed(old?.why ?? "", now?.why ?? "");
      return change ? { criterionCode, ...change } : [];
    }),
  };
}

const changed = <T extends string | number>(before: T, after: T): Change<T> | null =>
  before === after ? null : { before, after };

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item) => other.includes(item));

/** Whether a statement changed anything at all. */
export const changesAnything = ({ tasksAdded, tasksRemoved, levels, reasons, ...single }: NeedsChanges) =>
  Object.values(single).some((change) => change !== null) ||
  [tasksAdded, tasksRemoved, levels, reasons].some((list) => list.length > 0);

/** A team counted by gender as declared, with the posts nobody holds. */
export interface TeamCount {
  readonly women: number;
  readonly men: number;
  readonly others: number;
  readonly vacant: number;
}

/** Counts who leads a mission now: those in post by gender as declared, acting ones included, and vacant posts. */
export function countTeam(
  posts: readonly { readonly incumbents: readonly { readonly gender: string }[] }[],
): TeamCount {
  const genders = posts.flatMap(({ incumbents }) => incumbents.map(({ gender }) => gender));
  const women = genders.filter((gender) => gender === "woman").length;
  const men = genders.filter((gender) => gender === "man").length;
  const vacant = posts.filter(({ incumbents }) => incumbents.length === 0).length;
  return { women, men, others: genders.length - women - men, vacant };
}
