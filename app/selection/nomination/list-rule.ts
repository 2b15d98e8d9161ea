import { z } from "zod";
import type { Gender } from "#app/gender/counts.ts";

/** The rules a call can hold states' lists to. */
export const LIST_RULES = ["none", "parity2017", "parityPlus2021", "parityPlus2024", "own"] as const;
export type ListRule = (typeof LIST_RULES)[number];

/** Most nominees of a state under the UN's global calls of 2017, 2021 and 2024. */
const MOST_OF_A_STATE = 4;

/** No own rule lets a state send more. */
const MOST_EVER = 100;

/**
 * The numbers of a call that sets its own: at most so many nominees; where the list is full, at least so many women
 * (fewer for a shorter list, in proportion, rounded down); or as many women as men.
 */
export const ownNumbersSchema = z
  .object({
    most: z.coerce.number().int().min(1).max(MOST_EVER),
    leastWomen: z.coerce.number().int().min(0).max(MOST_EVER).optional(),
    womenAtLeastMen: z.boolean().optional(),
  })
  .refine(({ most, leastWomen }) => (leastWomen ?? 0) <= most, {
    path: ["leastWomen"],
    error: "womenPastMost",
  });
export type OwnNumbers = z.output<typeof ownNumbersSchema>;

/** What a call asks of a state's list. */
export type ListTerms =
  | { readonly rule: Exclude<ListRule, "own"> }
  | { readonly rule: "own"; readonly numbers: OwnNumbers };

/**
 * Reads the terms of a call from its columns.
 *
 * @throws where the rule is the call's own and the numbers are none: the program wrote them, so that is a fault
 */
export const listTermsOf = (rule: ListRule, numbers: unknown): ListTerms =>
  rule === "own" ? { rule, numbers: ownNumbersSchema.parse(numbers) } : { rule };

/** One nominee as the rules look at a list. */
export interface ListedNominee {
  readonly gender: Gender;
  /** ISO codes. */
  readonly nationalities: readonly string[];
  /** The regional groups of those nationalities. */
  readonly regions: readonly string[];
  /** Put forward as the one additional nominee of the 2024 rule. */
  readonly additional: boolean;
}

/**
 * The regional groups from which the 2024 rule lets an additional nominee come: those whose share of the 719 nominees
 * of 2017 (Asia-Pacific 13 %, Eastern Europe 6 %, Latin America and the Caribbean 8 %; un.org/globalcall,
 * global-call-2017) lies below their share of the membership (28, 12 and 17 %). Africa (29 against 28 %) and Western
 * Europe and others (45 against 15 %) do not.
 */
export const UNDER_REPRESENTED: readonly string[] = [
  "Asia-Pacific",
  "Eastern European",
  "Latin American and Caribbean",
];

/** A part of a rule, by the tail of its message key `selection.list.rule.<part>`. */
export type RulePart =
  | "most"
  | "leastWomen"
  | "womenAtLeastMen"
  | "oneAdditional"
  | "otherNation"
  | "otherRegion";

/** What would mend a part that is not met, by the tail of `selection.list.mend.<remedy>`. */
export type Remedy =
  | "fewerNominees"
  | "moreWomen"
  | "markAdditional"
  | "oneAdditional"
  | "otherNation"
  | "otherRegion";

/** How a list stands towards one part of its rule. */
export interface PartFinding {
  readonly part: RulePart;
  readonly met: boolean;
  /** What its message is filled with: `count` asked, `has` on the list, and the like. */
  readonly params: Readonly<Record<string, number>>;
  /** Where it is not met: what would mend it, and how many. */
  readonly mend: { readonly remedy: Remedy; readonly count: number } | null;
}

/** How a list stands towards its rule. */
export interface ListFinding {
  readonly met: boolean;
  readonly parts: readonly PartFinding[];
}

/** The most nominees a state may submit, the additional one of 2024 included; null where there is no limit. */
export function mostOfList(terms: ListTerms): number | null {
  if (terms.rule === "none") return null;
  if (terms.rule === "own") return terms.numbers.most;
  return terms.rule === "parityPlus2024" ? MOST_OF_A_STATE + 1 : MOST_OF_A_STATE;
}

