import type { Gender } from "#app/gender/counts.ts";
import { type PooledGap, pooledGaps } from "#app/gender/pooled-gap.ts";
import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import type { WeightedCriterion } from "#app/selection/sheet/sheet-score.ts";
import { components } from "#app/statistics/connectivity.ts";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import { shrinkTowardsZero } from "#app/statistics/shrinkage.ts";
import type { Stratum } from "#app/statistics/within-difference.ts";
import { criterionAverages } from "./criterion-averages.ts";
import { type RankedSheet, type ScoreTable, scoreTable } from "./rank-table.ts";

/** A revealed panel with its sheets, as gaps are looked for in it. */
export interface ScoredPanel {
  readonly panelId: string;
  readonly levels: number;
  /** `code` names the same criterion in every rubric. */
  readonly criteria: readonly (WeightedCriterion & {
    readonly code: string;
    readonly name: InTwoLanguages;
  })[];
  readonly members: readonly {
    readonly memberId: string;
    readonly userId: string;
    readonly name: string;
  }[];
  readonly sheets: readonly RankedSheet[];
  /** By candidacy. */
  readonly genders: Readonly<Record<string, Gender>>;
}

/** The gap on one criterion; `code` and `name` null: on the whole sheet. */
export interface CriterionGap {
  readonly key: string;
  readonly name: InTwoLanguages | null;
  /** Of the scale: gaps on different scales stand apart. */
  readonly levels: number;
  /** Panels that scored both women and men on it. */
  readonly panels: number;
  readonly gap: PooledGap;
}

/** How one assessor's scores of women and men are apart, beside those of the rest of the panel. */
export interface AssessorGap {
  readonly key: string;
  readonly name: string;
  readonly levels: number;
  readonly panels: number;
  readonly gap: PooledGap;
  /** The difference drawn toward 0 for how little is known of it; null without figures. */
  readonly shrunk: number | null;
}

/** Where the scores of women and men part. */
export interface PanelGaps {
  /** Panels whose sheets could be compared. */
  readonly panels: number;
  /** Panels left out: groups of their candidacies share no member, so that a severe member cannot be told from a weak candidate. */
  readonly apart: number;
  /** The whole first, then criteria in the order of the first rubric that has them. */
  readonly criteria: readonly CriterionGap[];
  /** By name; those who scored fewer than five women or five men are counted, not listed. */
  readonly assessors: readonly AssessorGap[];
  readonly assessorsWithTooFew: number;
}

/** A page of assessors. */
export const ASSESSORS_PER_PAGE = 25;

/** Those of the assessors that stand on a page, from 1. */
export const assessorsOn = (assessors: readonly AssessorGap[], page: number): readonly AssessorGap[] =>
  assessors.slice((page - 1) * ASSESSORS_PER_PAGE, page * ASSESSORS_PER_PAGE);

interface Line<Label> {
  readonly key: string;
  readonly label: Label;
  readonly levels: number;
  readonly strata: Stratum[];
}

/**
 * In which criterion, and with which assessor, the scores of women and men part (METHOD § 5), women less men in levels, over
 * panels that have been revealed. Those of another gender and who did not state theirs are in neither group.
 *
 * **Criteria**: the fair averages of a criterion, compared within each panel. **Assessors**: what a member gave beyond the fair
 * average of the same candidate and the member's own severity, so that neither the candidates' being weaker nor a severe member
 * makes a gap; who gives women less than the rest of the panel does shows a negative one. It is a difference from the panel, not
 * from the truth: where all members judge alike there is none. Candidates whom one member alone scored say nothing here.
 */
