import type { Gender } from "#app/gender/counts.ts";
import type { FindingOutcome } from "./finding.ts";
import type { InTwoLanguages } from "./in-two-languages.ts";
import type { PanelPhase } from "./lifecycle.ts";
import type { VacancyTitle } from "./panel-page.ts";
import type { MemberSeverity } from "./rank-result.ts";
import type { FiguresRow, RankingFigures } from "./ranking-figures.ts";
import type { SheetEntry } from "./sheet-entry.ts";

/** A criterion by name and weight, in millionths. */
export interface CriterionName {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly weight: number;
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
  readonly severities: readonly MemberSeverity[] | null;
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
