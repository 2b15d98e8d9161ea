import type { Gender } from "#app/gender/counts.ts";
import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { PanelPhase } from "#app/selection/panel/phase.ts";
import type { FindingOutcome } from "#app/selection/report/finding.ts";
import type { Agreement } from "./agreement.ts";
import type { Comparability } from "./comparability.ts";
import type { CriterionAverages, CriterionCell } from "./criterion-averages.ts";
import type { Ranked, RankedCandidacy } from "./rank-result.ts";
import type { AlphaFigures, FiguresRow, RankingFigures } from "./ranking-figures.ts";
import type { GroupGap } from "./score-gaps.ts";
import type { ShortlistReach } from "./weight-reach.ts";

/** A criterion by name and weight, in millionths. */
export interface CriterionName {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly weight: number;
}

/** Of so many candidacies at a time, and for so many ranks, a page shows what the order rests on. */
export const GROUNDS_SHOWN = { candidacies: 20, ranks: 6 } as const;

/** Which of the candidacies stand on this page of the grounds: their places in the order, from 1, and of how many. */
export interface Shown {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** What a candidacy's place rests on. */
export type PlaceGrounds = Pick<RankedCandidacy, "candidacyId" | "rank" | "acceptabilities" | "rankWithout">;

/** A candidacy's averages, on the whole and on each criterion. */
export interface CriteriaRow
  extends Pick<FiguresRow, "candidacyId" | "observedMean" | "fairAverage" | "standardError"> {
  /** In the rubric's order. */
  readonly cells: readonly CriterionCell[];
}

/** How far the members agree on one criterion. */
export interface CriterionAgreement {
  readonly criterionId: string;
  readonly agreement: AlphaFigures;
}

/** Who stands behind an id of the ranking. */
export interface RankedPerson {
  readonly name: string;
  readonly gender: Gender;
  readonly outcome: FindingOutcome | null;
}

/** A revealed panel's ranking as one reader may see it. */
export interface RankingPage {
  readonly panelId: string;
  readonly vacancyId: string;
  readonly phase: PanelPhase;
  readonly vacancy: VacancyTitle;
  readonly figures: RankingFigures;
  /** Whether the candidacies may be given in an order from first to last. */
  readonly sure: boolean;
  readonly chair: boolean;
  /** For the chair and the secretariat, of a panel whose candidacies are ranked; else null. */
  readonly severities: Pick<Ranked, "members" | "fit"> | null;
  readonly comparability: Comparability;
  /** How far each weight may move before the shortlist is another; null where nothing is ranked. */
  readonly reach: ShortlistReach | null;
  /** For the chair and the secretariat; empty where nothing is ranked; null for others. */
  readonly gaps: readonly GroupGap[] | null;
  /** What only complete designs say of agreement; null where nothing is scored. */
  readonly consistency: Pick<Agreement, "icc" | "concordance"> | null;
  readonly shown: Shown;
  /** Those shown, in the order of the figures. */
  readonly averages: readonly CriteriaRow[];
  /** Whether each criterion's averages could be made fair, in the rubric's order. */
  readonly averagesOf: readonly Pick<CriterionAverages, "criterionId" | "kind">[];
  /** Those shown of a ranking, in its order; empty where nothing is ranked. */
  readonly grounds: readonly PlaceGrounds[];
  /** How far the members agree on each criterion, in the rubric's order; empty where nothing is scored. */
  readonly agreementBy: readonly CriterionAgreement[];
  /** Made without the candidacies the reader is recused from. */
  readonly partial: boolean;
  /** By candidacy. */
  readonly people: Readonly<Record<string, RankedPerson>>;
  /** Names by member. */
  readonly members: Readonly<Record<string, string>>;
  readonly criteria: readonly CriterionName[];
}