export function panelGaps(panels: readonly ScoredPanel[]): PanelGaps {
  const criteria = new Map<string, Line<InTwoLanguages | null>>();
  const assessors = new Map<string, Line<string>>();
  let compared = 0;
  let apart = 0;
  for (const panel of panels) {
    const table = scoreTable(panel);
    const { count } = components(table.scores);
    if (count > 1) apart += 1;
    if (count !== 1) continue;
    compared += 1;
    addCriteria(criteria, panel, table);
    addAssessors(assessors, panel, table);
  }
  const byCriterion = [...criteria.values()];
  const gaps = pooledGaps(byCriterion.map(({ strata }) => strata));
  return {
    panels: compared,
    apart,
    criteria: byCriterion.map(({ key, label, levels, strata }, at) => ({
      ...{ key, name: label, levels, panels: both(strata) },
      gap: gaps[at] ?? NOTHING,
    })),
    ...listAssessors([...assessors.values()].toSorted((a, b) => (a.label < b.label ? -1 : 1))),
  };
}

const NOTHING: PooledGap = { kind: "countsOnly", first: 0, second: 0 };
const both = (strata: readonly Stratum[]) =>
  strata.filter(({ first, second }) => first.length > 0 && second.length > 0).length;

function addCriteria(lines: Map<string, Line<InTwoLanguages | null>>, panel: ScoredPanel, table: ScoreTable) {
  const whole = fairAverages(table.scores).fair;
  add(
    lines,
    { key: `whole ${panel.levels}`, label: null, levels: panel.levels },
    inGroups(
      panel,
      table.candidacyIds.map((id, i) => [id, whole[i] ?? null] as const),
    ),
  );
  const averages = new Map(criterionAverages(table).map((one) => [one.criterionId, one]));
  for (const { id, code, name } of panel.criteria) {
    const found = averages.get(id);
    if (found?.kind !== "fitted") continue;
    const values = Object.entries(found.cells).map(([one, { fairAverage }]) => [one, fairAverage] as const);
    const line = { key: `${code} ${panel.levels}`, label: name, levels: panel.levels };
    add(lines, line, inGroups(panel, values));
  }
}

function addAssessors(lines: Map<string, Line<string>>, panel: ScoredPanel, table: ScoreTable) {
  const { fair, severities } = fairAverages(table.scores);
  const severalScored = table.scores.map((row) => row.filter((score) => score !== null).length > 1);
  const named = new Map(panel.members.map((member) => [member.memberId, member]));
  for (const [j, memberId] of table.memberIds.entries()) {
    const member = named.get(memberId);
    if (!member) continue;
    const values = table.candidacyIds.map((id, i) => {
      const [score, average] = [table.scores[i]?.[j] ?? null, fair[i] ?? null];
      const residual = score === null || average === null ? null : score + (severities[j] ?? 0) - average;
      return [id, severalScored[i] ? residual : null] as const;
    });
    const line = { key: `${member.userId} ${panel.levels}`, label: member.name, levels: panel.levels };
    add(lines, line, inGroups(panel, values));
  }
}

function add<Label>(lines: Map<string, Line<Label>>, named: Omit<Line<Label>, "strata">, stratum: Stratum) {
  const line = lines.get(named.key) ?? { ...named, strata: [] };
  line.strata.push(stratum);
  lines.set(named.key, line);
}

function inGroups(
  { genders }: ScoredPanel,
  values: readonly (readonly [candidacyId: string, value: number | null])[],
): Stratum {
  const of = (gender: Gender) =>
    values.flatMap(([id, value]) => (value !== null && genders[id] === gender ? [value] : []));
  return { first: of("woman"), second: of("man") };
}

function listAssessors(lines: readonly Line<string>[]) {
  const gaps = pooledGaps(lines.map(({ strata }) => strata));
  const told = lines.flatMap(({ key, label, levels, strata }, at) => {
    const gap = gaps[at] ?? NOTHING;
    return gap.kind === "countsOnly" ? [] : [{ key, name: label, levels, panels: both(strata), gap }];
  });
  const known = told.filter(({ gap }) => gap.standardError !== null);
  const shrunk = shrinkTowardsZero(
    known.map(({ gap }) => ({ value: gap.difference, variance: (gap.standardError ?? 1) ** 2 })),
  );
  const drawn = new Map(known.map(({ key }, at) => [key, shrunk?.values[at] ?? null]));
  return {
    assessors: told.map((one) => ({ ...one, shrunk: drawn.get(one.key) ?? null })),
    assessorsWithTooFew: lines.length - told.length,
  };
}