/**
 * Women that the parity list of 2017 asks of a list: one of two, two of four (un.org/globalcall, 2017). Of three the
 * rule says nothing. It asks one here: none would break it as soon as one man steps back, two would ask of three what
 * the rule asks of four. Of one it asks none.
 *
 * @param nominees 0 or more
 */
export const womenOfParityList = (nominees: number): number => Math.floor(nominees / 2);

/**
 * How a state's list stands towards the rule of its call, part by part, with what would mend it.
 *
 * Only those declared as women count as women, and as men for men: another gender and none stated count for neither,
 * though they take a place.
 *
 * @param nominees everybody who would be on the list, drafts included
 * @param stateCode ISO code of the nominating state
 */
export function judgeList(
  terms: ListTerms,
  nominees: readonly ListedNominee[],
  stateCode: string,
): ListFinding {
  const parts = partsOf(terms, nominees, stateCode);
  return { met: parts.every(({ met }) => met), parts };
}

function partsOf(terms: ListTerms, nominees: readonly ListedNominee[], stateCode: string): PartFinding[] {
  switch (terms.rule) {
    case "none":
      return [];
    case "parity2017":
      return [atMost(nominees, MOST_OF_A_STATE), leastWomen(nominees, womenOfParityList(nominees.length))];
    case "parityPlus2021":
      return [atMost(nominees, MOST_OF_A_STATE), womenAtLeastMen(nominees)];
    case "parityPlus2024":
      return parityPlus2024(nominees, stateCode);
    case "own": {
      const { most, leastWomen: least = 0, womenAtLeastMen: even = false } = terms.numbers;
      const asked = Math.floor((least * Math.min(nominees.length, most)) / most);
      return [
        atMost(nominees, most),
        ...(least > 0 ? [leastWomen(nominees, asked)] : []),
        ...(even ? [womenAtLeastMen(nominees)] : []),
      ];
    }
  }
}

/** The 2021 rule over the state's own four, and what is asked of the additional nominee. */
function parityPlus2024(nominees: readonly ListedNominee[], stateCode: string): PartFinding[] {
  const own = nominees.filter(({ additional }) => !additional);
  const extra = nominees.filter(({ additional }) => additional);
  const size = atMost(own, MOST_OF_A_STATE);
  const unmarked = !size.met && extra.length === 0 && own.length === MOST_OF_A_STATE + 1;
  const parts: PartFinding[] = [
    unmarked ? { ...size, mend: { remedy: "markAdditional", count: 1 } } : size,
    womenAtLeastMen(own),
  ];
  if (extra.length === 0) return parts;
  const nationals = extra.filter(({ nationalities }) => nationalities.includes(stateCode)).length;
  const elsewhere = extra.filter(
    ({ regions }) => !regions.some((region) => UNDER_REPRESENTED.includes(region)),
  ).length;
  return [
    ...parts,
    finding("oneAdditional", extra.length - 1, "oneAdditional", { has: extra.length }),
    finding("otherNation", nationals, "otherNation", {}),
    finding("otherRegion", elsewhere, "otherRegion", {}),
  ];
}

/** A part that `missing` keeps from being met. */
const finding = (
  part: RulePart,
  missing: number,
  remedy: Remedy,
  params: Readonly<Record<string, number>>,
): PartFinding => ({
  part,
  met: missing <= 0,
  params,
  mend: missing > 0 ? { remedy, count: missing } : null,
});

const atMost = (nominees: readonly ListedNominee[], most: number) =>
  finding("most", nominees.length - most, "fewerNominees", { count: most, has: nominees.length });

const numberOf = (nominees: readonly ListedNominee[], gender: Gender) =>
  nominees.filter((one) => one.gender === gender).length;

function leastWomen(nominees: readonly ListedNominee[], count: number) {
  const has = numberOf(nominees, "woman");
  return finding("leastWomen", count - has, "moreWomen", { count, has, of: nominees.length });
}

function womenAtLeastMen(nominees: readonly ListedNominee[]) {
  const [women, men] = [numberOf(nominees, "woman"), numberOf(nominees, "man")];
  return finding("womenAtLeastMen", men - women, "moreWomen", { women, men });
}
