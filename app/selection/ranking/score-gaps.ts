import type { Gender } from "#app/gender/counts.ts";
import { COUNTS_ONLY_BELOW } from "#app/gender/impact.ts";
import { type ScoreGap, scoreGap } from "#app/gender/score-gap.ts";
import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import type { Ranked } from "./rank-result.ts";

/** What a candidacy is grouped by; nulls where nobody but the candidate nominated. */
export interface GroupedPerson {
  readonly candidacyId: string;
  readonly gender: Gender;
  readonly region: string | null;
  readonly state: { readonly code: string; readonly name: InTwoLanguages } | null;
}

/** Who is compared: women with men, one regional group or one nominating state with all others. */
export type GapOf =
  | { readonly kind: "gender" }
  | { readonly kind: "region"; readonly region: string }
  | { readonly kind: "state"; readonly name: InTwoLanguages };

/** The gaps between two groups: of the fair averages, on each criterion, and in each member's sheets. */
export interface GroupGap {
  readonly of: GapOf;
  readonly whole: ScoreGap;
  /** Of the criterion's fair averages. By id of the criterion. */
  readonly criteria: readonly { readonly criterionId: string; readonly gap: ScoreGap }[];
  /** Of the sheet scores a member gave, beside which the whole panel's gap is to be read. */
  readonly members: readonly { readonly memberId: string; readonly gap: ScoreGap }[];
}

/**
 * Score gaps by gender, regional group and nominating state (METHOD § 5).
 *
 * Women are compared with men; those of another gender and those who did not state theirs are in neither group. A state with
 * fewer than five scored candidacies is not listed: its line would be a count.
 *
 * @param people in any order; those without a score are left out
 */
export function scoreGaps(
  ranking: Pick<Ranked, "candidacies" | "criteria" | "scores">,
  people: readonly GroupedPerson[],
): readonly GroupGap[] {
  const scored = new Set(ranking.candidacies.map(({ candidacyId }) => candidacyId));
  const among = people.filter(({ candidacyId }) => scored.has(candidacyId));
  const gap = (
    of: GapOf,
    first: (person: GroupedPerson) => boolean,
    second = (person: GroupedPerson) => !first(person),
  ) => groupGap(ranking, of, idsOf(among, first), idsOf(among, second));
  const regions = [...new Set(among.flatMap(({ region }) => region ?? []))].sort();
  const states = new Map(among.flatMap(({ state }) => (state ? [[state.code, state.name] as const] : [])));
  const large = [...states].filter(
    ([code]) => among.filter(({ state }) => state?.code === code).length >= COUNTS_ONLY_BELOW,
  );
  return [
    gap(
      { kind: "gender" },
      ({ gender }) => gender === "woman",
      ({ gender }) => gender === "man",
    ),
    ...regions.map((region) => gap({ kind: "region", region }, (person) => person.region === region)),
    ...large
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, name]) => gap({ kind: "state", name }, ({ state }) => state?.code === code)),
  ];
}

const idsOf = (people: readonly GroupedPerson[], belongs: (person: GroupedPerson) => boolean) =>
  new Set(people.filter(belongs).map(({ candidacyId }) => candidacyId));

function groupGap(
  { candidacies, criteria, scores }: Pick<Ranked, "candidacies" | "criteria" | "scores">,
  of: GapOf,
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
): GroupGap {
  const between = (values: readonly (readonly [string, number])[]) => {
    const those = (ids: ReadonlySet<string>) => values.flatMap(([id, value]) => (ids.has(id) ? [value] : []));
    return scoreGap(those(first), those(second));
  };
  const memberIds = [...new Set(scores.map(({ memberId }) => memberId))].sort();
  return {
    of,
    whole: between(candidacies.map(({ candidacyId, fairAverage }) => [candidacyId, fairAverage])),
    criteria: criteria.map(({ criterionId, cells }) => ({
      criterionId,
      gap: between(
        Object.entries(cells).flatMap(([id, { fairAverage }]) =>
          fairAverage === null ? [] : [[id, fairAverage] as const],
        ),
      ),
    })),
    members: memberIds.map((memberId) => ({
      memberId,
      gap: between(
        scores
          .filter((sheet) => sheet.memberId === memberId)
          .map(({ candidacyId, score }) => [candidacyId, score] as const),
      ),
    })),
  };
}
