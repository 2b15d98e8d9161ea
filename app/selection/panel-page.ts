import type { Refusal } from "#app/access/result.ts";
import type { Gender } from "#app/gender/counts.ts";
import type { CandidacyTies, CareerSpan, ConflictSource } from "./conflict.ts";
import type { PanelPhase, VacancyState } from "./lifecycle.ts";

/** A thing named in English and French. */
export interface Named {
  readonly nameEn: string;
  readonly nameFr: string;
}

/** What stands over every page of a case. */
export interface VacancyTitle {
  readonly reference: string;
  readonly level: string;
  readonly roleKind: Named;
  readonly mission: Named & { readonly acronym: string };
}

/** A member's seat as its holder sees it. */
export interface OwnSeat {
  readonly chair: boolean;
  readonly declared: boolean;
}

/** A candidacy before a panel, with how far the reader's own sheet is. */
export interface PanelCandidacy {
  readonly candidacyId: string;
  readonly name: string;
  readonly sheet: "notBegun" | "draft" | "submitted";
  /** ISO 8601 instant. */
  readonly savedAt: string | null;
}

/** A member by name; `progress` is null for readers who may not know it. */
export interface PanelMemberLine {
  readonly memberId: string;
  readonly name: string;
  readonly chair: boolean;
  readonly progress: {
    readonly declared: boolean;
    readonly assigned: number;
    readonly submitted: number;
  } | null;
}

/** A panel as one reader may see it. */
export interface PanelPage {
  readonly id: string;
  readonly vacancyId: string;
  readonly phase: PanelPhase;
  readonly vacancy: VacancyTitle;
  readonly scoringDueOn: string | null;
  readonly seat: OwnSeat | null;
  readonly candidacies: readonly PanelCandidacy[];
  readonly members: readonly PanelMemberLine[];
  readonly revealed: boolean;
  /** For the chair: whether the sheets can be revealed, or what stands in the way; null for everybody else. */
  readonly reveal: { readonly ready: boolean; readonly refusal: Refusal | null } | null;
  readonly chairRecused: boolean;
  /** For those who oversee: candidacies judged by fewer than a quorum. */
  readonly belowQuorum: number;
}

/** An account that can sit on a panel, with what is on file of the person behind it. */
export interface PanelAccount {
  readonly userId: string;
  readonly name: string;
  readonly gender: Gender | null;
  readonly nationality: string | null;
  readonly career: readonly CareerSpan[];
}

/** A seat as it was set. */
export interface SetSeat {
  readonly userId: string;
  readonly chair: boolean;
  readonly gender: Gender;
  readonly nationality: string;
  readonly external: boolean;
  /** Recused from these, by what is on file or by the member's own word. */
  readonly conflicts: readonly { readonly candidacyId: string; readonly source: ConflictSource }[];
  /** Has submitted a sheet, so stays. */
  readonly begun: boolean;
}

/** All that setting a panel up needs. */
export interface PanelSetup {
  readonly vacancyId: string;
  readonly state: VacancyState;
  readonly vacancy: VacancyTitle;
  readonly states: readonly (Named & { readonly code: string })[];
  readonly accounts: readonly PanelAccount[];
  readonly ties: readonly (CandidacyTies & { readonly name: string })[];
  readonly unscreened: number;
  readonly screenedIn: number;
  /** Nominees who never answered: they lapse when the panel opens. */
  readonly silent: number;
  readonly panel: {
    readonly id: string;
    readonly phase: PanelPhase;
    readonly version: number;
    readonly scoringDueOn: string;
    readonly exceptionReason: string;
    readonly members: readonly SetSeat[];
  } | null;
}

/** A candidacy to declare on. */
export interface DeclaredCandidacy {
  readonly candidacyId: string;
  readonly name: string;
  /** None where somebody nominated themself. */
  readonly nominatingState: Named | null;
}

/** What a member declares on; `fixed` are the conflicts found on file, shown before the declaration only. */
export interface DeclarationPage {
  readonly panelId: string;
  readonly phase: PanelPhase;
  readonly vacancy: VacancyTitle;
  readonly declared: boolean;
  readonly chair: boolean;
  readonly recusals: number;
  readonly candidacies: readonly DeclaredCandidacy[];
  readonly fixed: readonly (DeclaredCandidacy & {
    readonly sources: readonly { readonly source: ConflictSource; readonly note: string }[];
  })[];
}
