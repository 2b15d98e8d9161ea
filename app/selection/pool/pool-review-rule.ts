import { READINESS_LEVELS, type ReadinessFinding, type ReadinessLevel } from "#app/cadre/readiness.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";
import { REASONS, type ScreeningReason } from "#app/selection/screening/screening-reasons.ts";
import { type Conclusion, conclude, type SheetFacts } from "#app/selection/screening/screening-rule.ts";

/** One officer's finding on somebody nominated for the cadre, in the order in which they came in. */
export interface PoolSheetFacts extends SheetFacts {
  /** The kinds of post they were found suitable for, how soon, and what that rests on; none where they were not. */
  readonly roleKindCodes: readonly string[];
  readonly level: ReadinessLevel | null;
  readonly evidence: string;
}

/**
 * The rule of screenings, for the cadre: no outcome without two officers who found it. Two who find the person suitable
 * for no kind of post in common do not agree; a third is asked.
 *
 * @param sheets at most three, each of another officer
 */
export function concludePool(sheets: readonly PoolSheetFacts[]): Conclusion {
  const [first, second, third] = sheets;
  const apart = first?.passed && second?.passed && sharedKinds([first, second]).length === 0;
  if (!apart) return conclude(sheets);
  if (!third) return { kind: "waits", for: "third" };
  return { kind: "concluded", basis: "majority", passed: true, reasons: [] };
}

/** The kinds of post that two of some sheets name; where none is named twice, all that they name. */
function sharedKinds(sheets: readonly PoolSheetFacts[]): readonly string[] {
  const all = [...new Set(sheets.flatMap(({ roleKindCodes }) => roleKindCodes))];
  return all.filter((code) => sheets.filter((one) => one.roleKindCodes.includes(code)).length >= 2);
}

/**
 * What somebody found suitable is ready for: the kinds of post that two officers named (all of them, where none was
 * named twice), each at the more cautious of the levels given for it, with the words of who gave it first.
 *
 * @param sheets of the review that was concluded so
 */
export function readinessFound(sheets: readonly PoolSheetFacts[]): readonly ReadinessFinding[] {
  const suitable = sheets.filter(({ passed }) => passed);
  const shared = sharedKinds(suitable);
  const kinds =
    shared.length > 0 ? shared : [...new Set(suitable.flatMap(({ roleKindCodes }) => roleKindCodes))];
  return kinds.flatMap((roleKindCode) => {
    const naming = suitable.filter(({ roleKindCodes }) => roleKindCodes.includes(roleKindCode));
    const level = READINESS_LEVELS.findLast((one) => naming.some((sheet) => sheet.level === one));
    const words = naming.find((sheet) => sheet.level === level);
    return level && words ? [{ roleKindCode, level, evidence: words.evidence }] : [];
  });
}

/**
 * The reasons for which somebody can be left out of the cadre: those that rest on a requirement of the call, and that
 * the file does not show the competence asked for. None that only a post knows of: its host State, its day.
 */
export function poolReasons(requirements: readonly Requirement[]): readonly ScreeningReason[] {
  const kinds: ReadonlySet<string> = new Set(requirements.map(({ kind }) => kind));
  return (Object.keys(REASONS) as ScreeningReason[]).filter((reason) => {
    const { restsOn } = REASONS[reason];
    if (reason === "competenceShort") return true;
    return typeof restsOn === "object"
      ? kinds.has(restsOn.notMet)
      : restsOn === "cannotTell" && kinds.size > 0;
  });
}
