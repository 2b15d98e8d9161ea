import type { ServiceSpan } from "#app/selection/nomination/career-date.ts";
import type { Named, VacancyTitle } from "#app/selection/panel/panel-page.ts";

/** A post of a career. */
export interface DossierPost extends ServiceSpan {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  readonly peopleLed: number | null;
  readonly supervisor: string | null;
  /** In thousands of US dollars. */
  readonly budgetThousands: number | null;
  /** Acronym of the peace operation, where it was one. */
  readonly mission: string | null;
}

/** What a person has done, the latest first. */
export interface DossierRecord {
  readonly career: readonly DossierPost[];
  readonly missions: readonly (ServiceSpan & {
    readonly id: string;
    readonly mission: string;
    readonly role: string;
  })[];
  readonly education: readonly {
    readonly id: string;
    readonly degree: string;
    readonly institution: string;
    readonly year: number | null;
  }[];
  readonly courses: readonly {
    readonly id: string;
    readonly name: string;
    readonly organiser: string;
    readonly year: number | null;
  }[];
}

/** A file the candidate or the state put in; `size` in bytes. */
export interface DossierDocument {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/**
 * A candidacy as those who judge it read it: what speaks for the candidate, never how to reach them, their gender or
 * age, or what a clearance says.
 */
export interface DossierPage extends DossierRecord {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly vacancy: VacancyTitle;
  readonly name: string;
  readonly nationalities: readonly (Named & { readonly code: string })[];
  /** None where somebody nominated themself. */
  readonly nominatingState: Named | null;
  readonly statement: string;
  /** What the candidate says of themselves, or the nominator until they have; null where nobody has. */
  readonly profile: {
    readonly service: "civilian" | "military" | "police" | null;
    readonly rank: string | null;
    readonly visionStatement: string | null;
    readonly seniorYears: number | null;
    readonly fieldMissions: number | null;
    readonly deployableDays: number | null;
    readonly currentPost: string | null;
  };
  readonly languages: readonly { readonly level: number; readonly language: Named }[];
  readonly documents: readonly DossierDocument[];
  /** Names, and what tells of them, are withheld from the reader. */
  readonly masked?: boolean;
  /** Whether the reader has a score sheet on this candidacy. */
  readonly judges: boolean;
  /** The vacancy whose decision page the reader came from; null for a reader who sees the panel itself. */
  readonly decidedOn: string | null;
}

/** The part of it that is the candidate's file, whoever reads it. */
export type CandidateFile = Omit<
  DossierPage,
  "panelId" | "candidacyId" | "vacancy" | "name" | "judges" | "decidedOn"
>;
