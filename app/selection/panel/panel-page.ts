import type { Refusal } from "#app/access/result.ts";
import type { Gender } from "#app/gender/counts.ts";
import type { CareerSpan, ConflictSource, PersonTies } from "#app/selection/conflict/conflict.ts";
import type { KnownTie } from "#app/selection/conflict/conflict-register.ts";
import type { VacancyState } from "#app/selection/lifecycle.ts";
import type { CompositionSettings } from "./composition-settings.ts";
import type { JudgedPost, ProposedMember, RuleException } from "./panel-composition.ts";
import type { PanelPhase, PhaseRights } from "./phase.ts";

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
  /** Whether it is interviewed, where the panel interviews. */
  readonly invited: boolean;
  readonly sheet: "notBegun" | "draft" | "submitted";
  /** ISO 8601 instant. */
  readonly savedAt: string | null;
  /** When and where it is interviewed, with the candidate's own zone; null where no time is set. */
  readonly interview: {
    readonly startsAt: string;
    readonly candidateZone: string;
    readonly place: string;
  } | null;
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

/** A phase of a panel: the days planned, and when it was opened and closed, by whom. */
export interface PeriodLine {
  readonly phase: PanelPhase;
  /** ISO 8601 days; empty where none is set. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** ISO 8601 instants. */
  readonly openedAt: string | null;
  readonly openedBy: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly moveReason: string | null;
  readonly movedAt: string | null;
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
  /** The desk sheets are open to the panel, and, where candidates are interviewed, were compared first. */
  readonly compared: boolean;
  readonly interview: boolean;
  /** A sample case is scored before the desk, or why none is; the reason is empty on panels from before there were any. */
  readonly calibrates: boolean;
  readonly noSampleReason: string;
  /** The files are scored without names, and they are withheld from this reader now. */
  readonly blind: boolean;
  readonly masked: boolean;
  /** What the phase permits. */
  readonly rights: PhaseRights;
  readonly periods: readonly PeriodLine[];
  /** The chair may say who is interviewed. */
  readonly mayShortlist: boolean;
  /** The chair may open the interviews, if every candidate has a time. */
  readonly mayOpenInterviews: boolean;
  readonly mayPlan: boolean;
  /** The secretariat may set, move and call off interviews. */
  readonly mayArrange: boolean;
  /** For the chair: whether the sheets can be revealed, or what stands in the way; null for everybody else. */
  readonly reveal: { readonly ready: boolean; readonly refusal: Refusal | null } | null;
  /** For those who oversee: a member of a blind panel was since given a role that reads names; it rests until the reveal. */
  readonly rolesRest: boolean;
  readonly chairRecused: boolean;
  /** For those who oversee: candidacies judged by fewer than a quorum. */
  readonly belowQuorum: number;
}

/** An account that can sit on a panel, with what is on file of the person behind it. */
export interface PanelAccount {
  readonly userId: string;
  readonly name: string;
  readonly gender: Gender | null;
  /** Every one on file. */
  readonly nationalities: readonly string[];
  /** Has sat on a panel from outside its department. */
  readonly outside: boolean;
  /** As when they last sat on a panel. */
  readonly level: ProposedMember["level"];
  readonly field: ProposedMember["field"];
  readonly career: readonly CareerSpan[];
}

/** A seat as it was set. */
export interface SetSeat extends ProposedMember {
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
  readonly post: JudgedPost;
  readonly settings: CompositionSettings;
  readonly states: readonly (Named & { readonly code: string })[];
  readonly accounts: readonly PanelAccount[];
  readonly ties: readonly (PersonTies & { readonly candidacyId: string })[];
  /** What the register holds between the accounts and the candidates. */
  readonly known: readonly KnownTie[];
  readonly today: string;
  /** The officer who asks is recused from one of the candidacies: the panel is for another to set. */
  readonly recused: boolean;
  readonly unscreened: number;
  readonly screenedIn: number;
  /** The rubric leaves something to be judged in an interview. */
  readonly interviewable: boolean;
  /** Nominees who never answered: they lapse when the panel opens. */
  readonly silent: number;
  readonly panel: {
    readonly id: string;
    readonly phase: PanelPhase;
    readonly version: number;
    readonly scoringDueOn: string;
    readonly exceptions: readonly RuleException[];
    readonly interview: boolean;
    readonly blind: boolean;
    readonly calibrates: boolean;
    readonly noSampleReason: string;
    readonly members: readonly SetSeat[];
  } | null;
}

/** A candidacy to declare on. */
export interface DeclaredCandidacy {
  /** On a blind panel not its own id, but one that stands for it here alone. */
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
  /** Names stand here apart from the files, which go by letters. */
  readonly masked: boolean;
  readonly recusals: number;
  readonly candidacies: readonly DeclaredCandidacy[];
  readonly fixed: readonly (DeclaredCandidacy & {
    readonly sources: readonly { readonly source: ConflictSource; readonly note: string }[];
  })[];
}
