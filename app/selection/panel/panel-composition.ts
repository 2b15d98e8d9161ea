import type { Gender } from "#app/gender/counts.ts";
import { LEVELS, type Level, reaches } from "#app/selection/nomination/grade.ts";
import type { CompositionSettings } from "./composition-settings.ts";

/** What a member of a panel is an expert of. */
export const PANEL_FIELDS = [
  "political",
  "military",
  "police",
  "support",
  "humanRights",
  "humanResources",
] as const;
export type PanelField = (typeof PANEL_FIELDS)[number];

/** What the rules of composition ask of a member. Nothing but this is judged. */
export interface ProposedMember {
  readonly userId: string;
  readonly chair: boolean;
  readonly gender: Gender;
  /** ISO 3166-1 alpha-2 code of a state; "" while it is not yet chosen. */
  readonly nationality: string;
  /** From outside the department that owns the post. */
  readonly external: boolean;
  /** Held now or last, of its own or by equivalence; "" where it is not known, which counts as below every post. */
  readonly level: Level | "";
  /** "" where it is not known. */
  readonly field: PanelField | "";
}

/** The post a panel judges for. */
export interface JudgedPost {
  /** "USG", "ASG", "D-2", "D-1" or "P-5". */
  readonly level: string;
  /** Of its kind: civilian, military or police. */
  readonly component: string;
}

/** Every rule, in the order in which the page shows them. */
export const COMPOSITION_RULES = [
  "size",
  "chair",
  "womenAndMen",
  "external",
  "experts",
  "field",
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

/** The levels that ST/AI/2010/3, section 1 (c), does not count among the senior ones. */
const OTHER_LEVELS: ReadonlySet<string> = new Set(["D-1", "P-5"]);

/** How many members from outside the department a post of this level asks for. */
export const externalsNeeded = (level: string, settings: CompositionSettings): number =>
  OTHER_LEVELS.has(level) ? settings.externalOther : settings.externalSenior;

/** The field that somebody on the panel must know, by the component of the post. */
export const fieldNeeded = (component: string): PanelField =>
  component === "military" || component === "police" ? component : "political";

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null;

/** A member's level and field as they are kept or typed; "" for what is neither. */
export const knownExpertise = (level: string | null, field: string | null) => ({
  level: oneOf(LEVELS, level) ?? ("" as const),
  field: oneOf(PANEL_FIELDS, field) ?? ("" as const),
});

/** Exceptions as they are kept, those of rules that are no more left out. */
export const knownExceptions = (kept: readonly { readonly rule: string; readonly reason: string }[]) =>
  kept.flatMap(({ rule, reason }): RuleException[] => {
    const known = oneOf(COMPOSITION_RULES, rule);
    return known ? [{ rule: known, reason }] : [];
  });

const isLevel = (level: string): level is Level => LEVELS.some((one) => one === level);

/** Whether a member is at or above the level of the post; an unknown level reaches none. */
export const isExpertFor = (member: Pick<ProposedMember, "level">, level: string): boolean =>
  member.level !== "" && isLevel(level) && reaches(LEVELS, member.level, level);

/**
 * How a panel stands against the rules of composition (METHOD §5; defaults from ST/AI/2010/3, section 1 (c)): its size and
 * one chair, women and men both present (at least a third each where possible), members from outside, experts at or
 * above the post's level, somebody who knows the post's field, no two of one nationality. A rule that is off is left out.
 *
 * Size and chair cannot be excepted: fewer than three are no panel, and without a chair nobody reveals.
 */
export function checkComposition(
  members: readonly ProposedMember[],
  post: JudgedPost,
  settings: CompositionSettings,
): readonly RuleCheck[] {
  const women = members.filter(({ gender }) => gender === "woman").length;
  const men = members.filter(({ gender }) => gender === "man").length;
  const outside = members.filter(({ external }) => external).length;
  const needed = externalsNeeded(post.level, settings);
  const chairs = members.filter(({ chair }) => chair).length;
  const shared = sharedNationalities(members);
  const third = 3 * women >= members.length && 3 * men >= members.length;
  const experts = members.filter((member) => isExpertFor(member, post.level)).length;
  const field = fieldNeeded(post.component);
  const { sizeLeast: least, sizeMost: most } = settings;
  const stops = (rule: CompositionRule, met: boolean, params: RuleCheck["params"]): RuleCheck[] => [
    { rule, standing: met ? "met" : "broken", exceptable: false, params },
  ];
  const asks = (
    rule: keyof CompositionSettings["force"],
    met: boolean,
    params: RuleCheck["params"] = {},
  ): RuleCheck[] => {
    const force = settings.force[rule];
    if (force === "off") return [];
    const unmet = force === "advised" ? "advice" : "broken";
    return [{ rule, standing: met ? "met" : unmet, exceptable: force === "required", params }];
  };
  const size = members.length;
  return [
    ...stops("size", size >= least && size <= most, { members: size, least, most }),
    ...stops("chair", chairs === 1, { chairs }),
    ...asks("womenAndMen", women > 0 && men > 0, { women, men }),
    ...asks("external", outside >= needed, { outside, needed }),
    ...asks("experts", experts >= settings.experts, {
      ...{ experts, needed: settings.experts, level: post.level },
    }),
    ...asks(
      "field",
      members.some((member) => member.field === field),
      { field },
    ),
    ...asks("nationalities", shared.length === 0, { states: shared.join(", ") }),
    ...asks("oneThird", third, { women, men, members: size }),
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

/** Why a panel departs from a rule. */
export interface RuleException {
  readonly rule: CompositionRule;
  readonly reason: string;
}

/** The rules that are broken and may be excepted: each asks for a reason of its own that goes on record. */
export const exceptionsNeeded = (checks: readonly RuleCheck[]): readonly CompositionRule[] =>
  checks.filter(({ standing, exceptable }) => standing === "broken" && exceptable).map(({ rule }) => rule);

/** The rules that are broken and that no reason can except. */
export const rulesThatStop = (checks: readonly RuleCheck[]): readonly CompositionRule[] =>
  checks.filter(({ standing, exceptable }) => standing === "broken" && !exceptable).map(({ rule }) => rule);

/**
 * The first rule that is broken without a reason that says something, so many characters at least; null where each has one.
 * A reason for a rule that is met excepts nothing.
 */
export const unexplained = (
  checks: readonly RuleCheck[],
  given: readonly RuleException[],
  length: number,
): CompositionRule | null =>
  exceptionsNeeded(checks).find(
    (rule) => (given.find((one) => one.rule === rule)?.reason.trim().length ?? 0) < length,
  ) ?? null;
