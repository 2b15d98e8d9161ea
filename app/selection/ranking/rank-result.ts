import type { FairAverages } from "#app/statistics/mixed-model.ts";
import type { Agreement } from "./agreement.ts";
import type { CriterionAverages } from "./criterion-averages.ts";
import type { PanelFit } from "./member-fit.ts";
import type { RankCertainty } from "./rank-certainty.ts";
import type { ConnectionAdvice } from "./rank-connection.ts";
import type { CandidacyAndMember, NotScored } from "./rank-table.ts";
import type { ShortlistReach } from "./weight-reach.ts";

/** A member as the scores show them. */
export interface MemberSeverity {
  readonly memberId: string;
  readonly sheets: number;
  /** In levels, positive = severe, shrunk; null where no severity could be found, which is not a severity of 0. */
  readonly severity: number | null;
}

/** How fair averages came about; see `VarianceRatio` in `app/statistics/variance-ratio.ts` for the kinds. */
export interface SeverityModel {
  readonly kind: FairAverages["kind"];
  readonly varianceMembers: number | null;
  readonly varianceResidual: number | null;
}

/** One candidacy's place, and how sure it is. */
export interface RankedCandidacy {
  readonly candidacyId: string;
  readonly sheets: number;
  /** Plain mean of the sheet scores. */
  readonly observedMean: number;
  /** What an average member would have given. */
  readonly fairAverage: number;
  /** Null where the residual variance cannot be estimated. */
  readonly standardError: number | null;
  /** fairAverage − observedMean. */
  readonly shift: number;
  /** By fair average, from 1; ties share the better rank. */
  readonly rank: number;
  /** Central 90 % of ranks under drawn weights and resampled panels. */
  readonly rankInterval: { readonly best: number; readonly worst: number };
  /** Shares of draws with a place on the shortlist: weights drawn alone, and together with panels. */
  readonly shortlistShare: { readonly weightsAlone: number; readonly together: number };
  /** b_i^r: share of draws of weights alone in which the rank is r, from r = 1. */
  readonly acceptabilities: readonly number[];
  /** Rank with each member left out; null where nobody else scored it. */
  readonly rankWithout: readonly { readonly memberId: string; readonly rank: number | null }[];
}

/** Two candidacies next to each other in the order. */
export interface Neighbours {
  readonly upperId: string;
  readonly lowerId: string;
  /** Share of draws (weights and panel) in which the upper one stands strictly above the lower. */
  readonly orderHolds: number;
  readonly distinguishable: boolean;
}

/** The candidacies of rank ≤ shortlistSize: more than that if the last place is tied. */
export interface Shortlist {
  readonly candidacyIds: readonly string[];
  /** Whether every neighbour within it is distinguishable; if not it goes to the decision maker unranked. */
  readonly ordered: boolean;
  /** Whether its last is distinguishable from the first left out; null where nobody is left out. */
  readonly cutDistinguishable: boolean | null;
}

/** Agreement on each criterion and on the sheet score. */
export interface PanelAgreement {
  readonly overall: Agreement;
  readonly byCriterion: readonly { readonly criterionId: string; readonly agreement: Agreement }[];
}

/** A candidacy scored within a group that cannot be compared with the others. */
export interface GroupedCandidacy {
  readonly candidacyId: string;
  readonly sheets: number;
  readonly observedMean: number;
  /** From 0; the same number for all that can be compared with each other. */
  readonly group: number;
}

/** What every answer says, whether there is an order or not. */
export interface RankingBasis {
  readonly notScored: readonly NotScored[];
  readonly membersWithoutSheets: readonly string[];
  readonly sheetsSetAside: readonly CandidacyAndMember[];
  readonly seed: number;
  readonly draws: number;
}

/** There is an order. */
export interface Ranked extends RankingBasis {
  readonly kind: "ranked";
  /** Best first; ties by id. */
  readonly candidacies: readonly RankedCandidacy[];
  readonly neighbours: readonly Neighbours[];
  readonly shortlist: Shortlist;
  /** How far each weight may move before the shortlist is another. */
  readonly reach: ShortlistReach;
  readonly agreement: PanelAgreement;
  /** By id of the criterion. */
  readonly criteria: readonly CriterionAverages[];
  readonly members: readonly MemberSeverity[];
  /** What each sheet that counts is worth. */
  readonly scores: readonly (CandidacyAndMember & { readonly score: number })[];
  /** A second opinion on severity, and how steady each member's marks are. */
  readonly fit: PanelFit;
  readonly model: SeverityModel;
  /** How panels were resampled; `oneMember`: nothing is known of how sure the panel is. */
  readonly panels: RankCertainty["panels"];
}

/** There is none, since groups of candidacies share no member: severity and ability cannot be told apart between them. */
export interface NotConnected extends RankingBasis {
  readonly kind: "notConnected";
  /** By id. */
  readonly candidacies: readonly GroupedCandidacy[];
  /** Who scored in which group, by id. */
  readonly members: readonly { readonly memberId: string; readonly group: number }[];
  readonly groups: number;
  readonly advice: ConnectionAdvice;
  readonly agreement: PanelAgreement;
  readonly criteria: readonly CriterionAverages[];
}

/** There is none, since no sheet counts. */
export interface NoScores extends RankingBasis {
  readonly kind: "noScores";
}

/** A ranking, or why there is none. */
export type Ranking = Ranked | NotConnected | NoScores;
