import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { SheetCriterion, SheetQuestion } from "#app/selection/sheet/score-sheet-page.ts";
import type { InterviewChannel } from "./interview.ts";

/** When a candidate is interviewed. */
export interface InterviewLine {
  /** ISO 8601 instant. */
  readonly startsAt: string;
  readonly durationMinutes: number;
  /** The zone it was stated in, and the candidate's own: IANA names. */
  readonly timeZone: string;
  readonly candidateZone: string;
  readonly channel: InterviewChannel | null;
  readonly place: string;
  /** How often it was set, moved or called off. */
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** One candidacy's interview as the officer who sets it sees it. */
export interface InterviewPage {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly vacancy: VacancyTitle;
  readonly name: string;
  readonly candidateZone: string;
  /** The panel's phase permits a change. */
  readonly open: boolean;
  readonly interview: InterviewLine | null;
}

/** A question of the bank. */
export type BankQuestion = SheetQuestion;

/** What a panel asks on a criterion that it judges in the interview. */
export interface GuideCriterion {
  readonly criterion: SheetCriterion;
  readonly questions: readonly BankQuestion[];
}

/** The interviews of a panel on paper: the same questions for every candidate. */
export interface InterviewGuide {
  readonly panelId: string;
  readonly vacancy: VacancyTitle;
  readonly criteria: readonly GuideCriterion[];
}
