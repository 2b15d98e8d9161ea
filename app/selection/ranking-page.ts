import type { Gender } from "#app/gender/counts.ts";
import type { FindingOutcome } from "./finding.ts";
import type { InTwoLanguages } from "./in-two-languages.ts";
import type { PanelPhase } from "./lifecycle.ts";
import type { VacancyTitle } from "./panel-page.ts";
import type { Ranked, RankedCandidacy } from "./rank-result.ts";
import type { AlphaFigures, FiguresRow, RankingFigures } from "./ranking-figures.ts";
import type { SheetEntry } from "./sheet-entry.ts";

/** A criterion by name and weight, in millionths. */
export interface CriterionName {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly weight: number;
}

/** Of so many candidacies, and for so many ranks, a page shows what the order rests on: below them no shortlist reaches. */
export const GROUNDS_SHOWN = { candidacies: 20, ranks: 6 } as const;

/** What a candidacy's place rests on. */
export type PlaceGrounds = Pick<RankedCandidacy, "candidacyId" | "rank" | "acceptabilities" | "rankWithout">;

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
  /** The first of the ranking, in its order; empty where nothing is ranked. */
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

/** One candidacy after the reveal. */
export interface FindingPage {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly vacancy: VacancyTitle;
  readonly name: string;
  readonly criteria: readonly CriterionName[];
  readonly sheets: readonly { readonly memberId: string; readonly entries: readonly SheetEntry[] }[];
  /** Those whose sheets are here. */
  readonly members: readonly { readonly memberId: string; readonly name: string; readonly chair: boolean }[];
  readonly figures: FiguresRow | null;
  readonly ranked: number;
  readonly finding: {
    readonly outcome: FindingOutcome;
    readonly text: string;
    readonly version: number;
    readonly updatedAt: string;
  } | null;
  readonly mayWrite: boolean;
  /** The next candidacy without a finding. */
  readonly next: string | null;
}
