import { ok, type Result, refuse } from "#app/access/result.ts";
import { always, because, type Transition, take } from "#app/access/transition.ts";
import type { Told } from "#app/selection/candidate/told.ts";
import { type Grounds, type GroundsNeeded, refuseGrounds } from "#app/selection/decision/decision-grounds.ts";
import { PANEL_SIZE } from "#app/selection/panel/composition-settings.ts";
import { CLOSE_REASON_LENGTH } from "#app/selection/vacancy/vacancy.ts";

export const VACANCY_STATES = [
  "draft",
  "open",
  "screening",
  "assessment",
  "revealed",
  "reported",
  "reopened",
  "decided",
  "closed",
] as const;
export type VacancyState = (typeof VACANCY_STATES)[number];

/** The states in which a vacancy is under way: a post has one such at a time. */
export const LIVE_VACANCY_STATES: readonly VacancyState[] = VACANCY_STATES.filter(
  (state) => state !== "closed",
);

const UNDER_WAY: readonly VacancyState[] = LIVE_VACANCY_STATES.filter((state) => state !== "draft");

export const CANDIDACY_STATES = [
  "nominated",
  "consented",
  "screenedIn",
  "screenedOut",
  "recommended",
  "suitable",
  "notRecommended",
  "selected",
  "appointed",
  "withdrawn",
  "declined",
  "merged",
] as const;
export type CandidacyState = (typeof CANDIDACY_STATES)[number];

const vacancy = <Facts>(transition: Transition<VacancyState, Facts>) => transition;
const candidacy = <Facts>(transition: Transition<CandidacyState, Facts>) => transition;

/** The road of a vacancy: every arrow there is, with what must hold before it is taken. */
export const vacancyTransitions = {
  /** Its call is published; the rubric freezes. */
  publish: vacancy({
    from: ["draft"],
    to: "open",
    guard: (facts: { criteria: number }) =>
      facts.criteria < 4 || facts.criteria > 16 ? because("rubricSize", { criteria: facts.criteria }) : null,
  }),
  /** Its call has ended, and somebody was nominated. */
  closeCall: vacancy({
    from: ["open"],
    to: "screening",
    guard: (facts: { nominations: number }) => (facts.nominations === 0 ? because("noNominations") : null),
  }),
  /** Its call has ended and nobody was nominated for it: the post can be drafted for anew. */
  endUnfilled: vacancy({ from: ["open"], to: "closed", guard: always }),
  /** The panel is opened: files go to its members. */
  openAssessment: vacancy({
    from: ["screening"],
    to: "assessment",
    guard: (facts: { unscreened: number; screenedIn: number; members: number; hasChair: boolean }) => {
      if (facts.unscreened > 0) return because("candidaciesUnscreened", { count: facts.unscreened });
      if (facts.screenedIn === 0) return because("nobodyScreenedIn");
      if (facts.members < PANEL_SIZE.least || facts.members > PANEL_SIZE.most)
        return because("panelSize", { members: facts.members, ...PANEL_SIZE });
      return facts.hasChair ? null : because("chairMissing");
    },
  }),
  /** Sheets open to each other: only when nobody could still score after having seen another's mark. */
  reveal: vacancy({
    from: ["assessment"],
    to: "revealed",
    guard: (facts: { undeclared: number; outstanding: number; belowQuorum: number }) => {
      if (facts.undeclared > 0) return because("declarationsOutstanding", { count: facts.undeclared });
      if (facts.outstanding > 0) return because("sheetsOutstanding", { count: facts.outstanding });
      return facts.belowQuorum > 0 ? because("belowQuorum", { count: facts.belowQuorum }) : null;
    },
  }),
  /** Every member has signed the panel's report. */
  completeReport: vacancy({
    from: ["revealed"],
    to: "reported",
    guard: (facts: { unsigned: number }) =>
      facts.unsigned > 0 ? because("signaturesOutstanding", { count: facts.unsigned }) : null,
  }),
  /** The decision maker selects, with reasons, somebody the panel recommended and every gate has cleared. */
  decide: vacancy({
    from: ["reported", "reopened"],
    to: "decided",
    guard: (facts: {
      recommended: boolean;
      clearancesMissing: number;
      reasons: string;
      needed: GroundsNeeded;
      grounds: Grounds;
    }) => {
      if (!facts.recommended) return because("notRecommendedByPanel", {}, "candidacyId");
      if (facts.clearancesMissing > 0) {
        return because("clearancesMissing", { count: facts.clearancesMissing }, "candidacyId");
      }
      return facts.reasons.trim().length < 40
        ? because("reasonsTooShort", { characters: 40 }, "reasons")
        : refuseGrounds(facts.needed, facts.grounds);
    },
  }),
  /** Whoever was selected declined: another of those recommended can be selected. */
  reopenDecision: vacancy({ from: ["decided"], to: "reopened", guard: always }),
  /** The appointment is made. */
  appoint: vacancy({
    from: ["decided"],
    to: "closed",
    guard: (facts: {
      startsOn: string;
      endsOn: string;
      clearancesMissing: number;
      overlaps: boolean;
      told: boolean;
    }) => {
      if (!facts.told) return because("letterWaits");
      if (facts.endsOn <= facts.startsOn) return because("termEndsBeforeStart", {}, "endsOn");
      if (facts.overlaps) return because("postStillHeld", {}, "startsOn");
      return facts.clearancesMissing > 0
        ? because("clearancesMissing", { count: facts.clearancesMissing })
        : null;
    },
  }),
  /** Nobody will be appointed from it, for a recorded reason: whatever stands in the way, the post is free again. */
  closeWithoutAppointment: vacancy({
    from: UNDER_WAY,
    to: "closed",
    guard: (facts: { reason: string; otherPosts: number }) => {
      if (facts.otherPosts > 0) return because("callHasOtherPosts", { count: facts.otherPosts });
      return facts.reason.trim().length < CLOSE_REASON_LENGTH
        ? because("closeReasonTooShort", { characters: CLOSE_REASON_LENGTH }, "reason")
        : null;
    },
  }),
} as const;

