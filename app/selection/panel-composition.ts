import type { Gender } from "#app/gender/counts.ts";

/** What the rules of composition ask of a member. Nothing but this is judged. */
export interface ProposedMember {
  readonly userId: string;
  readonly chair: boolean;
  readonly gender: Gender;
  /** ISO 3166-1 alpha-2 code of a state; "" while it is not yet chosen. */
  readonly nationality: string;
  /** From outside the department that owns the post. */
  readonly external: boolean;
}

/** Every rule, in the order in which the page shows them. */
export const COMPOSITION_RULES = [
  "size",
  "chair",
  "womenAndMen",
  "external",
  "nationalities",
  "oneThird",
] as const;
export type CompositionRule = (typeof COMPOSITION_RULES)[number];

/**
 * How a rule stands. `broken` without `exceptable` stops the panel; with it, it needs a reason on record; `advice`
 * is asked for "where possible" and needs none.
 */
export interface RuleCheck {
  readonly rule: CompositionRule;
  readonly standing: "met" | "broken" | "advice";
  readonly exceptable: boolean;
  /** What the rule's message needs, e.g. how many are asked for. */
  readonly params: Readonly<Record<string, number | string>>;
}

export const PANEL_SIZE = { least: 3, most: 7 } as const;

/** The levels below which one member from outside is enough (ST/AI/2010/3, section 1 (c)). */
const ONE_EXTERNAL_LEVELS: ReadonlySet<string> = new Set(["D-1", "P-5"]);

/** How many members from outside the department a post of this level asks for: two from D-2 upward, else one. */
export const externalsNeeded = (level: string): number => (ONE_EXTERNAL_LEVELS.has(level) ? 1 : 2);

/**
 * How a panel stands against the rules of composition (METHOD §5; defaults from ST/AI/2010/3, section 1 (c)):
 * 3 to 7 members with one chair, women and men both present (at least a third each where possible), one member from
 * outside (two for D-2 and above), no two of one nationality.
 *
 * Size and chair cannot be excepted: fewer than three are no panel, and without a chair nobody reveals.
 *
 * @param level of the post: "USG", "ASG", "D-2", "D-1"
 */
export function checkComposition(members: readonly ProposedMember[], level: string): readonly RuleCheck[] {
  const women = members.filter(({ gender }) => gender === "woman").length;
  const men = members.filter(({ gender }) => gender === "man").length;
  const outside = members.filter(({ external }) => external).length;
  const needed = externalsNeeded(level);
  const chairs = members.filter(({ chair }) => chair).length;
  const shared = sharedNationalities(members);
  const third = 3 * women >= members.length && 3 * men >= members.length;
  const rule = (code: CompositionRule, met: boolean, params: RuleCheck["params"] = {}): RuleCheck => ({
    rule: code,
    standing: met ? "met" : code === "oneThird" ? "advice" : "broken",
    exceptable: code !== "size" && code !== "chair" && code !== "oneThird",
    params,
  });
  return [
    rule("size", members.length >= PANEL_SIZE.least && members.length <= PANEL_SIZE.most, {
      members: members.length,
      ...PANEL_SIZE,
    }),
    rule("chair", chairs === 1, { chairs }),
    rule("womenAndMen", women > 0 && men > 0, { women, men }),
    rule("external", outside >= needed, { outside, needed }),
    rule("nationalities", shared.length === 0, { states: shared.join(", ") }),
    rule("oneThird", third, { women, men, members: members.length }),
  ];
}

function sharedNationalities(members: readonly ProposedMember[]): readonly string[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { nationality } of members) {
    if (nationality === "") continue;
    if (seen.has(nationality)) shared.add(nationality);
    seen.add(nationality);
  }
  return [...shared].sort();
}

/** The rules that are broken and may be excepted: each asks for the reason that goes on record. */
export const exceptionsNeeded = (checks: readonly RuleCheck[]): readonly CompositionRule[] =>
  checks.filter(({ standing, exceptable }) => standing === "broken" && exceptable).map(({ rule }) => rule);

/** The rules that are broken and that no reason can except. */
export const rulesThatStop = (checks: readonly RuleCheck[]): readonly CompositionRule[] =>
  checks.filter(({ standing, exceptable }) => standing === "broken" && !exceptable).map(({ rule }) => rule);