/** Whether a vacancy waits for whoever decides: for the first time, or again since whoever was selected declined. */
export const awaitsDecision = (state: VacancyState): boolean => state === "reported" || state === "reopened";

/** The states of those who left of their own accord: their files are closed to whoever judges and decides. */
export const LEFT_STATES: readonly CandidacyState[] = ["withdrawn", "declined"];

/** Whether somebody left a case of their own accord, by withdrawing or by declining the selection. */
export const hasLeft = (state: CandidacyState): boolean => LEFT_STATES.includes(state);

/** Whether a vacancy can end without an appointment: a draft is drafted anew instead. */
export const mayCloseUnfilled = (state: VacancyState): boolean => UNDER_WAY.includes(state);

/** Until the panel is at work, cases may be joined and taken apart. */
const MERGEABLE_AT: readonly VacancyState[] = ["open", "screening"];

/**
 * The state that a merged case comes back to when it is taken apart.
 *
 * @param from the state it was merged in
 * @returns that state, or why not: a live case cannot join those that a panel judges already
 */
export function takeApart(
  state: CandidacyState,
  from: CandidacyState | null,
  vacancyState: VacancyState,
): Result<CandidacyState> {
  if (state !== "merged" || from === null) return refuse("wrongState", { state });
  return LIVE.includes(from) && !MERGEABLE_AT.includes(vacancyState) ? refuse("takeApartTooLate") : ok(from);
}

const LIVE: readonly CandidacyState[] = ["nominated", "consented", "screenedIn", "recommended", "suitable"];

interface ScreeningFacts {
  readonly vacancyState: VacancyState;
  /** How many people found this outcome. */
  readonly screeners: number;
}

function foundByTwo({ vacancyState, screeners }: ScreeningFacts) {
  if (vacancyState !== "screening") return because("callStillOpen");
  return screeners < 2 ? because("secondScreenerNeeded") : null;
}

/** Nobody withdraws from a case that has ended: what was judged and decided stays as it was. */
export function refuseLateWithdrawal({ vacancyState }: { readonly vacancyState: VacancyState }) {
  return vacancyState === "decided" || vacancyState === "closed" ? because("withdrawTooLate") : null;
}

/** The road of one candidacy. */
export const candidacyTransitions = {
  /** The nominee agrees to be considered, attests, and completes the file. */
  consent: candidacy({
    from: ["nominated"],
    to: "consented",
    guard: (facts: { vacancyState: VacancyState }) =>
      facts.vacancyState === "open" || facts.vacancyState === "screening"
        ? null
        : because("tooLateToConsent"),
  }),
  /** The candidate corrects the file, adds a document or takes one back: until it is screened. */
  keepFile: candidacy({
    from: ["consented"],
    to: "consented",
    guard: (facts: { vacancyState: VacancyState }) =>
      facts.vacancyState === "open" || facts.vacancyState === "screening" ? null : because("tooLateToChange"),
  }),
  /** Screened in or out: by people who found it, two at least; nothing else leads there. */
  screenIn: candidacy({ from: ["consented"], to: "screenedIn", guard: foundByTwo }),
  screenOut: candidacy({
    from: ["consented"],
    to: "screenedOut",
    guard: (facts: ScreeningFacts & { readonly reasons: number }) =>
      foundByTwo(facts) ?? (facts.reasons === 0 ? because("reasonMissing", {}, "reasons") : null),
  }),
  /** The call was closed and the nominee never answered. */
  lapse: candidacy({ from: ["nominated"], to: "withdrawn", guard: always }),
  /** The candidate, or the nominating state, takes it back: until the decision, which is made among those judged. */
  withdraw: candidacy({ from: LIVE, to: "withdrawn", guard: refuseLateWithdrawal }),
  /** The same person's other case for the vacancy goes on instead. */
  merge: candidacy({
    from: ["nominated", "consented", "screenedIn", "screenedOut", "withdrawn"],
    to: "merged",
    guard: (facts: { vacancyState: VacancyState; live: boolean; keptLive: boolean }) => {
      if (!facts.live) return null;
      if (!facts.keptLive) return because("mergeKeepsEnded", {}, "keptId");
      return MERGEABLE_AT.includes(facts.vacancyState) ? null : because("mergeTooLate");
    },
  }),
  recommend: candidacy({ from: ["screenedIn"], to: "recommended", guard: always }),
  findSuitable: candidacy({ from: ["screenedIn"], to: "suitable", guard: always }),
  findNotRecommended: candidacy({ from: ["screenedIn"], to: "notRecommended", guard: always }),
  select: candidacy({ from: ["recommended"], to: "selected", guard: always }),
  /** The person selected, once told, does not take the post: before the appointment, without having to say why. */
  declineSelection: candidacy({
    from: ["selected"],
    to: "declined",
    guard: (facts: { vacancyState: VacancyState; told: boolean }) =>
      facts.vacancyState === "decided" && facts.told ? null : because("declineTooLate"),
  }),
  appoint: candidacy({ from: ["selected"], to: "appointed", guard: always }),
} as const;

/** The states in which a candidacy is still alive and may be withdrawn. */
export const LIVE_CANDIDACY_STATES = LIVE;

/** The states in which the gates of a candidacy are still asked for: until it ends, or leads to an appointment. */
export const GATED_CANDIDACY_STATES: readonly CandidacyState[] = [
  "screenedIn",
  "recommended",
  "suitable",
  "selected",
];

/** Whether a case still asks for its gates to be passed. */
export const asksForGates = (state: CandidacyState, vacancyState: VacancyState): boolean =>
  vacancyState !== "closed" && GATED_CANDIDACY_STATES.includes(state);

/** Whether the host State may be consulted on a case: from the panel's recommendation to the appointment. */
export const mayConsultHost = (state: CandidacyState): boolean =>
  state === "recommended" || state === "selected";

/** Whether a candidacy may still be withdrawn: pages ask what to offer. */
export const mayWithdraw = (state: CandidacyState, vacancyState: VacancyState): boolean =>
  take(candidacyTransitions.withdraw, state, { vacancyState }).ok;

/** Whether somebody selected may still decline the post: pages ask what to offer. */
export const mayDeclineSelection = (
  state: CandidacyState,
  vacancyState: VacancyState,
  told: boolean,
): boolean => take(candidacyTransitions.declineSelection, state, { vacancyState, told }).ok;

/** Whether a candidate may still correct the file, and add and take back documents: pages ask what to offer. */
export const mayKeepFile = (state: CandidacyState, vacancyState: VacancyState): boolean =>
  take(candidacyTransitions.keepFile, state, { vacancyState }).ok;

/** Whether a candidate may attest again: from consent on, as long as the case has not ended for them; not between a decision and its letter, for that would tell. */
export function mayAttestAgain(state: CandidacyState, vacancyState: VacancyState, told: Told): boolean {
  if (vacancyState === "closed") return false;
  if (told !== "all" && (vacancyState === "decided" || vacancyState === "reopened")) return false;
  if (vacancyState === "decided") return state === "selected";
  if (vacancyState === "reopened") return state === "recommended";
  return state !== "nominated" && LIVE.includes(state);
}
